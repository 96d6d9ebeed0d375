import ArgumentParser
import Kernel
import Reports

struct ReconciliationCommand: ReportingCommand {
    static let report = "reconciliation"
    static let configuration = CommandConfiguration(
        commandName: "reconciliation",
        abstract: "对账 · Books against statements: what stands on one side only, and the 银行存款余额调节表.",
        discussion: """
            Ends with 1 while the adjusted balances of the money at the bank differ.

            EXAMPLE
              yjb report reconciliation --db street.sqlite --as-of 2026-12-31
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
