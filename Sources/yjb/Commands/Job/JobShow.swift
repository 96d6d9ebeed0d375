import ArgumentParser
import Desk
import Reports
import Jobs
import Kernel

struct JobShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "show", "工单详情", "The page of a job: both tracks, deadlines, timeline, funding, lines, payments.",
        example: """
            yjb job show 2026-0041
            yjb job show ref:12345-778 --lang en
            """,
        notes: "✓ done, ● here, ○ to come. With --json: the job as it stands and its records as they are stored.")

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let dossier = try await session.ask(.dossier(of: try await session.job(job)))
            try options.show(as: showing, JobDocument.make(dossier), language, json: try dossier.json(language))
            return Exit.done
        }
    }
}

struct JobNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "next", "可办理事项", "The steps that a job takes now, and those that it does not with what blocks them.",
        example: "yjb job next 2026-0041 --as li.wei",
        notes: "With --as: for that user, whose roles and past steps count.")

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let steps = try await session.ask(.next(try await session.job(job)))
            try options.show(as: showing, StepsDocument.make(steps), language)
            return Exit.done
        }
    }
}

extension JobName {
    /// Throws `input.…`, naming the argument.
    init(option text: String) throws(Refusal) {
        do throws(Refusal) {
            self = try JobName(text)
        } catch {
            throw error.adding("field", "job")
        }
    }
}
