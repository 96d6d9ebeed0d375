import CPostgres
import Kernel

/// The answer to one statement; freed with its last use.
struct PostgresResult: ~Copyable {
    private let handle: OpaquePointer
    private let path: String

    init(_ handle: OpaquePointer, path: String) {
        self.handle = handle
        self.path = path
    }

    deinit { PQclear(handle) }

    /// How many rows.
    var count: Int { Int(PQntuples(handle)) }

    /// What the server did: `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
    var tag: String { PQcmdStatus(handle).map { String(cString: $0) } ?? "" }

    /// The types of the columns.
    var types: [PostgresType] { (0..<PQnfields(handle)).map { PostgresType(PQftype(handle, $0)) } }

    /// How many parameters a described statement has.
    var parameters: Int { Int(PQnparams(handle)) }

    /// Throws `store.damaged` (facts `column`, `found`) for a value that is none of ``SQLValue``, which this
    /// program never writes: fractions, dates, numbers beyond 64 bits, text that is not UTF-8.
    func row(_ row: Int) throws(Refusal) -> SQLRow {
        var values: [SQLValue] = []
        let count = PQnfields(handle)
        values.reserveCapacity(Int(count))
        for column in 0..<count { try values.append(value(Int32(row), column)) }
        return SQLRow(values)
    }

    private func value(_ row: Int32, _ column: Int32) throws(Refusal) -> SQLValue {
        guard PQgetisnull(handle, row, column) == 0 else { return .null }
        let type = PostgresType(PQftype(handle, column))
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
        let value = PQfformat(handle, column) == 1 ? type.binary(bytes) : type.text(bytes)
        guard let value else {
            throw SQLRow.damaged(Int(column), found: type.name).adding("path", path)
        }
        return value
    }
}
