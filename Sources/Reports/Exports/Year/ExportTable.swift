package import Kernel

/// A cell of an export, by what it means: each format writes it in its own way.
package enum ExportCell: Sendable, Equatable {
    /// Words of people or files.
    case text(String)
    /// A key or number of ours.
    case key(String)
    case amount(Fen)
    case day(Day)
    case instant(Instant)
    case count(Int)
    case flag(Bool)
    case blank

    package static func text(_ label: Label?) -> ExportCell { label.map { .text($0.text) } ?? .blank }
    package static func key(_ code: Code?) -> ExportCell { code.map { .key($0.text) } ?? .blank }
}

/// A table of an export: its file's name without an ending, its columns, and its rows, which are made while
/// they are written: a table may be longer than memory.
package struct ExportTable {
    package typealias Take = ([ExportCell]) throws(Refusal) -> Void

    package let name: String
    package let columns: [String]
    package let rows: (Take) throws(Refusal) -> Void

    /// `columns` are separated by blanks.
    package init(_ name: String, _ columns: String, rows: @escaping (Take) throws(Refusal) -> Void) {
        self.init(name, columns: columns.split(separator: " ").map(String.init), rows: rows)
    }

    init(_ name: String, columns: [String], rows: @escaping (Take) throws(Refusal) -> Void) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// One that is made when it is written, and not kept: a report is as long as its street.
    package struct Planned {
        package let name: String
        package let make: () throws(Refusal) -> ExportTable

        package init(_ name: String, _ make: @escaping () throws(Refusal) -> ExportTable) {
            (self.name, self.make) = (name, make)
        }
    }

    package var planned: Planned { Planned(name) { () throws(Refusal) in self } }

    package init(_ name: String, _ columns: String, _ cells: [[ExportCell]]) {
        self.init(name, columns) { (take) throws(Refusal) in for row in cells { try take(row) } }
    }
}
