import ArgumentParser
import Jobs
import Kernel
import Reports

struct InvoiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "invoice", "发票", "The invoices of a street's contractors.", 
        [InvoiceAdd.self, InvoiceImport.self, InvoiceVoid.self, InvoiceList.self])
}

struct InvoiceAdd: JobStep {
    static let verb = Verb.invoice
    static let configuration = CommandConfiguration.bilingual(
        "add", "登记发票", "Register an invoice for what was approved.",
        example: """
            yjb invoice add 2026-0094 --as zheng.li --number 26322000000012345678 --date 2026-12-31 \
            --seller 宁安市政养护有限公司（样例） --seller-code 91320199MA1EXMPL1J --buyer 宁安路街道（样例） \
            --amount 3049.32 --tax 91.48 --total 3140.80
            """)

    @OptionGroup var target: JobOrdering

    @Option(help: "20 digits; of an older form its code and number, joined.")
    var number: String

    @Option(help: ArgumentHelp("The day of issue.", valueName: "day"))
    var date: String

    @Option(help: "The seller's name.")
    var seller: String

    @Option(help: "The seller's credit code.")
    var sellerCode: String

    @Option(help: "The buyer's name.")
    var buyer: String

    @Option(help: "The buyer's credit code.")
    var buyerCode: String?

    @Option(help: ArgumentHelp("Without tax.", valueName: "yuan"))
    var amount: String

    @Option(help: ArgumentHelp("The tax.", valueName: "yuan"))
    var tax: String = "0.00"

    @Option(help: ArgumentHelp("With tax.", valueName: "yuan"))
    var total: String

    func fields() throws(Refusal) -> JSON {
        .members([
            "number": number.json, "date": date.json,
            "seller": .members(["name": seller.json, "creditCode": sellerCode.json]),
            "buyer": .members(["name": buyer.json, "creditCode": buyerCode?.json]),
            "amount": amount.json, "tax": tax.json, "total": total.json,
            "source": InvoiceSource.hand.rawValue.json,
        ])
    }
}

struct InvoiceList: ReportingCommand {
    static let report = "invoices"
    static let configuration = CommandConfiguration.bilingual(
        "list", "发票登记簿", "The registered invoices, and which are in force.", example: "yjb invoice list")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
