import ArgumentParser
import Jobs
import Kernel

/// Every step of a job has a command of its name; `show`, `list`, `settlement` and `print` change nothing.
struct JobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "工单 · A job: every step of its way, its page, and the list.",
        discussion: """
            A job is named by its number, 2026-0001, or by its outside number, ref:12345-778.

            EXAMPLE
              export YJB_DB=street.sqlite YJB_USER=chen.lu
              yjb job accept 110 --tenure 无产权 --urgency 紧急
              yjb job show 110
            """,
        subcommands: [
            JobShow.self, JobNext.self, JobList.self, JobSheet.self, JobPrint.self, JobAccept.self,
            JobRegrade.self, JobReject.self, JobTransfer.self, JobMerge.self, JobVisit.self,
            JobSurvey.self, JobAuthorize.self, JobSign.self, JobDispatch.self, JobStart.self, JobFinish.self,
            JobInspect.self, JobRework.self, JobChange.self, JobReturn.self, JobClaim.self, JobReview.self,
            JobDispute.self, JobResolve.self,
            JobSettle.self, JobPay.self, JobRelease.self, JobRefund.self, JobRecover.self,
            JobWithhold.self, JobReverse.self, JobCallback.self,
            JobRate.self, JobPublish.self,
            JobClose.self, JobCancel.self, JobSuspend.self, JobResume.self, JobNote.self,
        ])
}

/// The job that a step is for, and what every order takes.
struct JobOrdering: ParsableArguments {
    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var ordering: Ordering

    @Option(help: ArgumentHelp(
        "The record up to which you looked at the job: a step on papers or money is refused when it has moved since.",
        valueName: "record"))
    var seen: Int?
}

/// A step of a job: `yjb job VERB JOB …` is `job.VERB`.
protocol JobStep: OrderCommand {
    static var verb: Verb { get }
    var target: JobOrdering { get }

    /// The fields of the form besides `job`.
    func fields() throws(Refusal) -> JSON
}

extension JobStep {
    static var does: String { verb.does }

    var ordering: Ordering { target.ordering }

    var seen: Int? { target.seen }

    func form() throws(Refusal) -> JSON { try fields().with("job", target.job.json) }
}

extension CommandConfiguration {
    /// The help of a step: the verb's title, what it does, and an example behind `yjb job VERB`, in the
    /// sample year.
    static func step(_ verb: Verb, _ abstract: String, _ example: String) -> CommandConfiguration {
        .bilingual(verb.rawValue, verb.title.zh, abstract, example: "yjb job \(verb.rawValue) \(example)")
    }
}

/// `--reason`, for the steps whose form is nothing else.
struct ReasonOption: ParsableArguments {
    @Option(help: "Why.")
    var reason: String

    var json: JSON { .members(["reason": reason.json]) }
}

/// `--line`, repeatable: the lines of an estimate, a slip or a claim.
struct LineOptions: ParsableArguments {
    @Option(help: ArgumentHelp(
        "A line: labour, plant, material, other (人工, 机械, 材料, 其他). Repeat it.",
        valueName: "kind|item|quantity|unit|unitPrice"))
    var line: [String] = []
}
