import Jobs
import Kernel

/// The Chinese words for kinds of lines, as people write them.
enum LineKindWords {
    /// The kind's own name for a Chinese word; any other word stays as it is, for the form to judge.
    static func kind(_ word: String) -> String {
        LineKind.allCases.first { $0.title.names(word) }?.rawValue ?? word
    }
}
