import Jobs
import Journal
import Kernel
import Ledger
import SQL
import Seal

/// Verifies a street that is clean, in one pass and little memory: records one after the other, their rows by
/// sums, and a job let go as soon as its row is what it must be.
///
/// It says "clean" or nothing. What differs, and where first, ``Audit/search(against:)`` finds.
struct QuickAudit {
    private let connection: any SQLConnection
    private let org: Code
    private var replay: Replay
    private var lines = RowSum()
    /// Of what records and the state stand for, by table.
    private var sums: [String: RowSum] = [:]
    /// The last record of each job, as the database has it: a hint when to compare a job's row.
    private var lasts: [Code: Int] = [:]

    init(_ connection: any SQLConnection, org: Code) {
        self.connection = connection
        self.org = org
        replay = Replay(org: org, hasher: Digest.of)
    }

    /// The verdict on a clean street; nil where something is not as it must be.
    func verdict() throws(Refusal) -> AuditVerdict? {
        var audit = self
        guard try audit.readJournal(), audit.addState(), try audit.tablesAgree() else { return nil }
        return AuditVerdict(
            records: audit.replay.state.head.seq, lines: audit.lines.count, head: audit.replay.state.head.hash,
            rows: audit.sums.values.reduce(0) { $0 + $1.count })
    }

    private mutating func readJournal() throws(Refusal) -> Bool {
        let sql = "SELECT job, max(seq) FROM job_record WHERE org = $1 GROUP BY job"
        var (audit, isClean) = (self, true)
        try connection.each(sql, [SQLValue(org.text)]) { (row) throws(Refusal) in
            audit.lasts[try Code(try row.text(0))] = Int(try row.int(1))
        }
        try ReadAhead(connection: connection, org: org).each({ audit.replay.algorithm }) { (read) throws(Refusal) in
            isClean = try audit.take(read)
            return isClean
        }
        self = audit
        return isClean && replay.state.street != nil
    }

    private mutating func take(_ read: ReadRecord) throws(Refusal) -> Bool {
        guard let record = try? replay.take(read) else { return false }
        for row in record.rows { sums[row.table.name, default: RowSum()].add(row.values) }
        for row in record.lineRows { lines.add(row) }
        for voucher in record.vouchers {
            for line in voucher.lines { if let job = line.job, !replay.state.knows(job) { return false } }
        }
        for job in record.jobs where lasts[job] == record.seq { try letGo(job) }
        if record.seq % 4096 == 0 { replay.forgetTakings() }
        return true
    }

    /// Lets a job go that has become what the database holds. One that is told something later, by another
    /// job, is not yet that; one that holds money may be looked at when the year is closed.
    private mutating func letGo(_ number: Code) throws(Refusal) {
        guard let job = replay.state.jobs[number], job.open.isEmpty, job.held(.payable) == .zero,
              job.held(.retention) == .zero, let right = replay.state.row(for: .job(number), SQLValue(org.text))
        else { return }
        let columns = right.table.columns.joined(separator: ", ")
        let sql = "SELECT \(columns) FROM job WHERE org = $1 AND number = $2"
        var isRight = false
        try connection.scan(sql, [SQLValue(org.text), SQLValue(number.text)]) { (row) throws(Refusal) in
            isRight = try row.hold(right.values)
        }
        guard isRight else { return }
        sums[right.table.name, default: RowSum()].add(right.values)
        replay.forget(number)
    }

    /// The rows that are left. False when a job was told something after it had been let go.
    private mutating func addState() -> Bool {
        replay.forgetTakings()
        let state = replay.state
        for touched in state.touched {
            if case .job(let job) = touched, !state.knows(job) { return false }
        }
        for row in state.rows() { sums[row.table.name, default: RowSum()].add(row.values) }
        for unique in state.register.takings {
            guard let row = state.row(for: .taken(unique), SQLValue(org.text)) else { continue }
            sums[row.table.name, default: RowSum()].add(row.values)
        }
        return true
    }

    private func tablesAgree() throws(Refusal) -> Bool {
        let columns = Record.lineColumns.joined(separator: ", ")
        guard try sum("SELECT \(columns) FROM line WHERE org = $1") == lines else { return false }
        for table in ProjectionTable.all {
            let sql = "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE org = $1"
            guard try sum(sql) == sums[table.name] ?? RowSum() else { return false }
        }
        return true
    }

    private func sum(_ sql: String) throws(Refusal) -> RowSum {
        var sum = RowSum()
        try connection.scan(sql, [SQLValue(org.text)]) { (row) throws(Refusal) in try sum.add(row) }
        return sum
    }
}
