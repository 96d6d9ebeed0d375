import ArgumentParser
import Desk
import Disk
import Reports
import Intake
import Jobs
import Kernel

struct InvoiceImport: JobStep {
    static let verb = Verb.invoice
    static let configuration = CommandConfiguration.bilingual(
        "import", "导入数电票", "Register an invoice from its XML file; a red one takes the one it names out of force.",
        example: "yjb invoice import samples/invoice.xml 2026-0088 --as zheng.li",
        notes: "A red invoice is an invoice.void of the one that it names.")

    @Argument(help: "The XML file of a 数电票.")
    var file: String

    @OptionGroup var target: JobOrdering

    @Option(help: "Of a red one: why.")
    var reason = "红冲"

    func fields() throws(Refusal) -> JSON { try upload().with }

    func order() throws(Refusal) -> (does: String, form: JSON) {
        let upload = try upload()
        return (upload.does, upload.with.with("job", target.job.json))
    }

    /// What the file asks for.
    private func upload() throws(Refusal) -> InvoiceUpload {
        try InvoiceUpload(try Files.bytes(file, limit: InvoiceUpload.limit), file: file, reason: reason)
    }
}

enum EInvoiceFile {
    /// The invoice in an XML file. Throws what ``EInvoiceReader`` throws.
    static func read(_ file: String) throws(Refusal) -> EInvoicePaper {
        try EInvoiceReader.read(try Files.bytes(file, limit: InvoiceUpload.limit), file: file)
    }

    /// The red invoice in an XML file. Throws `input.value` for a blue one.
    static func red(_ file: String) throws(Refusal) -> RedInvoice {
        switch try read(file) {
        case .red(let red): return red
        case .blue(let invoice):
            throw Refusal(.inputValue, [
                "field": "--red", "file": file, "value": invoice.number.text, "expected": "a red invoice · 红字发票",
            ])
        }
    }
}
