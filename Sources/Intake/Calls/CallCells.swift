import Formats
import Kernel

/// The cells of one row, looked up by a mapping's columns, and the faults found in them.
struct CallCells {
    let row: CSVRow
    let header: [String]
    /// Where each wanted column stands, from 0.
    let places: [String: Int]
    let file: String?
    private(set) var faults: [RowFault] = []

    init(row: CSVRow, header: [String], places: [String: Int], file: String?) {
        self.row = row
        self.header = header
        self.places = places
        self.file = file
    }

    /// The value of a cell that must not be empty, or nil and a fault.
    mutating func required<Value>(
        _ source: ColumnSource, _ make: (String) throws(Refusal) -> Value
    ) -> Value? {
        value(source, or: nil, make)
    }

    /// The value of a cell, the stand-in where it is empty, or nil and a fault.
    mutating func value<Value>(
        _ source: ColumnSource, or standIn: Value?, _ make: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let text = text(source) else {
            if standIn == nil { refuse(Refusal(.inputEmpty), source) }
            return standIn
        }
        return read(text, source, secret: false, make)
    }

    /// The value of a cell; nil where it is empty, has no column, or is at fault. `secret` keeps it out of
    /// messages.
    mutating func optional<Value>(
        _ source: ColumnSource?, secret: Bool = false, _ make: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let source, let text = text(source) else { return nil }
        return read(text, source, secret: secret, make)
    }

    /// Notes a fault at a source's first column.
    mutating func refuse(_ refusal: Refusal, _ source: ColumnSource, value: String? = nil) {
        let place = source.names.first.flatMap { places[$0] } ?? 0
        let line = row.line(of: place)
        var placed = refusal.placed(file: file, line: line, column: place + 1)
            .adding("field", source.names.joined(separator: "+"))
        if let value { placed = placed.adding("value", value.oneLine.excerpt) }
        faults.append(RowFault(line: line, column: place + 1, name: header[place], refusal: placed))
    }

    private mutating func read<Value>(
        _ text: String, _ source: ColumnSource, secret: Bool, _ make: (String) throws(Refusal) -> Value
    ) -> Value? {
        do {
            return try make(text)
        } catch {
            refuse(secret ? Self.withoutValue(error) : error, source, value: secret ? nil : text)
            return nil
        }
    }

    private static func withoutValue(_ refusal: Refusal) -> Refusal {
        var copy = refusal
        copy.facts.removeAll { $0.name == "value" }
        return copy
    }

    /// The joined text of the source's cells that are not blank, or nil.
    private func text(_ source: ColumnSource) -> String? {
        let cells = source.names.compactMap { places[$0] }.map { row[$0] }
        let texts = cells.filter { !$0.allSatisfy(\.isWhitespace) }
        return texts.isEmpty ? nil : texts.joined(separator: source.separator)
    }
}
