package import Kernel

/// A red invoice (红字发票) as its paper or its file says it: it takes a blue one back, with sums below zero.
package struct RedInvoice: Hashable, Sendable, Codable {
    /// Its own number, as an ``EInvoice`` has one.
    package let number: Label
    /// The day of issue.
    package let date: Day
    /// The number of the invoice that it takes back (被红冲蓝字发票号码).
    package let original: Label
    /// With tax, in fen; negative.
    package let total: SignedFen

    package init(number: Label, date: Day, original: Label, total: SignedFen) {
        self.number = number
        self.date = date
        self.original = original
        self.total = total
    }

    /// Whether it takes back that invoice, all of it.
    package func takesBack(_ blue: EInvoice) -> Bool {
        original.text.folded == blue.number.text.folded && total.fen == -blue.total
    }
}
