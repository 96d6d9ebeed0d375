import ArgumentParser
import Jobs
import Kernel

struct JobAccept: JobStep {
    static let verb = Verb.accept
    static let configuration = CommandConfiguration.step(
        verb, "Accept a call: whose it is and how urgent decide scope and deadlines.",
        "2026-0101 --as chen.lu --tenure unowned --urgency urgent")

    @OptionGroup var target: JobOrdering

    @Option(help: "Whose it is.")
    var tenure: Tenure

    @Option(help: "How urgent it is.")
    var urgency: Urgency

    @Option(help: "The code of a listed estate.")
    var estate: String?

    @Option(help: "Another category than the call's.")
    var category: String?

    @Option(help: "A hazard of the policy's list.")
    var hazard: String?

    @Option(help: "Why the common part of a transferred estate counts as nobody's (unowned).")
    var reason: String?

    func fields() throws(Refusal) -> JSON {
        .members([
            "tenure": tenure.rawValue.json, "estate": estate?.json, "category": category?.json,
            "urgency": urgency.rawValue.json, "hazard": hazard?.json, "reason": reason?.json,
        ])
    }
}

struct JobReject: JobStep {
    static let verb = Verb.reject
    static let configuration = CommandConfiguration.step(
        verb, "Turn a call away.", "2026-0099 --as chen.lu --reason 属物业维修范围，已告知来电人")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobTransfer: JobStep {
    static let verb = Verb.transfer
    static let configuration = CommandConfiguration.step(
        verb, "Hand a call on to the unit that is in charge.", "2026-0109 --as chen.lu --unit 区城管局 --reason 市政道路")

    @OptionGroup var target: JobOrdering

    @Option(help: "Who takes it.")
    var unit: String

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json.with("unit", unit.json) }
}

struct JobMerge: JobStep {
    static let verb = Verb.merge
    static let configuration = CommandConfiguration.step(
        verb, "Merge a repeated call into the job that is there.", "2026-0101 --as chen.lu --into 2026-0098 --reason 同一处")

    @OptionGroup var target: JobOrdering

    @Option(help: "The job that goes on.")
    var into: String

    @Option(help: "Why.")
    var reason: String?

    func fields() throws(Refusal) -> JSON { .members(["into": into.json, "reason": reason?.json]) }
}

struct JobVisit: JobStep {
    static let verb = Verb.visit
    static let configuration = CommandConfiguration.step(
        verb, "Report who came and what was found.",
        "2026-0110 --as wang.mei --visitor wang.mei --findings 井口满溢 --photo samples/photos/well.jpg")

    @OptionGroup var target: JobOrdering

    @Option(help: "A name or a user. Repeat it.")
    var visitor: [String] = []

    @Option(help: "What was found.")
    var findings: String

    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members([
            "visitors": visitor.json, "findings": findings.json,
            "photos": try photos.json(target.ordering.options),
        ])
    }
}
