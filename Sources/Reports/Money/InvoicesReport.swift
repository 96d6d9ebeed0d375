package import Documents
import Jobs
import Kernel

/// The registered invoices with the settlements that they are for.
package enum InvoicesReport {
    /// The snapshot needs jobs.
    package static func make(_ snapshot: Snapshot) -> Document {
        var (rows, all, inForce): ([Table.Row], [EInvoice], [EInvoice]) = ([], [], [])
        snapshot.jobs.each { job in
            rows += (job.invoices ?? []).map { row($0, job) }
            all += (job.invoices ?? []).map(\.invoice)
            inForce += job.invoicesInForce.map(\.invoice)
        }
        let last = [
            sum(.subtotal, key: "inForce", Phrase("其中有效 \(inForce.count) 张", "in force: \(inForce.count)"), inForce),
            sum(.total, Phrase("合计 \(all.count) 张", "total of \(all.count)"), all),
        ]
        return snapshot.report(
            "invoices", Phrase("发票登记簿", "Invoices"),
            headings: [Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))],
            columns: columns, rows: rows + last, lead: 2)
    }

    private static func sum(
        _ level: Table.Level, key: String? = nil, _ title: Phrase, _ invoices: [EInvoice]
    ) -> Table.Row {
        let sum = { (part: (EInvoice) -> Fen) in Cell.money(invoices.reduce(.zero) { $0 + part($1) }) }
        return Table.Row(level, key: key, [.phrase(title)] + [Cell](repeating: .blank, count: 4)
            + [sum(\.amount), sum(\.tax), sum(\.total), .blank, .blank])
    }

    private static func row(_ item: RegisteredInvoice, _ job: Job) -> Table.Row {
        let invoice = item.invoice
        return Table.Row(.detail, [
            .job(job.number), .text(invoice.number.text), .day(invoice.date), .text(invoice.seller.name.text),
            .text(invoice.seller.creditCode?.text ?? ""), .money(invoice.amount), .money(invoice.tax),
            .money(invoice.total), .named(item.source.rawValue, item.source.title), .flag(job.invoicesInForce.contains(item)),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("job", Phrase("工单", "job"), .label),
        .init("number", Phrase("发票号码", "number"), .label),
        .init("date", Phrase("开票日期", "date"), .day),
        .init("seller", Phrase("销售方", "seller"), .label),
        .init("sellerCreditCode", Phrase("销售方代码", "seller's code"), .label),
        .init("amount", Phrase("金额", "amount"), .money),
        .init("tax", Phrase("税额", "tax"), .money),
        .init("total", Phrase("价税合计", "total"), .money),
        .init("source", Phrase("来源", "source"), .name),
        .init("inForce", Phrase("有效", "in force"), .flag),
    ]
}
