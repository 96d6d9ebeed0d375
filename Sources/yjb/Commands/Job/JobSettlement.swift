import ArgumentParser
import Exchange
import Jobs
import Kernel

struct JobClaim: JobStep {
    static let verb = Verb.claim
    static let configuration = CommandConfiguration.step(
        verb, "Claim what was done, within what was signed.",
        "--as li.wei --line \"人工|疏通工|4|工日|320.00\" --tax-rate 3 --invoice \"25117000|2026-03-10|1318.40\"")

    @OptionGroup var target: JobOrdering
    @OptionGroup var lines: LineOptions

    @Option(help: ArgumentHelp("Tax on the sum of the lines.", valueName: "percent"))
    var taxRate: String?

    @Option(help: ArgumentHelp("The contractor's invoice.", valueName: "number|date|amount"))
    var invoice: String?

    func fields() throws(Refusal) -> JSON {
        let paper: JSON? = if let invoice { try FormSpecs.invoice(invoice) } else { nil }
        return .members([
            "lines": try lines.line.json(FormSpecs.line) ?? .array([]), "taxRate": taxRate?.json, "invoice": paper,
        ])
    }
}

struct JobReview: JobStep {
    static let verb = Verb.review
    static let configuration = CommandConfiguration.step(
        verb, "Say of every claimed line what is approved; a cut needs a reason.",
        "--as zhao.cw --line \"1|1280.00\" --line \"2|1600.00|台班单价按协议价\"")

    @OptionGroup var target: JobOrdering

    @Option(help: ArgumentHelp("A line of the claim, from 1. Repeat it.", valueName: "line|approved|reason"))
    var line: [String] = []

    func fields() throws(Refusal) -> JSON {
        .members(["lines": try line.json(FormSpecs.review) ?? .array([])])
    }
}

struct JobDispute: JobStep {
    static let verb = Verb.dispute
    static let configuration = CommandConfiguration.step(
        verb, "Object to the amounts: they stand still until it is resolved.", "--as zhou.js --reason 核减金额有异议")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobResolve: JobStep {
    static let verb = Verb.resolve
    static let configuration = CommandConfiguration.step(verb, "End a dispute.", "--as ma.head --note 按现场复核工程量重新审核")

    @OptionGroup var target: JobOrdering

    @Option(help: "What was agreed.")
    var note: String

    func fields() throws(Refusal) -> JSON { .members(["note": note.json]) }
}

struct JobSettle: JobStep {
    static let verb = Verb.settle
    static let configuration = CommandConfiguration.step(
        verb, "Book the approved amount: payable now, and retention for the warranty.",
        "--as ma.head --retention-rate 3 --warranty-months 12")

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
        verb, "Take a settlement back in red, so that it can be claimed anew.", "--as sun.leader --reason 工程量复核有误")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}
