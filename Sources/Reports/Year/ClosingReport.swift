package import Documents
import Jobs
package import Journal
package import Kernel
import Ledger

/// 年度结账证明: who closed a year and when, what the books came to before and after, what became of each
/// appropriation, what was looked at and accepted (books.md B1 §7).
package enum ClosingReport {
    package static func make(_ snapshot: Snapshot) -> Document { make(snapshot, snapshot.closing) }

    /// Before it is recorded, marked 预览, with its vouchers.
    package static func preview(_ snapshot: Snapshot, _ facts: ClosingFacts) -> Document { make(snapshot, facts) }

    private static func make(_ snapshot: Snapshot, _ facts: ClosingFacts) -> Document {
        let title = facts.stored == nil ? Phrase("年度结账证明（预览）", "Certificate of the year's close (preview)")
            : Phrase("年度结账证明", "Certificate of the year's close")
        guard let close = facts.close else {
            preconditionFailure("a certificate is made of a record that closed no year")
        }
        let vouchers = facts.stored == nil ? facts.record.vouchers.map(voucher) : []
        var document = Document(
            name: "closing", title: title, facts: heading(snapshot, facts, close),
            sections: [
                Section(Phrase("三本账", "The three books"), [.table(ClosingBooks.table(snapshot, close.year))]),
                Section(Phrase("各指标", "Appropriations"), [
                    .table(ClosingFunds.sources(snapshot, close).called(Phrase("指标来源和支出", "Sources and spending"))),
                    .table(ClosingFunds.ends(snapshot, close).called(Phrase("指标年末去向", "What is left, and where it goes"))),
                ]),
                Section(Phrase("检查", "Checks"), [.table(YearChecksDocument.table(close))]),
                Section(Phrase("工单", "Jobs"), [.table(jobs(close))]), Section(Phrase("摘要值", "Digests"), [.pairs([
                    Pair("digestBefore", Phrase("结账前余额", "balances before closing"), .text(close.digests.before)),
                    Pair("digestAfter", Phrase("结账后余额", "balances after closing"), .text(close.digests.after)),
                ])]),
            ] + vouchers, sandbox: snapshot.street.sandbox)
        document.notes = notes
        document.checks = ClosingBooks.checks(snapshot, close.year)
        document.signatures = [
            Signature(Phrase("制表", "made by")), Signature(Phrase("复核", "checked by")),
            Signature(Phrase("财务负责人", "head of finance")), Signature(Phrase("单位负责人", "head of the unit")),
        ]
        document.stamps = [snapshot.stamp]
        document.orientation = .landscape
        return document
    }

    private static func heading(_ snapshot: Snapshot, _ facts: ClosingFacts, _ close: YearClose) -> [Pair] {
        let (record, street) = (facts.record, snapshot.street)
        let jobs = close.jobs.reduce(0) { $0 + $1.count }
        let numbers = { (count: Int) in
            count == 0 ? Cell.blank : .text("\(close.year)-000001 – \(close.year)-" + digits(count))
        }
        return [
            Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text)),
            Pair("year", Phrase("年度", "year"), .count(close.year)),
            Pair("by", Phrase("结账人", "closed by"), snapshot.names.user(record.by)),
            Pair("role", Phrase("身份", "role"), .named(record.role.rawValue, record.role.title)),
            Pair("at", Phrase("结账时间", "closed at"), .instant(record.at)),
            Pair("recorded", Phrase("记录时间", "recorded"), .instant(record.recorded)),
            Pair("record", Phrase("记录", "record"), facts.stored == nil ? .blank : .record(record.seq)),
            Pair("previousHash", Phrase("结账前哈希", "hash before"), .text(facts.stored?.prev)),
            Pair("hash", Phrase("哈希", "hash"), .text(facts.stored?.hash)),
            Pair("vouchers", Phrase("凭证", "vouchers"), .count(facts.vouchers)),
            Pair("voucherNumbers", Phrase("凭证号", "voucher numbers"), numbers(facts.vouchers)),
            Pair("records", Phrase("记录数", "records"), .count(record.seq)),
            Pair("jobs", Phrase("工单数", "jobs"), .count(jobs)),
        ]
    }

    private static func digits(_ count: Int) -> String {
        let text = String(count)
        return String(repeating: "0", count: max(0, 6 - text.count)) + text
    }

    private static func jobs(_ close: YearClose) -> Table {
        Table([
            .init("works", Phrase("工程", "works"), .name), .init("papers", Phrase("单据", "papers"), .name),
            .init("count", Phrase("件数", "count"), .count),
        ], lead: 2, close.jobs.map {
            Table.Row(.detail, [
                .named($0.works.rawValue, $0.works.title), .named($0.papers.rawValue, $0.papers.title), .count($0.count),
            ])
        })
    }

    private static func voucher(_ voucher: Voucher) -> Section {
        let title = voucher.step?.title ?? Phrase("", "")
        let (number, day) = (voucher.number.text, voucher.day.text)
        let table = Table([
            .init("account", Phrase("科目", "account"), .label), .init("accountName", Phrase("科目名称", "account name"), .label),
            .init("appropriation", Phrase("指标", "appropriation"), .label), .init("debit", Phrase("借方", "debit"), .money),
            .init("credit", Phrase("贷方", "credit"), .money),
        ], lead: 2, voucher.lines.map { line in
            let amount = Cell.money(line.amount.fen)
            return Table.Row(.detail, [
                .text(line.account.rawValue), .phrase(line.account.title), .text(line.appropriation.text),
                line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank,
            ])
        })
        return Section(Phrase("凭证 \(number) \(day) \(title.zh)", "Voucher \(number) \(day) \(title.en)"), [.table(table)])
    }

    private static let notes = [
        Phrase("摘要值：按“科目,指标,借方,贷方”（分）逐行列出 12 月 31 日的余额，按字节排序后取摘要；结账前不含本年结账分录。",
               "Digests: of the balances on 31 December, a line account,appropriation,debit,credit (in fen) each, "
                   + "sorted by bytes; before closing, without the closing entries of the year."),
        Phrase("已结账的年度不能重开；更正记在以后的年度。", "A closed year is not opened again; corrections are booked in later years."),
    ]
}
