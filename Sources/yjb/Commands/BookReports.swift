import ArgumentParser
import Documents
import Intake
import Jobs
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
        example: """
            yjb report vouchers --book F --from 2026-03-01 --to 2026-03-31
            yjb report vouchers --job 2026-0041
            yjb report vouchers --voucher 2026-000012
            """)

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    @Option(help: "One book. Default: all.")
    var book: Book?

    @Option(help: "From this day.")
    var from: String?

    @Option(help: "To this day.")
    var to: String?

    @Option(help: "This voucher alone.")
    var voucher: String?

    @Option(help: "Those of a job.")
    var job: String?

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let days = (from: try Day(option: from, "--from"), to: try Day(option: to, "--to"))
            let number: Code? = if let voucher { try Code(voucher) } else { nil }
            let run = ReportRun(options: options, report: report)
            return try await run(language) { [book, job] (snapshot, connection) throws(Refusal) in
                let (queries, org) = (Queries(connection), snapshot.street.code)
                let job = try job.map { (text) throws(Refusal) in
                    let name = Shorthand.job(text, year: snapshot.asOf.day.year) ?? text
                    return try queries.job(org, try JobName(option: name)).number
                }
                let vouchers = try queries.vouchers(org, until: snapshot.asOf.day, upTo: snapshot.stamp.seq)
                if let number, vouchers[number.text] == nil {
                    throw Refusal(.voucherUnknown, ["voucher": number.text])
                }
                return VouchersReport.make(
                    snapshot, vouchers: vouchers,
                    .init(book: book, from: days.from, to: days.to, voucher: number, job: job))
            }
        }
    }
}

struct AccountLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "明细账", "The lines of an account, with its balance after each.",
        example: "yjb report ledger --account F2302 --appropriation MS-2026-01")

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
                AccountLedgerReport.make($0, entries: $1, vouchers: $2, account: account, appropriation: code)
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
            try await ReportRun(options: options, report: report).lines(of: nil, language) { snapshot, entries, _ in
                DifferenceReport.make(snapshot, entries: entries)
            }
        }
    }
}
