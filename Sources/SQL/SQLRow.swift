package import Kernel

/// One row, by position: the first column is 0. A position that the statement does not have is a mistake in
/// the program and traps, as with an array.
///
/// A value of another type than asked for means that the file is not what this program wrote: every reader
/// throws `store.damaged` with the facts `column` and `found`.
package struct SQLRow: Sendable, Equatable {
    package let values: [SQLValue]

    package init(_ values: [SQLValue]) { self.values = values }

    package var count: Int { values.count }

    package subscript(_ column: Int) -> SQLValue { values[column] }

    package func int(_ column: Int) throws(Refusal) -> Int64 {
        guard case .integer(let value) = values[column] else { throw wrong(column) }
        return value
    }

    package func text(_ column: Int) throws(Refusal) -> String {
        guard case .text(let value) = values[column] else { throw wrong(column) }
        return value
    }

    package func blob(_ column: Int) throws(Refusal) -> [UInt8] {
        guard case .blob(let value) = values[column] else { throw wrong(column) }
        return value
    }

    /// 1 or 0; any other number is damage too.
    package func flag(_ column: Int) throws(Refusal) -> Bool {
        switch values[column] {
        case .integer(0): return false
        case .integer(1): return true
        case .integer(let other): throw Self.damaged(column, found: String(other))
        case .null, .text, .blob: throw wrong(column)
        }
    }

    package func intOrNil(_ column: Int) throws(Refusal) -> Int64? {
        values[column] == .null ? nil : try int(column)
    }

    package func textOrNil(_ column: Int) throws(Refusal) -> String? {
        values[column] == .null ? nil : try text(column)
    }

    package func blobOrNil(_ column: Int) throws(Refusal) -> [UInt8]? {
        values[column] == .null ? nil : try blob(column)
    }

    private func wrong(_ column: Int) -> Refusal { Self.damaged(column, found: values[column].kind) }

    /// The refusal for a value that this program never writes.
    static func damaged(_ column: Int, found: String) -> Refusal {
        Refusal(.storeDamaged, ["column": String(column), "found": found])
    }
}
