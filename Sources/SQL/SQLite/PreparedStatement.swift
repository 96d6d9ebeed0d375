import CSQLite
import Kernel

/// A compiled statement, bound and stepped through the C API: positional values, nothing between them and
/// SQLite.
struct PreparedStatement {
    let handle: OpaquePointer
    let path: String

    /// Gives each parameter its value. `$1` is a *name* to SQLite, and its index follows first appearance, so
    /// the index is looked up by name: `$2` before `$1` and a repeated `$1` mean what they say.
    ///
    /// Throws `store.io` unless the values are exactly those that the statement names: a mistake in the
    /// program.
    func bind(_ values: [SQLValue]) throws(Refusal) {
        let count = sqlite3_bind_parameter_count(handle)
        guard count == values.count else { throw mismatch(values.count) }
        for index in 0..<count {
            let name = sqlite3_bind_parameter_name(handle, index + 1)
            guard let number = Self.number(name), number <= values.count else { throw mismatch(values.count) }
            try bind(values[number - 1], at: index + 1)
        }
    }

    /// Moves on to the next row; false when there is none left.
    func step() throws(Refusal) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw fault(code)
        }
    }

    /// The row that the statement stands on. Throws `store.damaged` for a fraction or a text that is not
    /// UTF-8, which this program never writes.
    func row() throws(Refusal) -> SQLRow {
        var values: [SQLValue] = []
        let count = sqlite3_data_count(handle)
        values.reserveCapacity(Int(count))
        for column in 0..<count { try values.append(value(column)) }
        return SQLRow(values)
    }

    /// Columns of the row that the statement stands on.
    var count: Int { Int(sqlite3_data_count(handle)) }

    /// Makes the statement fit for its next use. Its result only repeats the error of the last step.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// The number in `$12`; nil for any other name, and for `$012`, so that two names are never one number.
    private static func number(_ name: UnsafePointer<CChar>?) -> Int? {
        guard let name, name[0] == CChar(UInt8(ascii: "$")), name[1] != 0x30 else { return nil }
        var number = 0
        var at = 1
        while name[at] != 0 {
            guard (0x30...0x39).contains(name[at]), at < 7 else { return nil }
            number = number * 10 + Int(name[at] - 0x30)
            at += 1
        }
        return number > 0 ? number : nil
    }

    private func bind(_ value: SQLValue, at index: Int32) throws(Refusal) {
        let code = switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .text(let text): Self.bind(text, to: handle, at: index)
        case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, index, 0)
        case .blob(let bytes): sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.copied)
        }
        guard code == SQLITE_OK else { throw fault(code) }
    }

    private static func bind(_ text: String, to handle: OpaquePointer, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                let (start, count) = (bytes.baseAddress, UInt64(bytes.count))
                guard let start else { return sqlite3_bind_text(handle, index, "", 0, copied) }
                return sqlite3_bind_text64(handle, index, start, count, copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    /// SQLITE_TRANSIENT: SQLite keeps its own copy, since ours may be gone before the step.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// A value in SQLite's memory, there until the next step.
    func cell(_ column: Int32) throws(Refusal) -> SQLCell {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { throw fault(SQLITE_NOMEM) }
            return .text(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
            return .blob(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
        default: throw SQLRow.damaged(Int(column), found: "real").adding("path", path)
        }
    }

    private func value(_ column: Int32) throws(Refusal) -> SQLValue {
        switch try cell(column) {
        case .null: return .null
        case .integer(let number): return .integer(number)
        case .text(let bytes):
            guard let text = String(utf8Bytes: bytes) else {
                throw SQLRow.damaged(Int(column), found: "text that is not UTF-8").adding("path", path)
            }
            return .text(text)
        case .blob(let bytes): return .blob(Array(bytes))
        }
    }

    private func fault(_ code: Int32) -> Refusal {
        let detail = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) } ?? "?"
        return Faults.refusal(code: code, detail: detail, path: path)
    }

    private func mismatch(_ count: Int) -> Refusal {
        let sql = sqlite3_sql(handle).map { String(cString: $0) } ?? "?"
        let detail = "\(count) values do not fit the parameters of \(sql)"
        return Refusal(.storeIO, ["path": path, "detail": detail])
    }
}
