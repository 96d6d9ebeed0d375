import ArgumentParser
import Desk
import Documents
import Journal
import Kernel
import Reports

struct YearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "year", "年终结账", "Check, close, show and assess a year.",
        [YearCheckCommand.self, YearClose.self, YearShow.self, YearAssess.self])
}

struct YearCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "check", "结账检查", "What would stop the close of a year, and what would have to be accepted.",
        example: """
            yjb street open DML --as admin --name 大马路街道 --year 2025
            yjb policy adopt samples/policy.yaml --effective 2025-01-01 --org DML --as admin
            yjb year check 2025 --org DML
            """,
        notes: "Ends with 1 when something stops the close.")

    @Argument(help: "The year to close, or to look at.")
    var year: Int

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let document = try await session.ask(.yearCheck(year))
            try options.show(as: showing, document, language)
            return document.holds ? Exit.done : Exit.refused
        }
    }
}

struct YearClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "close", "年终结账", "Close a year: lapse, accrual, closing, carrying forward.",
        example: """
            yjb user add sun.yan --org DML --as admin --name 孙岩 --role leader
            yjb year close 2025 --org DML --as sun.yan --dry-run
            yjb year close 2025 --org DML --as sun.yan --accept W6=一月支付 --accept W11=发票待补
            """,
        notes: "A closed year is not opened again; it is corrected in the open one.")

    @Argument(help: "The year to close, or to look at.")
    var year: Int

    @OptionGroup var ordering: Ordering

    @Flag(help: "Show the certificate and the vouchers as they would be, and record nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("A warning that may stand, and why. Repeatable.", valueName: "W1=reason"))
    var accept: [String] = []

    @OptionGroup var showing: Showing

    func run() async throws {
        let (options, moment) = (ordering.options, ordering.moment)
        try await serving(options, readOnly: dryRun) { (session, language) throws(Refusal) in
            let form = JSON.members(["year": year.json, "accept": try accept.json(acceptance)])
            if dryRun {
                let order = try await session.order("year.close", form, id: moment.id, at: moment.at)
                let document = try await session.desk.preview(order, as: try options.reader())
                try options.show(as: showing, document, language)
                return Exit.done
            }
            let answer = try await session.execute("year.close", form, id: moment.id, at: moment.at)
            return try session.show(answer, language)
        }
    }

    private func acceptance(_ text: String) throws(Refusal) -> JSON {
        guard let equals = text.firstIndex(of: "=") else {
            throw Refusal(.settingInvalid, ["setting": "--accept", "value": text.excerpt, "expected": "W1=reason · W1=理由"])
        }
        return .members(["check": String(text[..<equals]).json, "reason": String(text[text.index(after: equals)...]).json])
    }
}

struct YearShow: ReportingCommand {
    static let report = "closing"
    static let configuration = CommandConfiguration.bilingual(
        "show", "年度结账证明", "The certificate of a closed year.", example: "yjb year show 2025 --org DML")

    @Argument(help: "The year to close, or to look at.")
    var year: Int

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions

    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { try ReportChoice(year: year) }
}
