import Documents
import Jobs
import Kernel
import Ledger

/// How many jobs were on time, and the rates made of these counts: every rate is the quotient of two
/// columns beside it.
struct TimelinessCounts {
    private let jobs: [JobClocks]

    init(_ jobs: [JobClocks]) { self.jobs = jobs }

    /// 按期结案率: finished on time ÷ due.
    var onTimeRate: Ratio { Ratio(Int64(met), of: Int64(due.count)) }

    private var stay: [JobClocks] { jobs.filter { !$0.left } }
    private var due: [JobClocks] { stay.filter { $0.finish?.isDue ?? false } }
    private var met: Int { due.count { $0.finish?.standing == .met } }

    var cells: [Cell] {
        let (stay, due) = (stay, due)
        let late = stay.count { $0.finish?.isLate ?? false }
        let reworked = due.count { $0.job.reworks > 0 }
        let arrivals = stay.compactMap(\.arrival).filter(\.isDue)
        let arrived = arrivals.count { $0.standing == .met }
        return [
            .count(jobs.count), .count(stay.count - late), .count(late), .count(jobs.count { $0.isUnfinished }),
            .count(jobs.count { $0.isOverdue }), .count(due.count), .count(met), .ratio(onTimeRate),
            .count(reworked), Self.rate(reworked, due.count), .count(arrivals.count), .count(arrived),
            Self.rate(arrived, arrivals.count),
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
