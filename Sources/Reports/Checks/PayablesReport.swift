package import Documents
import Jobs
import Kernel
import Ledger

/// 应付账款账龄表 (audit.md B2): every settlement that is not paid in full, by its due day, summed by age.
package enum PayablesReport {
    /// Jobs whose settlement is not paid in full.
    static let looksAt: [JobCondition] = [.any([.differ(.approved, .paid), .oneOf(.papers, [Papers.settled.rawValue])])]

    /// The snapshot needs jobs, what was booked of them, and funds. It proves that the sum stands on 2302.
    package static func make(_ snapshot: Snapshot) -> Document {
        let open = snapshot.trails.compactMap { OpenPayable($0, snapshot) }
            .sorted { ($0.due.day, $0.number) < ($1.due.day, $1.number) }
        let total = sum(.total, Phrase("合计 \(open.count) 件", "total: \(open.count)"), open)
        let table = Table(columns, lead: 2, open.map { row($0, snapshot) } + [total])
        return snapshot.report(
            "payables", Phrase("应付账款账龄表", "Payables by age"), headings: snapshot.headings() + [
                Pair("payWithin", Phrase("付款期限（天）", "pay within (days)"), .count(snapshot.policy.payWithin)),
            ],
            sections: [Section(nil, [.table(table)]), Section(Phrase("按账龄", "By age"), [.table(ages(open)), .chart(chart)])],
            notes: notes, checks: [snapshot.tiesPayable(open.map(\.amount).sum)])
    }

    /// How much lies in each class.
    private static func ages(_ open: [OpenPayable]) -> Table {
        let rows = AgeClass.allCases.map { age in
            let own = open.filter { AgeClass(days: $0.age) == age }
            return Table.Row(.detail, [age.cell, .count(own.count), .money(own.map(\.amount).sum)])
        }
        return Table([
            .init("class", Phrase("分档", "class"), .name), .init("count", Phrase("件数", "count"), .count),
            .init("payable", Phrase("应付", "payable"), .money),
        ], rows + [Table.Row(.total, [
            .named("", Phrase("合计", "total")), .count(open.count), .money(open.map(\.amount).sum),
        ])])
    }

    private static let chart = Chart(
        .bars, Phrase("应付账款按账龄", "Payables by age"), level: .detail, category: "class", series: ["payable"])

    private static func row(_ open: OpenPayable, _ snapshot: Snapshot) -> Table.Row {
        let (job, settlement) = (open.job, open.settlement)
        let firm = settlement.document?.payee
        let states = (job.disputed ? [Cell.Named("disputed", JobMark.Kind.disputed.title)] : [])
            + (job.suspension == nil ? [] : [Cell.Named("suspended", JobMark.Kind.suspended.title)])
        return Table.Row(.detail, [
            .document(settlement.document?.number), .job(job.number), snapshot.names.contractor(firm?.code ?? job.contractor),
            .text(firm?.creditCode.text), .day(job.acceptedOn), .day(settlement.at.day),
            .day(open.due.day), .money(settlement.approved), .money(open.paid), .money(open.amount), .count(open.age),
            AgeClass(days: open.age).cell, open.due.isOverdue ? .count(snapshot.asOf.day - open.due.day) : .blank,
            .only(open.due.isPastLongest), states.isEmpty ? .blank : .list(states),
            .joined(job.invoicesInForce.map(\.invoice.number.text)),
        ])
    }

    private static func sum(_ level: Table.Level, key: String? = nil, _ title: Phrase, _ open: [OpenPayable]) -> Table.Row {
        Table.Row(level, key: key, [.phrase(title)] + .blanks(6) + [
            .money(open.map(\.settlement.approved).sum), .money(open.map(\.paid).sum),
            .money(open.map(\.amount).sum),
        ] + .blanks(6))
    }

    private static let columns: [Table.Column] = [
        .sheet, .job, .firm,
        .init("creditCode", Phrase("信用代码", "credit code"), .label),
        .init("accepted", Phrase("验收日", "accepted"), .day),
        .init("settled", Phrase("结算日", "settled"), .day),
        .init("due", Phrase("到期日", "due"), .day),
        .approved,
        .init("paid", Phrase("已付", "paid"), .money),
        .init("payable", Phrase("应付", "payable"), .money),
        .init("age", Phrase("账龄（天）", "age (days)"), .count),
        .init("class", Phrase("分档", "class"), .name),
        .init("overdue", Phrase("逾期（天）", "overdue (days)"), .count),
        .init("pastLongest", Phrase("超 60 日", "past 60 days"), .flag),
        .init("state", Phrase("状态", "state"), .name),
        .init("invoices", Phrase("发票", "invoices"), .text),
    ]

    private static let notes = [
        Phrase("账龄自结算日起算；到期日自验收合格日起算（保障中小企业款项支付条例：三十日内，合同约定最长六十日）。",
               "Age counts from the settlement, the due day from acceptance (by law 30 days, by contract up to 60)."),
        Phrase("审定－质保金－已付＝应付。", "Approved − retention − paid = payable."),
    ]
}

extension AgeClass {
    fileprivate var cell: Cell { .named(key, title) }
}
