import ArgumentParser
import Reports
import Intake
import Jobs
import Kernel

struct JobSurvey: JobStep {
    static let verb = Verb.survey
    static let configuration = CommandConfiguration.step(
        verb, "File the survey form: who was there, the cause, the plan, the estimate.",
        """
        2026-0110 --as li.wei --visitor li.wei --visitor wang.mei --cause 管道堵塞 \
        --plan 吸污疏通 --line "人工|疏通工|4|工日|320.00" --line "机械|吸污车|1|台班|1800.00"
        """)

    @OptionGroup var target: JobOrdering

    @Option(help: "A name or a user, at least two. Repeat it.")
    var visitor: [String] = []

    @Option(help: "Why it broke.")
    var cause: String

    @Option(help: "What is to be done.")
    var plan: String

    @OptionGroup var lines: LineOptions

    @Option(help: ArgumentHelp("Tax on top of the sum of the lines. Default: the prices include it.", valueName: "percent"))
    var taxRate: String?

    @OptionGroup var funds: FundingOption
    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members([
            "visitors": visitor.json, "cause": cause.json, "plan": plan.json,
            "lines": try lines.line.json(Shorthand.line) ?? .array([]),
            "taxRate": taxRate?.json, "photos": try photos.json(target.ordering.options), "funding": try funds.json,
        ])
    }
}

struct JobAuthorize: JobStep {
    static let verb = Verb.authorize
    static let configuration = CommandConfiguration.step(
        verb, "Let the work begin before the paper: up to a ceiling, in an emergency.",
        "2026-0110 --as zhao.ming --ceiling 3000.00 --means phone --reason 污水外溢")

    @OptionGroup var target: JobOrdering

    @Option(help: "The most that may be spent, in yuan.")
    var ceiling: String

    @Option(help: ArgumentHelp("How it was said.", valueName: "phone|written"))
    var means: String

    @OptionGroup var funds: FundingOption
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members([
            "ceiling": ceiling.json, "reason": reason.reason.json, "means": means.json, "funding": try funds.json,
        ])
    }
}

struct JobSign: JobStep {
    static let verb = Verb.sign
    static let configuration = CommandConfiguration.step(
        verb, "Sign the survey form, or a change slip: the money is held.", "2026-0110 --as zhao.ming --note 同意")

    @OptionGroup var target: JobOrdering

    @Option(help: "The number of a change slip. Default: the survey form.")
    var slip: Int?

    @Option(help: "A remark.")
    var note: String?

    func fields() throws(Refusal) -> JSON { .members(["slip": slip?.json, "note": note?.json]) }
}

struct JobChange: JobStep {
    static let verb = Verb.change
    static let configuration = CommandConfiguration.step(
        verb, "File a change slip; quantities may be negative.",
        "2026-0110 --as li.wei --reason 管段加长 --line \"材料|HDPE双壁波纹管DN300|3|米|135.00\"")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption
    @OptionGroup var lines: LineOptions

    func fields() throws(Refusal) -> JSON {
        reason.json.with("lines", try lines.line.json(Shorthand.line) ?? .array([]))
    }
}

/// `--funding`, repeatable: which appropriations are to pay.
struct FundingOption: ParsableArguments {
    @Option(help: ArgumentHelp("A wish for an appropriation. Repeat it.", valueName: "A1=6000.00|A1=60%"))
    var funding: [String] = []

    var json: JSON? { get throws(Refusal) { try funding.json(Shorthand.funding) } }
}
