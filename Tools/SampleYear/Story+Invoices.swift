import Kernel

/// The invoices of a settlement, and what takes them back.
extension Story {
    /// Registers an invoice over a part of what was approved: the announced one, if there is one, else a
    /// new one.
    func invoice(_ total: Fen) {
        let done = invoices.reduce(Fen.zero) { $0 + $1.total }
        // What came back is paid again by the invoice that is there.
        guard !features.contains(.noInvoice), done + total <= approved else { return }
        let no = invoices.isEmpty && !invoiceNo.isEmpty ? invoiceNo : "2632" + dice.digits(16)
        // The firms are small taxpayers: 1 % is within the sum.
        let net = Fen((total.value * 200 + 101) / 202)
        script.add(now, reviewer, "invoice.register", job: key, [
            "number": .string(no), "date": .string(now.day.text), "seller": seller,
            "buyer": .members(["name": .string(Script.street)]), "amount": .string(net.yuan),
            "tax": .string((total - net).yuan), "total": .string(total.yuan),
            "lines": .array([.members([
                "item": .string("*建筑服务*应急维修"), "amount": .string(net.yuan), "taxRate": .string("1%"),
                "tax": .string((total - net).yuan),
            ])]),
        ])
        invoices.append((no, total))
        script.invoices.append((no, contractor, now))
    }

    /// The settlement was taken back, so the firm takes its invoices back in red.
    func voidInvoices() {
        for invoice in invoices {
            script.add(now, reviewer, "invoice.void", job: key, [
                "number": .string(invoice.no), "reason": .string("审定冲销，原发票全额红冲"),
                "red": .members([
                    "number": .string("2632" + dice.digits(16)), "date": .string(now.day.text),
                    "original": .string(invoice.no), "total": .string("-" + invoice.total.yuan),
                ]),
            ])
        }
        (invoices, invoiceNo) = ([], "")
    }

    private var seller: JSON? {
        People.contractors.first { $0.code == contractor }.map {
            .members(["name": .string($0.name), "creditCode": .string($0.credit)])
        }
    }
}
