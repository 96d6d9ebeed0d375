import ArgumentParser
import Desk
import Documents
import Journal
import Kernel
import Reports

struct CorrectionsCommand: ReportingCommand {
    static let report = "corrections"
    static let configuration = CommandConfiguration.bilingual(
        "corrections", "退票冲销清单", "What was taken back in a year, and what followed.",
        example: "yjb report corrections --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct LateCommand: ReportingCommand {
    static let report = "late"
    static let configuration = CommandConfiguration.bilingual(
        "late", "超期清单", "What was done after its time or is still not done.", example: "yjb report late --year 2026")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct SplitsCommand: ReportingCommand {
    static let report = "splits"
    static let configuration = CommandConfiguration.bilingual(
        "splits", "拆分疑似清单", "Jobs that look like one, cut to stay below a limit.",
        example: "yjb report splits --year 2026",
        notes: "A suspicion is no finding: a note of the job with the word 拆分说明 explains it.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}

struct ExceptionsCommand: ReportingCommand {
    static let report = "exceptions"
    static let configuration = CommandConfiguration.bilingual(
        "exceptions", "审计疑点汇总", "Twenty-four checks of a year, and where they fire.",
        example: "yjb report exceptions --year 2026\nyjb report exceptions --year 2026 --format json --out exceptions.json",
        notes: "Ends with 1 when the records show what the rules forbid.")

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var of: AuditYear

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try of.choice() }
}
