import ArgumentParser
import Desk
import Kernel
import Reports

/// What auditors and the finance bureau ask of the money of a year (audit.md B2).
enum YearReports {
    static let commands: [any ParsableCommand.Type] = [
        YearReportCommand.self, ExecutionCommand.self, PerformanceCommand.self, CarryoverCommand.self, GrantsCommand.self,
        StatementsCommand.self, PacingCommand.self,
    ]
}

struct YearReportCommand: ReportingCommand {
    static let report = "year"
    static let configuration = CommandConfiguration.bilingual(
        "year", "年度资金使用情况", "What became of the year's money, by source, community, category, contractor and quarter.",
        example: "yjb report year --year 2026 --format pdf --out year.pdf")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct ExecutionCommand: ReportingCommand {
    static let report = "execution"
    static let configuration = CommandConfiguration.bilingual(
        "execution", "预算执行情况", "What each month paid of the budget, against the part of the year that is over.",
        example: "yjb report execution --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct PerformanceCommand: ReportingCommand {
    static let report = "performance"
    static let configuration = CommandConfiguration.bilingual(
        "performance", "项目支出绩效自评表", "The ministry's form: funds, goal, indicators with their scores, and the grade.",
        example: "yjb report performance --year 2026",
        notes: "What no metric tells, reasons and the goal come from `yjb year assess`.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct CarryoverCommand: ReportingCommand {
    static let report = "carryover"
    static let configuration = CommandConfiguration.bilingual(
        "carryover", "结转结余情况", "What each appropriation has left, what of it is promised, and when it lapses.",
        example: "yjb report carryover --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct GrantsCommand: ReportingCommand {
    static let report = "grants"
    static let configuration = CommandConfiguration.bilingual(
        "grants", "指标文件台账", "Every entry that changed what was granted, and every receipt, tied to the accounts.",
        example: "yjb report grants --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct StatementsCommand: ReportingCommand {
    static let report = "statements"
    static let configuration = CommandConfiguration.bilingual(
        "statements", "会计报表（简表）", "Balance sheet, income and expense, budget, and what makes their results differ.",
        example: "yjb report statements --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: ReportYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct PacingCommand: ReportingCommand {
    static let report = "pacing"
    static let configuration = CommandConfiguration.bilingual(
        "pacing", "使用进度预测", "Whether the target can still be reached; holds that lie idle; what lapses when.",
        example: "yjb report pacing --as-of 2026-09-30")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
