import Jobs
import Kernel

/// The registered invoices with the settlements that they are for.
package enum InvoicesReport {
    /// The snapshot needs jobs.
    package static func make(_ snapshot: Snapshot) -> Report {
        let rows = snapshot.jobs.flatMap { job in (job.invoices ?? []).map { row($0, job) } }
        let total = snapshot.jobs.reduce(Fen.zero) { $1.invoicesInForce.reduce($0) { $0 + $1.invoice.total } }
        let last = Report.Row(.total, [.phrase(Phrase("有效合计", "in force"))]
            + [Report.Cell](repeating: .blank, count: 6) + [.money(total), .blank, .blank])
        return snapshot.report(
            "invoices", Phrase("发票登记簿", "Invoices"),
            headings: [Report.Heading("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))],
            columns: columns, rows: rows + [last])
    }

    private static func row(_ item: RegisteredInvoice, _ job: Job) -> Report.Row {
        let invoice = item.invoice
        return Report.Row(.detail, [
            .text(job.number.text), .text(invoice.number.text), .day(invoice.date), .text(invoice.seller.name.text),
            .text(invoice.seller.creditCode?.text ?? ""), .money(invoice.amount), .money(invoice.tax),
            .money(invoice.total), .named(item.source.rawValue, item.source.title), .flag(job.invoicesInForce.contains(item)),
        ])
    }

    private static let columns: [Report.Column] = [
        .init("job", Phrase("工单", "job"), .text),
        .init("number", Phrase("发票号码", "number"), .text),
        .init("date", Phrase("开票日期", "date"), .day),
        .init("seller", Phrase("销售方", "seller"), .text),
        .init("sellerCreditCode", Phrase("销售方代码", "seller's code"), .text),
        .init("amount", Phrase("金额", "amount"), .money),
        .init("tax", Phrase("税额", "tax"), .money),
        .init("total", Phrase("价税合计", "total"), .money),
        .init("source", Phrase("来源", "source"), .text),
        .init("inForce", Phrase("有效", "in force"), .flag),
    ]
}
