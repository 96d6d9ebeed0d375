import ArgumentParser
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports

struct FundList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "指标余额", "The appropriations and what stands on each.",
        example: "yjb fund list")

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws { try await listing(.funds, options, showing) }
}

struct FundDocuments: ReportingCommand {
    static let report = "fund-documents"
    static let configuration = CommandConfiguration.bilingual(
        "documents", "指标文件清单", "Every document that granted, moved or recalled money, with its amount.",
        example: """
            yjb fund documents
            yjb fund documents MS-2026-01 --as-of 2026-06-30
            """)

    @Argument(help: "The code of an appropriation. Default: all.")
    var appropriation: String?

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        try ReportChoice(appropriation: appropriation)
    }
}

struct FundLedger: ReportingCommand {
    static let report = "fund-ledger"
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "指标明细账", "The lines of an appropriation: report fund-ledger for one.",
        example: "yjb fund ledger MS-2026-01")

    @Argument(help: "The code of the appropriation.")
    var appropriation: String

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        try ReportChoice(appropriation: appropriation)
    }
}
