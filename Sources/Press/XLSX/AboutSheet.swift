import Documents
import Formats
import Kernel

/// The sheet behind the tables: whatever of a document is no table, as labels and values.
struct AboutSheet {
    let document: Document
    let language: Language

    /// Of labels and values, in places.
    static let widths = (24, 96)

    var rows: [SheetLine] {
        let title = [SheetLine([SheetCell(.text(document.title(language)), SheetLook(.title))])]
        let practice = document.sandbox ? [SheetLine([SheetCell(.text(Document.practice(language)), SheetLook(.title))])] : []
        return title + practice + document.facts.compactMap(pair) + document.sections.flatMap(section) + foot
    }

    private func section(_ section: Section) -> [SheetLine] {
        let rows = section.parts.flatMap(part)
        guard let heading = section.heading, !rows.isEmpty else { return rows }
        return [SheetLine([SheetCell(.text(heading(language)), SheetLook(.head))])] + rows
    }

    private func part(_ part: Section.Part) -> [SheetLine] {
        switch part {
        case .pairs(let pairs): pairs.compactMap(pair)
        case .list(let items): items.map { line("", .text($0(language))) }
        case .text(let text): [line("", .text(text(language)))]
        case .table, .chart, .timeline: []
        }
    }

    private var foot: [SheetLine] {
        let (mark, notes) = document.remarks(language)
        return notes.map { line(mark, .text($0)) }
            + document.checks.map { line("", .text($0.words(language))) }
            + document.signatures.map { line($0.title(language), .text($0.who)) }
            + document.stamps.map { line("", .text($0.words(language))) }
    }

    private func pair(_ pair: Pair) -> SheetLine? {
        pair.value == .blank ? nil : line(pair.title(language), pair.value.sheetValue(in: .text, language))
    }

    private func line(_ label: String, _ value: SheetCell.Value) -> SheetLine {
        let lines = if case .text(let text) = value { text.lines(within: Self.widths.1) } else { 1 }
        return SheetLine(
            [SheetCell(.text(label), SheetLook(.plain, wraps: true)), SheetCell(value, SheetLook(.plain, wraps: true))],
            lines: max(lines, label.lines(within: Self.widths.0)))
    }
}
