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

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        today = snapshot.asOf.day
        alarms = snapshot.alarms
    }

    var payables: Section {
        let items = OpenPayable.list(snapshot).map { open in
            var item = item(open.job, since: open.settlement.at.day, open.amount, number: open.number)
            item.due = open.due.day
            item.overdue = open.due.isOverdue
            if open.due.isPastLongest { item.remark = Phrase("超过六十日", "past 60 days") }
            return item
        }
        return Section(key: "payable", title: Phrase("应付款", "payable"), items: Self.byDue(items))
    }

    var retention: Section {
        let items = snapshot.jobs.compactMap { job -> Item? in
            let due = job.retention(asOf: snapshot.asOf)
            guard let settlement = job.settlement, let due,
                  due.day <= today + FinanceTodoReport.retentionNotice else { return nil }
            var item = item(
                job, since: settlement.at.day, job.held(.retention), number: settlement.document?.number.text ?? "")
            item.due = due.day
            item.overdue = due.isOverdue
            return item
        }
        return Section(key: "retention", title: Phrase("质保金到期", "retention due"), items: Self.byDue(items))
    }

    var claims: Section { waiting(.claimed, "claim", Phrase("待审核", "to review")) { $0.claim?.total } }

    var reviews: Section { waiting(.reviewed, "review", Phrase("待审定", "to settle")) { $0.review?.approved } }

    /// What was paid and no invoice covers, since the first payment that stands.
    var uninvoiced: Section {
        let items = snapshot.jobs.compactMap { job -> Item? in
            let since = job.payments.filter { !$0.refunded }.map(\.day).min()
            guard job.uninvoiced.isPositive, let since else { return nil }
            return item(job, since: since, job.uninvoiced, number: job.settlement?.document?.number.text ?? "")
        }
        return Section(key: "uninvoiced", title: Phrase("已付缺发票", "paid without invoice"), items: Self.byAge(items))
    }

    var disputes: Section {
        let items = snapshot.jobs.filter(\.disputed).map { job in
            let amount = job.settlement?.approved ?? job.review?.approved ?? job.claim?.total
            return item(job, since: (job.lastPapers ?? job.calledAt).day, amount ?? .zero)
        }
        return Section(key: "dispute", title: Phrase("争议", "dispute"), items: Self.byAge(items))
    }

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

    /// Jobs whose papers stand still at a state, undisputed; they wait since the latest step of their papers.
    private func waiting(
        _ papers: Papers, _ key: String, _ title: Phrase, _ amount: (Job) -> Fen?
    ) -> Section {
        let items = snapshot.jobs.filter { $0.papers == papers && !$0.disputed }.map { job in
            item(job, since: (job.lastPapers ?? job.calledAt).day, amount(job) ?? .zero)
        }
        return Section(key: key, title: title, items: Self.byAge(items))
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
