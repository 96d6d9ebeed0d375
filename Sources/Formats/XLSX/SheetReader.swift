import Kernel

/// A row of a table, whatever file it stands in: CSV or a sheet.
package struct SheetRow {
    package struct Cell {
        package let text: String
        /// A cell that the spreadsheet holds as a number: its text is a plain decimal, and where a date is
        /// expected it counts days.
        package var isNumber = false

        package init(text: String, isNumber: Bool = false) {
            (self.text, self.isNumber) = (text, isNumber)
        }
    }

    /// From 1: the row of the sheet, the line of the CSV text.
    package let number: Int
    package let cells: [Cell]
    package var is1904 = false

    package init(number: Int, cells: [Cell], is1904: Bool = false) {
        self.number = number
        self.cells = cells
        self.is1904 = is1904
    }

    package subscript(column: Int) -> Cell { column < cells.count ? cells[column] : Cell(text: "") }
}

/// The state machine of a sheet's XML: rows, cells, values.
final class SheetReader {
    private let shared: [String]
    private let is1904: Bool
    private let mostColumns: Int
    private let body: (SheetRow) throws(Refusal) -> Void

    private var path: [String] = []
    private var number = 0
    private var cells: [SheetRow.Cell] = []
    private var column = 0
    private var kind = ""
    private var value: [UInt8] = []
    /// The byte limit's fact names the cell.
    private var reference = ""

    init(
        shared: [String], is1904: Bool, mostColumns: Int, _ body: @escaping (SheetRow) throws(Refusal) -> Void
    ) {
        self.shared = shared
        self.is1904 = is1904
        self.mostColumns = mostColumns
        self.body = body
    }

    func start(_ name: String, _ attributes: [String: String]) throws(Refusal) {
        path.append(name)
        switch name {
        case "row":
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            (cells, column) = ([], 0)
        case "c":
            reference = attributes["r"] ?? ""
            if let place = Self.column(of: reference) { column = place }
            guard column < mostColumns else {
                throw Refusal(.inputLimit, ["part": "sheet", "limit": "\(mostColumns) columns · 列"])
            }
            (kind, value) = (attributes["t"] ?? "n", [])
        case _: break
        }
    }

    func add(_ text: [UInt8], limit: Int) throws(Refusal) {
        guard path.last == "v" || path.last == "t", path.contains("c"), !path.contains("rPh") else { return }
        value += text
        if value.count > limit { throw Refusal(.inputLimit, ["part": "sheet " + reference, "limit": "\(limit) bytes"]) }
    }

    func end() throws(Refusal) {
        switch path.popLast() {
        case "c":
            let cell = try cell()
            while cells.count < column { cells.append(SheetRow.Cell(text: "")) }
            if column < cells.count { cells[column] = cell } else { cells.append(cell) }
            column += 1
        case "row":
            if cells.allSatisfy(\.text.isEmpty) { return }
            try body(SheetRow(number: number, cells: cells, is1904: is1904))
        case _: break
        }
    }

    private func cell() throws(Refusal) -> SheetRow.Cell {
        let text = String(decoding: value, as: UTF8.self)
        switch kind {
        case "s":
            guard let index = Int(text), shared.indices.contains(index) else { throw ZipArchive.damaged(reference) }
            return .init(text: shared[index])
        case "n": return .init(text: Self.plain(text), isNumber: !text.isEmpty)
        case "e":
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "no error · 无错误值", "field": reference])
        case _: return .init(text: text)
        }
    }

    /// A spreadsheet's number as a plain decimal. What it holds is a binary fraction, written with up to 17
    /// digits, and sums of such fractions are off in the last of them (350.50000000000006): what is within
    /// a thousandth of a hundredth is that hundredth. Anything else is the shortest decimal that means the
    /// same.
    private static func plain(_ text: String) -> String {
        guard text.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }), let number = Double(text) else { return text }
        // A whole number is written as one: an outside number that a program stores as 202603050001.0.
        if number.magnitude < 1e15, number.rounded() == number { return String(Int64(number)) }
        let hundredths = (number * 100).rounded()
        if number.magnitude < 1e10, abs(number * 100 - hundredths) < 1e-3 { return Fen(Int64(hundredths)).yuan }
        return "\(number)"
    }

    /// The column of a reference, from 0: `C7` is 2.
    private static func column(of reference: String) -> Int? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
    }
}
