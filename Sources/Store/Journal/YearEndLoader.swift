import Bank
import Jobs
import Journal
import Kernel
import SQL
import Seal

/// What the close of a year looks at besides what every command does: the bank's book, and every job as it
/// stood when the year ended.
///
/// A job that nothing has happened to since is as its row says. The others are made again from their own
/// records: those that were recorded by the end of the year are found by their time, since a step is never
/// recorded before it happens.
struct YearEndLoader {
    let connection: any SQLConnection
    let org: Code

    func load(_ year: Int, into state: inout State) throws(Refusal) {
        state.bank = try BankReader(connection, org: org).book()
        let end = Instant(Day.last(of: year) + 1) + -1
        let later = try jobsTouched(after: try lastRecord(by: end, of: state.head.seq))
        var jobs: [Job] = []
        for row in try connection.rows("SELECT body FROM job WHERE org = $1", [SQLValue(org.text)]) {
            let job: Job = try row.body(0)
            if !later.contains(job.number) { jobs.append(job) }
        }
        for number in later {
            let own = try JournalReader(connection).records(org, job: number).jobs(at: end)
            if let job = own.first(where: { $0.number == number }) { jobs.append(job) }
        }
        state.atYearEnd = YearEndView(jobs: jobs.sorted { $0.number.inOrder < $1.number.inOrder }, hasher: Digest.of)
    }

    /// The last record of those that were recorded by a moment: their times never decrease.
    private func lastRecord(by moment: Instant, of count: Int) throws(Refusal) -> Int {
        let reader = JournalReader(connection)
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high + 1) / 2
            guard let record = try reader.record(org, seq: middle) else {
                throw Refusal(.storeDamaged, ["detail": "record \(middle)"])
            }
            if record.recorded <= moment { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func jobsTouched(after seq: Int) throws(Refusal) -> Set<Code> {
        var jobs: Set<Code> = []
        let sql = "SELECT DISTINCT job FROM job_record WHERE org = $1 AND seq > $2"
        for row in try connection.rows(sql, [SQLValue(org.text), SQLValue(seq)]) { jobs.insert(try Code(try row.text(0))) }
        return jobs
    }
}
