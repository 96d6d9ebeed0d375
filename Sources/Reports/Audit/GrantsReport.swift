package import Documents
import Journal
import Kernel
import Ledger

/// 指标文件台账: every entry that changed what was granted, and every receipt, as the vouchers of the year booked
/// them (audit.md B2, `grants`). The list of documents tells what was said; this one is read from the lines,
/// so that it must add up to the accounts 1001–1009.
package enum GrantsReport {
    private enum Kind: String, CaseIterable {
        case granted, carried, supplement, transfer, cameBack, recall, returned, received

        var title: Phrase {
            switch self {
            case .granted: Phrase("下达", "granted")
            case .carried: Phrase("结转", "carried")
            case .supplement: Phrase("追加", "supplement")
            case .transfer: Phrase("调剂", "transfer")
            case .cameBack: Phrase("以前年度退回", "came back")
            case .recall: Phrase("收回", "recall")
            case .returned: Phrase("缴回", "returned")
            case .received: Phrase("到账", "received")
            }
        }
    }

    private struct Row {
        let day: Day
        let seq: Int?
        let entry: VoucherBook.Entry?
        let appropriation: Code
        let kind: Kind
        /// What it adds to the net, of a receipt to the bank; negative takes away.
        let change: Fen
    }

    /// `asOf` of the snapshot bounds the year; the snapshot needs funds and vouchers.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let day = snapshot.day(in: year)
        let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: day)
        let booked = snapshot.vouchers.entries.filter {
            $0.voucher.day.year == year && $0.voucher.day <= day && $0.voucher.inPhase != .closing
        }.flatMap(rows)
        let all = (opening(snapshot.ledger, figures, booked, year) + booked).enumerated()
            .sorted { ($0.element.day, $0.element.seq ?? 0, $0.offset) < ($1.element.day, $1.element.seq ?? 0, $1.offset) }
            .map(\.element)
        return snapshot.report(
            "grants", Phrase("指标文件台账", "Register of fund documents"), headings: snapshot.headings(year), columns: columns,
            rows: all.map { row($0, snapshot) } + sums(all), lead: 2, notes: notes,
            checks: checks(all, figures.values.reduce(FundFigures(), +)))
    }

    private static func rows(of entry: VoucherBook.Entry) -> [Row] {
        let lines = entry.voucher.lines
        return lines.compactMap { line in
            let touches = { (account: Account) in
                lines.contains { $0.account == account && $0.appropriation == line.appropriation }
            }
            let made = { (kind: Kind, change: Fen) in
                Row(
                    day: entry.voucher.day, seq: entry.seq, entry: entry, appropriation: line.appropriation, kind: kind,
                    change: change)
            }
            if Account.resources.contains(line.account), let kind = kind(of: line.account) { return made(kind, line.effect) }
            if line.account == .recalled { return made(touches(.bankDeposit) ? .returned : .recall, -line.effect) }
            guard line.account == .bankDeposit, isReceipt(entry.event), touches(.budgetIncome) || touches(.nonFiscalBudgetIncome),
                  !touches(.recalled) else { return nil }
            return made(.received, line.effect)
        }
    }

    /// A receipt, or the correction of one.
    private static func isReceipt(_ event: Event) -> Bool {
        switch event {
        case .fundsReceived, .fundsCorrected: true
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled, .fundsReturned,
             .bankEntered, .statementImported, .statementVoided, .matched, .unmatched, .yearClosed, .yearAssessed,
             .accessSealed, .job: false
        }
    }

    private static func kind(of account: Account) -> Kind? {
        if account == .granted { return .granted }
        if account == .supplement { return .supplement }
        if account == .broughtForward { return .carried }
        if account == .transfers { return .transfer }
        return account == .cameBack ? .cameBack : nil
    }

    /// What stood open when the year began and no voucher brought forward: the year before is not closed.
    private static func opening(
        _ ledger: Ledger, _ figures: [Code: FundFigures], _ booked: [Row], _ year: Int
    ) -> [Row] {
        ledger.appropriations.compactMap { appropriation in
            let code = appropriation.code
            let carried = booked.filter { $0.kind == .carried && $0.appropriation == code }.reduce(Fen.zero) { $0 + $1.change }
            let rest = (figures[code]?.standing[.broughtForward] ?? .zero) - carried
            guard rest != .zero else { return nil }
            return Row(day: Day.first(of: year), seq: nil, entry: nil, appropriation: code, kind: .carried, change: rest)
        }
    }

    private static func row(_ row: Row, _ snapshot: Snapshot) -> Table.Row {
        let source = snapshot.ledger.appropriation(row.appropriation)?.source
        return Table.Row(.detail, [
            .day(row.day), .text(row.entry?.event.document), .text(row.appropriation.text),
            source.map(snapshot.policy.cell(source:)) ?? .blank, .named(row.kind.rawValue, row.kind.title),
        ] + amounts(row.change) + [
            row.entry.map { snapshot.names.user($0.by) } ?? .blank, .record(row.seq), .voucher(row.entry?.voucher.number),
        ])
    }

    private static func amounts(_ change: Fen) -> [Cell] {
        change.isNegative ? [.blank, .money(-change)] : [.money(change), .blank]
    }

    /// A row for each kind, and the net of all: receipts add nothing to it.
    private static func sums(_ rows: [Row]) -> [Table.Row] {
        let sides = { (some: [Row]) -> [Cell] in
            let more = some.filter { !$0.change.isNegative }.reduce(Fen.zero) { $0 + $1.change }
            let less = some.filter(\.change.isNegative).reduce(Fen.zero) { $0 - $1.change }
            return [.money(more), .money(less)]
        }
        let blanks = [Cell](repeating: .blank, count: 3)
        let kinds = Kind.allCases.compactMap { kind -> Table.Row? in
            let own = rows.filter { $0.kind == kind }
            guard !own.isEmpty else { return nil }
            return Table.Row(
                .subtotal, key: kind.rawValue,
                [.phrase(Phrase("小计", "subtotal"))] + blanks + [.named(kind.rawValue, kind.title)] + sides(own) + blanks)
        }
        let granted = rows.filter { $0.kind != .received }
        return kinds + [
            Table.Row(
                .total,
                [.phrase(Phrase("合计（不含到账）", "total without receipts"))] + blanks + [.blank] + sides(granted) + blanks),
        ]
    }

    private static func checks(_ rows: [Row], _ total: FundFigures) -> [Check] {
        let found = { (kinds: [Kind]) in rows.filter { kinds.contains($0.kind) }.reduce(Fen.zero) { $0 + $1.change } }
        let ties: [(Account, [Kind], Fen)] = [
            (.granted, [.granted], total.standing[.granted]), (.supplement, [.supplement], total.standing[.supplement]),
            (.broughtForward, [.carried], total.standing[.broughtForward]),
            (.transfers, [.transfer], total.standing[.transfers]), (.cameBack, [.cameBack], total.standing[.cameBack]),
            (.recalled, [.recall, .returned], -total.standing[.recalled]),
        ]
        return ties.map { account, kinds, expected in
            let number = account.rawValue.dropFirst()
            return Check(
                account.rawValue, Phrase("\(account.title.zh)与 \(number) 相符", "\(account.title.en) agrees with \(number)"),
                expected: .money(expected), found: .money(found(kinds)))
        }
    }

    private static let columns: [Table.Column] = [
        .init("day", Phrase("日期", "day"), .day), .init("documentNo", Phrase("指标文号", "document"), .label),
        .init("appropriation", Phrase("指标", "appropriation"), .label), .init("source", Phrase("资金来源", "source"), .name),
        .init("kind", Phrase("类型", "kind"), .name), .init("increase", Phrase("增加", "increase"), .money),
        .init("decrease", Phrase("减少", "decrease"), .money), .init("by", Phrase("经办", "by"), .name),
        .init("seq", Phrase("记录", "record"), .count), .init("voucher", Phrase("凭证号", "voucher"), .label),
    ]

    private static let notes = [
        Phrase("没有凭证的结转行：上一年度尚未结账，列示年初实有的未用数。",
               "A carried row without a voucher: the year before is not closed yet, and this is what stood open in it."),
    ]
}
