import Formats
package import Documents
package import Kernel

extension Document {
    /// The document as a workbook: a sheet for each table and each timeline, and behind them one that says
    /// what it is about, what it proves and what it was computed from. Numbers are numbers, days are days,
    /// and no text is ever a formula. Throws `file.unwritable`.
    package func workbook(_ language: Language = .zh) throws(Refusal) -> [UInt8] {
        let writer = WorkbookDocument(document: self, language: language)
        return try WorkbookWriter.bytes(title: title(language), created: moment ?? Self.noMoment) { (book) throws(Refusal) in
            try writer.fill(&book)
        }
    }

    /// The date in files of documents that speak of no time.
    static let noMoment = Instant(milliseconds: 315_504_000_000)
}

struct WorkbookDocument {
    let document: Document
    let language: Language

    func fill(_ book: inout WorkbookWriter) throws(Refusal) {
        for section in document.sections {
            let heading = section.heading ?? document.title
            for part in section.parts {
                switch part {
                case .table(let table): try add(table, table.name ?? heading, to: &book)
                case .timeline(let entries): try add(Table(entries), heading, to: &book)
                // A chart draws the table before it; the rest stands on the last sheet.
                case .chart, .pairs, .list, .text: continue
                }
            }
        }
        let about = AboutSheet(document: document, language: language)
        let widths = [Double(AboutSheet.widths.0), Double(AboutSheet.widths.1)]
        try book.sheet(dressed(SheetLayout(name: Phrase("说明", "About")(language), widths: widths)), about.rows)
    }

    private func add(_ table: Table, _ heading: Phrase, to book: inout WorkbookWriter) throws(Refusal) {
        let sheet = TableSheet(table, language)
        var layout = dressed(SheetLayout(name: heading(language), widths: sheet.widths))
        layout.frozenRows = 3
        layout.frozenColumns = sheet.frozenColumns
        let title = heading == document.title ? heading(language) : document.title(language) + "　" + heading(language)
        let whole = Int(sheet.widths.reduce(0, +))
        let line = line(in: table.unit)
        let lines = line.lines(within: whole)
        let above = [
            SheetLine([SheetCell(.text(title), SheetLook(.title))], span: sheet.widths.count),
            SheetLine(
                [SheetCell(.text(line), SheetLook(.plain, wraps: true))], lines: lines, span: sheet.widths.count),
            sheet.heads,
        ]
        try book.sheet(layout, [AnySequence(above), AnySequence(table.rows.lazy.map(sheet.line))].joined())
    }

    /// What it is about, in one line, with the unit of the amounts.
    private func line(in unit: MoneyUnit) -> String {
        let colon = Phrase("：", ": ")(language)
        let facts = document.facts.filter { $0.value != .blank }
            .map { $0.title(language) + colon + $0.value.display(language) }
        let words = Phrase("单位：\(unit.title.zh)", "in \(unit.title.en)")
        return (facts + [words(language)]).joined(separator: "　")
    }

    private func dressed(_ layout: SheetLayout) -> SheetLayout {
        var layout = layout
        layout.language = language
        layout.isLandscape = document.orientation == .landscape
        layout.header = document.sandbox ? Document.practice(language) : ""
        layout.footer = document.stamps.first.map { stamp in
            let hash = stamp.hash.prefix(16)
            return Phrase("依据记录 \(stamp.seq)，哈希 \(hash)…", "Record \(stamp.seq), hash \(hash)…")(language)
        } ?? ""
        return layout
    }
}
