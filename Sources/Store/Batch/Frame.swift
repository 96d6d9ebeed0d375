import Bank
package import Jobs
package import Journal
package import Kernel
import Ledger
package import SQL

/// What is known of a street while its commands are executed, kept in memory from one batch to the next
/// (design §10): its row, counters, people, policies and funds, and the jobs that were looked at last.
///
/// A frame is what the database holds as long as the street's head is the one that the frame was left at,
/// and nobody else has written to the file (``HeadMark``).
package struct Frame: Sendable {
    package let org: Code
    package internal(set) var state: State
    /// Where it was left.
    var mark: HeadMark
    /// What the batch has looked for, whether it was there or not.
    var asked: Set<Wanted> = []
    /// Contractors whose rate agreements are all here.
    var agreed: Set<Code> = []
    /// The records that ids led to before this batch.
    var earlier: [Code: Int] = [:]
    /// The records of this batch, by id.
    var made: [Code: Record] = [:]
    var pending = Pending()
    /// Whether the street's key was found to be the right one, in this batch.
    package var keyIsRight = false
    /// The check value of the street's key, where the batch has looked for it.
    package internal(set) var keyValue: String?
    private var jobs = Recent()

    init(_ org: Code, _ state: State, _ mark: HeadMark) {
        self.org = org
        self.state = state
        self.mark = mark
        self.state.ledger.effects = DayEffects(after: state.head.latest?.day)
    }

    /// A job that was looked at stays longer than others.
    mutating func looked(at job: Code) { jobs.looked(at: job) }

    /// Forgets what belongs to one batch, and jobs that were not looked at for long. Its end must be
    /// stored.
    mutating func rest() {
        state.widen()
        asked = []
        (earlier, made) = ([:], [:])
        (keyIsRight, keyValue) = (false, nil)
        state.register.forgetTaken()
        state.bank = .init()
        state.atYearEnd = nil
        state.fundEntries = [:]
        state.ledger.effects = DayEffects(after: state.head.latest?.day)
        for job in jobs.leaving(of: state.jobs) { state.jobs[job] = nil }
    }
}

/// Which jobs were looked at last: those of the present span and of the one before.
private struct Recent: Sendable {
    /// The most jobs of a span: at some 8 KB a job, a frame stays below 10 MB.
    private static let span = 512

    private var now: Set<Code> = []
    private var before: Set<Code> = []

    mutating func looked(at job: Code) { now.insert(job) }

    /// The jobs to forget: none until a span is full.
    mutating func leaving(of jobs: [Code: Job]) -> [Code] {
        guard max(now.count, jobs.count - now.count - before.count) >= Self.span else { return [] }
        let leaving = jobs.keys.filter { !now.contains($0) }
        (now, before) = ([], now)
        return leaving
    }
}
