import Reports
import Kernel
import Press

/// The help of a command, in one language: what it does, how it is written, examples, its own arguments and
/// options, those that every command takes, its subcommands. Words are wrapped at the width; a command line
/// of an example never is.
struct HelpPage {
    private let path: [String]
    private let command: HelpTree
    private let language: Language
    private let width: Int

    static func text(_ path: [String], _ command: HelpTree, _ language: Language, width: Int?) -> String {
        HelpPage(path: path, command: command, language: language, width: max(40, min(width ?? 100, 120))).text
    }

    /// Of a command line that is not understood: how it is written, and where more is said.
    static func hint(_ path: [String], _ command: HelpTree, _ language: Language) -> String {
        let page = HelpPage(path: path, command: command, language: language, width: .max)
        return page.say("用法：", "Usage: ") + page.usage + "\n"
            + page.say("详见：", "More: ") + path.joined(separator: " ") + " --help"
    }

    private var text: String {
        var blocks = [wrapped(summary)]
        let (notes, examples) = discussion
        if !notes.isEmpty { blocks.append(notes.map { wrapped(HelpWords.told($0, language)) }.joined(separator: "\n\n")) }
        blocks.append(say("用法：", "USAGE: ") + usage)
        if !examples.isEmpty { blocks.append(say("示例：", "EXAMPLE:") + "\n" + examples.joined(separator: "\n")) }
        blocks += sections
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// An abstract is written `中文 · English`.
    private var summary: String { Self.half(of: command.abstract, language) }

    static func half(of abstract: String, _ language: Language) -> String {
        let halves = abstract.split(separator: " · ", maxSplits: 1)
        guard halves.count == 2 else { return HelpWords.told(abstract, language) }
        return String(halves[language == .zh ? 0 : 1])
    }

    /// The paragraphs of the discussion before its examples, each as one line, and the lines of the examples.
    private var discussion: (notes: [String], examples: [String]) {
        let parts = command.discussion.split(separator: "EXAMPLE\n", maxSplits: 1, omittingEmptySubsequences: false)
        let notes = (parts.first ?? "").split(separator: "\n\n").map {
            $0.split(separator: "\n").joined(separator: " ")
        }
        return (notes, parts.count == 2 ? parts[1].split(separator: "\n").map(String.init) : [])
    }

    private var usage: String {
        let needed = command.arguments.filter { !$0.isOptional && $0.isShown }
        let places = command.arguments.filter { $0.kind == "positional" && $0.isOptional && $0.isShown }
        let parts = needed.map(\.synopsis) + places.map { "[\($0.synopsis)]" }
        let rest = command.subcommands.isEmpty ? say("[选项]", "[options]") : say("<子命令>", "<subcommand>")
        return (path + parts + [rest]).joined(separator: " ")
    }

    private var sections: [String] {
        let shown = command.arguments.filter(\.isShown)
        let general = shown.filter { $0.kind != "positional" && Self.general.contains($0.names.last ?? "") }
        let own = shown.filter { argument in
            argument.kind != "positional" && !general.contains { $0.names == argument.names }
        }
        let commands = command.subcommands.map { ($0.name, Self.half(of: $0.abstract, language)) }
        return [
            section(say("参数：", "ARGUMENTS:"), shown.filter { $0.kind == "positional" }.map(row)),
            section(say("选项：", "OPTIONS:"), own.map(row)),
            section(say("子命令：", "SUBCOMMANDS:"), commands),
            section(say("通用选项：", "GENERAL OPTIONS:"), general.map(row)),
        ].compactMap(\.self)
    }

    private static let general: Set = [
        "db", "files", "org", "as", "json", "wide", "lang", "id", "at", "as-of", "known-at", "csv", "heading", "version", "help",
    ]

    private func row(_ argument: HelpTree.Argument) -> (String, String) {
        var words = HelpWords.told(argument.abstract, language)
        if !argument.values.isEmpty {
            let list = argument.values.joined(separator: say("、", ", "))
            words += say("可用：", words.isEmpty ? "One of: " : " One of: ") + list + say("。", ".")
        }
        if let value = argument.defaultValue, !value.isEmpty, !value.hasPrefix("--") {
            words += say("默认 \(value)。", " Default: \(value).")
        }
        return (argument.synopsis, words)
    }

    private func section(_ title: String, _ rows: [(String, String)]) -> String? {
        guard !rows.isEmpty else { return nil }
        let indent = min(28, rows.map(\.0.displayWidth).max() ?? 0) + 4
        let lines = rows.map { name, words -> String in
            let lead = "  " + name
            let text = wrapped(words, indent: indent)
            let start = String(text.drop { $0 == " " })
            return lead.displayWidth + 2 > indent
                ? lead + "\n" + String(repeating: " ", count: indent) + start : lead.padded(to: indent) + start
        }
        return ([title] + lines).joined(separator: "\n")
    }

    /// Words broken at blanks, and between 汉字, within the width.
    private func wrapped(_ text: String, indent: Int = 0) -> String {
        let room = max(20, width - indent)
        var lines = [""]
        for piece in pieces(text) {
            let line = lines[lines.count - 1]
            if line.displayWidth + piece.withoutTrailingBlanks.displayWidth <= room {
                lines[lines.count - 1] = line + piece
            } else {
                lines.append(piece)
            }
        }
        let margin = String(repeating: " ", count: indent)
        return lines.map { margin + $0.withoutTrailingBlanks }.joined(separator: "\n")
    }

    /// What a line may not be broken within: a word with the blank behind it, or one 汉字 with the sign
    /// behind it.
    private func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var isOpen = false
        for character in text {
            let isWide = String(character).displayWidth == 2
            let isSign = "，。；：、）》”！？…".contains(character)
            if isOpen && !isWide || isSign && !pieces.isEmpty {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            isOpen = !isWide && character != " "
        }
        return pieces
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
