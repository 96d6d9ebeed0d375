import Kernel
import Reports

/// What was written into the flat files, counted while it is written: the profile that whoever takes them in
/// compares with.
struct FlatProfile {
    private var list: FieldList?
    private(set) var files: [(table: String, path: String)] = []
    private var found: [[String]] = []
    private var counts: [Int] = []
    private var blanks: [Int] = []
    private var wrong: [Int] = []
    private var ledger = FlatLedgerProfile()

    mutating func begin(_ list: FieldList, _ path: String) {
        close()
        self.list = list
        files.append((list.name, path))
        counts.append(0)
        (blanks, wrong) = (list.fields.map { _ in 0 }, list.fields.map { _ in 0 })
    }

    mutating func take(_ row: KeyedTable.Row, _ cells: [String]) {
        guard let list else { return }
        counts[counts.count - 1] += 1
        for (index, cell) in cells.enumerated() {
            if cell.isEmpty { blanks[index] += 1 } else if !Self.fits(cell, list.fields[index].mark) { wrong[index] += 1 }
        }
        switch list.name {
        case "GL_Details": ledger.detail(row, cells[list.fields.firstIndex { $0.name == "Created_Date" } ?? 0])
        case "GL_Trial_Balance": ledger.balance(row)
        case _: break
        }
    }

    private mutating func close() {
        guard let list else { return }
        found += [
            ["file", list.name, "", files.last?.path ?? ""], ["fields", list.name, "", String(list.fields.count)],
            ["rows", list.name, "", String(counts.last ?? 0)],
        ]
        for (index, field) in list.fields.enumerated() {
            if blanks[index] > 0 { found.append(["blank", list.name, field.name, String(blanks[index])]) }
            found.append(["out of format", list.name, field.name, String(wrong[index])])
        }
        self.list = nil
    }

    /// With the header first.
    mutating func finish() -> [[String]] {
        close()
        return [["test", "table", "field", "value"]] + found + ledger.finish()
    }

    /// Whether a field is written as its mark says.
    private static func fits(_ text: String, _ mark: Character?) -> Bool {
        switch mark {
        case "D": isShaped(text, "0000-00-00")
        case "T": isShaped(text, "00:00:00")
        case "B": text == "0" || text == "1"
        case "I": Int(text) != nil
        case "N": isDecimal(text)
        case _: true
        }
    }

    /// A figure where the shape has a zero, otherwise the same sign.
    private static func isShaped(_ text: String, _ shape: StaticString) -> Bool {
        let bytes = text.utf8
        return shape.withUTF8Buffer { shape in
            bytes.count == shape.count && zip(bytes, shape).allSatisfy { $1 == 0x30 ? isFigure($0) : $0 == $1 }
        }
    }

    /// Up to 18 figures before the point, and 1 to 4 behind it where there is one.
    private static func isDecimal(_ text: String) -> Bool {
        let parts = (text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...])
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, (1...18).contains(whole.count), whole.allSatisfy(isFigure) else {
            return false
        }
        return parts.count == 1 || (1...4).contains(parts[1].count) && parts[1].allSatisfy(isFigure)
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
