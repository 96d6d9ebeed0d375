import ArgumentParser
import Documents
import Jobs
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
            try await options.list(language) { (_, state, clock) throws(Refusal) in
                let ledger = state.ledger
                let sources = (try? state.policy(on: try state.now(clock).day))?.sources ?? []
                let rows = ledger.appropriations.map { appropriation in
                    Self.row(appropriation, ledger.standing(of: appropriation.code), sources)
                }
                return try state.list(
                    "funds", Phrase("指标余额", "Appropriations"), columns: Self.columns,
                    rows: rows + [Self.total(ledger)])
            }
        }
    }

    private static let statuses: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention, .paid]

    private static let columns: [Table.Column] = [
        .init("appropriation", Phrase("指标", "appropriation"), .label),
        .init("source", Phrase("资金来源", "source"), .name),
        .init("originYear", Phrase("年度", "year"), .count),
        .init("documentNo", Phrase("指标文号", "document"), .label),
        .init("net", Phrase("净额", "net"), .money),
    ] + statuses.map { .init("\($0)", $0.title, .money) }

    private static func row(
        _ appropriation: Appropriation, _ standing: Standing, _ sources: [Policy.Source]
    ) -> Table.Row {
        let source = appropriation.source.text
        let name = sources.first { $0.code == appropriation.source }?.name ?? Phrase(source, source)
        return Table.Row(.detail, [
            .text(appropriation.code.text), .named(source, name), .count(appropriation.originYear),
            .text(appropriation.documentNo.text), .money(standing.net),
        ] + statuses.map { .money(standing[$0]) })
    }

    private static func total(_ ledger: Ledger) -> Table.Row {
        let standings = ledger.appropriations.map { ledger.standing(of: $0.code) }
        let sum = { (part: (Standing) -> Fen) in Cell.money(standings.reduce(.zero) { $0 + part($1) }) }
        return Table.Row(.total, [.phrase(Phrase("合计", "total")), .blank, .blank, .blank, sum(\.net)]
            + statuses.map { account in sum { $0[account] } })
    }
}

struct FundDocuments: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "documents", "指标文件清单", "Every document that granted, moved or recalled money, with its amount.",
        example: """
            yjb fund documents
            yjb fund documents MS-2026-01 --as-of 2026-06-30
            """)

    @Argument(help: "The code of an appropriation. Default: all.")
    var appropriation: String?

    @OptionGroup var options: Options
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let code: Code? = if let appropriation { try Code(appropriation) } else { nil }
            return try await ReportRun(options: options, report: report).lines(of: code, language) {
                FundDocumentsReport.make($0, vouchers: $2, appropriation: code)
            }
        }
    }
}

struct FundLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "ledger", "指标明细账", "The lines of an appropriation: report fund-ledger for one.",
        example: "yjb fund ledger MS-2026-01")

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
