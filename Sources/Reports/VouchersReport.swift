package import Kernel
package import Ledger

/// 记账凭证序时簿: every voucher by day, line by line, with the vouchers that it reverses and replaces.
package enum VouchersReport {
    /// One book, or all; days from and to, both included. It holds when debits equal credits.
    package static func make(
        _ snapshot: Snapshot, vouchers: VoucherBook, book: Book?, from: Day?, to: Day?
    ) -> Report {
        let shown = vouchers.entries.enumerated().filter { _, entry in
            from.map { entry.voucher.day >= $0 } ?? true && to.map { entry.voucher.day <= $0 } ?? true
        }.sorted { ($0.element.voucher.day, $0.offset) < ($1.element.voucher.day, $1.offset) }.map(\.element)
        let lines = shown.map { ($0, $0.voucher.lines.filter { book == nil || $0.book == book }) }
        let sum = { (side: Side) in
            lines.flatMap(\.1).filter { $0.side == side }.reduce(Fen.zero) { $0 + $1.amount.fen }
        }
        let count = lines.count { !$0.1.isEmpty }
        let total = Report.Row(.total, [.named("", Phrase("合计 \(count) 张", "total of \(count)"))]
            + blanks(9) + [.money(sum(.debit)), .money(sum(.credit))] + blanks(4))
        return snapshot.report(
            "vouchers", Phrase("记账凭证序时簿", "Vouchers"), headings: headings(snapshot, book, from, to),
            columns: columns, rows: lines.flatMap { entry, lines in lines.map { row(entry, $0) } } + [total],
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")],
            holds: sum(.debit) == sum(.credit))
    }

    private static func blanks(_ count: Int) -> [Report.Cell] { Array(repeating: .blank, count: count) }

    private static func headings(
        _ snapshot: Snapshot, _ book: Book?, _ from: Day?, _ to: Day?
    ) -> [Report.Heading] {
        let all = Phrase("全部", "all")
        let days = [
            from.map { Report.Heading("from", Phrase("自", "from"), .day($0)) },
            to.map { Report.Heading("to", Phrase("至", "to"), .day($0)) },
        ].compactMap(\.self)
        return [
            Report.Heading("book", Phrase("账簿", "book"), .named(book?.rawValue ?? "", book?.title ?? all)),
        ] + days + [Report.Heading("asOf", Phrase("截至", "as of"), .day(snapshot.asOf.day))]
    }

    private static func row(_ entry: VoucherBook.Entry, _ line: Line) -> Report.Row {
        let amount = Report.Cell.money(line.amount.fen)
        let text = { (code: Code?) in code.map { Report.Cell.text($0.text) } ?? .blank }
        return Report.Row(.detail, [
            .day(entry.voucher.day), text(entry.voucher.number), .count(entry.seq), .phrase(entry.summary),
            text(entry.by), .text(line.account.rawValue), .phrase(line.account.title), text(line.appropriation),
            text(line.job), text(line.contractor), line.side == .debit ? amount : .blank,
            line.side == .credit ? amount : .blank, text(entry.voucher.reverses), text(entry.reversedBy),
            text(entry.replaces), text(entry.replacedBy),
        ])
    }

    private static let columns: [Report.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .text),
        .init("seq", Phrase("记录", "record"), .count),
        .init("summary", Phrase("摘要", "summary"), .text),
        .init("by", Phrase("经办", "by"), .text),
        .init("account", Phrase("科目", "account"), .text),
        .init("accountName", Phrase("科目名称", "account name"), .text),
        .init("appropriation", Phrase("指标", "appropriation"), .text),
        .init("job", Phrase("工单", "job"), .text),
        .init("contractor", Phrase("施工单位", "contractor"), .text),
        .init("debit", Phrase("借方", "debit"), .money),
        .init("credit", Phrase("贷方", "credit"), .money),
        .init("reverses", Phrase("冲销", "reverses"), .text),
        .init("reversedBy", Phrase("被冲销于", "reversed by"), .text),
        .init("replaces", Phrase("更正", "replaces"), .text),
        .init("replacedBy", Phrase("被更正于", "replaced by"), .text),
    ]
}
