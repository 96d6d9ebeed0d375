import Kernel

extension JobRules {
    /// An invoice (发票) is registered for what the review in force approved; several may come to its sum.
    /// Throws `input.value`, `invoice.amounts`, `invoice.seller`, `invoice.buyer`, `invoice.taken`,
    /// `invoice.present`, `invoice.sum`.
    static func register(_ form: InvoiceForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let invoice = form.invoice
        try checkNumber(invoice.number, invoice.date, context)
        try checkAmounts(invoice)
        try checkSeller(invoice, job, context)
        try checkBuyer(invoice, context)
        try checkTaken(invoice, job, context)
        guard let approved = job.review?.approved else { throw Refusal(.jobState) }
        let invoiced = job.invoiced
        if job.isInvoiced {
            let numbers = job.invoicesInForce.map(\.invoice.number.text).joined(separator: ", ")
            throw Refusal(.invoicePresent, ["invoice": numbers, "job": job.number.text])
        }
        if try invoiced.adding(invoice.total) > approved {
            throw Refusal(.invoiceSum, [
                "total": invoice.total.yuan, "approved": approved.yuan, "open": (approved - invoiced).yuan,
            ])
        }
        return .invoiced(invoice: invoice, source: form.source ?? .hand, revision: job.revision)
    }

    /// 作废 or 红冲: an invoice of the job no longer counts. A red one must take back that very invoice, by
    /// seller, buyer and sums; its number is used with it. Throws `invoice.unknown`, `invoice.red`,
    /// `invoice.taken`, `input.value`.
    static func voidInvoice(_ form: VoidInvoiceForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard let blue = job.invoices?.first(where: { $0.isOf(form.number) })?.invoice else {
            throw Refusal(.invoiceUnknown, ["invoice": form.number.text, "job": job.number.text])
        }
        guard let red = form.red else { return .invoiceVoided(number: blue.number, reason: form.reason, red: nil) }
        try checkNumber(red.number, red.date, context)
        if !red.takesBack(blue) { throw Refusal(.invoiceRed, ["red": red.number.text, "invoice": blue.number.text]) }
        if let seller = job.contractor, let owner = context.register.owner(of: .invoice(red.number, seller: seller)) {
            throw Refusal(.invoiceTaken, ["invoice": red.number.text, "job": owner.text])
        }
        return .invoiceVoided(number: blue.number, reason: form.reason, red: red)
    }

    /// 20 digits for a 数电票; code (10 or 12 digits) and number (8) of an older form, joined. Nothing is
    /// invoiced ahead.
    private static func checkNumber(_ number: Label, _ date: Day, _ context: JobContext) throws(Refusal) {
        let digits = number.text.utf8
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count == 18 || digits.count == 20 else {
            throw Refusal(.inputValue, [
                "field": "with.number", "value": number.text.excerpt, "expected": "18 or 20 digits · 18 或 20 位数字",
            ])
        }
        if date > context.at.day {
            throw Refusal(.inputValue, [
                "field": "with.date", "value": date.text, "expected": "≤ " + context.at.day.text,
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

    /// The policy says under which name and code the street buys; without that, the street's own name
    /// decides.
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
              let owner = context.register.owner(of: .invoice(invoice.number, seller: seller)) else { return }
        let number = invoice.number.text.folded
        let registered = job.invoices?.contains { invoice in
            [invoice.invoice.number, invoice.voided?.red?.number].contains { $0?.text.folded == number }
        } ?? false
        if owner != job.number || registered {
            throw Refusal(.invoiceTaken, ["invoice": invoice.number.text, "job": owner.text])
        }
    }
}

extension InvoiceParty {
    /// Name and code, as far as they are there.
    fileprivate var words: String { creditCode.map { name.text + " " + $0.text } ?? name.text }
}
