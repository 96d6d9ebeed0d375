import ArgumentParser
import Jobs
import Kernel

struct JobClose: JobStep {
    static let verb = Verb.close
    static let configuration = CommandConfiguration.step(
        verb, "Close a job: passed, paid, called back.", "2026-0092 --as chen.lu")

    @OptionGroup var target: JobOrdering

    @Option(help: "The leader's word, where the call-back says that it is not solved: why it is closed all the same.")
    var reason: String?

    func fields() throws(Refusal) -> JSON { .members(["reason": reason?.json]) }
}

struct JobCancel: JobStep {
    static let verb = Verb.cancel
    static let configuration = CommandConfiguration.step(
        verb, "Cancel a job: what was held is free again.", "2026-0100 --as chen.lu --reason 居民已自行修复")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobSuspend: JobStep {
    static let verb = Verb.suspend
    static let configuration = CommandConfiguration.step(
        verb, "Let a job rest until a day: its deadline stands still.",
        "2026-0098 --as zhao.ming --until 2027-04-01 --reason 等待管线迁改")

    @OptionGroup var target: JobOrdering

    @Option(help: "The last day of the rest.")
    var until: String

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json.with("until", until.json) }
}

struct JobResume: JobStep {
    static let verb = Verb.resume
    static let configuration = CommandConfiguration.step(
        verb, "Let a suspended job go on.", "2026-0098 --as zhao.ming --at \"2026-12-31 18:00\"")

    @OptionGroup var target: JobOrdering

    func fields() throws(Refusal) -> JSON { .object([]) }
}

struct JobNote: JobStep {
    static let verb = Verb.note
    static let configuration = CommandConfiguration.step(
        verb, "Add a note.", "2026-0096 --as pan.feng --text 居民来电催办 --photo samples/photos/well.jpg")

    @OptionGroup var target: JobOrdering

    @Option(help: "The note.")
    var text: String

    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members(["text": text.json, "photos": try photos.json(target.ordering.options)])
    }
}
