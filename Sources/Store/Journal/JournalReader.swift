package import Journal
package import Kernel
package import SQL

/// Reads a street's journal.
package struct JournalReader {
    private let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// Hands over every record of a street in order, without keeping them.
    package func each(_ org: Code, _ body: (StoredRecord) throws(Refusal) -> Void) throws(Refusal) {
        try connection.each(Self.all, [SQLValue(org.text)]) { (row) throws(Refusal) in try body(Self.stored(row)) }
    }

    /// The same as they lie in the database: number, body, previous hash, hash.
    package func scan(_ org: Code, _ body: (SQLCells) throws(Refusal) -> Void) throws(Refusal) {
        try connection.scan(Self.all, [SQLValue(org.text)], body)
    }

    private static let all = "SELECT seq, body, prev, hash FROM record WHERE org = $1 ORDER BY seq"

    /// The same for the records whose body has a name in it: those with events of a kind, and perhaps others.
    package func each(
        _ org: Code, holding name: String, _ body: (StoredRecord) throws(Refusal) -> Void
    ) throws(Refusal) {
        try connection.each(
            "SELECT seq, body, prev, hash FROM record WHERE org = $1 AND body LIKE $2 ORDER BY seq",
            [SQLValue(org.text), SQLValue("%\"\(name)\"%")]
        ) { (row) throws(Refusal) in try body(Self.stored(row)) }
    }

    /// The record of a number, or nil.
    package func record(_ org: Code, seq: Int) throws(Refusal) -> Record? {
        guard let stored = try stored(org, seq: seq) else { return nil }
        return try Record(body: stored.body)
    }

    /// The record of a number as it is stored, with its link of the chain, or nil.
    package func stored(_ org: Code, seq: Int) throws(Refusal) -> StoredRecord? {
        try connection.first(
            "SELECT seq, body, prev, hash FROM record WHERE org = $1 AND seq = $2", [SQLValue(org.text), SQLValue(seq)]
        ).map(Self.stored)
    }

    /// The records before one, the latest first, `limit` at most.
    package func before(_ seq: Int, of org: Code, limit: Int) throws(Refusal) -> [StoredRecord] {
        var found: [StoredRecord] = []
        try connection.each(
            "SELECT seq, body, prev, hash FROM record WHERE org = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3",
            [SQLValue(org.text), SQLValue(seq), SQLValue(limit)]
        ) { (row) throws(Refusal) in found.append(try Self.stored(row)) }
        return found
    }

    /// The number of the record that a voucher belongs to, or nil.
    package func seq(_ org: Code, voucher: Code) throws(Refusal) -> Int? {
        let row = try connection.first(
            "SELECT seq FROM line WHERE org = $1 AND voucher = $2 LIMIT 1", [SQLValue(org.text), SQLValue(voucher.text)])
        return try row.map { (row) throws(Refusal) in Int(try row.int(0)) }
    }

    /// The record that a command's id led to, or nil when the id is new.
    package func record(_ org: Code, id: Code) throws(Refusal) -> Record? {
        let row = try connection.first(
            "SELECT seq FROM command WHERE org = $1 AND id = $2", [SQLValue(org.text), SQLValue(id.text)])
        guard let row else { return nil }
        return try record(org, seq: Int(try row.int(0)))
    }

    /// The story of a job: every record that touched it, in order.
    package func records(_ org: Code, job: Code) throws(Refusal) -> [Record] {
        let rows = try connection.rows(
            """
            SELECT r.body FROM job_record AS j JOIN record AS r ON r.org = j.org AND r.seq = j.seq
            WHERE j.org = $1 AND j.job = $2 ORDER BY j.seq
            """,
            [SQLValue(org.text), SQLValue(job.text)])
        var records: [Record] = []
        for row in rows { records.append(try Record(body: try row.text(0))) }
        return records
    }

    /// The bodies of the records that touched a job, in order.
    package func each(
        _ org: Code, job: Code, in seqs: ClosedRange<Int>, _ body: (String) throws(Refusal) -> Void
    ) throws(Refusal) {
        try connection.each(
            """
            SELECT r.body FROM job_record AS j JOIN record AS r ON r.org = j.org AND r.seq = j.seq
            WHERE j.org = $1 AND j.job = $2 AND j.seq BETWEEN $3 AND $4 ORDER BY j.seq
            """,
            [SQLValue(org.text), SQLValue(job.text), SQLValue(seqs.lowerBound), SQLValue(seqs.upperBound)]
        ) { (row) throws(Refusal) in try body(try row.text(0)) }
    }

    /// The jobs with a record after one.
    package func jobs(_ org: Code, after seq: Int) throws(Refusal) -> Set<Code> {
        var jobs: Set<Code> = []
        try connection.each(
            "SELECT DISTINCT job FROM job_record WHERE org = $1 AND seq > $2", [SQLValue(org.text), SQLValue(seq)]
        ) { (row) throws(Refusal) in jobs.insert(try Code(try row.text(0))) }
        return jobs
    }

    /// The records that are no job's, in order: the others are marked, which takes less than half of what a
    /// database takes to set one list against the other.
    package func eachBesideJobs(
        _ org: Code, upTo seq: Int, _ body: (StoredRecord) throws(Refusal) -> Void
    ) throws(Refusal) {
        var isJobs = [Bool](repeating: false, count: seq + 1)
        try connection.scan(
            "SELECT seq FROM job_record WHERE org = $1 AND seq <= $2", [SQLValue(org.text), SQLValue(seq)]
        ) { (cells) throws(Refusal) in
            let number = Int(try cells.int(0))
            if isJobs.indices.contains(number) { isJobs[number] = true }
        }
        for number in isJobs.indices.dropFirst() where !isJobs[number] {
            if let stored = try stored(org, seq: number) { try body(stored) }
        }
    }

    /// The last of the first records that were recorded by a moment: their times never decrease.
    package func last(_ org: Code, by moment: Instant, upTo seq: Int) throws(Refusal) -> Int {
        var (low, high) = (0, seq)
        while low < high {
            let middle = (low + high + 1) / 2
            guard let record = try record(org, seq: middle) else {
                throw Refusal(.storeDamaged, ["detail": "record \(middle)"])
            }
            if record.recorded <= moment { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The seals of a street's access log, in order; or the last alone, which is found from the end.
    package func accessSeals(_ org: Code, last: Bool = false) throws(Refusal) -> [(seq: Int, form: SealAccessForm)] {
        var seals: [(seq: Int, form: SealAccessForm)] = []
        var before = Int.max
        while true {
            // Any record may speak of a seal; whether it is one is asked of it.
            let row = try connection.first(
                "SELECT seq, body FROM record WHERE org = $1 AND seq < $2 AND body LIKE '%\"accessSealed\"%' "
                    + "ORDER BY seq DESC LIMIT 1", [SQLValue(org.text), SQLValue(before)])
            guard let row else { return seals.reversed() }
            before = Int(try row.int(0))
            for event in try Record(body: try row.text(1)).events {
                if case .accessSealed(let form) = event { seals.append((before, form)) }
            }
            if last, !seals.isEmpty { return seals }
        }
    }

    private static func stored(_ row: SQLRow) throws(Refusal) -> StoredRecord {
        StoredRecord(
            seq: Int(try row.int(0)), body: try row.text(1), prev: try row.text(2), hash: try row.text(3))
    }
}
