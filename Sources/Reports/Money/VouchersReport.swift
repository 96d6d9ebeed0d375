package import Documents
package import Kernel
package import Ledger

/// 记账凭证序时簿: every voucher by day, line by line, with the vouchers that it reverses and replaces.
package enum VouchersReport {
    /// Which vouchers are asked for: all, unless something is said.
    package struct Choice: Sendable {
        package var book: Book?
        /// Both included.
        package var from: Day?
        package var to: Day?
        package var voucher: Code?
        package var job: Code?
        /// With the closing entries of the years.
        package var closed: Bool

        package init(
            book: Book? = nil, from: Day? = nil, to: Day? = nil, voucher: Code? = nil, job: Code? = nil,
            closed: Bool = false
        ) {
            self.closed = closed
            (self.book, self.from, self.to, self.voucher, self.job) = (book, from, to, voucher, job)
        }

        fileprivate func admits(_ entry: VoucherBook.Entry) -> Bool {
            let own = entry.voucher
            return (from.map { own.day >= $0 } ?? true) && (to.map { own.day <= $0 } ?? true)
                && (voucher == nil || own.number == voucher)
                && (own.inPhase != .closing || closed || voucher != nil)
                && (job == nil || own.lines.contains { $0.job == job })
        }
    }

    /// It proves that debits equal credits.
    package static func make(_ snapshot: Snapshot, vouchers: Feed<VoucherBook.Entry>, _ choice: Choice) -> Document {
        var (days, sums, count): ([Day: TableRows], [Side: Fen], Int) = ([:], [:], 0)
        vouchers.each { entry in
            guard choice.admits(entry) else { return }
            let lines = entry.voucher.lines.filter { choice.book == nil || $0.book == choice.book }
            if lines.isEmpty { return }
            count += 1
            for line in lines { sums[line.side, default: .zero] += line.amount.fen }
            days[entry.voucher.day, default: TableRows()] += rows(entry, lines, snapshot.names)
        }
        var shown = TableRows()
        for day in days.keys.sorted() { shown.append(contentsOf: days.removeValue(forKey: day) ?? TableRows()) }
        let (debit, credit) = (Cell.money(sums[.debit] ?? .zero), Cell.money(sums[.credit] ?? .zero))
        shown.append(Table.Row(.total, [.named("", Phrase("合计 \(count) 张", "total of \(count)"))]
            + blanks(3) + [debit, credit] + blanks(10)))
        return snapshot.report(
            "vouchers", Phrase("记账凭证序时簿", "Vouchers"), headings: headings(snapshot, choice),
            columns: columns, rows: shown, lead: 3,
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")],
            checks: [
                Check(
                    "balance", Phrase("借贷相等", "debits equal credits"), expected: debit, found: credit),
            ])
    }

    private static func blanks(_ count: Int) -> [Cell] { Array(repeating: .blank, count: count) }

    private static func headings(_ snapshot: Snapshot, _ choice: Choice) -> [Pair] {
        let all = Phrase("全部", "all")
        let days = [
            choice.from.map { Pair("from", Phrase("自", "from"), .day($0)) },
            choice.to.map { Pair("to", Phrase("至", "to"), .day($0)) },
            choice.job.map { Pair("job", Phrase("工单", "job"), .text($0.text)) },
        ].compactMap(\.self)
        return [
            Pair("book", Phrase("账簿", "book"), .named(choice.book?.rawValue ?? "", choice.book?.title ?? all)),
        ] + days + [Pair("asOf", Phrase("截至", "as of"), .day(snapshot.asOf.day))]
    }

    private static func rows(_ entry: VoucherBook.Entry, _ lines: [Line], _ names: ReportNames) -> [Table.Row] {
        let summary = entry.summary(names)
        return lines.map { line in
            let amount = Cell.money(line.amount.fen)
            return Table.Row(.detail, [
                .day(entry.voucher.day), .voucher(entry.voucher.number), .text(line.account.rawValue),
                .phrase(line.account.title),
                line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank, .phrase(summary),
                .text(line.appropriation.text), .job(line.job), names.contractor(line.contractor), names.user(entry.by),
                .record(entry.seq), .voucher(entry.voucher.reverses), .voucher(entry.reversedBy),
                .voucher(entry.replaces), .voucher(entry.replacedBy),
            ])
        }
    }

    private static let columns: [Table.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .label),
        .init("account", Phrase("科目", "account"), .label),
        .init("accountName", Phrase("科目名称", "account name"), .label),
        .init("debit", Phrase("借方", "debit"), .money),
        .init("credit", Phrase("贷方", "credit"), .money),
        .init("summary", Phrase("摘要", "summary"), .text),
        .init("appropriation", Phrase("指标", "appropriation"), .label),
        .init("job", Phrase("工单", "job"), .label),
        .init("contractor", Phrase("施工单位", "contractor"), .name),
        .init("by", Phrase("经办", "by"), .name),
        .init("seq", Phrase("记录", "record"), .count),
        .init("reverses", Phrase("冲销", "reverses"), .label),
        .init("reversedBy", Phrase("被冲销于", "reversed by"), .label),
        .init("replaces", Phrase("更正", "replaces"), .label),
        .init("replacedBy", Phrase("被更正于", "replaced by"), .label),
    ]
}
