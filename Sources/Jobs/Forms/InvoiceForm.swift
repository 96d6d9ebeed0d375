package import Kernel

/// Who read an invoice: a person from its face, or the program from its file.
package enum InvoiceSource: String, Sendable, Codable, CaseIterable {
    case hand, xml

    package var title: Phrase {
        switch self {
        case .hand: Phrase("手工登记", "by hand")
        case .xml: Phrase("数电票文件", "from its file")
        }
    }
}

/// `invoice.register` for a job: the fields of an ``EInvoice`` and where they come from (by hand unless
/// given).
package struct InvoiceForm: Hashable, Sendable, Codable {
    package let number: Label
    package let date: Day
    package let seller: InvoiceParty
    package let buyer: InvoiceParty
    package let amount: Fen
    package let tax: Fen
    package let total: Fen
    package let lines: [InvoiceLine]?
    package let source: InvoiceSource?

    package init(_ invoice: EInvoice, source: InvoiceSource) {
        number = invoice.number
        date = invoice.date
        seller = invoice.seller
        buyer = invoice.buyer
        amount = invoice.amount
        tax = invoice.tax
        total = invoice.total
        lines = invoice.lines
        self.source = source
    }

    package var invoice: EInvoice {
        EInvoice(
            number: number, date: date, seller: seller, buyer: buyer, amount: amount, tax: tax, total: total,
            lines: lines)
    }
}

/// An invoice as a job keeps it.
package struct RegisteredInvoice: Hashable, Sendable, Codable {
    package let invoice: EInvoice
    package let source: InvoiceSource
    /// The revision of the claim that it is for.
    package let revision: Int
    package let at: Instant
    package let by: Code
    /// The approved amount that it was registered for: after a review of another one it counts no longer.
    package let approved: Fen?
    package var voided: VoidedInvoice?

    /// Whether it has that number, however it was typed, and still counts.
    package func isOf(_ number: Label) -> Bool {
        voided == nil && invoice.number.text.folded == number.text.folded
    }
}

/// Why and by whom an invoice was taken out of force, and the red one that did it, if there is one.
package struct VoidedInvoice: Hashable, Sendable, Codable {
    package let reason: Prose
    package let red: RedInvoice?
    package let at: Instant
    package let by: Code
}
