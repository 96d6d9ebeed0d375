import Documents
import Jobs
import Kernel
import Ledger

/// What the past of a street tells about its year: how long a job takes from its signing to its settlement,
/// how much of what was held is approved, how fast work is placed (books.md B4).
struct PacingTerms {
    /// Fewer settlements than these tell nothing.
    static let enough = 5
    /// Working days from signing to settlement where there are too few: half of the jobs, nine in ten.
    static let (usual, slow) = (15, 30)
    /// Working days over which placing is measured, and the fewest that tell something.
    static let (window, fewest) = (60, 20)
    /// Calendar days without a step after which a hold is idle, by the policy.
    let idleDays: Int

    let day: Day
    let last: Day
    let calendar: WorkCalendar
    /// ℓ50 and ℓ90 in working days.
    let median: Int
    let ninth: Int
    /// The settlements of the last 365 days that are in force.
    let settled: [Settlement]
    /// The jobs that hold something, in the order of their numbers.
    let open: [Job]
    private let sources: [Code: Code]

    init(_ snapshot: Snapshot) {
        let (day, calendar) = (snapshot.asOf.day, snapshot.policy.calendar.calendar)
        var (times, settled, open): ([Int64], [Settlement], [Job]) = ([], [], [])
        snapshot.jobs.each { job in
            if !job.open.isEmpty { open.append(job) }
            guard let settlement = job.settlement, settlement.at.day <= day, settlement.at.day > day + -365 else { return }
            settled.append(settlement)
            if let from = job.heldSince { times.append(Int64(calendar.workdays(after: from, until: settlement.at.day))) }
        }
        let enough = times.count >= Self.enough
        median = enough ? Percentiles.value(50, of: times).map(Int.init) ?? Self.usual : Self.usual
        ninth = enough ? Percentiles.value(90, of: times).map(Int.init) ?? Self.slow : Self.slow
        (self.settled, self.open) = (settled, open)
        sources = Dictionary(snapshot.ledger.appropriations.map { ($0.code, $0.source) }) { first, _ in first }
        idleDays = snapshot.policy.idleAfter
        self.day = day
        self.calendar = calendar
        last = Day.last(of: day.year)
    }

    /// L50 and L90: the last days to place work.
    var lastUsual: Day { calendar.day(leaving: median, until: last) }
    var lastSlow: Day { calendar.day(leaving: ninth, until: last) }
    /// W
    var workdays: Int { calendar.workdays(after: day, until: lastUsual) }

    /// κ of a source, or of all.
    func kept(_ source: Code?) -> Ratio {
        let shares = settled.map { $0.shares.filter { source == nil || sources[$0.appropriation] == source } }
        let held = shares.joined().reduce(Fen.zero) { $0 + $1.encumbered }
        guard shares.count(where: { !$0.isEmpty }) >= Self.enough, held.isPositive else { return Ratio(1, of: 1) }
        return Ratio(shares.joined().reduce(Fen.zero) { $0 + $1.approved }, of: held)
    }

    /// The first day over which placing is measured, and how many working days that is.
    private var measured: (from: Day, days: Int) {
        let first = Day.first(of: day.year)
        let days = calendar.workdays(after: first + -1, until: day)
        guard days > Self.window else { return (first, days) }
        return (calendar.day(leaving: Self.window, until: day) + 1, Self.window)
    }

    /// r of a source, or of all: what was held anew less what was given back, settlements apart. Nil with too
    /// few working days.
    func placed(_ source: Code?, _ entries: [FundLedgerReport.Entry]) -> Ratio? {
        let (from, days) = measured
        guard days >= Self.fewest else { return nil }
        let recent = entries.filter { $0.day >= from && $0.day <= day && $0.line.job != nil && $0.line.book == .control }
        let settling = Set(recent.filter { Self.after.contains($0.line.account) }.map(\.voucher))
        let sum = recent.reduce(Fen.zero) { sum, entry in
            let line = entry.line
            guard line.account == .preEncumbered || line.account == .encumbered, !settling.contains(entry.voucher),
                  source == nil || sources[line.appropriation] == source else { return sum }
            return sum + line.effect
        }
        return Ratio(sum.value, of: Int64(days))
    }

    private static let after: [Account] = [.payable, .retention, .paid]

    /// What a source's open holds, or all, are expected to be settled in the year: neither disputed, nor
    /// suspended beyond it, nor idle.
    func due(_ source: Code?) -> Fen {
        open.filter(comesDue).reduce(Fen.zero) { sum, job in
            job.open.filter { source == nil || sources[$0.appropriation] == source }
                .reduce(sum) { $0 + $1.preEncumbered + $1.encumbered }
        }
    }

    private func comesDue(_ job: Job) -> Bool {
        guard !job.disputed, !isIdle(job), job.suspension.map({ $0.until <= last }) ?? true,
              let since = job.heldSince else { return false }
        return max(calendar.end(ofWorkingDays: median, after: Instant(since)).day, day + 1) <= last
    }

    /// A hold of a job on which nothing happened for long.
    func isIdle(_ job: Job) -> Bool {
        !job.open.isEmpty && job.suspension == nil && day - job.lastStep > idleDays
    }
}

extension Job {
    /// When money was first held for it.
    var heldSince: Day? { [authorization?.at, signedAt].compactMap(\.self).min()?.day }

    /// The day of its latest step on either track.
    var lastStep: Day { max(lastWorks, lastPapers ?? lastWorks).day }
}
