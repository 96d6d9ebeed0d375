import Documents
import Kernel
import SQL
import Store
import Testing

@Suite("Statements")
struct StatementTests {
    @Test("parameters mean their number, in whatever order they appear", arguments: [
        ("SELECT $1, $2", ["a", "b"]),
        ("SELECT $2, $1", ["b", "a"]),
        ("SELECT $1, $2, $1", ["a", "b", "a"]),
        ("SELECT $2, $2, $1", ["b", "b", "a"]),
    ])
    func parameterMapping(sql: String, expected: [String]) async throws {
        try await withStore { store in
            let rows = try await store.read { connection throws(Refusal) in
                _ = try connection.rows(sql, ["x", "y"])
                return try connection.rows(sql, ["a", "b"])
            }
            #expect(rows == [SQLRow(expected.map { .text($0) })])
        }
    }

    @Test("more than nine parameters")
    func manyParameters() async throws {
        try await withStore { store in
            let row = try await store.read { connection throws(Refusal) in
                try connection.first(
                    "SELECT $120, $12, $1" + (1...120).map { ", $\($0)" }.joined(), (1...120).map { SQLValue($0) })
            }
            #expect(row?.values.prefix(3) == [120, 12, 1])
        }
    }

    @Test("values that do not fit the parameters are refused", arguments: [
        ("SELECT $1", 0), ("SELECT $1", 2), ("SELECT $2", 1), ("SELECT $1, $3", 2), ("SELECT ?", 1),
        ("SELECT :a", 1), ("SELECT $a", 1), ("SELECT $01", 1), ("SELECT $1, $01", 2), ("SELECT $99999999", 1),
    ])
    func parameterMismatch(sql: String, count: Int) async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.read { connection throws(Refusal) in
                    try connection.rows(sql, Array(repeating: 1, count: count)).count
                }
            }
            #expect(answer?.code == .storeIO)
        }
    }

    @Test("every kind of value comes back as it went in", arguments: [
        SQLValue.null, 0, .integer(.min), .integer(.max), "", "应急包", "a\0b", .blob([]), .blob([0, 255]),
    ])
    func roundTrip(value: SQLValue) async throws {
        try await withStore { store in
            let row = try await store.read { connection throws(Refusal) in try connection.first("SELECT $1", [value]) }
            #expect(row?[0] == value)
        }
    }

    @Test("a statement from the cache works again after an error, without the old values")
    func reuseAfterError() async throws {
        try await withStore { store in
            try await store.write { connection throws(Refusal) in
                try connection.take("ref", 1)
                let second = refusal { () throws(Refusal) in try connection.take("ref", 1) }
                #expect(second?.code == .storeIO)
                #expect(second?["detail"]?.contains("UNIQUE constraint failed") == true)
                try connection.take("ref", 2)
                #expect(try connection.taken("ref") == 2)
            }
        }
    }

    @Test("a body that stops half-way leaves the statement ready")
    func stopHalfway() async throws {
        try await withStore { store in
            try await store.read { connection throws(Refusal) in
                let sql = "SELECT 1 UNION ALL SELECT 2"
                let stopped = refusal { () throws(Refusal) in
                    try connection.each(sql, []) { _ throws(Refusal) in throw Refusal(.jobUnknown) }
                }
                #expect(stopped == Refusal(.jobUnknown))
                #expect(try connection.rows(sql).map(\.values) == [[1], [2]])
            }
        }
    }

    @Test("rows are looked at where they lie, and hold just their values")
    func scanned() async throws {
        try await withStore { store in
            try await store.read { connection throws(Refusal) in
                let sql = "SELECT 7, 'é路', x'0102', NULL, '' UNION ALL SELECT 8, 'b', x'', 1, 'c'"
                let rows = try connection.rows(sql).map(\.values)
                var seen = 0
                try connection.scan(sql, []) { (row) throws(Refusal) in
                    #expect(try row.hold(rows[seen]))
                    #expect(try !row.hold(rows[1 - seen]))
                    #expect(try !row.hold(Array(rows[seen].dropLast())))
                    #expect(try row.int(0) == Int64(7 + seen))
                    try row.text(1) { bytes in #expect(SQLValue(String(decoding: bytes, as: UTF8.self)) == rows[seen][1]) }
                    let wrong = refusal { () throws(Refusal) in _ = try row.int(1) }
                    #expect(wrong?.code == .storeDamaged)
                    seen += 1
                }
                #expect(seen == 2)
            }
        }
    }

    @Test("the same statement inside its own rows")
    func nested() async throws {
        try await withStore { store in
            try await store.read { connection throws(Refusal) in
                let sql = "SELECT 1 UNION ALL SELECT 2"
                var inner: [Int] = []
                try connection.each(sql, []) { _ throws(Refusal) in inner.append(try connection.rows(sql).count) }
                #expect(inner == [2, 2])
            }
        }
    }

    @Test("a value of another type than asked for is damage", arguments: [
        ("SELECT 'x'", "text"), ("SELECT NULL", "null"), ("SELECT x'00'", "blob"), ("SELECT 1.5", "real"),
        ("SELECT CAST(x'FF' AS TEXT)", "text that is not UTF-8"),
    ])
    func wrongType(sql: String, found: String) async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.read { connection throws(Refusal) in try connection.first(sql)?.int(0) }
            }
            #expect(answer?.code == .storeDamaged)
            #expect(answer?["column"] == "0")
            #expect(answer?["found"] == found)
        }
    }

    @Test("optional readers take null and nothing else of another type")
    func optionals() throws {
        let row = SQLRow([nil, 7, "t", .blob([1]), 0, 2])
        #expect(try row.intOrNil(0) == nil)
        #expect(try row.textOrNil(0) == nil)
        #expect(try row.blobOrNil(0) == nil)
        #expect(try row.intOrNil(1) == 7)
        #expect(try row.textOrNil(2) == "t")
        #expect(try row.blobOrNil(3) == [1])
        #expect(try row.flag(4) == false)
        #expect(refusal { () throws(Refusal) in try row.textOrNil(1) }?["found"] == "integer")
        #expect(refusal { () throws(Refusal) in try row.flag(5) }?["found"] == "2")
    }

    @Test("reading cannot write")
    func readOnlyReaders() async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.read { connection throws(Refusal) in try connection.take("ref", 1) }
            }
            #expect(answer?.code == .storeReadOnly)
        }
    }
}
