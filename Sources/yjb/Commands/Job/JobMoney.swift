import ArgumentParser
import Jobs
import Kernel

struct JobPay: JobStep {
    static let verb = Verb.pay
    static let configuration = CommandConfiguration.step(
        verb, "Pay what is payable, or a part of it.", "2026-0110 --as feng.jie --payment-no ZF20261231-11 --day 2026-12-31")

    @OptionGroup var target: JobOrdering
    @OptionGroup var payment: PaymentOptions

    func fields() throws(Refusal) -> JSON { payment.json }
}

struct JobRelease: JobStep {
    static let verb = Verb.release
    static let configuration = CommandConfiguration.step(
        verb, "Pay retention back when the warranty is over.",
        "2026-0031 --as feng.jie --payment-no ZF20261231-12 --day 2026-12-31")

    @OptionGroup var target: JobOrdering
    @OptionGroup var payment: PaymentOptions

    @Option(help: "Why it is released before its due day (提前返还).")
    var reason: String?

    func fields() throws(Refusal) -> JSON { reason.map { payment.json.with("reason", $0.json) } ?? payment.json }
}

struct PaymentOptions: ParsableArguments {
    @Option(help: "In yuan. Default: all of it.")
    var amount: String?

    @Option(help: "The payment's number: one transfer, shared only by payments of one contractor, day and custody.")
    var paymentNo: String

    @Option(help: "The day of the payment.")
    var day: String

    @Option(help: ArgumentHelp(
        "Pay only what the treasury or the street's bank holds. Default: whichever it is.", valueName: "treasury|bank"))
    var custody: String?

    var json: JSON {
        .members([
            "amount": amount?.json, "paymentNo": paymentNo.json, "day": day.json, "custody": custody?.json,
        ])
    }
}
