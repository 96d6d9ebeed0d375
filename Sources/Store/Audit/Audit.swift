package import Journal
package import Kernel
package import SQL
import Seal

/// Checks a street from its first record, trusting nothing that was derived: the chain, the numbers, the
/// lines, and every row of every projection.
package struct Audit {
    let connection: any SQLConnection
    let org: Code

    package init(_ connection: any SQLConnection, org: Code) {
        self.connection = connection
        self.org = org
    }

    /// The verdict, or the first thing that is not as it must be. With an anchor the journal must still
    /// hold that record: a chain by itself cannot show that its end was cut off and written anew. Throws
    /// `org.unknown` for an empty journal.
    package func verify(against anchor: Anchor? = nil) throws(Refusal) -> Result<AuditVerdict, Finding> {
        // What cannot even be read is named by the search.
        if let verdict = (try? QuickAudit(connection, org: org).verdict()) ?? nil {
            if let anchor, let finding = try missing(anchor) { return .failure(finding) }
            return .success(verdict)
        }
        return try search(against: anchor)
    }

    /// The whole of the way with everything in memory, which names the first thing that differs.
    func search(against anchor: Anchor? = nil) throws(Refusal) -> Result<AuditVerdict, Finding> {
        var derived = Derived(org: org)
        if let finding = try derived.read(connection) { return .failure(finding) }
        if derived.state.street == nil { return .failure(try unopened()) }
        if let anchor, let finding = try missing(anchor) { return .failure(finding) }
        if let finding = try strayLine(derived) { return .failure(finding) }
        for table in ProjectionTable.all {
            if let finding = try Comparison(table, org).first(derived.rows(of: table), connection) {
                return .failure(finding)
            }
        }
        return .success(AuditVerdict(
            records: derived.state.head.seq, lines: derived.lines, head: derived.state.head.hash,
            rows: derived.rowCount))
    }

    /// Makes every projection afresh. The journal is read and checked first: a broken chain is not built
    /// upon, and its finding is returned. The journal, its lines and the callers are not touched.
    package func rebuild() throws(Refusal) -> Result<AuditVerdict, Finding> {
        if let verdict = try QuickRebuild(connection, org: org).make() { return .success(verdict) }
        var derived = Derived(org: org)
        if let finding = try derived.read(connection) { return .failure(finding) }
        if derived.state.street == nil { throw Refusal(.orgUnknown, ["org": org.text]) }
        for table in ProjectionTable.all { try connection.run(table.delete, [SQLValue(org.text)]) }
        for table in ProjectionTable.all {
            for row in derived.rows(of: table) { try connection.run(table.upsert, row) }
        }
        return .success(AuditVerdict(
            records: derived.state.head.seq, lines: derived.lines, head: derived.state.head.hash,
            rows: derived.rowCount))
    }

    /// Rows of a street that no record opens. Throws `org.unknown` when there is nothing of it at all.
    func unopened() throws(Refusal) -> Finding {
        guard try Queries(connection).traces().contains(org) else { throw Refusal(.orgUnknown, ["org": org.text]) }
        return Finding(seq: 1, field: "seq", expected: "a record that opens \(org.text)", found: "none")
    }

    func missing(_ anchor: Anchor) throws(Refusal) -> Finding? {
        let row = try connection.first(
            "SELECT hash FROM record WHERE org = $1 AND seq = $2", [SQLValue(org.text), SQLValue(anchor.seq)])
        let found = try row?.text(0) ?? "—"
        if found.utf8.starts(with: anchor.hash.utf8) { return nil }
        return Finding(seq: anchor.seq, field: "hash", expected: anchor.hash, found: found)
    }

    /// Lines of a number that has no record.
    private func strayLine(_ derived: Derived) throws(Refusal) -> Finding? {
        let row = try connection.first(
            "SELECT seq, n FROM line WHERE org = $1 AND (seq < 1 OR seq > $2) ORDER BY seq, n LIMIT 1",
            [SQLValue(org.text), SQLValue(derived.state.head.seq)])
        guard let row else { return nil }
        let seq = Int(try row.int(0))
        return Finding(seq: seq, field: "line.\(try row.int(1))", expected: "—", found: "a line without a record")
    }
}

/// Everything that the journal says, derived anew.
private struct Derived {
    let org: Code
    var replay: Replay
    var lines = 0
    /// By table.
    private var rows: [String: [[SQLValue]]] = [:]
    /// The record that each command's id led to.
    private var ids: [Code: Int] = [:]

    init(org: Code) {
        self.org = org
        replay = Replay(org: org, hasher: Digest.of)
    }

    var state: State { replay.state }

    /// Reads all records, and compares the lines of each with the table of lines.
    mutating func read(_ connection: any SQLConnection) throws(Refusal) -> Finding? {
        var finding: Finding?
        var copy = self
        try JournalReader(connection).each(org) { (stored) throws(Refusal) in
            if finding == nil { finding = try copy.take(stored, connection) }
        }
        for row in copy.replay.state.rows() { copy.rows[row.table.name, default: []].append(row.values) }
        self = copy
        return finding
    }

    private mutating func take(_ stored: StoredRecord, _ connection: any SQLConnection) throws(Refusal) -> Finding? {
        let record: Record
        do {
            record = try replay.take(stored)
        } catch {
            return error
        }
        if let earlier = ids.updateValue(record.seq, forKey: record.id) {
            return Finding(
                seq: record.seq, field: "body.id", expected: "an id of its own",
                found: "\(record.id.text), as in record \(earlier)")
        }
        for row in record.rows { rows[row.table.name, default: []].append(row.values) }
        let expected = record.lineRows
        lines += expected.count
        let found = try connection.rows(
            """
            SELECT \(Record.lineColumns.joined(separator: ", "))
            FROM line WHERE org = $1 AND seq = $2 ORDER BY n
            """, [SQLValue(org.text), SQLValue(record.seq)])
        return Self.difference(expected, found.map(\.values), seq: record.seq)
    }

    private static func difference(_ expected: [[SQLValue]], _ found: [[SQLValue]], seq: Int) -> Finding? {
        for (index, pair) in zip(expected, found).enumerated() {
            guard let column = zip(pair.0, pair.1).enumerated().first(where: { $1.0 != $1.1 })?.offset else { continue }
            return .column("line.\(index + 1).\(Record.lineColumns[column])", pair.0[column], pair.1[column], seq: seq)
        }
        guard expected.count != found.count else { return nil }
        return Finding(
            seq: seq, field: "line", expected: "\(expected.count) lines", found: "\(found.count) lines")
    }

    func rows(of table: ProjectionTable) -> [[SQLValue]] { rows[table.name] ?? [] }

    var rowCount: Int { rows.values.reduce(0) { $0 + $1.count } }
}

/// Compares the rows of a projection with what they must be.
private struct Comparison {
    private let table: ProjectionTable
    private let org: Code

    init(_ table: ProjectionTable, _ org: Code) {
        self.table = table
        self.org = org
    }

    /// The first row, by key, that is wrong, missing or too many.
    func first(_ expected: [[SQLValue]], _ connection: any SQLConnection) throws(Refusal) -> Finding? {
        var wanted: [[UInt8]: [SQLValue]] = [:]
        for row in expected where wanted.updateValue(row, forKey: key(row)) != nil {
            return finding(row, expected: "one row", found: "two of one key")
        }
        var finding: Finding?
        try connection.each(table.select, [SQLValue(org.text)]) { row in
            guard finding == nil else { return }
            guard let right = wanted.removeValue(forKey: key(row.values)) else {
                finding = self.finding(row.values, expected: "no such row", found: "a row")
                return
            }
            if let column = zip(right, row.values).enumerated().first(where: { $1.0 != $1.1 })?.offset {
                let field = name(of: row.values) + "." + table.columns[column]
                finding = .column(field, right[column], row.values[column])
            }
        }
        if finding == nil, let missing = wanted.min(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            finding = self.finding(missing.value, expected: "a row", found: "none")
        }
        return finding
    }

    /// Bytes, because a database tells texts apart that are equal to Swift.
    private func key(_ values: [SQLValue]) -> [UInt8] {
        Array(values.prefix(table.keys).map(\.words).joined(separator: "\u{1F}").utf8)
    }

    private func finding(_ values: [SQLValue], expected: String, found: String) -> Finding {
        Finding(seq: nil, field: name(of: values), expected: expected, found: found)
    }

    private func name(of values: [SQLValue]) -> String {
        table.name + "[" + values.prefix(table.keys).dropFirst().map(\.words).joined(separator: "/") + "]"
    }
}

extension SQLValue {
    /// The value as text, for messages.
    var words: String {
        switch self {
        case .null: "null"
        case .integer(let value): String(value)
        case .text(let text): text
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}
