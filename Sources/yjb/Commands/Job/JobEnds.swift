import ArgumentParser
import Jobs
import Kernel

struct JobClose: JobStep {
    static let verb = Verb.close
    static let configuration = CommandConfiguration.step(
        verb, "Close a job: passed, paid, called back.", "--as chen.dd --at 2026-03-21T10:00:00+08:00")

    @OptionGroup var target: JobOrdering

    func fields() throws(Refusal) -> JSON { .object([]) }
}

struct JobCancel: JobStep {
    static let verb = Verb.cancel
    static let configuration = CommandConfiguration.step(
        verb, "Cancel a job: what was held is free again.", "--as chen.dd --reason 居民已自行修复")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobSuspend: JobStep {
    static let verb = Verb.suspend
    static let configuration = CommandConfiguration.step(
        verb, "Let a job rest until a day: its deadline stands still.", "--as ma.head --until 2026-04-01 --reason 等待管线迁改")

    @OptionGroup var target: JobOrdering

    @Option(help: "The last day of the rest.")
    var until: String

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json.with("until", until.json) }
}

struct JobResume: JobStep {
    static let verb = Verb.resume
    static let configuration = CommandConfiguration.step(
        verb, "Let a suspended job go on.", "--as ma.head --at 2026-03-25T09:00:00+08:00")

    @OptionGroup var target: JobOrdering

    func fields() throws(Refusal) -> JSON { .object([]) }
}

struct JobNote: JobStep {
    static let verb = Verb.note
    static let configuration = CommandConfiguration.step(
        verb, "Add a note.", "--as zhou.js --text 居民来电催办 --photo street.jpg")

    @OptionGroup var target: JobOrdering

    @Option(help: "The note.")
    var text: String

    @OptionGroup var photos: Photos

    func fields() throws(Refusal) -> JSON {
        .members(["text": text.json, "photos": try photos.json(target.ordering.options)])
    }
}
