import DocPages
import Testing
import TestKit

/// The generated pages of docs/ are what the code says; `make docs` writes them anew.
struct DocumentTests {
    @Test func refusals() {
        expectProjectFile(RefusalDocument.markdown, "docs/ERRORS.md")
    }

    @Test func transitions() {
        expectProjectFile(TransitionDocument.markdown, "docs/SPEC-job.md")
    }
}
