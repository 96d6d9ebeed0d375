package import Documents
import Jobs
import Kernel
import Ledger

/// 往来明细表 (audit.md B2): for each firm what was owed, approved, paid and came back in a year.
package enum ContractorsReport {
    /// The snapshot needs jobs, steps, registers and funds. It proves that the sums add up, and that what is
    /// owed at the end stands on 2302, 2307 and 2502.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        var sums: [Code?: ContractorSums] = [:]
        snapshot.trails.each { sums.add($0, year: year) }
        let changes = snapshot.registers.accountChanges
        let whole = sums.values.reduce(into: ContractorSums()) { $0 += $1 }
        let rows = sums.filter { $0.value.isShown }.sorted { a, b in
            a.value.approved == b.value.approved
                ? (a.key?.text ?? "") < (b.key?.text ?? "") : a.value.approved > b.value.approved
        }
        let title = Cell.phrase(Phrase("合计 \(rows.count) 家", "total: \(rows.count)"))
        let total = row(.total, title, whole, whole.approved, changed: nil)
        return snapshot.report(
            "contractors", Phrase("往来明细表", "Accounts of contractors"), headings: snapshot.headings(year: year),
            columns: columns, rows: rows.map { firm, sums in
                row(
                    .detail, snapshot.names.contractor(firm), sums, whole.approved,
                    changed: firm.flatMap { changes[$0]?.last }?.day)
            } + [total], notes: notes,
            checks: [
                Check(
                    "foots", Phrase("期初＋审定－已付＋退票＝期末", "opening + approved − paid + came back = closing"),
                    expected: .money(whole.rolled), found: .money(whole.payable + whole.retention)),
                snapshot.tiesPayable(whole.payable), snapshot.tiesRetention(whole.retention),
            ])
    }

    private static func row(
        _ level: Table.Level, _ name: Cell, _ sums: ContractorSums, _ all: Fen, changed: Day?
    ) -> Table.Row {
        Table.Row(level, [
            name, .money(sums.openingPayable), .money(sums.openingRetention), .money(sums.approved), .money(sums.paid),
            .money(sums.cameBack), .money(sums.payable), .money(sums.retention), .count(sums.settled),
            .share(sums.cut, of: sums.claimed),
            sums.settled == 0 ? .blank : .ratio(Ratio(Int64(sums.reworked), of: Int64(sums.settled))),
            .share(sums.approved, of: all), .day(changed),
        ])
    }

    private static let columns: [Table.Column] = [
        .firm,
        .init("openingPayable", Phrase("期初应付", "opening payable"), .money),
        .init("openingRetention", Phrase("期初质保金", "opening retention"), .money),
        .init("approved", Phrase("本年审定", "approved"), .money),
        .init("paid", Phrase("本年已付", "paid"), .money),
        .init("cameBack", Phrase("退票", "came back"), .money),
        .init("payable", Phrase("期末应付", "closing payable"), .money),
        .init("retention", Phrase("期末质保金", "closing retention"), .money),
        .init("jobs", Phrase("工单数", "jobs"), .count),
        .init("cutRate", Phrase("核减率", "cut rate"), .percent),
        .init("reworkRate", Phrase("返工率", "rework rate"), .percent),
        .init("share", Phrase("占比", "share"), .percent),
        .init("accountChanged", Phrase("账户变更日", "account changed"), .day),
    ]

    private static let notes = [
        Phrase("期初应付＋期初质保金＋本年审定－本年已付＋退票＝期末应付＋期末质保金。本年审定已减冲销、追回和扣留，本年已付含返还的质保金、已减追回。",
               "Opening payable and retention + approved − paid + came back = closing payable and retention. Approved "
                   + "is less what was reversed, recovered and withheld; paid has released retention in it, less what came "
                   + "back after an audit."),
        Phrase("工单数、核减率、返工率按本年结算且未冲销的工单；占比＝本年审定÷全部本年审定。",
               "Jobs, cut rate and rework rate are of the settlements of the year that stand; share = approved ÷ all approved."),
    ]
}

/// What moved between the street and a firm.
struct ContractorSums {
    private(set) var (openingPayable, openingRetention) = (Fen.zero, Fen.zero)
    private(set) var (payable, retention) = (Fen.zero, Fen.zero)
    private(set) var (approved, paid, cameBack) = (Fen.zero, Fen.zero, Fen.zero)
    fileprivate(set) var (claimed, cut) = (Fen.zero, Fen.zero)
    fileprivate(set) var (settled, reworked) = (0, 0)

    var rolled: Fen { openingPayable + openingRetention + approved - paid + cameBack }

    /// Whether anything was owed or moved.
    var isShown: Bool {
        let amounts = [openingPayable, openingRetention, payable, retention, approved, paid, cameBack]
        return settled > 0 || amounts.contains { $0 != .zero }
    }

    static func += (sum: inout ContractorSums, other: ContractorSums) {
        let amounts: [WritableKeyPath<ContractorSums, Fen>] = [
            \.openingPayable, \.openingRetention, \.payable, \.retention, \.approved, \.paid, \.cameBack, \.claimed, \.cut,
        ]
        for part in amounts { sum[keyPath: part] += other[keyPath: part] }
        sum.settled += other.settled
        sum.reworked += other.reworked
    }

    /// Takes a movement of a day in: before the year it opens it, in the year it is told.
    fileprivate mutating func add(_ move: MoneyMove, on day: Day, year: Int) {
        guard day.year <= year else { return }
        payable += move.payable
        retention += move.retention
        if day.year < year {
            openingPayable += move.payable
            openingRetention += move.retention
        } else {
            approved += move.approved
            paid += move.paid
            cameBack += move.cameBack
        }
    }
}

extension [Code?: ContractorSums] {
    /// A job's movements, under the firm that its sheet pays.
    fileprivate mutating func add(_ trail: JobTrail, year: Int) {
        let firm = trail.job.settlement?.document?.payee.code ?? trail.job.contractor
        var withheld = Fen.zero
        if trail.job.isStraight { trail.job.moves.forEach { self[firm, default: ContractorSums()].add($0, on: $1, year: year) } }
        for step in (trail.job.isStraight ? [] : trail.steps) + trail.later {
            guard let move = MoneyMove(step.event, withheld: withheld) else { continue }
            if case .withheld(let amount, _, _) = step.event { withheld += amount }
            if case .reversed = step.event { withheld = .zero }
            self[firm, default: ContractorSums()].add(move, on: step.bookedOn, year: year)
        }
        let standing = trail.revisions.filter { $0.reversedAt == nil && $0.settledAt.day.year == year }
        for revision in standing {
            self[firm, default: ContractorSums()].claimed += revision.claim.total
            self[firm, default: ContractorSums()].cut += revision.cut
            self[firm, default: ContractorSums()].settled += 1
            self[firm, default: ContractorSums()].reworked += trail.job.reworks > 0 ? 1 : 0
        }
    }
}

extension Job {
    /// What moved between the street and the firm, of a job where nothing was taken back or made anew.
    fileprivate var moves: [(MoneyMove, Day)] {
        let settled = settlement.map { [(MoneyMove.settled($0.approved, $0.retention), $0.at.day)] } ?? []
        return settled + payments.map { payment in
            switch payment.kind {
            case .payment: (.paid(payment.amount), payment.day)
            case .retention: (.released(payment.amount), payment.day)
            }
        }
    }
}

/// What a step adds to what is owed to a firm, and why.
private struct MoneyMove {
    var (payable, retention) = (Fen.zero, Fen.zero)
    var (approved, paid, cameBack) = (Fen.zero, Fen.zero, Fen.zero)

    static func settled(_ sum: Fen, _ kept: Fen) -> MoneyMove { MoneyMove(payable: sum - kept, retention: kept, approved: sum) }
    static func paid(_ amount: Fen) -> MoneyMove { MoneyMove(payable: -amount, paid: amount) }
    static func released(_ amount: Fen) -> MoneyMove { MoneyMove(retention: -amount, paid: amount) }

    private init(payable: Fen = .zero, retention: Fen = .zero, approved: Fen = .zero, paid: Fen = .zero) {
        (self.payable, self.retention, self.approved, self.paid) = (payable, retention, approved, paid)
    }

    /// nil for a step that moves no money of a firm. `withheld`: what had been kept of the retention before.
    init?(_ event: JobEvent, withheld: Fen) {
        switch event {
        case .settled(let sum, let kept, _, _, _, _, _): self = .settled(sum, kept)
        case .reversed(_, _, let shares, _):
            let (sum, kept) = (shares.map(\.approved).sum, shares.map(\.retention).sum)
            (payable, retention, approved) = (kept - sum, withheld - kept, withheld - sum)
        case .paid(_, _, let amount, _): self = .paid(amount)
        case .released(_, _, let amount, _, _): self = .released(amount)
        case .refunded(let kind, _, _, let amount, _, _, _):
            cameBack = amount
            switch kind {
            case .payment: payable = amount
            case .retention: retention = amount
            }
        // Less was due and less was paid: nothing is owed for it.
        case .recovered(let amount, _, _, _, _): (approved, paid) = (-amount, -amount)
        case .withheld(let amount, _, _): (retention, approved) = (-amount, -amount)
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed,
             .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .claimed, .reviewed,
             .disputed, .resolved, .invoiced, .invoiceVoided, .calledBack, .rated, .published, .closed, .cancelled,
             .suspended, .resumed, .noted: return nil
        }
    }
}
