import Documents
import Formats
import Kernel

/// The sheet behind the tables: whatever of a document is no table, as labels and values.
struct AboutSheet {
    let document: Document
    let language: Language

    var rows: [[SheetCell]] {
        let title = [[SheetCell(.text(document.title(language)), SheetLook(.title))]]
        let practice = document.sandbox ? [[SheetCell(.text(Document.practice(language)), SheetLook(.title))]] : []
        return title + practice + document.facts.compactMap(pair) + document.sections.flatMap(section) + foot
    }

    private func section(_ section: Section) -> [[SheetCell]] {
        let rows = section.parts.flatMap(part)
        guard let heading = section.heading, !rows.isEmpty else { return rows }
        return [[SheetCell(.text(heading(language)), SheetLook(.head))]] + rows
    }

    private func part(_ part: Section.Part) -> [[SheetCell]] {
        switch part {
        case .pairs(let pairs): pairs.compactMap(pair)
        case .list(let items): items.map { line("", .text($0(language))) }
        case .text(let text): [line("", .text(text(language)))]
        case .table, .chart, .timeline: []
        }
    }

    private var foot: [[SheetCell]] {
        let (mark, notes) = document.remarks(language)
        return notes.map { line(mark, .text($0)) }
            + document.checks.map { line("", .text($0.words(language))) }
            + document.signatures.map { line($0.title(language), .text($0.who)) }
            + document.stamps.map { line("", .text($0.words(language))) }
    }

    private func pair(_ pair: Pair) -> [SheetCell]? {
        pair.value == .blank ? nil : line(pair.title(language), pair.value.sheetValue(in: .text, language))
    }

    private func line(_ label: String, _ value: SheetCell.Value) -> [SheetCell] {
        [SheetCell(.text(label), SheetLook(.plain, wraps: true)), SheetCell(value, SheetLook(.plain, wraps: true))]
    }
}
