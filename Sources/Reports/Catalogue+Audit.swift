import Documents
import Journal
import Kernel
import Ledger

extension Catalogue {
    /// What auditors and the finance bureau ask of the money (audit.md B2).
    static let audit: [CatalogueEntry] = [
        CatalogueEntry(
            name: "year", title: Phrase("年度资金使用情况报告", "The year's use of funds"), needs: [.funds, .lines, .jobs],
            reads: [.funds: .all, .books: .all, .amounts: .all], takes: [.year], atYearEnd: true,
            accounts: { _ in JobMoney.accounts + [.transfers] }
        ) { YearReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "execution", title: Phrase("预算执行情况表", "Execution of the budget"), needs: [.funds], reads: [.funds: .all],
            takes: [.year], atYearEnd: true
        ) { ExecutionReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "performance", title: Phrase("项目支出绩效自评表", "Self-assessment of the project"),
            needs: [.funds, .jobs, .steps, .assessments], reads: [.funds: .all, .jobs: .all, .amounts: .all],
            takes: [.year], atYearEnd: true
        ) { PerformanceReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "carryover", title: Phrase("结转结余情况表", "What is carried over"), needs: [.funds], reads: [.funds: .all],
            takes: [.year], atYearEnd: true
        ) { CarryoverReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "grants", title: Phrase("指标文件台账", "Register of fund documents"), needs: [.funds, .vouchers],
            reads: [.funds: .all], takes: [.year], atYearEnd: true,
            accounts: { _ in Account.resources + [.recalled, .bankDeposit] }
        ) { GrantsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "statements", title: Phrase("会计报表（简表）", "Financial statements, in short"), needs: [.funds],
            reads: [.books: .all], takes: [.year], atYearEnd: true
        ) { StatementsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "pacing", title: Phrase("使用进度预测", "Pacing to the target"), needs: [.funds, .lines, .jobs],
            reads: [.funds: .all, .books: .all, .amounts: .all], takes: []
        ) { snapshot, _ in PacingReport.make(snapshot) },
    ]
}
