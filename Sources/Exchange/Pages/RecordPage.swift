import Jobs
package import Journal
package import Kernel
import Ledger
package import Press
import Reports

/// The page of one record of the journal: who did what when, what came of it, its vouchers, its link of the
/// chain.
package struct RecordPage {
    private let record: Record
    private let names: JobNames
    private let language: Language

    package static func make(
        _ record: Record, _ stored: StoredRecord, _ names: JobNames, sandbox: Bool, _ language: Language
    ) -> Page {
        RecordPage(record: record, names: names, language: language).page(stored, sandbox)
    }

    private func page(_ stored: StoredRecord, _ sandbox: Bool) -> Page {
        var page = Page(say("记录", "Record") + " \(record.seq)")
        if sandbox { page.banner(ReportTable.practice(language)) }
        page.pairs([
            (say("命令", "command"), record.command["do"]?.string),
            (say("经办", "by"), "\(names.user(record.by))（\(record.role.title(language))）"),
            (say("发生", "at"), record.at.text), (say("记录时间", "recorded"), record.recorded.text),
            (say("工单", "job"), record.job?.text), (say("命令编号", "id"), record.id.text),
            (say("记账规则", "posting rules"), String(record.rules)),
            (say("前一哈希", "previous hash"), stored.prev), (say("哈希", "hash"), stored.hash),
        ])
        page.section(say("事件", "Events"))
        page.bullets(record.events.map(told))
        if let with = record.command["with"] {
            page.section(say("内容", "Content"))
            page.paragraph(with.pretty)
        }
        for voucher in record.vouchers {
            page.section(title(voucher))
            page.grid(grid(voucher), language)
        }
        return page
    }

    private func told(_ event: Event) -> String {
        guard case .job(let job, let step) = event else { return event.title(language) }
        let text = JobStory(names).tell(step)(language)
        return "\(job.text) \(event.title(language))" + (text.isEmpty ? "" : say("：", ": ") + text)
    }

    private func title(_ voucher: Voucher) -> String {
        let reverses = voucher.reverses.map { say("，冲销 \($0.text)", ", reverses \($0.text)") } ?? ""
        return say("凭证", "Voucher") + " \(voucher.number.text) \(voucher.day.text)" + reverses
    }

    private func grid(_ voucher: Voucher) -> Grid {
        var grid = Grid([
            Grid.text("科目", "account"), Grid.text("科目名称", "account name"), Grid.text("指标", "appropriation"),
            Grid.text("施工单位", "contractor"), Grid.money("借方", "debit"), Grid.money("贷方", "credit"),
        ])
        for line in voucher.lines {
            let amount = Report.Cell.money(line.amount.fen)
            grid.add([
                .text(line.account.rawValue), .phrase(line.account.title), .text(line.appropriation.text),
                line.contractor.map { .phrase(names.contractor($0)) } ?? .blank,
                line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank,
            ])
        }
        let sum = { (side: Side) in
            Report.Cell.money(voucher.lines.filter { $0.side == side }.reduce(Fen.zero) { $0 + $1.amount.fen })
        }
        grid.total([.phrase(Phrase("合计", "total")), .blank, .blank, .blank, sum(.debit), sum(.credit)])
        return grid
    }

    private func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
}
