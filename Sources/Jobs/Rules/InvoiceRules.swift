import Kernel

extension JobRules {
    /// An invoice (发票) is registered for what the review in force approved. Throws `input.value`, `invoice.amounts`,
    /// `invoice.seller`, `invoice.buyer`, `invoice.taken`, `invoice.present`, `invoice.sum`.
    static func register(_ form: InvoiceForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let invoice = form.invoice
        try checkNumber(invoice, context)
        try checkAmounts(invoice)
        try checkSeller(invoice, job, context)
        try checkBuyer(invoice, context)
        try checkTaken(invoice, job, context)
        guard let approved = job.review?.approved else { throw Refusal(.jobState) }
        if let present = job.invoiceInForce {
            throw Refusal(.invoicePresent, ["invoice": present.invoice.number.text, "job": job.number.text])
        }
        if invoice.total != approved {
            throw Refusal(.invoiceSum, ["total": invoice.total.yuan, "approved": approved.yuan])
        }
        return .invoiced(invoice: invoice, source: form.source ?? .hand, revision: job.revision)
    }

    /// 20 digits for a 数电票; code (10 or 12 digits) and number (8) of an older form, joined. Nothing is invoiced ahead.
    private static func checkNumber(_ invoice: EInvoice, _ context: JobContext) throws(Refusal) {
        let digits = invoice.number.text.utf8
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count == 18 || digits.count == 20 else {
            throw Refusal(.inputValue, [
                "field": "with.number", "value": invoice.number.text.excerpt, "expected": "18 or 20 digits",
            ])
        }
        if invoice.date > context.at.day {
            throw Refusal(.inputValue, [
                "field": "with.date", "value": invoice.date.text, "expected": "≤ " + context.at.day.text,
            ])
        }
    }

    /// 合计金额 + 合计税额 = 价税合计, and the lines come to the sums.
    private static func checkAmounts(_ invoice: EInvoice) throws(Refusal) {
        try invoice.total.demandPositive("with.total")
        let lines = invoice.lines ?? []
        let net = lines.isEmpty ? invoice.amount : try Fen.sum(lines.map(\.amount.fen))
        let tax = lines.contains { $0.tax != nil } ? try Fen.sum(lines.compactMap(\.tax?.fen)) : invoice.tax
        let sum = try net.adding(tax)
        guard net == invoice.amount, tax == invoice.tax, sum == invoice.total else {
            throw Refusal(.invoiceAmounts, ["sum": sum.yuan, "total": invoice.total.yuan])
        }
    }

    /// The credit code decides: names are abbreviated and firms renamed.
    private static func checkSeller(_ invoice: EInvoice, _ job: Job, _ context: JobContext) throws(Refusal) {
        guard let code = job.contractor else { throw Refusal(.jobState) }
        let firm = try context.register.contractor(code)
        guard invoice.seller.creditCode?.text == firm.creditCode.text else {
            throw Refusal(.invoiceSeller, [
                "seller": invoice.seller.words, "contractor": firm.name.text + " " + firm.creditCode.text,
            ])
        }
    }

    /// The policy says under which name and code the street buys; without that, the street's own name decides.
    private static func checkBuyer(_ invoice: EInvoice, _ context: JobContext) throws(Refusal) {
        let (holds, street): (Bool, String) = if let buyer = context.policy.buyer {
            (invoice.buyer.creditCode?.text == buyer.creditCode.text, buyer.name.text + " " + buyer.creditCode.text)
        } else {
            (invoice.buyer.name == context.street, context.street?.text ?? "")
        }
        if !holds { throw Refusal(.invoiceBuyer, ["buyer": invoice.buyer.words, "street": street]) }
    }

    /// Once per seller, ever; the number that the job's own claim named is this invoice announced.
    private static func checkTaken(_ invoice: EInvoice, _ job: Job, _ context: JobContext) throws(Refusal) {
        guard let seller = job.contractor,
              let owner = context.register.taken[.invoice(invoice.number, seller: seller)] else { return }
        let registered = job.invoices?.contains { $0.invoice.number == invoice.number } ?? false
        if owner != job.number || registered {
            throw Refusal(.invoiceTaken, ["invoice": invoice.number.text, "job": owner.text])
        }
    }
}

extension InvoiceParty {
    /// Name and code, as far as they are there.
    fileprivate var words: String { creditCode.map { name.text + " " + $0.text } ?? name.text }
}
