package import Kernel

/// A row looked at where it lies, in the memory of the database: for passes over a whole table that compare
/// or digest bytes and keep none. Good for as long as the body that it is handed to runs.
package struct SQLCells {
    enum Source {
        case statement(PreparedStatement)
        case row(SQLRow)
    }

    let source: Source

    package var count: Int {
        switch source {
        case .statement(let statement): statement.count
        case .row(let row): row.count
        }
    }

    /// Whether the row is just these values, texts by their bytes.
    package func hold(_ values: [SQLValue]) throws(Refusal) -> Bool {
        guard count == values.count else { return false }
        for (column, value) in values.enumerated() {
            var same = false
            try look(column) { cell in same = value.lies(in: cell) }
            if !same { return false }
        }
        return true
    }

    /// The first column is 0. Throws `store.damaged` for a fraction, which this program never writes.
    package func look(_ column: Int, _ body: (SQLCell) throws(Refusal) -> Void) throws(Refusal) {
        switch source {
        case .statement(let statement): try body(try statement.cell(Int32(column)))
        case .row(let row): try row[column].asCell(body)
        }
    }

    /// Throws `store.damaged`, as ``SQLRow/int(_:)``.
    package func int(_ column: Int) throws(Refusal) -> Int64 {
        var number: Int64?
        try look(column) { if case .integer(let value) = $0 { number = value } }
        guard let number else { throw SQLRow.damaged(column, found: "no integer") }
        return number
    }

    /// The bytes of a text, not looked at whether they are UTF-8. Throws `store.damaged`.
    package func text(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> Void
    ) throws(Refusal) {
        try look(column) { (cell) throws(Refusal) in
            guard case .text(let bytes) = cell else { throw SQLRow.damaged(column, found: "no text") }
            try body(bytes)
        }
    }
}

/// A value where it lies: ``SQLValue`` without a copy.
package enum SQLCell {
    case null
    case integer(Int64)
    case text(UnsafeBufferPointer<UInt8>)
    case blob(UnsafeBufferPointer<UInt8>)
}

extension SQLValue {
    package func asCell(_ body: (SQLCell) throws(Refusal) -> Void) throws(Refusal) {
        switch self {
        case .null: try body(.null)
        case .integer(let number): try body(.integer(number))
        case .text(var text):
            try text.withUTF8 { bytes in Result { () throws(Refusal) in try body(.text(bytes)) } }.get()
        case .blob(let bytes):
            try bytes.withUnsafeBufferPointer { (bytes) throws(Refusal) in try body(.blob(bytes)) }
        }
    }
}

extension SQLValue {
    fileprivate func lies(in cell: SQLCell) -> Bool {
        switch self {
        case .null: if case .null = cell { true } else { false }
        case .integer(let mine): if case .integer(let theirs) = cell { mine == theirs } else { false }
        case .text(var text):
            if case .text(let bytes) = cell { text.withUTF8 { $0.sameBytes(as: bytes) } } else { false }
        case .blob(let mine):
            if case .blob(let bytes) = cell { mine.withUnsafeBufferPointer { $0.sameBytes(as: bytes) } } else { false }
        }
    }
}
