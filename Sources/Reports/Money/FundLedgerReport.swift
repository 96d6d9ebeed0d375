package import Documents
package import Kernel
package import Ledger

/// 指标明细账: the lines of an appropriation, or of all, with the balance of its account and what
/// is available of its appropriation after each.
package enum FundLedgerReport {
    /// A line with the record and the voucher it belongs to.
    package struct Entry: Sendable {
        package let seq: Int
        package let voucher: String
        package let day: Day
        package let line: Line
        package let phase: Phase

        package init(seq: Int, voucher: String, day: Day, line: Line, phase: Phase = .ordinary) {
            self.phase = phase
            self.seq = seq
            self.voucher = voucher
            self.day = day
            self.line = line
        }
    }

    /// Entries in the order of booking; they are shown in the order of their days, as a ledger is read.
    package static func make(
        _ snapshot: Snapshot, entries: [Entry], notes: VoucherNotes, appropriation: Code?, until day: Day
    ) -> Document {
        var standings: [Code: Standing] = [:]
        var rows = TableRows()
        for entry in entries.inOrder(until: day) where entry.line.book == .control {
            let line = entry.line
            var standing = standings[line.appropriation] ?? Standing()
            standing[line.account] += line.effect
            standings[line.appropriation] = standing
            rows.append(row(entry, standing, notes[entry.seq, entry.voucher]))
        }
        return snapshot.report(
            "fund-ledger", Phrase("指标明细账", "Fund ledger"),
            headings: [
                Pair("appropriation", Phrase("指标", "appropriation"),
                               appropriation.map { .text($0.text) } ?? .phrase(Phrase("全部", "all"))),
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
            ],
            columns: columns, rows: rows, lead: 3,
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")])
    }

    private static func row(_ entry: Entry, _ standing: Standing, _ summary: Phrase?) -> Table.Row {
        let line = entry.line
        let amount = Cell.money(line.amount.fen)
        return Table.Row(.detail, [
            .day(entry.day), .text(entry.voucher), .text(line.appropriation.text), .text(String(line.account.rawValue)),
            .phrase(line.account.title), line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank,
            .money(standing[line.account]), .money(standing[.available]), .phrase(summary),
            .job(line.job), .record(entry.seq),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .label),
        .init("appropriation", Phrase("指标", "appropriation"), .label),
        .init("account", Phrase("科目", "account"), .label),
        .init("accountName", Phrase("科目名称", "account name"), .label),
        .init("debit", Phrase("借方", "debit"), .money),
        .init("credit", Phrase("贷方", "credit"), .money),
        .init("balance", Phrase("科目余额", "balance"), .money),
        .init("available", Phrase("可用余额", "available"), .money),
        .init("summary", Phrase("摘要", "summary"), .text),
        .init("job", Phrase("工单", "job"), .label),
        .init("seq", Phrase("记录", "record"), .count),
    ]
}

extension [FundLedgerReport.Entry] {
    /// Without what closes the year that is asked about, unless the closed books are; the closing of earlier
    /// years is behind what stands now.
    func shown(in year: Int, closed: Bool) -> [FundLedgerReport.Entry] {
        closed ? self : filter { $0.phase != .closing || $0.day.year < year }
    }

    /// As a ledger is read: by day, and within a day as booked.
    func inOrder(until day: Day) -> [FundLedgerReport.Entry] {
        // Mostly they were booked in that order.
        if zip(self, dropFirst()).allSatisfy({ $0.day <= $1.day }) {
            return last.map { $0.day <= day } ?? true ? self : filter { $0.day <= day }
        }
        return enumerated().filter { $1.day <= day }
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}
