import ArgumentParser
import Jobs
import Kernel

struct JobRefund: JobStep {
    static let verb = Verb.refund
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh, "A payment came back from the bank, or was never made.",
        example: """
            yjb job refund 2026-0110 --as feng.jie --payment-no ZF20261231-11 --reason 账号有误被退回
            yjb job refund 2026-0031 --as feng.jie --payment-no ZF20261231-12 --cause mistaken --reason 重复录入
            """,
        notes: """
            returned: the bank sent the money back. mistaken: the payment was never made; its number is free again and \
            nothing of it stays open in the reconciliation.
            """)

    @OptionGroup var target: JobOrdering

    @Option(help: "The number of the payment.")
    var paymentNo: String

    @Option(help: "Whether it came back, or was never made. Default: returned.")
    var cause: RefundForm.Cause?

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members(["paymentNo": paymentNo.json, "cause": cause?.rawValue.json, "reason": reason.reason.json])
    }
}

struct JobRecover: JobStep {
    static let verb = Verb.recover
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh, "The firm pays a part back, because an audit cut the settlement afterwards.",
        example: """
            yjb job recover 2026-0092 --as feng.jie --amount 500.00 --day 2026-12-31 --reference SK20261231-01 \
            --reason 审计核减
            """)

    @OptionGroup var target: JobOrdering

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The day on which the bank or the treasury took it in.")
    var day: String

    @Option(help: "The number on the receipt. Unique in the street.")
    var reference: String

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members([
            "amount": amount.json, "day": day.json, "reference": reference.json, "reason": reason.reason.json,
        ])
    }
}

struct JobWithhold: JobStep {
    static let verb = Verb.withhold
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh, "Keep a part of the retention, for a defect that the firm did not mend.",
        example: "yjb job withhold 2026-0053 --as zhao.ming --amount 100.00 --reason 质保期内渗漏，通知后未维修")

    @OptionGroup var target: JobOrdering

    @Option(help: "In yuan.")
    var amount: String

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members(["amount": amount.json, "reason": reason.reason.json])
    }
}
