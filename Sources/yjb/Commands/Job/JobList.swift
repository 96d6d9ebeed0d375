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
            yjb job list --due today --sort due --limit 20
            yjb job list --search "化粪池 南苑路" --sort -called
            """,
        notes: """
            An option given several times means any of its values. The sums are those of the whole list, also where \
            --limit shows a part of it.
            """)

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing
    @OptionGroup var choice: JobListChoice
    @OptionGroup var page: JobListPage

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            var choice = choice
            choice.codes = try await session.understand(choice.codes)
            var listing = JobListing(try choice.filter(as: options.actor))
            try page.cut(&listing, as: options)
            try options.show(as: showing, try await session.ask(.jobs(listing)), language)
            return Exit.done
        }
    }
}
