import ArgumentParser
import Desk
import Documents
import Journal
import Kernel
import Ledger
import Reports
import SQL
import Store

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
            DifferenceCommand.self, ReconciliationCommand.self,
        ])
}

/// What every report takes.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("As things stood: a day, or a time.", valueName: "day|time"))
    var asOf: String?

    @Option(help: ArgumentHelp("As it was recorded by then: a day, or a time.", valueName: "day|time"))
    var knownAt: String?

    @Flag(help: "Write CSV: keys, then rows, UTF-8 with a byte order mark.")
    var csv = false

    @Flag(help: "With --csv: the report's headings, notes and stamp above the table, and the columns' titles.")
    var heading = false

    /// A day means its end. Throws `input.value`.
    func question(
        jobs: Bool = false, funds: Bool = false, bank: Bool = false
    ) throws(Refusal) -> SnapshotReader.Question {
        SnapshotReader.Question(
            asOf: try Self.moment(asOf, "--as-of"), knownAt: try Self.moment(knownAt, "--known-at"), jobs: jobs,
            funds: funds, bank: bank)
    }

    /// Throws `setting.invalid`.
    static func year(_ year: Int?) throws(Refusal) -> Int? {
        guard let year, !(1900...2999).contains(year) else { return year }
        throw Refusal(.settingInvalid, ["setting": "--year", "value": String(year), "expected": "1900–2999"])
    }

    private static func moment(_ text: String?, _ option: String) throws(Refusal) -> Instant? {
        guard let text else { return nil }
        do throws(Refusal) {
            return text.utf8.count == 10 ? Instant(try Day(text) + 1) + -1 : try Instant(text)
        } catch {
            throw error.adding("field", option)
        }
    }
}

/// Runs a report over a snapshot and writes it as a table, JSON or CSV. It ends with 1 when what the report
/// proves is not so.
struct ReportRun {
    let options: Options
    let report: ReportOptions

    func callAsFunction(
        jobs: Bool = false, funds: Bool = false, bank: Bool = false, _ language: Language,
        _ make: @escaping @Sendable (Snapshot, any SQLConnection) throws(Refusal) -> Document
    ) async throws(Refusal) -> Int32 {
        let question = try report.question(jobs: jobs, funds: funds, bank: bank)
        return try await Session.with(options, readOnly: true) { (session) throws(Refusal) in
            let org = try await session.org()
            let made = try await session.desk.ask { (connection, clock) throws(Refusal) in
                let reader = SnapshotReader(connection, org: org, clock: clock)
                return try make(try reader.snapshot(question), connection)
            }
            try options.show(made, language, csv: report.csv, heading: report.heading)
            return made.holds ? Exit.done : Exit.refused
        }
    }

    /// The control book's lines of an appropriation, or of all. Throws `appropriation.unknown`.
    func fundLedger(of code: Code?, _ language: Language) async throws(Refusal) -> Int32 {
        try await lines(of: code, language) {
            FundLedgerReport.make($0, entries: $1, vouchers: $2, appropriation: code, until: $0.asOf.day)
        }
    }

    /// A report over the lines of an appropriation, or of all, as booked. Throws `appropriation.unknown`.
    func lines(
        of code: Code?, _ language: Language,
        _ make: @escaping @Sendable (Snapshot, [FundLedgerReport.Entry], VoucherBook) -> Document
    ) async throws(Refusal) -> Int32 {
        try await self(language) { (snapshot, connection) throws(Refusal) in
            if let code, try Queries(connection).street(snapshot.street.code).ledger.appropriation(code) == nil {
                throw Refusal(.appropriationUnknown, ["appropriation": code.text])
            }
            let queries = Queries(connection)
            let (org, seq) = (snapshot.street.code, snapshot.stamp.seq)
            let lines = try queries.lines(org, appropriation: code, upTo: seq)
            return make(snapshot, lines, try queries.vouchers(org, until: snapshot.asOf.day, upTo: seq))
        }
    }
}

struct OverviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "overview", "年度概览", "The year on one screen: money used, paid and open, jobs, reconciliation.",
        example: "yjb report overview --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "The year. Default: that of the as-of day.")
    var year: Int?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let year = try ReportOptions.year(year)
            let run = ReportRun(options: options, report: report)
            return try await run(jobs: true, funds: true, bank: true, language) { (snapshot, _) in
                OverviewReport.make(snapshot, year: year ?? snapshot.asOf.day.year)
            }
        }
    }
}

struct UtilisationCommand: AsyncParsableCommand {
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
    @OptionGroup var report: ReportOptions

    @Option(help: "The year. Default: that of the as-of day.")
    var year: Int?

    @Option(help: "Over several streets (--org ALL or A,B,C): a row per street (org) or per district.")
    var by: UtilisationRollUp.By?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let year = try ReportOptions.year(year)
            if let choice = try options.streets(always: by != nil) {
                return try await rollUp(choice, year, language)
            }
            return try await ReportRun(options: options, report: report)(funds: true, language) { (snapshot, _) in
                UtilisationReport.make(snapshot, year: year ?? snapshot.asOf.day.year)
            }
        }
    }
}

extension UtilisationCommand {
    private func rollUp(_ choice: RollUpReader.Choice, _ year: Int?, _ language: Language) async throws(Refusal) -> Int32 {
        let (question, by) = (try report.question(funds: true), by ?? .org)
        return try await Session.with(options, readOnly: true) { (session) throws(Refusal) in
            let made = try await session.desk.ask { (connection, clock) throws(Refusal) in
                let found = try RollUpReader(connection, clock: clock).snapshots(choice, question)
                let latest = found.ready.map(\.asOf.day.year).max() ?? 0
                return UtilisationRollUp.make(
                    found.ready, unready: found.unready, unopened: found.unopened, year: year ?? latest, by: by)
            }
            try options.show(made, language, csv: report.csv, heading: report.heading)
            return Exit.done
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

struct FundLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund-ledger",
        abstract: "指标明细账 · The lines of the appropriations, with what is available after each.",
        discussion: """
            EXAMPLE
              yjb report fund-ledger --db street.sqlite --appropriation MS-2026-01
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "One appropriation. Default: all.")
    var appropriation: String?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let code: Code? = if let appropriation { try Code(appropriation) } else { nil }
            return try await ReportRun(options: options, report: report).fundLedger(of: code, language)
        }
    }
}

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "工单一览 · The list of jobs with their amounts and remarks.",
        discussion: """
            EXAMPLE
              yjb report jobs --db street.sqlite
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try await ReportRun(options: options, report: report)(jobs: true, language) { (snapshot, _) in
                JobsReport.make(snapshot)
            }
        }
    }
}

struct TimelinessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeliness",
        abstract: "时效 · Arrival, finish and settlement times; what was on time and what is overdue.",
        discussion: """
            EXAMPLE
              yjb report timeliness --db street.sqlite --as-of 2026-06-30
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "Only calls of this year.")
    var year: Int?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let year = try ReportOptions.year(year)
            return try await ReportRun(options: options, report: report)(jobs: true, language) { (snapshot, _) in
                TimelinessReport.make(snapshot, year: year)
            }
        }
    }
}

struct OverdueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: "逾期未结 · The overdue jobs that are still open, longest overdue first.",
        discussion: """
            EXAMPLE
              yjb report overdue --db street.sqlite
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try await ReportRun(options: options, report: report)(jobs: true, language) { (snapshot, _) in
                OverdueReport.make(snapshot)
            }
        }
    }
}
