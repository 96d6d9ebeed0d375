package import Documents
import Jobs
package import Journal
import Kernel
import Ledger

/// One record of the journal: who did what when, what came of it, its vouchers, its link of the chain.
package struct RecordDocument {
    private let record: Record
    private let names: JobNames

    package static func make(_ record: Record, _ stored: StoredRecord, _ names: JobNames, sandbox: Bool) -> Document {
        let own = RecordDocument(record: record, names: names)
        return Document(
            name: "record", title: Phrase("记录 \(record.seq)", "Record \(record.seq)"), facts: own.facts(stored),
            sections: own.sections, sandbox: sandbox)
    }

    private func facts(_ stored: StoredRecord) -> [Pair] {
        let (user, role) = (names.user(record.by), record.role.title)
        return [
            Pair("命令", "command", .text(record.command["do"]?.string)),
            Pair("经办", "by", .phrase(Phrase("\(user)（\(role.zh)）", "\(user) (\(role.en))"))),
            Pair("发生", "at", .text(record.at.text)), Pair("记录时间", "recorded", .text(record.recorded.text)),
            record.via.map { Pair("途径", "came by", .phrase($0.title)) },
            Pair("工单", "job", .job(record.job)), Pair("命令编号", "id", .text(record.id.text)),
            Pair("记账规则", "posting rules", .count(record.rules)),
            Pair("前一哈希", "previous hash", .text(stored.prev)), Pair("哈希", "hash", .text(stored.hash)),
        ].compactMap(\.self)
    }

    private var sections: [Section] {
        let content = record.command["with"].map { Section(Phrase("内容", "Content"), [.text(Phrase(both: $0.pretty))]) }
        return [Section(Phrase("事件", "Events"), [.list(record.events.map(told))])] + [content].compactMap(\.self)
            + record.vouchers.map { Section(title($0), [.table(table($0))]) }
    }

    private func told(_ event: Event) -> Phrase {
        guard case .job(let job, let step) = event else { return event.title }
        let (title, text) = (event.title, JobStory(names).tell(step))
        return Phrase(
            "\(job.text) \(title.zh)" + (text.zh.isEmpty ? "" : "：\(text.zh)"),
            "\(job.text) \(title.en)" + (text.en.isEmpty ? "" : ": \(text.en)"))
    }

    private func title(_ voucher: Voucher) -> Phrase {
        let (number, day) = (voucher.number.text, voucher.day.text)
        let reverses = voucher.reverses.map { Phrase("，冲销 \($0.text)", ", reverses \($0.text)") }
            ?? voucher.step.map { Phrase(" \($0.title.zh)", " \($0.title.en)") } ?? Phrase("", "")
        return Phrase("凭证 \(number) \(day)\(reverses.zh)", "Voucher \(number) \(day)\(reverses.en)")
    }

    private func table(_ voucher: Voucher) -> Table {
        var table = Table([
            .text("科目", "account"), .text("科目名称", "account name"), .text("指标", "appropriation"),
            .text("施工单位", "contractor"), .money("借方", "debit"), .money("贷方", "credit"),
        ])
        for line in voucher.lines {
            let amount = Cell.money(line.amount.fen)
            table.add([
                .text(line.account.rawValue), .phrase(line.account.title), .text(line.appropriation.text),
                line.contractor.map { .phrase(names.contractor($0)) } ?? .blank,
                line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank,
            ])
        }
        let sum = { (side: Side) in
            Cell.money(voucher.lines.filter { $0.side == side }.reduce(Fen.zero) { $0 + $1.amount.fen })
        }
        table.total([.phrase(Phrase("合计", "total")), .blank, .blank, .blank, sum(.debit), sum(.credit)])
        return table
    }
}
