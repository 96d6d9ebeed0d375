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
        "ledger", "指标台账", "The lines of an appropriation, with what is available after each.",
        example: "yjb fund ledger MS-2026")

    @Argument(help: "The code of the appropriation.")
    var appropriation: String

    @OptionGroup var options: Options

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let code = try Code(appropriation)
            return try await options.list(language) { (queries, state, _) throws(Refusal) in
                guard let street = state.street, let found = state.ledger.appropriation(code) else {
                    throw Refusal(.appropriationUnknown, ["appropriation": code.text])
                }
                let entries = try queries.lines(street.code, appropriation: code)
                return try Self.report(found, entries, state)
            }
        }
    }

    /// In the order of days, as a ledger is read; within a day as booked.
    private static func report(
        _ appropriation: Appropriation, _ entries: [FundLedgerReport.Entry], _ state: State
    ) throws(Refusal) -> Report {
        let ordered = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        var available = Fen.zero
        let rows = ordered.map(\.element).map { entry in
            if entry.line.account == .available { available += entry.line.effect }
            return row(entry, available)
        }
        return try state.list(
            "fund-lines", Phrase("指标台账", "Lines of an appropriation"),
            headings: [
                .init("appropriation", Phrase("指标", "appropriation"), .text(appropriation.code.text)),
                .init("source", Phrase("资金来源", "source"), .text(appropriation.source.text)),
                .init("documentNo", Phrase("指标文号", "document"), .text(appropriation.documentNo.text)),
            ],
            columns: columns, rows: rows,
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")])
    }

    private static func row(_ entry: FundLedgerReport.Entry, _ available: Fen) -> Report.Row {
        let line = entry.line
        let amount = Report.Cell.money(line.amount.fen)
        return Report.Row(.detail, [
            .day(entry.day), .text(entry.voucher), .count(entry.seq), line.job.map { .text($0.text) } ?? .blank,
            .text(line.account.rawValue), .phrase(line.account.title), line.side == .debit ? amount : .blank,
            line.side == .credit ? amount : .blank, .money(available),
        ])
    }

    private static let columns: [Report.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .text),
        .init("seq", Phrase("记录", "record"), .count),
        .init("job", Phrase("工单", "job"), .text),
        .init("account", Phrase("科目", "account"), .text),
        .init("accountName", Phrase("科目名称", "account name"), .text),
        .init("debit", Phrase("借方", "debit"), .money),
        .init("credit", Phrase("贷方", "credit"), .money),
        .init("available", Phrase("可用余额", "available"), .money),
    ]
}
