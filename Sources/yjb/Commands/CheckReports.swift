import ArgumentParser
import Desk
import Documents
import Journal
import Kernel
import Reports

/// What an auditor's report about works takes: a year that is over is told as it stood at its end.
struct AuditYear: ParsableArguments {
    @Option(help: "The year; one that is over is told as it stood at its end. Default: that of the as-of day.")
    var year: Int?

    func choice() throws(Refusal) -> ReportChoice { try ReportChoice(year: year) }
}

struct PayablesCommand: ReportingCommand {
    static let report = "payables"
    static let configuration = CommandConfiguration.bilingual(
        "payables", "应付账款账龄表", "What is owed to contractors, by due day and age.",
        example: "yjb report payables --year 2026", notes: "Ends with 1 when the books say another sum.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct RetentionCommand: ReportingCommand {
    static let report = "retention"
    static let configuration = CommandConfiguration.bilingual(
        "retention", "质保金台账", "Retention by due day: kept, released, overdue.",
        example: "yjb report retention --year 2026", notes: "Ends with 1 when the books say another sum.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct SettlementsCommand: ReportingCommand {
    static let report = "settlements"
    static let configuration = CommandConfiguration.bilingual(
        "settlements", "结算审核情况表", "What was claimed, reviewed and approved in a year, and who did it.",
        example: """
            yjb report settlements --year 2026
            yjb report settlements --year 2026 --history --format xlsx --out settlements.xlsx
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    @Flag(help: "All revisions, also those that were taken back.")
    var history = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = try of.choice()
        choice.history = history
        return choice
    }
}

struct SlipsCommand: ReportingCommand {
    static let report = "slips"
    static let configuration = CommandConfiguration.bilingual(
        "slips", "变更签证汇总", "The change slips of a year, with the signed total before and after.",
        example: "yjb report slips --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct RegisterCommand: ReportingCommand {
    static let report = "register"
    static let configuration = CommandConfiguration.bilingual(
        "register", "工单台账", "Every job of a year from the call to the close.",
        example: "yjb report register --year 2026 --format xlsx --out register.xlsx")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    @Flag(help: "The jobs of every year.")
    var all = false

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice {
        var choice = try of.choice()
        choice.all = all
        return choice
    }
}

struct ContractorsCommand: ReportingCommand {
    static let report = "contractors"
    static let configuration = CommandConfiguration.bilingual(
        "contractors", "往来明细表", "What was owed, approved and paid, by contractor.",
        example: "yjb report contractors --year 2026", notes: "Ends with 1 when the books say another sum.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}
