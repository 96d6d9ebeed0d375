import ArgumentParser
import Desk
import Kernel
import Press
import Reports

extension JobPaper: ExpressibleByArgument {}

struct JobPrint: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "print", "打印单据", "A paper of a job, to be signed and filed: survey form, work order, slip, settlement …",
        example: """
            yjb job print 2026-0041 --paper settlement --out 结算单.pdf
            yjb job print 2026-0041 --paper survey --format html --out survey.html
            """,
        notes: "Into a file it is written as PDF unless --format says otherwise. Callers are never named.")

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    @Option(help: "Which paper.")
    var paper: JobPaper

    @Option(help: "Of this change slip. Default: the last one.")
    var slip: Int?

    @Option(help: "Of this revision of the claim. Default: the latest settlement.")
    var revision: Int?

    @Option(help: ArgumentHelp("Of this payment. Default: what is payable now.", valueName: "number"))
    var payment: String?

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let wish = PaperWish(paper, slip: slip, revision: revision, payment: payment)
            let document = try await session.ask(.paper(wish, of: try await session.job(job)))
            try options.show(as: showing.preferring(.pdf), document, language)
            return Exit.done
        }
    }
}
