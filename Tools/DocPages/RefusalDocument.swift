import Kernel

/// docs/ERRORS.md, made from the texts themselves so that the two cannot differ.
package enum RefusalDocument {
    package static var markdown: String {
        let groups = RefusalCode.allCases.reduce(into: [String]()) { list, code in
            if !list.contains(code.group) { list.append(code.group) }
        }
        return head + groups.map(section).joined(separator: "\n")
    }

    private static let head = """
        # Refusals

        Every refusal has a name, changes nothing, and says what to do. `{…}` stands for a fact of the case, which the answer
        also carries under that name in `facts`. Exit codes: 65 for `input`, `money`, `quantity` and `percent`; 78 for `key` and
        `clock`; 64 for `setting`; 66, 73, 74 or 78 for `store`, `file`, `copy`,
        `backup` and `tool`, by what happened; 1 for every rule.

        This page is generated from the program's own texts (`make docs`); a test fails when it differs.


        """

    private static func section(_ group: String) -> String {
        let rows = RefusalCode.allCases.filter { $0.group == group }.map(row)
        return "## \(group)\n\n| name | what happened | what to do |\n|---|---|---|\n" + rows.joined() + "\n"
    }

    private static func row(_ code: RefusalCode) -> String {
        let text = code.text
        let cell = { (phrase: Phrase) in escape(phrase.en) + "<br>" + escape(phrase.zh) }
        return "| `\(code.rawValue)` | \(cell(text.what)) | \(cell(text.remedy)) |\n"
    }

    private static func escape(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
