import ArgumentParser
import Desk
import Documents
import Journal
import Kernel
import Ledger
import Reports

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "报表 · Print a report.",
        discussion: """
            Every report takes --as-of (as things stood) and --known-at (as they were recorded), and prints the record and the
            hash that it was computed from: the same question asked later gives the same bytes.

            EXAMPLE
              yjb report utilisation --db street.sqlite --year 2026
            """,
        subcommands: [
            OverviewCommand.self, UtilisationCommand.self, FundLedgerCommand.self, JobsCommand.self, TimelinessCommand.self,
            OverdueCommand.self, TrialBalanceCommand.self, VouchersCommand.self, AccountLedgerCommand.self,
            DifferenceCommand.self, ReconciliationCommand.self, PayablesCommand.self, RetentionCommand.self,
            SettlementsCommand.self, SlipsCommand.self, RegisterCommand.self, ContractorsCommand.self,
            CorrectionsCommand.self, LateCommand.self, SplitsCommand.self, ExceptionsCommand.self,
        ] + YearReports.commands)
}

struct OverviewCommand: ReportingCommand {
    static let report = "overview"
    static let configuration = CommandConfiguration.bilingual(
        "overview", "年度概览", "The year on one screen: money used, paid and open, jobs, reconciliation.",
        example: "yjb report overview --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct UtilisationCommand: ReportingCommand {
    static let report = "utilisation"
    static let configuration = CommandConfiguration(
        commandName: "utilisation",
        abstract: "资金使用率 · What share of the year's money was used, by source and appropriation.",
        discussion: """
            EXAMPLE
              yjb report utilisation --db street.sqlite --year 2026
              yjb report utilisation --db street.sqlite --year 2026 --as-of 2026-06-30 --json
              yjb report utilisation --db postgres://yjb@db1/city --org ALL --by district --year 2026
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    @Option(help: "Over several streets (--org ALL or A,B,C): a row per street (org) or per district.")
    var by: UtilisationRollUp.By?

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }

    func run() async throws {
        var streets: RollUpReader.Choice?
        try await running(options) { (_) throws(Refusal) in
            streets = try options.streets(always: by != nil)
            return Exit.done
        }
        guard let streets else { return try await reported() }
        try await running(options) { (language) throws(Refusal) in
            let (year, moments) = (try ReportOptions.year(of.year), try reporting.moments())
            return try await Session.with(options, readOnly: true) { (session) throws(Refusal) in
                if reporting.explain {
                    throw Refusal(.settingInvalid, ["setting": "--explain", "value": "--org", "expected": "--org CODE"])
                }
                let made = try await session.desk.rollUp(
                    streets, year: year, by: by ?? .org, moments, as: try options.reader()).shown(in: reporting.unit)
                try options.show(as: reporting.showing, made, language, csv: reporting.csv, heading: reporting.heading)
                return Exit.done
            }
        }
    }
}

extension Options {
    /// Several streets: `ALL`, or codes with commas. One street, or none named, is nil unless a roll-up is
    /// asked for `always`. Throws `input.…`.
    fileprivate func streets(always: Bool) throws(Refusal) -> RollUpReader.Choice? {
        guard let org = org ?? Console.environment("YJB_ORG") else { return always ? .all : nil }
        if org == Rules.everyStreet { return .all }
        guard org.contains(",") || always else { return nil }
        var codes: [Code] = []
        for part in org.split(separator: ",", omittingEmptySubsequences: false) { codes.append(try Code(String(part))) }
        return .named(codes)
    }
}

struct FundLedgerCommand: ReportingCommand {
    static let report = "fund-ledger"
    static let configuration = CommandConfiguration(
        commandName: "fund-ledger",
        abstract: "指标明细账 · The lines of the appropriations, with what is available after each.",
        discussion: """
            EXAMPLE
              yjb report fund-ledger --db street.sqlite --appropriation MS-2026-01
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    @Option(help: "One appropriation. Default: all.")
    var appropriation: String?

    @Flag(help: "With the closing entries of the year.")
    var closed = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = try ReportChoice(appropriation: appropriation)
        choice.closed = closed
        return choice
    }
}

struct JobsCommand: ReportingCommand {
    static let report = "jobs"
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "工单一览 · The list of jobs with their amounts and remarks.",
        discussion: """
            EXAMPLE
              yjb report jobs --db street.sqlite
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}

struct TimelinessCommand: ReportingCommand {
    static let report = "timeliness"
    static let configuration = CommandConfiguration(
        commandName: "timeliness",
        abstract: "时效 · Arrival, finish and settlement times; what was on time and what is overdue.",
        discussion: """
            EXAMPLE
              yjb report timeliness --db street.sqlite --as-of 2026-06-30
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    @Option(help: "Only calls of this year.")
    var year: Int?

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try ReportChoice(year: year) }
}

struct OverdueCommand: ReportingCommand {
    static let report = "overdue"
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: "逾期未结 · The overdue jobs that are still open, longest overdue first.",
        discussion: """
            EXAMPLE
              yjb report overdue --db street.sqlite
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
