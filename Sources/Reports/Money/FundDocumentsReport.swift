package import Documents
import Journal
package import Kernel
import Ledger

/// 指标文件清单: every document that gave money to an appropriation, moved it or took it back, with its amount; a
/// wrong one stays, and is taken back by the row of its correction. The sum is the net amount of the
/// appropriations.
package enum FundDocumentsReport {
    /// One appropriation, or all. A transfer has a row for each side.
    package static func make(_ snapshot: Snapshot, vouchers: VoucherBook, appropriation: Code?) -> Document {
        let rows = vouchers.entries.enumerated().flatMap { place, entry in
            movements(of: entry, in: vouchers).filter { appropriation == nil || $0.appropriation == appropriation }
                .map { (entry: entry, place: place, movement: $0) }
        }.sorted { ($0.entry.voucher.day, $0.place) < ($1.entry.voucher.day, $1.place) }
        let sum = rows.reduce(Fen.zero) { $0 + $1.movement.amount }
        let sources = Dictionary(snapshot.ledger.appropriations.map { ($0.code, $0.source) }) { first, _ in first }
        return snapshot.report(
            "fund-documents", Phrase("指标文件清单", "Documents of the appropriations"),
            headings: [
                Pair("appropriation", Phrase("指标", "appropriation"),
                               appropriation.map { .text($0.text) } ?? .phrase(Phrase("全部", "all"))),
                Pair("asOf", Phrase("截至", "as of"), .day(snapshot.asOf.day)),
            ],
            columns: columns,
            rows: rows.map { row($0.entry, $0.movement, sources[$0.movement.appropriation], snapshot) } + [total(sum)],
            lead: 2)
    }

    private struct Movement {
        let appropriation: Code
        let kind: Cell
        let amount: Fen
        let document: String?
    }

    /// A correction takes back what was wrong, and says what is right: in one voucher, or in one for each
    /// day.
    private static func movements(of entry: VoucherBook.Entry, in book: VoucherBook) -> [Movement] {
        guard case .fundsCorrected(let form, let right) = entry.event else { return movements(of: entry.event) }
        let isRed = entry.voucher.reverses != nil
        let wrong = isRed ? book.said(form.record).map(movements(of:)) ?? [] : []
        let kept = isRed && entry.isPart ? [] : right.map(movements(of:)) ?? []
        return wrong.map {
            Movement(appropriation: $0.appropriation, kind: .named("correction", Phrase("更正冲销", "taken back")),
                     amount: -$0.amount, document: $0.document)
        } + kept
    }

    private static func movements(of event: Event) -> [Movement] {
        let moved = { (appropriation: Code, kind: Cell, amount: Fen) in
            Movement(appropriation: appropriation, kind: kind, amount: amount, document: event.document)
        }
        return switch event {
        case .appropriated(let kind, let appropriation, let amount, _, _):
            [moved(appropriation.code, .named(kind.rawValue, kind.title), amount)]
        case .fundsTransferred(let form):
            [
                moved(form.from, .named("transferOut", Phrase("调出", "transfer out")), -form.amount),
                moved(form.to, .named("transferIn", Phrase("调入", "transfer in")), form.amount),
            ]
        case .fundsRecalled(let form):
            [moved(form.appropriation, .named("recall", event.title), -form.amount)]
        case .fundsReturned(let form):
            [moved(form.appropriation, .named("return", event.title), -form.amount)]
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .fundsReceived, .bankEntered, .fundsCorrected,
             .statementImported, .statementVoided, .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job: []
        }
    }

    private static func row(
        _ entry: VoucherBook.Entry, _ movement: Movement, _ source: Code?, _ snapshot: Snapshot
    ) -> Table.Row {
        Table.Row(.detail, [
            .text(movement.appropriation.text), .text(movement.document ?? ""), movement.kind,
            source.map(snapshot.policy.cell(source:)) ?? .blank, .day(entry.voucher.day), .voucher(entry.voucher.number),
            .record(entry.seq), snapshot.names.user(entry.by), .money(movement.amount),
        ])
    }

    private static func total(_ sum: Fen) -> Table.Row {
        Table.Row(.total, [.phrase(Phrase("合计", "total"))] + [Cell](repeating: .blank, count: 7) + [.money(sum)])
    }

    private static let columns: [Table.Column] = [
        .init("appropriation", Phrase("指标", "appropriation"), .label),
        .init("documentNo", Phrase("指标文号", "document"), .label),
        .init("kind", Phrase("事项", "what"), .name),
        .init("source", Phrase("资金来源", "source"), .name),
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .label),
        .init("seq", Phrase("记录", "record"), .count),
        .init("by", Phrase("经办", "by"), .name),
        .init("amount", Phrase("金额", "amount"), .money),
    ]
}

extension AppropriateForm.Kind {
    package var title: Phrase {
        switch self {
        case .original: Phrase("年初下达", "original")
        case .supplement: Phrase("追加", "supplement")
        case .carried: Phrase("上年结转", "carried")
        }
    }
}
