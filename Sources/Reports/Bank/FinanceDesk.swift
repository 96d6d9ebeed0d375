import Bank
import Jobs
import Kernel
import Ledger

/// The sections of the finance desk's work list, each in the order in which its work is to be done.
struct FinanceDesk {
    struct Section {
        let key: String
        let title: Phrase
        let items: [Item]
    }

    struct Item {
        /// Several where one transfer paid them.
        let jobs: [Code]
        let number: String
        let party: String
        let since: Day
        /// Since then, until the day of the report.
        let days: Int
        var due: Day?
        let amount: Fen
        var overdue = false
        var remark: Phrase?
        var marks: [JobMark] = []
    }

    private let snapshot: Snapshot
    private let today: Day
    private let alarms: Set<Code>
    private var (payable, released, claimed, reviewed): ([Item], [Item], [Item], [Item]) = ([], [], [], [])
    private var (paid, disputed): ([Item], [Item]) = ([], [])

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        today = snapshot.asOf.day
        alarms = snapshot.alarms
        snapshot.jobs.each { take($0) }
    }

    private mutating func take(_ job: Job) {
        if let open = OpenPayable(job, snapshot) { payable.append(item(open)) }
        if let due = job.retention(asOf: snapshot.asOf), due.day <= today + FinanceTodoReport.retentionNotice {
            takeRetention(of: job, due)
        }
        if job.disputed {
            let amount = job.settlement?.approved ?? job.review?.approved ?? job.claim?.total
            disputed.append(waiting(job, amount))
        } else if job.papers == .claimed {
            claimed.append(waiting(job, job.claim?.total))
        } else if job.papers == .reviewed {
            reviewed.append(waiting(job, job.review?.approved))
        }
        let since = job.payments.filter { !$0.refunded }.map(\.day).min()
        if let since, job.uninvoiced.isPositive {
            paid.append(item(job, since: since, job.uninvoiced, number: job.settlement?.document?.number.text ?? ""))
        }
    }

    private mutating func takeRetention(of job: Job, _ due: MoneyDue) {
        guard let settlement = job.settlement else { return }
        var item = item(job, since: settlement.at.day, job.held(.retention), number: settlement.document?.number.text ?? "")
        item.due = due.day
        item.overdue = due.isOverdue
        released.append(item)
    }

    var payables: Section { Section(key: "payable", title: Phrase("应付款", "payable"), items: Self.byDue(payable)) }
    var retention: Section {
        Section(key: "retention", title: Phrase("质保金到期", "retention due"), items: Self.byDue(released))
    }
    var claims: Section { Section(key: "claim", title: Phrase("待审核", "to review"), items: Self.byAge(claimed)) }
    var reviews: Section { Section(key: "review", title: Phrase("待审定", "to settle"), items: Self.byAge(reviewed)) }
    /// What was paid and no invoice covers, since the first payment that stands.
    var uninvoiced: Section {
        Section(key: "uninvoiced", title: Phrase("已付缺发票", "paid without invoice"), items: Self.byAge(paid))
    }
    var disputes: Section { Section(key: "dispute", title: Phrase("争议", "dispute"), items: Self.byAge(disputed)) }

    func payments(_ gaps: StatementGaps) -> Section {
        Section(
            key: "paymentOnly", title: Phrase("付款未见对账单", "payment without statement line"),
            items: Self.byAge(gaps.payments.map(item)))
    }

    func lines(_ gaps: StatementGaps) -> Section {
        Section(
            key: "statementOnly", title: Phrase("对账单未见付款", "statement line without payment"),
            items: Self.byAge(gaps.lines.map(item)))
    }

    private func item(_ open: OpenPayable) -> Item {
        var item = item(open.job, since: open.settlement.at.day, open.amount, number: open.number)
        item.due = open.due.day
        item.overdue = open.due.isOverdue
        if open.due.isPastLongest { item.remark = Phrase("超过六十日", "past 60 days") }
        return item
    }

    /// It waits since the latest step of its papers.
    private func waiting(_ job: Job, _ amount: Fen?) -> Item {
        item(job, since: (job.lastPapers ?? job.calledAt).day, amount ?? .zero)
    }

    private func item(_ job: Job, since: Day, _ amount: Fen, number: String = "") -> Item {
        Item(
            jobs: [job.number], number: number,
            party: job.settlement?.document?.payee.name.text ?? snapshot.names.firm(job.contractor), since: since,
            days: today - since, amount: amount,
            marks: job.marks(at: snapshot.asOf, split: alarms))
    }

    private func item(_ gap: StatementGaps.Item) -> Item {
        Item(
            jobs: gap.jobs, number: gap.number, party: gap.party, since: gap.day, days: today - gap.day,
            amount: gap.amount)
    }

    /// Overdue first, and the longest overdue before the others.
    private static func byDue(_ items: [Item]) -> [Item] {
        items.enumerated().sorted { a, b in
            (a.element.due ?? a.element.since, a.offset) < (b.element.due ?? b.element.since, b.offset)
        }.map(\.element)
    }

    private static func byAge(_ items: [Item]) -> [Item] {
        items.enumerated().sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }.map(\.element)
    }
}
