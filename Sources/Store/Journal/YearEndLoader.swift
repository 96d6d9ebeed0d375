import Bank
import Jobs
import Journal
import Kernel
import SQL
import Seal

/// What the close of a year looks at besides what every command does: the bank's book, and every job as it
/// stood when the year ended.
struct YearEndLoader {
    let connection: any SQLConnection
    let org: Code

    func load(_ year: Int, into state: inout State) throws(Refusal) {
        state.bank = try BankReader(connection, org: org).book()
        let end = Instant(Day.last(of: year) + 1) + -1
        var jobs: [Job] = []
        try PastJobs(connection, org: org, at: end, upTo: state.head.seq).each { jobs.append($0) }
        state.atYearEnd = YearEndView(jobs: jobs, hasher: Digest.of)
    }
}
