import ArgumentParser
import Desk
import Jobs
import Kernel
import Reports

struct JobList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "工单清单", "The jobs that meet every condition given.",
        example: """
            yjb job list --open --overdue
            yjb job list --papers settled --from 2026-06-01 --to 2026-08-31
            """)

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

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
            try options.show(as: showing, try await session.ask(.jobs(filter)), language)
            return Exit.done
        }
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
