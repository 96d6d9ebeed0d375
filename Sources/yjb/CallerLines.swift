import Disk
import Glibc
import Kernel

/// Who called, out of the way of everybody else's eyes: from a file, from standard input, or asked for on a
/// terminal.
struct CallerLines {
    let name: String?
    let phone: String?

    private static let limit = 4_096

    /// `-` is standard input. The first line is the name, the second the phone; an empty one says that it
    /// is not known. Throws `file.…`, `input.encoding`, `input.value` for more than that.
    init(_ source: String) throws(Refusal) {
        let text = source == "-" ? try Self.standardInput() : try Files.text(source, limit: Self.limit)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.trimmed)
        guard lines.dropFirst(2).allSatisfy(\.isEmpty) else {
            let expected = Phrase("两行：姓名、电话", "two lines: name, phone")
            // What is in it is not shown.
            throw Refusal(.inputValue, ["field": "--caller", "value": "…"]).adding("expected", expected.en, expected)
        }
        name = lines[0].isEmpty ? nil : lines[0]
        phone = lines.count < 2 || lines[1].isEmpty ? nil : lines[1]
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        if line.hasPrefix("\u{FEFF}") { line = line.dropFirst() }
        while line.first?.isWhitespace == true { line = line.dropFirst() }
        while line.last?.isWhitespace == true { line = line.dropLast() }
        return String(line)
    }

    private static func standardInput() throws(Refusal) -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try Files.text("/dev/stdin", limit: limit) }
        let questions = [
            Phrase("来电人姓名（可空）：", "Caller's name (may be empty): "), Phrase("电话（可空）：", "Phone (may be empty): "),
        ]
        let language = Language(rawValue: Console.environment("YJB_LANG") ?? "") ?? .zh
        var answers: [String] = []
        for question in questions {
            Console.ask(question(language))
            answers.append(readLine() ?? "")
        }
        return answers.joined(separator: "\n")
    }
}
