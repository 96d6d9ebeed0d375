package import Kernel

/// An invoice (发票) as its paper or its 数电票 XML says it: facts of the document, before anything is asked
/// about a job.
///
/// Whoever reads one fills this struct; the rules about it are `Rules/InvoiceRules`.
package struct EInvoice: Hashable, Sendable, Codable {
    /// 20 digits for a 数电票; code and number of an older form, joined (10 or 12 digits and 8).
    package let number: Label
    /// The day of issue (开票日期).
    package let date: Day
    package let seller: InvoiceParty
    package let buyer: InvoiceParty
    /// Sum without tax (合计金额), in fen.
    package let amount: Fen
    /// Sum of the tax (合计税额), in fen; may be zero.
    package let tax: Fen
    /// With tax (价税合计), in fen.
    package let total: Fen
    package let lines: [InvoiceLine]?

    package init(
        number: Label, date: Day, seller: InvoiceParty, buyer: InvoiceParty, amount: Fen, tax: Fen, total: Fen,
        lines: [InvoiceLine]? = nil
    ) {
        self.number = number
        self.date = date
        self.seller = seller
        self.buyer = buyer
        self.amount = amount
        self.tax = tax
        self.total = total
        self.lines = lines
    }
}

/// Seller or buyer of an invoice, as printed there.
package struct InvoiceParty: Hashable, Sendable, Codable {
    package let name: Label
    /// 统一社会信用代码 or 纳税人识别号, unchecked: older documents carry other lengths.
    package let creditCode: Label?

    package init(name: Label, creditCode: Label?) {
        self.name = name
        self.creditCode = creditCode
    }
}

/// A line of an invoice. Quantity, price and rate stay as printed: an invoice carries up to 13 decimals, or
/// 免税.
package struct InvoiceLine: Hashable, Sendable, Codable {
    /// 项目名称, `*建筑服务*防水维修`.
    package let item: Label
    package let unit: Label?
    package let quantity: Label?
    package let unitPrice: Label?
    /// Without tax; a discount line (折扣行) is negative.
    package let amount: SignedFen
    package let taxRate: Label?
    package let tax: SignedFen?

    package init(
        item: Label, unit: Label? = nil, quantity: Label? = nil, unitPrice: Label? = nil, amount: SignedFen,
        taxRate: Label? = nil, tax: SignedFen? = nil
    ) {
        self.item = item
        self.unit = unit
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.amount = amount
        self.taxRate = taxRate
        self.tax = tax
    }
}
