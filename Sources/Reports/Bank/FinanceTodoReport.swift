package import Bank
package import Documents
import Jobs
import Kernel
import Ledger

/// What the finance desk has to do: payables by age, retention that falls due, claims and reviews that
/// wait, disputes, what was paid without an invoice; and where statements have been imported, what they and
/// the books do not have in common.
package enum FinanceTodoReport {
    /// Retention is shown from so many days before it is due.
    static let retentionNotice = 30

    /// More jobs by number than this are too many for a question; then all are read.
    private static let mostNumbers = 5000

    /// Jobs with a paper that waits, money that is still to move, or one of the marks that are listed, and
    /// those whose payment has no line of a statement: they say who was paid.
    static func looksAt(_ now: Instant, _ bank: BankBook) -> [JobCondition] {
        let unmatched = Set(StatementGaps.sides(of: bank, on: now.day).flatMap(\.items).flatMap(\.jobs))
        if unmatched.count > mostNumbers { return [] }
        let waiting: [Papers] = [.claimed, .reviewed, .settled]
        let marks: [JobMark.Kind] = [.disputed, .uninvoiced]
        return [.any(
            [.oneOf(.papers, waiting.map(\.rawValue)), .differ(.approved, .paid), .oneOf(.number, unmatched.map(\.text).sorted())]
                + marks.map { .names(.flags, $0.rawValue) })]
    }

    /// The snapshot needs the jobs that finance looks at, and alarms.
    package static func make(_ snapshot: Snapshot, gaps: StatementGaps? = nil) -> Document {
        let desk = FinanceDesk(snapshot)
        var sections = [desk.payables, desk.retention, desk.claims, desk.reviews, desk.disputes, desk.uninvoiced]
        if let gaps { sections += [desk.payments(gaps), desk.lines(gaps)] }
        return snapshot.report(
            "finance-todo", Phrase("财务待办", "Finance work list"),
            headings: [
                Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf)),
                Pair("payWithin", Phrase("付款期限（天）", "pay within (days)"), .count(snapshot.policy.payWithin)),
            ],
            columns: columns, rows: sections.flatMap(rows), lead: 3, notes: notes)
    }

    /// The rows of a section and its sum; a section without work says so with a count of zero.
    private static func rows(_ section: FinanceDesk.Section) -> [Table.Row] {
        let sum = section.items.reduce(Fen.zero) { $0 + $1.amount }
        let count = section.items.count
        let total = Phrase("\(section.title.zh)：\(count) 项", "\(section.title.en): \(count)")
        return section.items.map { item in
            Table.Row(.detail, [
                .named(section.key, section.title),
                item.jobs.isEmpty ? .blank : .text(item.jobs.map(\.text).joined(separator: " ")), .text(item.number),
                .text(item.party), .day(item.since), .count(item.days), .day(item.due),
                .money(item.amount), .flag(item.overdue), .marks(item.marks),
                .phrase(item.remark),
            ])
        } + [Table.Row(.subtotal, key: section.key, [.named(section.key, total)] + [Cell](repeating: .blank, count: 6)
            + [.money(sum), .blank, .blank, .blank])]
    }

    private static let columns: [Table.Column] = [
        .init("section", Phrase("事项", "what"), .name),
        .init("job", Phrase("工单", "job"), .label),
        .init("number", Phrase("编号", "number"), .label),
        .init("party", Phrase("对方", "party"), .label),
        .init("since", Phrase("起算日", "since"), .day),
        .init("days", Phrase("天数", "days"), .count),
        .init("due", Phrase("到期日", "due"), .day),
        .init("amount", Phrase("金额", "amount"), .money),
        .init("overdue", Phrase("逾期", "overdue"), .flag),
        .init("marks", Phrase("标记", "marks"), .name),
        .init("remark", Phrase("备注", "remark"), .text),
    ]

    private static let notes = [
        Phrase("应付款的天数自结算日起算，到期日自验收合格日起算（保障中小企业款项支付条例：三十日内，合同约定最长六十日）。",
               "Payables: days count from the settlement, the due day from acceptance (by law 30, by contract up to 60)."),
    ]
}
