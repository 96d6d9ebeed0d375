import ArgumentParser
import Journal
import Kernel

struct FinanceEntry: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "entry", "银行事项", "Book what only the bank knows: interest, fees, what is to be made good, unidentified receipts.",
        example: """
            yjb finance entry interest MS-2026-03 --as wu.fang --amount 2.71 --day 2026-12-21 --reference LX20261221
            yjb finance entry fee MS-2026-03 --as wu.fang --amount 15.00 --day 2026-12-10 --reference SF20261210
            yjb finance entry advance MS-2026-03 --as wu.fang --amount 40.00 --day 2026-12-23 --reference DF20261223
            yjb finance entry recovered MS-2026-03 --as wu.fang --amount 40.00 --day 2026-12-28 \
            --reference BH20261228 --clears 1611
            """,
        notes: """
            advance is what the account lacked and the street makes good, such as a fee that may not be paid from the \
            money; recovered makes it good; unidentified is money of nobody known, sentBack gives it back; surrender \
            passes interest on.
            """)
    static let does = "bank.entry"

    @Argument(help: "What it is.")
    var kind: BankEntryForm.Kind

    @Argument(help: "The code of the appropriation in whose account it lies; its channel is bank.")
    var appropriation: String

    @OptionGroup var ordering: Ordering

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The day on which the bank booked it.")
    var day: String

    @Option(help: "The bank's number of it. Unique in the street.")
    var reference: String

    @Option(help: ArgumentHelp("The record of the entry that this one clears.", valueName: "record"))
    var clears: Int?

    @Option(help: "A remark.")
    var note: String?

    func form() throws(Refusal) -> JSON {
        .members([
            "kind": kind.rawValue.json, "appropriation": appropriation.json, "amount": amount.json, "day": day.json,
            "reference": reference.json, "clears": clears?.json, "note": note?.json,
        ])
    }
}
