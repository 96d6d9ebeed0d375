import Documents
import Jobs
import Kernel
import Ledger

/// How many jobs were on time, and the rates made of these counts: every rate is the quotient of two
/// columns beside it.
struct TimelinessCounts {
    private(set) var (calls, closed, open, overdue) = (0, 0, 0, 0)
    private var (stay, late, unfinished) = (0, 0, 0)
    private var (due, met, reworked) = (0, 0, 0)
    private var (arrivals, arrived) = (0, 0)

    mutating func add(_ job: JobClocks) {
        calls += 1
        if job.job.works == .closed { closed += 1 }
        if job.isOpen { open += 1 }
        if job.isOverdue { overdue += 1 }
        if job.isUnfinished { unfinished += 1 }
        if job.left { return }
        stay += 1
        if let finish = job.finish { add(finish, isReworked: job.job.reworks > 0) }
        if let arrival = job.arrival, arrival.isDue {
            arrivals += 1
            if arrival.standing == .met { arrived += 1 }
        }
    }

    private mutating func add(_ finish: Deadline, isReworked: Bool) {
        if finish.isLate { late += 1 }
        guard finish.isDue else { return }
        due += 1
        if finish.standing == .met { met += 1 }
        if isReworked { reworked += 1 }
    }

    /// 按期结案率: finished on time ÷ due.
    var onTimeRate: Ratio { Ratio(Int64(met), of: Int64(due)) }

    var cells: [Cell] {
        [
            .count(calls), .count(stay - late), .count(late), .count(unfinished), .count(overdue), .count(due), .count(met),
            .ratio(onTimeRate), .count(reworked), Self.rate(reworked, due), .count(arrivals), .count(arrived),
            Self.rate(arrived, arrivals),
        ]
    }

    private static func rate(_ part: Int, _ whole: Int) -> Cell { .ratio(Ratio(Int64(part), of: Int64(whole))) }

    static let columns: [Table.Column] = [
        .init("calls", Phrase("来电", "calls"), .count),
        .init("onTime", Phrase("未逾期", "not late"), .count),
        .init("overdue", Phrase("逾期", "overdue"), .count),
        .init("open", Phrase("未完工", "unfinished"), .count),
        .init("overdueOpen", Phrase("逾期未完工", "overdue unfinished"), .count),
        .init("due", Phrase("应完工", "due"), .count),
        .init("finishedOnTime", Phrase("按期完工", "finished on time"), .count),
        .init("closedOnTimeRate", Phrase("按期结案率%", "closed on time %"), .percent),
        .init("reworked", Phrase("返工", "reworked"), .count),
        .init("reworkRate", Phrase("返工率%", "rework %"), .percent),
        .init("arrivalsDue", Phrase("应到场", "arrivals due"), .count),
        .init("arrivedOnTime", Phrase("按期到场", "arrived on time"), .count),
        .init("arrivedOnTimeRate", Phrase("按期到场率%", "arrived on time %"), .percent),
    ]
}
