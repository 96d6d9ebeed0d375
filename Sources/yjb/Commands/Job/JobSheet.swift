import ArgumentParser
import Desk
import Reports
import Jobs
import Kernel

struct JobSheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "settlement", "结算单", "The settlement sheet of a job, as it was frozen when it was settled.",
        example: """
            yjb job settlement 2026-0041
            yjb job settlement 2026-0041 --revision 1 --json
            """)

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    @Option(help: "Of this revision of the claim. Default: the latest settlement.")
    var revision: Int?

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let dossier = try await session.ask(.sheet(of: try await session.job(job)))
            let sheet = try SettlementSheet.find(revision: revision, in: dossier)
            try options.show(as: showing, SettlementSheetDocument.make(sheet, dossier), language, json: sheet.json)
            return Exit.done
        }
    }
}
