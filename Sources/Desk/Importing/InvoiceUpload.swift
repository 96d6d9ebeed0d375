import Intake
import Jobs
package import Kernel

/// What the XML file of a 数电票 asks for: to register the invoice, or, of a red one, to take the one that it
/// names out of force.
package struct InvoiceUpload: Sendable {
    package let does: String
    /// The form without its job.
    package let with: JSON

    /// Bytes: an invoice is small, this bounds it many times over.
    package static let limit = 4 << 20

    /// `reason`: why an invoice is taken back, for a red one. Throws what the reader of invoices throws.
    package init(_ bytes: [UInt8], file: String, reason: String) throws(Refusal) {
        switch try EInvoiceReader.read(bytes, file: file) {
        case .blue(let invoice): (does, with) = (Verb.invoice.does, JSON(InvoiceForm(invoice, source: .xml)))
        case .red(let red):
            does = Verb.voidInvoice.does
            with = .members(["number": .string(red.original.text), "reason": .string(reason), "red": JSON(red)])
        }
    }
}
