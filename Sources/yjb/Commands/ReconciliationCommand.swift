import ArgumentParser
import Desk
import Kernel
import Reports
import Store

struct ReconciliationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconciliation",
        abstract: "对账 · Books against statements: what stands on one side only, and the 银行存款余额调节表.",
        discussion: """
            Ends with 1 while the adjusted balances of the money at the bank differ.

            EXAMPLE
              yjb report reconciliation --db street.sqlite --as-of 2026-12-31
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            var question = try report.question()
            question.bank = true
            let (org, asked) = (try await session.org(), question)
            let made = try await session.desk.ask { (connection, clock) throws(Refusal) in
                ReconciliationReport.make(try SnapshotReader(connection, org: org, clock: clock).snapshot(asked))
            }
            try options.show(made.report, language, csv: report.csv)
            return made.closes ? Exit.done : Exit.refused
        }
    }
}
