import ArgumentParser
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports

struct TrialBalanceCommand: ReportingCommand {
    static let report = "trial-balance"
    static let configuration = CommandConfiguration.bilingual(
        "trial-balance", "科目余额表", "Opening, turnover and closing of every account of a book.",
        example: "yjb report trial-balance --book F --year 2026",
        notes: "Ends with 1 when debits are not credits.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    @Option(help: "Control I, financial F or budget B.")
    var book: Book

    @OptionGroup var of: ReportYear

    @Flag(help: "With the closing entries of the year.")
    var closed = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = try of.choice()
        choice.book = book
        choice.closed = closed
        return choice
    }
}

struct VouchersCommand: ReportingCommand {
    static let report = "vouchers"
    static let configuration = CommandConfiguration.bilingual(
        "vouchers", "记账凭证序时簿", "The vouchers by day, with what each reverses and replaces.",
        example: """
            yjb report vouchers --book F --from 2026-03-01 --to 2026-03-31
            yjb report vouchers --job 2026-0041
            yjb report vouchers --voucher 2026-000012
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

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

    @Flag(help: "With the closing entries of the year.")
    var closed = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = ReportChoice()
        choice.book = book
        (choice.from, choice.to) = (try Day(option: from, "--from"), try Day(option: to, "--to"))
        if let voucher { choice.voucher = try Code(voucher) }
        if let job { choice.job = try await session.ask(.job(try await session.job(job))).number }
        choice.closed = closed
        return choice
    }
}

struct AccountLedgerCommand: ReportingCommand {
    static let report = "ledger"
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "明细账", "The lines of an account, with its balance after each.",
        example: """
            yjb report ledger --account F2302 --appropriation MS-2026-01
            yjb report ledger --account I2501 --year 2026
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    @Option(help: "An account of any book. Repeat it for several as one.")
    var account: [Account]

    @Option(help: "One appropriation. Default: all.")
    var appropriation: String?

    @Option(help: "Those of a job.")
    var job: String?

    @Option(help: "Those of a contractor: its code.")
    var contractor: String?

    @Option(help: "Of this year, behind what stood before. Default: from the first line.")
    var year: Int?

    @Option(help: "From this day.")
    var from: String?

    @Option(help: "To this day.")
    var to: String?

    @Flag(help: "With the closing entries of the year.")
    var closed = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = try ReportChoice(appropriation: appropriation)
        choice.accounts = account
        choice.year = try ReportOptions.year(year)
        (choice.from, choice.to) = (try Day(option: from, "--from"), try Day(option: to, "--to"))
        if let job { choice.job = try await session.ask(.job(try await session.job(job))).number }
        if let contractor { choice.contractor = try Code(contractor) }
        choice.closed = closed
        return choice
    }
}

struct DifferenceCommand: ReportingCommand {
    static let report = "difference"
    static let configuration = CommandConfiguration.bilingual(
        "difference", "收支差异", "Why expense is not expenditure, job by job.",
        example: "yjb report difference --as-of 2026-12-31",
        notes: "Ends with 1 when anything remains unexplained.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
