package import Kernel

/// A cell of a sheet to be written: what it holds, and how it looks.
package struct SheetCell: Sendable, Equatable {
    package enum Value: Sendable, Equatable {
        case blank
        /// Never taken for a formula or a number.
        case text(String)
        /// In yuan: a number, shown with two decimals. Beyond fifteen digits, which is all that a
        /// spreadsheet's numbers hold, a text.
        case money(Fen)
        /// In hundredths of a percent.
        case percent(Int64)
        case count(Int)
        case day(Day)
        /// At +08:00, to the minute.
        case instant(Instant)
        /// In milliseconds, shown as hours and minutes, cut.
        case duration(Int64)
    }

    package let value: Value
    package let look: SheetLook

    package init(_ value: Value, _ look: SheetLook = SheetLook()) {
        self.value = value
        self.look = look
    }
}

/// A row of cells, with its height.
package struct SheetLine: Sendable {
    package let cells: [SheetCell]
    /// In lines of text: programs that open a sheet do not all find out by themselves.
    package let lines: Int
    /// Its first cell goes over so many columns.
    package let span: Int

    package init(_ cells: [SheetCell], lines: Int = 1, span: Int = 1) {
        self.cells = cells
        self.lines = lines
        self.span = span
    }
}

/// How a cell looks; the form of a number follows from what it holds.
package struct SheetLook: Sendable, Hashable {
    package enum Part: Sendable {
        /// Words outside of a table.
        case plain
        case title
        /// A column's title.
        case head
        case detail, subtotal, total
    }

    package var part: Part
    package var onTheRight: Bool
    package var wraps: Bool

    package init(_ part: Part = .plain, onTheRight: Bool = false, wraps: Bool = false) {
        self.part = part
        self.onTheRight = onTheRight
        self.wraps = wraps
    }
}

/// What is decided about a sheet before its rows are written.
package struct SheetLayout: Sendable {
    /// Cut and cleaned to what a spreadsheet takes; the second of two equal names gets a number.
    package var name: String
    /// In characters of the default font, one for each column.
    package var widths: [Double]
    /// So many rows stay in sight at the top, and come again on every printed page; columns likewise, on
    /// the left.
    package var frozenRows = 0
    package var frozenColumns = 0
    package var isLandscape = false

    /// How many pages stand beside each other, so that what is printed can still be read: a page that lies on
    /// its side holds some 240 places at a bit more than half the size.
    var pagesWide: Int { max(1, Int((widths.reduce(0, +) / (isLandscape ? 240 : 165)).rounded(.up))) }
    /// Printed in the middle above every page, and at the left below it.
    package var header = ""
    package var footer = ""
    /// `第 1 页 共 2 页`, around the two numbers.
    package var pages = Phrase("第 &P 页 共 &N 页", "Page &P of &N")
    package var language = Language.zh

    package init(name: String, widths: [Double]) {
        self.name = name
        self.widths = widths
    }
}
