import ArgumentParser
import Exchange
import Jobs
import Kernel

struct InvoiceImport: JobStep {
    static let verb = Verb.invoice
    static let configuration = CommandConfiguration.bilingual(
        "import", "导入数电票", "Register an invoice from its XML file.",
        example: "yjb invoice import samples/invoice.xml 2026-0088 --as zheng.li")

    @Argument(help: "The XML file of a 数电票.")
    var file: String

    @OptionGroup var target: JobOrdering

    func fields() throws(Refusal) -> JSON {
        let bytes = try Files.bytes(file, limit: EInvoiceFile.limit)
        return JSON(InvoiceForm(try EInvoiceFile.read(bytes, file: file), source: .xml))
    }
}

enum EInvoiceFile {
    /// Bytes: an invoice is small, this bounds it many times over.
    static let limit = 4 << 20

    /// The invoice in the bytes of an XML file. Throws what ``EInvoiceReader`` throws.
    static func read(_ bytes: [UInt8], file: String) throws(Refusal) -> EInvoice {
        try EInvoiceReader.read(bytes, file: file)
    }
}
