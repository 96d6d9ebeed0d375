import ArgumentParser
import Jobs
import Kernel

struct InvoiceVoid: JobStep {
    static let verb = Verb.voidInvoice
    static let configuration = CommandConfiguration.bilingual(
        "void", verb.title.zh, "Take an invoice out of force; then another may be registered.",
        example: """
            yjb invoice void 2026-0094 --number 26322000000012345678 --reason 税率开错 --as wu.fang
            yjb invoice void 2026-0088 --number 26322000000012345688 --red samples/invoice-red.xml --reason 红冲 --as wu.fang
            """,
        notes: "The import of a red invoice does the same.")

    @OptionGroup var target: JobOrdering

    @Option(help: "The number of the invoice.")
    var number: String

    @Option(help: ArgumentHelp("The XML file of the red invoice that takes it back.", valueName: "file"))
    var red: String?

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        let paper: JSON? = if let red { JSON(try EInvoiceFile.red(red)) } else { nil }
        return .members(["number": number.json, "reason": reason.reason.json, "red": paper])
    }
}
