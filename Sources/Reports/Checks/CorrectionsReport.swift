import Bank
package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// 退票冲销清单 (audit.md B2): what was taken back in a year, with what it took back and what followed it.
package enum CorrectionsReport {
    /// The snapshot needs jobs, steps, registers and the bank.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let items = (snapshot.trails.flatMap { Correction.list($0) } + undone(snapshot))
            .filter { $0.at.day.year == year }.sorted { ($0.at.day, $0.seq) < ($1.at.day, $1.seq) }
        let sums = Correction.Kind.allCases.map { kind in
            let own = items.filter { $0.kind == kind }
            return Table.Row(.subtotal, key: kind.rawValue, [
                .blank, .blank, .blank,
                .named(kind.rawValue, Phrase("\(kind.title.zh)：\(own.count) 笔", "\(kind.title.en): \(own.count)")),
            ] + .blanks(4) + [.money(own.map(\.amount).sum)] + .blanks(3))
        }
        return snapshot.report(
            "corrections", Phrase("退票冲销清单", "What was taken back"), headings: snapshot.headings(year: year),
            columns: columns, rows: items.map { row($0, snapshot.names) } + sums, lead: 2, notes: notes)
    }

    private static func undone(_ snapshot: Snapshot) -> [Correction] {
        snapshot.registers.undone.map { undone in
            let match = snapshot.bank.matches[undone.form.match]
            let lines = (match?.form.lines ?? []).compactMap { snapshot.bank.lines[$0]?.line.effect }
            let jobs = (match?.form.payments ?? []).flatMap { name in
                snapshot.bank.items.values.filter { $0.name.canonical == name.canonical }.flatMap(\.jobs)
            }
            return Correction(
                kind: .match, seq: undone.seq, at: undone.at, by: undone.by,
                job: jobs.min { $0.inOrder < $1.inOrder }, voucher: nil, original: nil, originalDay: match?.at.day,
                amount: max(lines.sum, -lines.sum),
                reason: undone.form.reason.text, next: nil)
        }
    }

    private static func row(_ item: Correction, _ names: ReportNames) -> Table.Row {
        let isLater = item.originalDay.map { $0.year != item.at.day.year } ?? false
        return Table.Row(.detail, [
            .day(item.at.day), .record(item.seq), .voucher(item.voucher), .named(item.kind.rawValue, item.kind.title),
            .job(item.job), .voucher(item.original), .day(item.originalDay), .only(isLater), .money(item.amount),
            .text(item.reason), names.user(item.by), .voucher(item.next),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("record", Phrase("记录", "record"), .count),
        .init("voucher", Phrase("凭证", "voucher"), .label),
        .init("kind", Phrase("类型", "kind"), .name),
        .job,
        .init("original", Phrase("原凭证", "takes back"), .label),
        .init("originalDay", Phrase("原日期", "of the day"), .day),
        .init("acrossYears", Phrase("跨年", "across years"), .flag),
        .init("amount", Phrase("金额", "amount"), .money),
        .init("reason", Phrase("原因", "reason"), .text),
        .init("by", Phrase("经办", "by"), .name),
        .init("next", Phrase("后续凭证", "followed by"), .label),
    ]

    private static let notes = [
        Phrase("重新送审的金额为被替换的送审额；撤销勾对的金额为对账单行合计的绝对值。",
               "Of a claim made anew the amount is that of the claim it replaced; of an undone match the sum of its lines."),
    ]
}

/// Something that was taken back.
struct Correction {
    enum Kind: String, CaseIterable {
        case returned, mistaken, reversed, recovered, claim, match

        var title: Phrase {
            switch self {
            case .returned: Phrase("退票", "payment came back")
            case .mistaken: Phrase("误录付款", "payment by mistake")
            case .reversed: Phrase("结算冲销", "settlement reversed")
            case .recovered: Phrase("审计追回", "recovered after an audit")
            case .claim: Phrase("重新送审", "claim made anew")
            case .match: Phrase("撤销勾对", "match undone")
            }
        }
    }

    let kind: Kind
    let seq: Int
    let at: Instant
    let by: Code
    let job: Code?
    let voucher: Code?
    let original: Code?
    let originalDay: Day?
    let amount: Fen
    let reason: String?
    let next: Code?

    /// All of a job, in the order of their records.
    static func list(_ trail: JobTrail) -> [Correction] {
        if trail.job.isStraight { return [] }
        let steps = trail.steps
        return steps.indices.compactMap { Finder(job: trail.job.number, steps: steps, index: $0).found }
    }
}

/// What a step takes back, if anything.
private struct Finder {
    let job: Code
    let steps: [StepBook.Step]
    let index: Int

    private var step: StepBook.Step { steps[index] }

    var found: Correction? {
        switch step.event {
        case .refunded(_, _, let reason, let amount, _, let original, let cause):
            make(cause == .mistaken ? .mistaken : .returned, original, amount, reason.text) { event in
                if case .paid = event { true } else if case .released = event { true } else { false }
            }
        case .reversed(_, let reason, let shares, let original):
            make(.reversed, original, shares.map(\.approved).sum, reason.text) { if case .settled = $0 { true } else { false } }
        case .recovered(let amount, _, _, let reason, _):
            make(.recovered, settlement, amount, reason.text) { _ in false }
        case .claimed: replaced
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed,
             .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .reviewed,
             .disputed, .resolved, .settled, .invoiced, .invoiceVoided, .paid, .released, .withheld, .calledBack, .rated,
             .published, .closed, .cancelled, .suspended, .resumed, .noted: nil
        }
    }

    private func make(
        _ kind: Correction.Kind, _ original: Code?, _ amount: Fen, _ reason: String, follows: (JobEvent) -> Bool
    ) -> Correction {
        Correction(
            kind: kind, seq: step.seq, at: step.at, by: step.by, job: job, voucher: step.vouchers.first?.number,
            original: original, originalDay: original.flatMap(day), amount: amount,
            reason: reason, next: steps[(index + 1)...].first { follows($0.event) }?.vouchers.first?.number)
    }

    /// Of what is taken back an earlier step of the job booked the voucher.
    private func day(of voucher: Code) -> Day? {
        steps[...index].lazy.flatMap(\.vouchers).first { $0.number == voucher }?.day
    }

    /// The voucher of the settlement in force.
    private var settlement: Code? {
        steps[..<index].last { if case .settled = $0.event { true } else { false } }?.vouchers.first?.number
    }

    /// The claim before it, where that was not reversed with its settlement.
    private var replaced: Correction? {
        let before = steps[..<index].reversed().first { step in
            if case .claimed = step.event { true } else if case .reversed = step.event { true } else { false }
        }
        guard let before, case .claimed(_, _, _, _, let total, _) = before.event else { return nil }
        let sentBack = steps[..<index].last { step in
            if case .returned(let form) = step.event { form.what == .claim && step.seq > before.seq } else { false }
        }
        let reason: String? = sentBack.flatMap { step in
            if case .returned(let form) = step.event { form.reason.text } else { nil }
        }
        return Correction(
            kind: .claim, seq: step.seq, at: step.at, by: step.by, job: job, voucher: nil, original: nil,
            originalDay: before.at.day, amount: total, reason: reason, next: nil)
    }
}
