package import Documents
import Kernel
import Ledger

/// 收支差异: why the expense of the financial book is not the expenditure of the budget book. What is owed was
/// already expense and is not yet expenditure, what was paid ahead the other way round; nothing else may
/// remain.
package enum DifferenceReport {
    private struct Sums {
        var expense = Fen.zero
        var expenditure = Fen.zero
        var payable = Fen.zero
        var retention = Fen.zero
        var prepayment = Fen.zero

        var difference: Fen { expense - expenditure }
        var owed: Fen { payable + retention - prepayment }
        var remainder: Fen { difference - owed }
        var isSettled: Bool { payable == .zero && retention == .zero && prepayment == .zero && remainder == .zero }

        /// Takes a line in. Corrections of an earlier year (3501, 8101.01) are cost of the work like this
        /// year's.
        mutating func add(_ line: Line) {
            guard let (part, side) = Self.parts[line.account] else { return }
            self[keyPath: part] += line.side == side ? line.amount.fen : -line.amount.fen
        }

        /// Where each account counts, and the side on which it grows.
        private static let parts: [Account: (any WritableKeyPath<Sums, Fen> & Sendable, Side)] = [
            .operatingExpense: (\.expense, .debit), .priorYearAdjustment: (\.expense, .debit),
            .administrativeExpenditure: (\.expenditure, .debit), .carryOverAdjustment: (\.expenditure, .debit),
            .nonFiscalAdjustment: (\.expenditure, .debit), .accountsPayable: (\.payable, .credit),
            .otherPayables: (\.retention, .credit), .longTermPayables: (\.retention, .credit),
            .prepayment: (\.prepayment, .debit),
        ]

        static func + (a: Sums, b: Sums) -> Sums {
            Sums(
                expense: a.expense + b.expense, expenditure: a.expenditure + b.expenditure,
                payable: a.payable + b.payable, retention: a.retention + b.retention,
                prepayment: a.prepayment + b.prepayment)
        }
    }

    private struct Key: Hashable {
        let contractor: Code?
        let job: Code?
    }

    /// Entries of all books in the order of booking. It proves that nothing remains of any job of
    /// any contractor.
    package static func make(_ snapshot: Snapshot, entries: [FundLedgerReport.Entry]) -> Document {
        var order: [Key] = []
        var sums: [Key: Sums] = [:]
        // What closes a year moves cost of it elsewhere and says nothing about a job.
        for entry in entries where entry.phase == .ordinary && entry.line.book != .control && entry.day <= snapshot.asOf.day {
            let key = Key(contractor: entry.line.contractor, job: entry.line.job)
            if sums[key] == nil { order.append(key) }
            sums[key, default: Sums()].add(entry.line)
        }
        let open = order.filter { sums[$0]?.isSettled == false }
        let closed = sums.values.filter { $0.isSettled && $0.expense != .zero }
        let rows = open.map { key in
            row(.detail, snapshot.names.contractor(key.contractor), key.job, sums[key] ?? Sums())
        }
        let paid = Phrase("已付清 \(closed.count) 件", "\(closed.count) paid in full")
        let total = sums.values.reduce(Sums(), +)
        return snapshot.report(
            "difference", Phrase("收支差异表", "Expense and expenditure"),
            headings: [Pair("asOf", Phrase("截至", "as of"), .day(snapshot.asOf.day))],
            columns: columns,
            rows: rows + [
                row(.subtotal, key: "paidInFull", .named("paidInFull", paid), nil, closed.reduce(Sums(), +)),
                row(.total, .named("", Phrase("合计", "total")), nil, total),
            ],
            lead: 2, notes: notes, checks: [unexplained(sums.values.count { $0.remainder != .zero })])
    }

    private static func unexplained(_ jobs: Int) -> Check {
        Check(
            "explained", Phrase("差异无法解释的工单数", "jobs whose difference is not explained"), expected: .count(0), found: .count(jobs))
    }

    private static func row(
        _ level: Table.Level, key: String? = nil, _ name: Cell, _ job: Code?, _ sums: Sums
    ) -> Table.Row {
        Table.Row(level, key: key, [
            name, .job(job), .money(sums.expense), .money(sums.expenditure),
            .money(sums.difference), .money(sums.payable), .money(sums.retention), .money(sums.prepayment),
            .money(sums.remainder),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("contractor", Phrase("施工单位", "contractor"), .name),
        .init("job", Phrase("工单", "job"), .label),
        .init("expense", Phrase("财务会计费用", "expense"), .money),
        .init("expenditure", Phrase("预算会计支出", "expenditure"), .money),
        .init("difference", Phrase("差异", "difference"), .money),
        .init("payable", Phrase("应付账款", "payable"), .money),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("prepayment", Phrase("预付账款", "prepayment"), .money),
        .init("remainder", Phrase("未解释", "remainder"), .money),
    ]

    private static let notes = [
        Phrase("差异＝费用（5001、3501）－支出（7101、8101.01、8201.01）＝应付账款（2302）＋质保金（2307、2502）－预付账款（1214）。",
               "Expense (5001, 3501) − expenditure (7101, 8101.01, 8201.01) = "
                   + "payable (2302) + retention (2307, 2502) − prepayment (1214)."),
    ]
}
