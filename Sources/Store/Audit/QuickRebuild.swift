import Jobs
import Journal
import Kernel
import Ledger
import SQL
import Seal

/// Makes the projections of a sound journal afresh in one pass and little memory: rows are written as records
/// are read, and a job is let go as soon as nobody waits for it.
///
/// It does all of it or nothing; what stands in the way, and where, the way with everything in memory finds.
struct QuickRebuild {
    /// Nothing of what was written may be kept.
    private static let gaveUp = Refusal(.storeDamaged, ["detail": "rebuild"])
    /// Rows that wait to be written.
    private static let most = 4_096

    private let connection: any SQLConnection
    private let org: Code
    private var replay: Replay
    private var waiting: [ProjectionRow] = []

    init(_ connection: any SQLConnection, org: Code) {
        self.connection = connection
        self.org = org
        replay = Replay(org: org, hasher: Digest.of)
    }

    /// The verdict on what was made; nil, and nothing is changed, where this is not the way.
    func make() throws(Refusal) -> AuditVerdict? {
        do throws(Refusal) {
            return try connection.savepoint { () throws(Refusal) in
                var rebuild = self
                try rebuild.write()
                // What was let go too early shows here.
                guard let verdict = try QuickAudit(connection, org: org).verdict() else { throw Self.gaveUp }
                return verdict
            }
        } catch {
            guard error == Self.gaveUp else { throw error }
            return nil
        }
    }

    private mutating func write() throws(Refusal) {
        for table in ProjectionTable.all { try connection.run(table.delete, [SQLValue(org.text)]) }
        var rebuild = self
        try ReadAhead(connection: connection, org: org).each({ rebuild.replay.algorithm }) { (read) throws(Refusal) in
            try rebuild.take(read)
            return true
        }
        guard rebuild.replay.state.street != nil else { throw Self.gaveUp }
        rebuild.replay.forgetTakings()
        let (state, street) = (rebuild.replay.state, SQLValue(org.text))
        rebuild.waiting += state.rows() + state.register.takings.compactMap { state.row(for: .taken($0), street) }
        try rebuild.flush()
        self = rebuild
    }

    private mutating func take(_ read: ReadRecord) throws(Refusal) {
        try recall(read)
        guard let record = try? replay.take(read) else { throw Self.gaveUp }
        waiting += record.rows
        for job in record.jobs { letGo(job) }
        if waiting.count >= Self.most { try flush() }
        if record.seq % 4096 == 0 { replay.forgetTakings() }
    }

    /// A job that was let go is taken back when a record is about it.
    private mutating func recall(_ read: ReadRecord) throws(Refusal) {
        for number in (try? read.record.get())?.jobs ?? [] where replay.state.jobs[number] == nil {
            if waiting.contains(where: { $0.table == .job && $0.values[1] == SQLValue(number.text) }) { try flush() }
            let sql = "SELECT body FROM job WHERE org = $1 AND number = $2"
            guard let row = try connection.first(sql, [SQLValue(org.text), SQLValue(number.text)]) else { continue }
            replay.recall(try row.body(0) as Job)
        }
    }

    /// One that holds money may be looked at when the year is closed.
    private mutating func letGo(_ number: Code) {
        guard let job = replay.state.jobs[number], job.works.isEnd, job.open.isEmpty, job.held(.payable) == .zero,
              job.held(.retention) == .zero, let row = replay.state.row(for: .job(number), SQLValue(org.text))
        else { return }
        waiting.append(row)
        replay.forget(number)
    }

    private mutating func flush() throws(Refusal) {
        // Over each other, also an id that came twice: that the rows are too few then, the audit sees.
        let writes = ProjectionRow.grouped(waiting).map { SQLWrite($0.table.upsert, $0.values) }
        waiting = []
        try connection.runAll(writes)
    }
}
