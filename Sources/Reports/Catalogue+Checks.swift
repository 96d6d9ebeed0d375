import Documents
import Journal
import Kernel

extension Catalogue {
    /// What auditors and the finance bureau ask of the works.
    static let checks: [CatalogueEntry] = works + suspicions

    private static let works: [CatalogueEntry] = [
        CatalogueEntry(
            name: "payables", title: Phrase("应付账款账龄表", "Payables by age"), needs: [.jobs, .steps, .funds],
            reads: [.finance: .all, .amounts: .all], takes: [.year], atYearEnd: true, byDay: true,
            looksAt: { _, _ in PayablesReport.looksAt }
        ) { snapshot, _ in PayablesReport.make(snapshot) },
        CatalogueEntry(
            name: "retention", title: Phrase("质保金台账", "Retention ledger"), needs: [.jobs, .steps, .funds],
            reads: [.finance: .all, .amounts: .all], takes: [.year], atYearEnd: true, byDay: true
        ) { snapshot, _ in RetentionReport.make(snapshot) },
        CatalogueEntry(
            name: "settlements", title: Phrase("结算审核情况表", "Settlements and reviews"), needs: [.jobs, .steps],
            reads: [.finance: .all, .amounts: .all], takes: [.year, .history], atYearEnd: true
        ) { SettlementsReport.make($0, year: $1.year ?? $0.asOf.day.year, history: $1.history) },
        CatalogueEntry(
            name: "slips", title: Phrase("变更签证汇总", "Change slips"), needs: [.jobs, .steps],
            reads: [.jobs: .all, .amounts: .all], takes: [.year], atYearEnd: true
        ) { SlipsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "register", title: Phrase("工单台账", "Register of jobs"), needs: [.jobs, .alarms, .steps, .registers],
            reads: [.jobs: .all, .amounts: .all], takes: [.year, .all], atYearEnd: true
        ) { RegisterReport.make($0, year: $1.all ? nil : $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "contractors", title: Phrase("往来明细表", "Accounts of contractors"), needs: [.jobs, .steps, .registers, .funds],
            reads: [.finance: .all, .amounts: .all], takes: [.year], atYearEnd: true, byDay: true
        ) { ContractorsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
    ]

    private static let suspicions: [CatalogueEntry] = [
        CatalogueEntry(
            name: "corrections", title: Phrase("退票冲销清单", "What was taken back"),
            needs: [.jobs, .steps, .registers, .bank],
            reads: [.finance: .all, .books: .all], takes: [.year], atYearEnd: true
        ) { CorrectionsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "late", title: Phrase("超期清单", "What was late"), needs: [.jobs, .steps], reads: [.jobs: .all, .finance: .all],
            takes: [.year], atYearEnd: true
        ) { LateReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "splits", title: Phrase("拆分疑似清单", "Suspected splits"), needs: [.jobs, .steps],
            reads: [.jobs: .all, .amounts: .all, .finance: .all], takes: [.year], atYearEnd: true
        ) { SplitsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "exceptions", title: Phrase("审计疑点汇总", "Exceptions for auditors"),
            needs: [.jobs, .details, .steps, .registers, .funds, .bank],
            reads: [.jobs: .all, .amounts: .all, .finance: .all, .funds: .all], takes: [.year], atYearEnd: true
        ) { ExceptionsReport.make($0, year: $1.year ?? $0.asOf.day.year) },
    ]
}
