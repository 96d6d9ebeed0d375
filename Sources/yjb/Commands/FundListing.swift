import ArgumentParser
import Journal
import Kernel
import Ledger
import Reports
import Store

struct FundList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "指标余额", "The appropriations and what stands on each.",
        example: "yjb fund list")

    @OptionGroup var options: Options

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try await options.list(language) { (_, state, _) throws(Refusal) in
                let ledger = state.ledger
                let rows = ledger.appropriations.map { Self.row($0, ledger.standing(of: $0.code)) }
                return try state.list(
                    "funds", Phrase("指标余额", "Appropriations"), columns: Self.columns,
                    rows: rows + [Self.total(ledger)])
            }
        }
    }

    private static let statuses: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention, .paid]

    private static let columns: [Report.Column] = [
        .init("appropriation", Phrase("指标", "appropriation"), .text),
        .init("source", Phrase("资金来源", "source"), .text),
        .init("originYear", Phrase("年度", "year"), .count),
        .init("documentNo", Phrase("指标文号", "document"), .text),
        .init("net", Phrase("净额", "net"), .money),
    ] + statuses.map { .init("\($0)", $0.title, .money) }

    private static func row(_ appropriation: Appropriation, _ standing: Standing) -> Report.Row {
        Report.Row(.detail, [
            .text(appropriation.code.text), .text(appropriation.source.text), .count(appropriation.originYear),
            .text(appropriation.documentNo.text), .money(standing.net),
        ] + statuses.map { .money(standing[$0]) })
    }

    private static func total(_ ledger: Ledger) -> Report.Row {
        let standings = ledger.appropriations.map { ledger.standing(of: $0.code) }
        let sum = { (part: (Standing) -> Fen) in Report.Cell.money(standings.reduce(.zero) { $0 + part($1) }) }
        return Report.Row(.total, [.phrase(Phrase("合计", "total")), .blank, .blank, .blank, sum(\.net)]
            + statuses.map { account in sum { $0[account] } })
    }
}

struct FundLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "指标明细账", "The lines of an appropriation: report fund-ledger for one.",
        example: "yjb fund ledger MS-2026")

    @Argument(help: "The code of the appropriation.")
    var appropriation: String

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try await ReportRun(options: options, report: report).fundLedger(of: try Code(appropriation), language)
        }
    }
}
