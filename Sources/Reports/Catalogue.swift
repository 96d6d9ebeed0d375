package import Bank
package import Documents
package import Jobs
package import Journal
package import Kernel
package import Ledger

/// A report that can be asked for: its name, what it is made from, who may read it, and how it is made. Every
/// way to show a report reads this list.
package struct CatalogueEntry: Sendable {
    package let name: String
    package let title: Phrase
    /// Parts of the snapshot that it looks at; asking for another stops the program, in a test first.
    package let needs: Set<Snapshot.Part>
    /// How much of which classes of data a reader must be allowed to see.
    package let reads: [DataClass: Extent]
    /// What may be chosen.
    package let takes: Set<ReportChoice.Field>
    /// Asked for a year that is over, it is told as it stood at that year's end, also while the year is open:
    /// what an auditor asks about a year is what there was of it on 31 December.
    package var atYearEnd = false
    /// It speaks of whole days, as the books do: a moment means the end of its day.
    package var byDay = false
    /// What every job that it looks at meets at a moment, as the bank's book then is: a snapshot may leave
    /// the others out.
    package var looksAt: @Sendable (Instant, BankBook) -> [JobCondition] = { _, _ in [] }
    /// The accounts whose lines it looks at; nil: of all. A snapshot may leave the others out.
    package var accounts: @Sendable (ReportChoice) -> [Account]? = { _ in nil }
    let make: @Sendable (Snapshot, ReportChoice) -> Document
}

/// What was chosen of a report. A field that a report does not take is refused before it is made.
package struct ReportChoice: Sendable {
    package enum Field: String, Sendable, CaseIterable {
        case year, book, account, appropriation, voucher, job, contractor, days, closed, history, all
    }

    package var year: Int?
    package var book: Book?
    /// Several of them as one.
    package var accounts: [Account] = []
    package var appropriation: Code?
    package var voucher: Code?
    package var job: Code?
    package var contractor: Code?
    /// Both included.
    package var from: Day?
    package var to: Day?
    /// With the closing entries of the year.
    package var closed = false
    /// With what was taken back and replaced.
    package var history = false
    /// Of every year.
    package var all = false

    package init() {}

    /// The fields that were chosen, in the order of ``Field``.
    private var chosen: [Field] {
        Field.allCases.filter { field in
            switch field {
            case .year: year != nil
            case .book: book != nil
            case .account: !accounts.isEmpty
            case .appropriation: appropriation != nil
            case .voucher: voucher != nil
            case .job: job != nil
            case .contractor: contractor != nil
            case .days: from != nil || to != nil
            case .closed: closed
            case .history: history
            case .all: all
            }
        }
    }

    /// A year as it is written. Throws `input.value` for what no street has.
    package static func year(_ text: String) throws(Refusal) -> Int {
        guard let year = Int(text), Day.years.contains(year) else {
            throw Refusal(.inputValue, ["field": "year", "value": text.excerpt, "expected": "1900–2999"])
        }
        return year
    }

    /// Throws `input.unknownField` for the first field that the report does not take.
    fileprivate func check(for entry: CatalogueEntry) throws(Refusal) {
        guard let other = chosen.first(where: { !entry.takes.contains($0) }) else { return }
        throw Refusal(.inputUnknownField, ["field": other.rawValue])
    }
}

extension CatalogueEntry {
    /// Of a year, where it can be asked for one.
    package func choice(year: Int) -> ReportChoice {
        var choice = ReportChoice()
        if takes.contains(.year) { choice.year = year }
        return choice
    }

    /// Makes the report. Throws `input.unknownField` for a choice that it does not take, and what stopped the
    /// reading of the jobs that it goes through.
    package func document(_ snapshot: Snapshot, _ choice: ReportChoice) throws(Refusal) -> Document {
        try choice.check(for: self)
        let document = make(snapshot, choice)
        if let fault = snapshot.fault { throw fault }
        return document
    }
}

/// The reports, in the order in which they are listed.
package enum Catalogue {
    package static let entries = daily + audit + checks

    /// What a street looks at all year round.
    private static let daily: [CatalogueEntry] = [
        CatalogueEntry(
            name: "overview", title: Phrase("年度概览", "The year at a glance"), needs: [.times, .funds, .bank],
            reads: [.funds: .all, .finance: .all, .amounts: .all], takes: [.year], atYearEnd: true
        ) { OverviewReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "utilisation", title: Phrase("资金使用率报告", "Fund utilisation"), needs: [.funds], reads: [.funds: .all],
            takes: [.year], atYearEnd: true
        ) { UtilisationReport.make($0, year: $1.year ?? $0.asOf.day.year) },
        CatalogueEntry(
            name: "fund-ledger", title: Phrase("指标明细账", "Appropriation ledger"), needs: [.lines, .notes],
            reads: [.books: .all], takes: [.appropriation, .closed], accounts: { _ in Account.accounts(of: .control) }
        ) {
            FundLedgerReport.make(
                $0, entries: $0.lines.shown(in: $0.asOf.day.year, closed: $1.closed), notes: $0.notes,
                appropriation: $1.appropriation, until: $0.asOf.day)
        },
        CatalogueEntry(
            name: "fund-documents", title: Phrase("指标文件清单", "Fund documents"), needs: [.funds, .vouchers],
            reads: [.funds: .all], takes: [.appropriation]
        ) { FundDocumentsReport.make($0, vouchers: $0.vouchers, appropriation: $1.appropriation) },
        CatalogueEntry(
            name: "jobs", title: Phrase("工单一览", "Jobs"), needs: [.jobs, .alarms], reads: [.jobs: .all, .amounts: .all], takes: []
        ) { snapshot, _ in JobsReport.make(snapshot) },
        CatalogueEntry(
            name: "timeliness", title: Phrase("时效", "Timeliness"), needs: [.times], reads: [.jobs: .all, .books: .part],
            takes: [.year]
        ) { TimelinessReport.make($0, year: $1.year) },
        CatalogueEntry(
            name: "overdue", title: Phrase("逾期未结", "Overdue"), needs: [.jobs, .alarms], reads: [.jobs: .all], takes: [],
            looksAt: { now, _ in OverdueReport.looksAt(now) }
        ) { snapshot, _ in OverdueReport.make(snapshot) },
        CatalogueEntry(
            name: "trial-balance", title: Phrase("科目余额表", "Trial balance"), needs: [.funds], reads: [.books: .all],
            takes: [.book, .year, .closed], atYearEnd: true
        ) { TrialBalanceReport.make($0, book: $1.book ?? .control, year: $1.year ?? $0.asOf.day.year, closed: $1.closed) },
        CatalogueEntry(
            name: "vouchers", title: Phrase("记账凭证序时簿", "Vouchers"), needs: [.booked], reads: [.books: .all],
            takes: [.book, .days, .voucher, .job, .closed]
        ) {
            let choice = VouchersReport.Choice(
                book: $1.book, from: $1.from, to: $1.to, voucher: $1.voucher, job: $1.job, closed: $1.closed)
            return VouchersReport.make($0, vouchers: $0.booked, choice)
        },
        CatalogueEntry(
            name: "ledger", title: Phrase("明细账", "Account ledger"), needs: [.lines, .notes],
            reads: [.books: .all], takes: [.year, .account, .appropriation, .job, .contractor, .days, .closed], atYearEnd: true,
            accounts: { AccountLedgerReport.accounts($0) }
        ) {
            AccountLedgerReport.make(
                $0, entries: $0.lines.shown(in: $1.year ?? $0.asOf.day.year, closed: $1.closed), notes: $0.notes,
                AccountLedgerReport.Choice($1, asOf: $0.asOf.day))
        },
        CatalogueEntry(
            name: "difference", title: Phrase("收支差异表", "Expense and expenditure"), needs: [.lines],
            reads: [.books: .all], takes: [],
            accounts: { _ in Account.accounts(of: .financial) + Account.accounts(of: .budget) }
        ) { snapshot, _ in DifferenceReport.make(snapshot, entries: snapshot.lines) },
        CatalogueEntry(
            name: "reconciliation", title: Phrase("对账报告", "Reconciliation"), needs: [.bank], reads: [.finance: .all], takes: []
        ) { snapshot, _ in ReconciliationReport.make(snapshot) },
        CatalogueEntry(
            name: "finance-todo", title: Phrase("财务待办", "Finance work list"), needs: [.jobs, .alarms, .bank],
            reads: [.finance: .all], takes: [], looksAt: FinanceTodoReport.looksAt
        ) { snapshot, _ in FinanceTodoReport.make(snapshot, gaps: StatementGaps(snapshot)) },
        CatalogueEntry(
            name: "closing", title: Phrase("年度结账证明", "Certificate of the year's close"), needs: [.funds, .closing],
            reads: [.funds: .all, .books: .all], takes: [.year]
        ) { snapshot, _ in ClosingReport.make(snapshot) },
        CatalogueEntry(
            name: "invoices", title: Phrase("发票登记簿", "Invoices"), needs: [.jobs], reads: [.finance: .all], takes: []
        ) { snapshot, _ in InvoicesReport.make(snapshot) },
    ]

    /// Throws `report.unknown`.
    package static func entry(_ name: String) throws(Refusal) -> CatalogueEntry {
        guard let found = entries.first(where: { $0.name == name }) else {
            throw Refusal(.reportUnknown, ["report": name.excerpt, "known": entries.map(\.name).joined(separator: ", ")])
        }
        return found
    }
}
