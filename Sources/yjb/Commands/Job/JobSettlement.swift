import ArgumentParser
import Reports
import Intake
import Jobs
import Kernel

struct JobClaim: JobStep {
    static let verb = Verb.claim
    static let configuration = CommandConfiguration.step(
        verb, "Claim what was done, within what was signed.",
        "2026-0110 --as li.wei --line \"人工|疏通工|4|工日|320.00\" --tax-rate 3 --invoice \"25117000|2026-12-31|1318.40\"")

    @OptionGroup var target: JobOrdering
    @OptionGroup var lines: LineOptions

    @Option(help: ArgumentHelp("Tax on the sum of the lines.", valueName: "percent"))
    var taxRate: String?

    @Option(help: ArgumentHelp("The contractor's invoice.", valueName: "number|date|amount"))
    var invoice: String?

    func fields() throws(Refusal) -> JSON {
        let paper: JSON? = if let invoice { try Shorthand.invoice(invoice) } else { nil }
        return .members([
            "lines": try lines.line.json(Shorthand.line) ?? .array([]), "taxRate": taxRate?.json, "invoice": paper,
        ])
    }
}

struct JobReview: JobStep {
    static let verb = Verb.review
    static let configuration = CommandConfiguration.step(
        verb, "Say of every claimed line what is approved; a cut needs a reason.",
        "2026-0110 --as zheng.li --line \"1|1200.00|按实际工日\"")

    @OptionGroup var target: JobOrdering

    @Option(help: ArgumentHelp("A line of the claim, from 1. Repeat it.", valueName: "line|approved|reason"))
    var line: [String] = []

    func fields() throws(Refusal) -> JSON {
        .members(["lines": try line.json(Shorthand.review) ?? .array([])])
    }
}

struct JobDispute: JobStep {
    static let verb = Verb.dispute
    static let configuration = CommandConfiguration.step(
        verb, "Object to the amounts: they stand still until it is resolved.", "2026-0095 --as pan.feng --reason 送审金额有异议")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobResolve: JobStep {
    static let verb = Verb.resolve
    static let configuration = CommandConfiguration.step(verb, "End a dispute.", "2026-0087 --as zhao.ming --note 按现场复核工程量执行")

    @OptionGroup var target: JobOrdering

    @Option(help: "What was agreed.")
    var note: String

    func fields() throws(Refusal) -> JSON { .members(["note": note.json]) }
}

struct JobSettle: JobStep {
    static let verb = Verb.settle
    static let configuration = CommandConfiguration.step(
        verb, "Book the approved amount: payable now, and retention for the warranty.",
        "2026-0110 --as zhao.ming --retention-rate 3 --warranty-months 12")

    @OptionGroup var target: JobOrdering

    @Option(help: ArgumentHelp("What is kept back of the approved amount.", valueName: "percent"))
    var retentionRate: String?

    @Option(help: ArgumentHelp("How long it is kept, from the acceptance of the work.", valueName: "months"))
    var warrantyMonths: Int?

    func fields() throws(Refusal) -> JSON {
        .members(["retentionRate": retentionRate?.json, "warrantyMonths": warrantyMonths?.json])
    }
}

struct JobReverse: JobStep {
    static let verb = Verb.reverse
    static let configuration = CommandConfiguration.step(
        verb, "Take a settlement back in red, so that it can be claimed anew.", "2026-0110 --as sun.yan --reason 工程量复核有误")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}
