import Jobs
import Kernel
import Ledger

/// A settlement of which something is still to be paid: the finance desk's work and an auditor's ageing look
/// at the same ones.
struct OpenPayable {
    let job: Job
    let settlement: Settlement
    let due: MoneyDue
    let amount: Fen
    /// From the settlement to the moment of asking.
    let age: Int

    /// Payments that stand, without releases of retention.
    let paid: Fen

    /// As it was recorded by then; nil where nothing is to be paid.
    init?(_ job: Job, _ snapshot: Snapshot) { self.init(JobTrail(job) { [] }, snapshot) }

    /// The same by the day of the books: what was written down later is paid too.
    init?(_ trail: JobTrail, _ snapshot: Snapshot) {
        let job = trail.job
        let due = job.payment(snapshot.policy, asOf: snapshot.asOf)
        guard let settlement = job.settlement, let due, trail.payable.isPositive else { return nil }
        (self.job, self.settlement, self.due, amount) = (job, settlement, due, trail.payable)
        age = snapshot.asOf.day - settlement.at.day
        paid = trail.transfers.filter { $0.kind == .payment }.map(\.amount).sum
    }

    var number: String { settlement.document?.number.text ?? "" }
}

/// How old a payable is, in the classes of an ageing (audit.md B2, `payables`): the last day of each, counted
/// from the settlement.
enum AgeClass: Int, CaseIterable {
    case month = 30, twoMonths = 60, quarter = 90, halfYear = 180, year = 365, twoYears = 730, threeYears = 1095
    case older = 0

    init(days: Int) { self = Self.allCases.first { $0 != .older && days <= $0.rawValue } ?? .older }

    var key: String {
        switch self {
        case .month: "to30"
        case .twoMonths: "to60"
        case .quarter: "to90"
        case .halfYear: "to180"
        case .year: "to365"
        case .twoYears: "to730"
        case .threeYears: "to1095"
        case .older: "over1095"
        }
    }

    var title: Phrase {
        switch self {
        case .month: Phrase("30 日以内", "up to 30 days")
        case .twoMonths: Phrase("31–60 日", "31–60 days")
        case .quarter: Phrase("61–90 日", "61–90 days")
        case .halfYear: Phrase("91–180 日", "91–180 days")
        case .year: Phrase("181–365 日", "181–365 days")
        case .twoYears: Phrase("366–730 日", "366–730 days")
        case .threeYears: Phrase("731–1095 日", "731–1095 days")
        case .older: Phrase("1095 日以上", "over 1095 days")
        }
    }
}
