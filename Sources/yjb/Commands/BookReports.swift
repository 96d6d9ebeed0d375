import ArgumentParser
import Journal
import Kernel
import Ledger
import Reports
import Store

struct TrialBalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "trial-balance", "科目余额表", "Opening, turnover and closing of every account of a book.",
        example: "yjb report trial-balance --book F --year 2026",
        notes: "Ends with 1 when debits are not credits.")

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "Control I, financial F or budget B.")
    var book: Book

    @Option(help: "The year. Default: that of the as-of day.")
    var year: Int?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let year = try ReportOptions.year(year)
            let run = ReportRun(options: options, report: report)
            return try await run(funds: true, language) { [book] (snapshot, _) in
                TrialBalanceReport.make(snapshot, book: book, year: year ?? snapshot.asOf.day.year)
            }
        }
    }
}

struct VouchersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "vouchers", "记账凭证序时簿", "The vouchers by day, with what each reverses and replaces.",
        example: "yjb report vouchers --book F --from 2026-03-01 --to 2026-03-31")

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "One book. Default: all.")
    var book: Book?

    @Option(help: "From this day.")
    var from: String?

    @Option(help: "To this day.")
    var to: String?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let (from, to) = (try Self.day(from, "--from"), try Self.day(to, "--to"))
            let run = ReportRun(options: options, report: report)
            return try await run(language) { [book] (snapshot, connection) throws(Refusal) in
                let vouchers = try Queries(connection).vouchers(
                    snapshot.street.code, until: snapshot.asOf.day, upTo: snapshot.stamp.seq)
                return VouchersReport.make(snapshot, vouchers: vouchers, book: book, from: from, to: to)
            }
        }
    }

    /// Throws `input.value`.
    private static func day(_ text: String?, _ option: String) throws(Refusal) -> Day? {
        guard let text else { return nil }
        do throws(Refusal) {
            return try Day(text)
        } catch {
            throw error.adding("field", option)
        }
    }
}

struct AccountLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "明细账", "The lines of an account, with its balance after each.",
        example: "yjb report ledger --account F2302 --appropriation MS-2026")

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "An account of any book.")
    var account: Account

    @Option(help: "One appropriation. Default: all.")
    var appropriation: String?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let code: Code? = if let appropriation { try Code(appropriation) } else { nil }
            let run = ReportRun(options: options, report: report)
            return try await run.lines(of: code, language) { [account] in
                AccountLedgerReport.make($0, entries: $1, account: account, appropriation: code)
            }
        }
    }
}

struct DifferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "difference", "收支差异", "Why expense is not expenditure, job by job.",
        example: "yjb report difference --as-of 2026-12-31",
        notes: "Ends with 1 when anything remains unexplained.")

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try await ReportRun(options: options, report: report).lines(of: nil, language) {
                DifferenceReport.make($0, entries: $1)
            }
        }
    }
}
