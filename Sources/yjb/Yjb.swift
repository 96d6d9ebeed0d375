import ArgumentParser

/// The command line of 应急包. Results go to stdout, messages to stderr; the exit codes are in ``Exit``.
@main
struct Yjb: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "yjb",
        abstract: "应急包：街道应急维修工单与资金台账 · the emergency-repair ledger of a sub-district.",
        discussion: """
            EXAMPLE
              yjb init --db street.sqlite
              yjb apply --db street.sqlite samples/2026-year.jsonl
              yjb report utilisation --db street.sqlite --year 2026
              yjb audit verify --db street.sqlite
            """,
        version: version,
        subcommands: [
            InitCommand.self, ApplyCommand.self, ImportCommand.self, FinanceCommand.self, CallCommand.self,
            JobCommand.self, FundCommand.self, InvoiceCommand.self, ReportCommand.self, AuditCommand.self,
            UserCommand.self, PolicyCommand.self, ContractorCommand.self, EstateCommand.self, CallerCommand.self,
            StreetCommand.self, YearCommand.self, SchemaCommand.self, CopyCommand.self, BackupCommand.self, RestoreCommand.self,
        ])
}
