package import Documents
import Kernel

/// Writes a document for a terminal: its title and what it is about, its sections, what it proves, and what
/// it was computed from. Words go over several lines where a width is given; nothing is cut.
package struct TerminalWriter {
    private let language: Language
    private let style: TextStyle
    private let width: Int?

    package static func text(_ document: Document, _ choice: Format.Choice = Format.Choice()) -> String {
        var text = ""
        each(of: document, choice) { text += $0 + "\n" }
        return text
    }

    /// Its lines, one after the other: a table may be long.
    static func each<Fault: Error>(
        of document: Document, _ choice: Format.Choice, _ take: (String) throws(Fault) -> Void
    ) throws(Fault) {
        let writer = TerminalWriter(language: choice.language, style: choice.style, width: choice.width)
        for line in writer.head(document) { try take(line) }
        for section in document.sections { try writer.each(of: section, take) }
        for line in writer.foot(document) { try take(line) }
    }

    private func head(_ document: Document) -> [String] {
        let banner = document.sandbox ? words("※ " + Document.practice(language) + " ※", .warning) : []
        return words(document.title(language), .title) + banner + pairs(document.facts, mark: "")
    }

    /// A section without a heading stands at the margin, as the one table of a report does.
    private func each<Fault: Error>(of section: Section, _ take: (String) throws(Fault) -> Void) throws(Fault) {
        try take("")
        for line in section.heading.map({ words($0(language), .heading) }) ?? [] { try take(line) }
        let indent = section.heading == nil ? "" : "  "
        for part in section.parts {
            if case .table(let table) = part {
                try TableText(table, language, style, width.map { $0 - indent.count }).each { (line) throws(Fault) in
                    try take((indent + line).withoutTrailingBlanks)
                }
            } else {
                for line in lines(part, indent: indent) { try take(line) }
            }
        }
    }

    /// Of what is no table.
    private func lines(_ part: Section.Part, indent: String) -> [String] {
        switch part {
        case .pairs(let pairs): return self.pairs(pairs, mark: indent)
        case .timeline(let entries):
            return columns(entries.map { ($0.at.short, "#\($0.record) " + $0.text(language)) }, mark: indent + "• ")
        case .list(let items):
            return items.flatMap { hung($0(language), after: indent + "• ", painted: indent + "• ") }
        case .text(let text): return hung(text(language), after: indent, painted: indent)
        // A terminal shows the table that the chart draws.
        case .table, .chart: return []
        }
    }

    private func foot(_ document: Document) -> [String] {
        let (mark, remarks) = document.remarks(language)
        let notes = remarks.flatMap { $0.forTerminal.hung(behind: mark, width) }
        let checks = document.checks.flatMap { words($0.words(language), $0.holds ? .good : .bad) }
        let signatures = document.signatures.isEmpty ? [] : [""] + document.signatures.map(signed)
        return notes + checks + signatures + document.stamps.flatMap { words($0.words(language), .faint) }
    }

    private func signed(_ signature: Signature) -> String {
        let line = signature.who.isEmpty ? String(repeating: "_", count: 16) : signature.who
        return (signature.title(language) + Phrase("：", ": ")(language) + line).forTerminal
    }

    /// Labels and values, aligned among themselves. A pair without a value is left out.
    private func pairs(_ pairs: [Pair], mark: String) -> [String] {
        columns(pairs.filter { $0.value != .blank }.map { ($0.title(language), $0.value.display(language)) }, mark: mark)
    }

    /// Two columns, the first as wide as its widest text.
    private func columns(_ pairs: [(String, String)], mark: String) -> [String] {
        let wide = pairs.map { $0.0.forTerminal.displayWidth }.max() ?? 0
        return pairs.flatMap { first, second in
            let label = first.forTerminal.padded(to: wide)
            return hung(second, after: mark + label + "  ", painted: mark + style.paint(label, .faint) + "  ")
        }
    }

    /// A text with line breaks of its own behind a lead.
    private func hung(_ text: String, after lead: String, painted: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let indent = String(repeating: " ", count: lead.displayWidth)
        return lines.enumerated().flatMap { index, line in
            String(line).forTerminal.hung(
                behind: index == 0 ? lead : indent, painted: index == 0 ? painted : indent, width)
        }
    }

    private func words(_ text: String, _ role: TextStyle.Role) -> [String] {
        text.forTerminal.hung(behind: "", width).map { style.paint($0, role) }
    }
}
