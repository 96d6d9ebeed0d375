import Formats
package import Documents
package import Kernel

extension Document {
    /// The document as a workbook: a sheet for each table and each timeline, and behind them one that says
    /// what it is about, what it proves and what it was computed from. Numbers are numbers, days are days,
    /// and no text is ever a formula. Throws `file.unwritable`.
    package func workbook(_ language: Language = .zh) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try writeWorkbook(language) { (more) throws(Refusal) in bytes += more }
        return bytes
    }

    /// The same handed over piece by piece.
    func writeWorkbook(_ language: Language, to take: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        let writer = WorkbookDocument(document: self, language: language)
        let (title, created) = (title(language), moment ?? Self.noMoment)
        try WorkbookWriter.write(title: title, created: created, to: take) { (book) throws(Refusal) in try writer.fill(&book) }
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
        var rows = table.rows.makeIterator(), next = rows.next()
        repeat {
            var left = Self.most - above.count
            let lines = AnyIterator { () -> SheetLine? in
                guard left > 0, let row = next else { return nil }
                (left, next) = (left - 1, rows.next())
                return sheet.line(row)
            }
            try book.sheet(layout, [AnySequence(above), AnySequence(lines)].joined())
        } while next != nil
    }

    /// Rows of a sheet; what is more goes on in the next one.
    private static let most = 1_048_576

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
