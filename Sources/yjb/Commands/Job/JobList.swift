import ArgumentParser
import Desk
import Jobs
import Kernel
import Reports
import Store

struct JobList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "工单清单", "The jobs that meet every condition given.",
        example: """
            yjb job list --open --overdue
            yjb job list --papers settled --from 2026-06-01 --to 2026-08-31
            """)

    @OptionGroup var options: Options

    @Option(help: "At this step of the works. Repeat it for any of several.")
    var works: [Works] = []

    @Option(help: "At this step of the papers. Repeat it for any of several.")
    var papers: [Papers] = []

    @Option(help: "Of this category. Repeat it for any of several.")
    var category: [String] = []

    @Flag(help: "Neither closed, here or in the system it came from, nor ended otherwise.")
    var open = false

    @Flag(help: "Unfinished after its deadline.")
    var overdue = false

    @Option(help: ArgumentHelp("Called on this day or later.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Called on this day or earlier.", valueName: "day"))
    var to: String?

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let filter = JobFilter(
                works: works, papers: papers, categories: category, open: open, overdue: overdue,
                from: try Day(option: from, "--from"), to: try Day(option: to, "--to"))
            let org = try await session.org()
            let report = try await session.desk.ask { (connection, clock) throws(Refusal) in
                let reader = SnapshotReader(connection, org: org, clock: clock)
                return JobsReport.make(try reader.snapshot(.init(jobs: true)), where: filter.admits)
            }
            try options.show(report, language)
            return Exit.done
        }
    }
}

/// Which jobs a list shows.
struct JobFilter: Sendable {
    let works: [Works]
    let papers: [Papers]
    let categories: [String]
    let open: Bool
    let overdue: Bool
    let from: Day?
    let to: Day?

    func admits(_ clocks: JobClocks) -> Bool {
        let job = clocks.job
        let day = job.calledAt.day
        return (works.isEmpty || works.contains(job.works))
            && (papers.isEmpty || papers.contains(job.papers))
            && (categories.isEmpty || categories.contains(job.category.text))
            && (!open || clocks.isOpen)
            && (!overdue || clocks.isOverdue)
            && (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension Day {
    /// nil for an option that was not given. Throws `input.value`, naming the option.
    init?(option text: String?, _ option: String) throws(Refusal) {
        guard let text else { return nil }
        do throws(Refusal) {
            self = try Day(text)
        } catch {
            throw error.adding("field", option)
        }
    }
}
