import ArgumentParser
import Reports
import Intake
import Jobs
import Kernel

struct JobDispatch: JobStep {
    static let verb = Verb.dispatch
    static let configuration = CommandConfiguration.step(
        verb, "Send a contractor.", "2026-0110 --as chen.lu --contractor QL --workers 4 --vehicle 吸污车=1 --due 2027-01-03")

    @OptionGroup var target: JobOrdering

    @Option(help: "The code of a contractor.")
    var contractor: String

    @Option(help: "How many workers.")
    var workers: Int?

    @Option(help: ArgumentHelp("A kind of vehicle and how many. Repeat it.", valueName: "kind=count"))
    var vehicle: [String] = []

    @Option(help: "The day by which it is to be done.")
    var due: String?

    func fields() throws(Refusal) -> JSON {
        .members([
            "contractor": contractor.json, "workers": workers?.json, "vehicles": try vehicle.json(Shorthand.vehicle),
            "due": due?.json,
        ])
    }
}

struct JobStart: JobStep {
    static let verb = Verb.start
    static let configuration = CommandConfiguration.step(verb, "The crew has begun.", "2026-0110 --as pan.feng --note 已围挡")

    @OptionGroup var target: JobOrdering
    @OptionGroup var report: WorkReport

    func fields() throws(Refusal) -> JSON { try report.json(target.ordering.options) }
}

struct JobFinish: JobStep {
    static let verb = Verb.finish
    static let configuration = CommandConfiguration.step(
        verb, "The crew is done.", "2026-0110 --as pan.feng --note 已疏通 --photo samples/photos/well.jpg")

    @OptionGroup var target: JobOrdering
    @OptionGroup var report: WorkReport

    func fields() throws(Refusal) -> JSON { try report.json(target.ordering.options) }
}

/// What a crew may say about its work.
struct WorkReport: ParsableArguments {
    @Option(help: "A remark.")
    var note: String?

    @OptionGroup var photos: Photos

    func json(_ options: Options) throws(Refusal) -> JSON {
        .members(["note": note?.json, "photos": try photos.json(options)])
    }
}

/// How an inspection ended.
enum Verdict: String, EnumerableFlag {
    case pass, fail

    static func help(for value: Verdict) -> ArgumentHelp? {
        switch value {
        case .pass: "The work is good."
        case .fail: "It has to be done again."
        }
    }
}

struct JobInspect: JobStep {
    static let verb = Verb.inspect
    static let configuration = CommandConfiguration.step(
        verb, "Inspect the work: pass it, or have it done again.", "2026-0110 --as yan.hua --pass --note 排水通畅，路面已恢复")

    @OptionGroup var target: JobOrdering

    @Flag(exclusivity: .exclusive)
    var verdict: Verdict

    @Option(help: "What was found.")
    var note: String

    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members([
            "pass": .bool(verdict == .pass), "note": note.json, "photos": try photos.json(target.ordering.options),
        ])
    }
}

struct JobCallback: JobStep {
    static let verb = Verb.callback
    static let configuration = CommandConfiguration.step(
        verb, "Call the caller back: reached or not, solved or not, how satisfied.",
        "2026-0092 --as wang.mei --solved yes --satisfied 5")

    @OptionGroup var target: JobOrdering

    @Flag(inversion: .prefixedNo, help: "Whether somebody was reached.")
    var contacted = true

    @Option(help: ArgumentHelp("Whether it is solved.", valueName: "yes|partly|no"))
    var solved: String?

    @Option(help: ArgumentHelp("How satisfied the caller is.", valueName: "1-5"))
    var satisfied: Int?

    @Option(help: "A remark.")
    var note: String?

    func fields() throws(Refusal) -> JSON {
        .members([
            "contacted": .bool(contacted), "solved": solved?.json, "satisfied": satisfied?.json, "note": note?.json,
        ])
    }
}

struct JobRate: JobStep {
    static let verb = Verb.rate
    static let configuration = CommandConfiguration.step(
        verb, "The resident's own word: solved or not, how satisfied.", "2026-0092 --as jumin --solved yes --satisfied 5")

    @OptionGroup var target: JobOrdering

    @Option(help: ArgumentHelp("Whether it is solved.", valueName: "yes|partly|no"))
    var solved: String

    @Option(help: ArgumentHelp("How satisfied the caller is.", valueName: "1-5"))
    var satisfied: Int

    @Option(help: "A remark.")
    var note: String?

    func fields() throws(Refusal) -> JSON {
        .members(["solved": solved.json, "satisfied": satisfied.json, "note": note?.json])
    }
}

struct JobPublish: JobStep {
    static let verb = Verb.publish
    static let configuration = CommandConfiguration.step(
        verb, "Show the public what was done: a text, and the photos chosen for it.",
        "2026-0092 --as qian.yu --text 化粪池已清掏，路面已恢复 --photo samples/photos/well.jpg")

    @OptionGroup var target: JobOrdering

    @Option(help: "What is shown.")
    var text: String

    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members(["text": text.json, "photos": try photos.json(target.ordering.options)])
    }
}
