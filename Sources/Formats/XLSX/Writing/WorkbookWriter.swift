import CWorkbook
import Glibc
package import Kernel

/// Writes a workbook (XLSX), row after row in memory that does not grow with them. The same calls give the
/// same bytes: nothing in it comes from a clock, a locale or a place.
package struct WorkbookWriter: ~Copyable {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var styles: WorkbookStyles
    private var names = SheetNames()

    /// Hands over the bytes of the workbook that `body` fills; `title` and `created` stand in its properties.
    /// Throws what `body` and `take` throw, and `file.unwritable` where there is no room for it.
    package static func write(
        title: String, created: Instant, to take: ([UInt8]) throws(Refusal) -> Void,
        _ body: (inout WorkbookWriter) throws(Refusal) -> Void
    ) throws(Refusal) {
        let file = yjb_unnamed_file()
        guard file >= 0 else { throw unwritable(String(cString: strerror(errno))) }
        defer { close(file) }
        var writer = try WorkbookWriter("/proc/self/fd/\(file)")
        let result = Result { () throws(Refusal) in try body(&writer) }
        writer.describe(title, created)
        let end = workbook_close(writer.book)
        try result.get()
        guard end == LXW_NO_ERROR else { throw Self.unwritable(Self.words(end)) }
        try pass(file, to: take)
    }

    private init(_ path: String) throws(Refusal) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 0
        guard let book = workbook_new_opt(path, &options) else { throw Self.unwritable("workbook") }
        self.book = book
        styles = WorkbookStyles(book)
    }

    /// A sheet with its rows, in order.
    package mutating func sheet(_ layout: SheetLayout, _ rows: some Sequence<SheetLine>) throws(Refusal) {
        guard let sheet = workbook_add_worksheet(book, names.unique(layout.name)) else {
            throw Self.unwritable(layout.name)
        }
        Self.arrange(sheet, layout)
        var last = UInt32(0)
        for (index, row) in rows.enumerated() {
            last = UInt32(index)
            let end = write(row, to: sheet, last)
            guard end == LXW_NO_ERROR else { throw Self.unwritable("\(layout.name): \(Self.words(end))") }
        }
        if !layout.widths.isEmpty { worksheet_print_area(sheet, 0, 0, last, UInt16(layout.widths.count - 1)) }
    }

    /// Its height first: the library keeps no row once its cells are written.
    private mutating func write(
        _ row: SheetLine, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ index: UInt32
    ) -> lxw_error {
        worksheet_set_row(sheet, index, Double(row.cells.first?.look.part == .title ? 22 : 16 * row.lines), nil)
        if row.span > 1, let first = row.cells.first {
            let end = worksheet_merge_range(sheet, index, 0, index, UInt16(row.span - 1), "", styles.style(for: first))
            if end != LXW_NO_ERROR { return end }
        }
        for (column, cell) in row.cells.enumerated() {
            let end = write(cell, to: sheet, index, UInt16(column))
            if end != LXW_NO_ERROR { return end }
        }
        return LXW_NO_ERROR
    }

    private mutating func write(
        _ cell: SheetCell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
    ) -> lxw_error {
        let style = styles.style(for: cell)
        switch cell.value {
        case .blank: return worksheet_write_blank(sheet, row, column, style)
        case .text(let text): return worksheet_write_string(sheet, row, column, text.forSheet, style)
        case .money(let amount):
            guard let yuan = amount.sheetNumber else {
                return worksheet_write_string(sheet, row, column, amount.grouped, style)
            }
            return worksheet_write_number(sheet, row, column, yuan, style)
        case .percent(let hundredths): return worksheet_write_number(sheet, row, column, Double(hundredths) / 10_000, style)
        case .count(let count): return worksheet_write_number(sheet, row, column, Double(count), style)
        case .day(let day): return worksheet_write_number(sheet, row, column, Double(day.sheetNumber), style)
        case .instant(let instant):
            let minutes = instant.timeOfDay / Instant.minute
            let number = Double(instant.day.sheetNumber) + Double(minutes) / 1440
            return worksheet_write_number(sheet, row, column, number, style)
        case .duration(let milliseconds):
            return worksheet_write_number(sheet, row, column, Double(milliseconds / Instant.minute) / 1440, style)
        }
    }

    /// A4, whole columns on a page, heads in sight and on every page.
    private static func arrange(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ layout: SheetLayout) {
        for (column, width) in layout.widths.enumerated() {
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        worksheet_freeze_panes(sheet, UInt32(layout.frozenRows), UInt16(layout.frozenColumns))
        if layout.frozenRows > 0 { worksheet_repeat_rows(sheet, 0, UInt32(layout.frozenRows - 1)) }
        worksheet_set_paper(sheet, 9)
        if layout.isLandscape { worksheet_set_landscape(sheet) }
        worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.7)
        let pages = layout.pagesWide
        worksheet_fit_to_pages(sheet, UInt16(pages), 0)
        if pages > 1, layout.frozenColumns > 0 { worksheet_repeat_columns(sheet, 0, UInt16(layout.frozenColumns - 1)) }
        if !layout.header.isEmpty { worksheet_set_header(sheet, "&C" + layout.header.escapedForFooter) }
        let footer = layout.footer.isEmpty ? "" : "&L" + layout.footer.escapedForFooter
        worksheet_set_footer(sheet, footer + "&R" + layout.pages(layout.language))
    }

    private borrowing func describe(_ title: String, _ created: Instant) {
        title.forSheet.withCString { text in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: text)
            properties.created = time_t(created.milliseconds / Instant.second)
            workbook_set_properties(book, &properties)
        }
    }

    /// The contents of a file in pieces.
    private static func pass(_ file: Int32, to take: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        let size = Int(lseek(file, 0, SEEK_END))
        var place = 0
        while place < size {
            var piece = [UInt8](repeating: 0, count: min(1 << 20, size - place))
            let read = pread(file, &piece, piece.count, off_t(place))
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { throw unwritable(String(cString: strerror(errno))) }
            piece.removeLast(piece.count - read)
            try take(piece)
            place += read
        }
    }

    private static func words(_ error: lxw_error) -> String { String(cString: lxw_strerror(error)) }

    private static func unwritable(_ detail: String) -> Refusal {
        Refusal(.fileUnwritable, ["path": "xlsx", "detail": detail])
    }
}

extension Fen {
    /// Yuan as a spreadsheet's number, which holds fifteen digits; nil beyond.
    fileprivate var sheetNumber: Double? { value.magnitude < 1_000_000_000_000_000 ? Double(value) / 100 : nil }
}

extension Day {
    /// Days as spreadsheets count them: 1 March 1900 is 61.
    fileprivate var sheetNumber: Int { number + 25_569 }
}

extension String {
    /// Control characters have no place in a sheet, but line breaks and tabs.
    fileprivate var forSheet: String {
        guard unicodeScalars.contains(where: Self.isForbidden) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars { out.append(Self.isForbidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(out)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isControl && scalar != "\n" && scalar != "\t"
    }

    /// In a header or footer `&` begins an instruction.
    fileprivate var escapedForFooter: String { String(flatMap { $0 == "&" ? "&&" : String($0) }) }
}
