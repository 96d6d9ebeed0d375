package import Kernel

/// A CSV text with a header: the first row within the first 30 that contains every wanted name. Whatever
/// stands above it (a title, a date of export) is passed over.
package struct CSVTable: ~Copyable {
    private var reader: CSVReader
    /// The header row as it stands, blanks at both ends of a name cut.
    package let header: [String]
    /// Where each wanted column stands in a row, from 0.
    package let places: [String: Int]
    package let file: String?

    static let searched = 30

    /// Throws `input.column` (facts `column` with the missing names, `file`) when no row has them all,
    /// `input.duplicateKey` when a wanted name stands twice, and whatever reading throws.
    package init(_ reader: consuming CSVReader, wanted: [String]) throws(Refusal) {
        var missing = Self.unique(wanted)
        file = reader.file
        var rows = 0
        while rows < Self.searched, let row = try reader.next() {
            rows += 1
            let names = row.texts.map(\.oneLine)
            let lacking = Self.unique(wanted).filter { !names.contains($0) }
            if lacking.isEmpty {
                places = try Self.places(of: wanted, in: names, row: row, file: reader.file)
                header = names
                self.reader = reader
                return
            }
            if lacking.count < missing.count { missing = lacking }
        }
        throw Refusal(.inputColumn, ["column": missing.joined(separator: "、")])
            .placed(file: reader.file, line: nil, column: nil)
    }

    /// The next row that is not blank, or nil at the end. Throws what reading throws; a row with stray
    /// quotes or of another length than the header comes as it is (see ``shapeFault(_:)``), so that one bad
    /// row does not hide the next.
    package mutating func next() throws(Refusal) -> CSVRow? {
        while let row = try reader.nextAsItIs() {
            if !row.isBlank || row.fault != nil { return row }
        }
        return nil
    }

    /// `input.malformed` when a cell goes on behind its closing quote, or (facts `expected`, `fields`) when
    /// a row has not as many fields as the header.
    package func shapeFault(_ row: CSVRow) -> Refusal? {
        if let fault = row.fault { return fault.placed(file: file, line: nil, column: nil) }
        guard row.count != header.count else { return nil }
        return Refusal(.inputMalformed, ["expected": String(header.count), "fields": String(row.count)])
            .placed(file: file, line: row.line, column: min(row.count, header.count) + 1)
    }

    private static func places(
        of wanted: [String], in names: [String], row: CSVRow, file: String?
    ) throws(Refusal) -> [String: Int] {
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() where wanted.contains(name) {
            if places[name] != nil {
                throw Refusal(.inputDuplicateKey, ["field": name.excerpt])
                    .placed(file: file, line: row.line, column: index + 1)
            }
            places[name] = index
        }
        return places
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return names.filter { seen.insert($0).inserted }
    }
}
