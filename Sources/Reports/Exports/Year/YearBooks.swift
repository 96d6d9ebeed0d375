package import Jobs
package import Journal
package import Kernel
package import Ledger

/// A year's books of a street as exports tell them, gathered from its records, read once from the first:
/// where each voucher of the year is and what is said of it, and the balances of every month. Lines
/// themselves are read again when they are written.
package struct YearBooks: Sendable {
    /// A voucher of the year.
    package struct Place: Sendable {
        package let seq: Int
        package let number: Code
        package let day: Day
        package let phase: Phase
        package let by: Code
        /// Rank among the vouchers with financial or budget lines, and among those of the control book;
        /// 0 where it has none of them.
        package fileprivate(set) var ledgerRank: Int
        package fileprivate(set) var controlRank: Int
        package let summary: String
        /// Who looked at it before: of a payment the settler, of a settlement the reviewer.
        package let checker: Code?
        package let cashier: Code?
        package let attachments: Int
        package let paymentNo: String?
    }

    /// A payment, a release, or one that came back; of each appropriation its part.
    package struct Paid: Sendable {
        package let day: Day
        package let name: Label
        package let isRefund: Bool
        package let job: Code
        package let sheet: Code?
        package let contractor: Code?
        package let account: String
        package let share: Share
        package let voucher: Code?
        package let seq: Int
    }

    package let year: Int
    package let names: ReportNames
    package let policy: Policy
    package private(set) var places: [Place] = []
    package private(set) var payments: [Paid] = []
    package private(set) var balances: MonthlyBalances
    package private(set) var appropriations: [Code: Appropriation] = [:]
    /// With the day of registration and of the latest change.
    package private(set) var firms: [Code: (firm: Contractor, since: Day, changed: Day?)] = [:]
    /// Vouchers that were taken back, whenever.
    package private(set) var reversed: Set<Code> = []
    /// Where a job is, as far as it is known.
    package private(set) var communities: [Code: String] = [:]
    private var jobs: [Code: ExportJob] = [:]
    private var estates: [Code: Label] = [:]

    package init(year: Int, policy: Policy, names: ReportNames) {
        (self.year, self.policy, self.names) = (year, policy, names)
        balances = MonthlyBalances(year: year)
    }

    /// Takes in the next record.
    package mutating func take(_ record: Record) {
        for event in record.events { register(event, on: record.at.day) }
        let before = record.job.flatMap { jobs[$0] }
        for event in record.events {
            if case .job(let job, let step) = event { jobs[job, default: ExportJob()].apply(step, by: record.by) }
        }
        var book = VoucherBook(until: Day.last(of: Day.years.upperBound))
        book.take(record)
        for entry in book.entries {
            if let back = entry.voucher.reverses { reversed.insert(back) }
            for line in entry.voucher.lines {
                let source = appropriations[line.appropriation]?.source
                balances.take(line, source, on: entry.voucher.day, in: entry.voucher.inPhase)
            }
            if entry.voucher.day.year == year { take(entry, record, before) }
        }
    }

    private mutating func take(_ entry: VoucherBook.Entry, _ record: Record, _ before: ExportJob?) {
        let job = record.job.flatMap { jobs[$0] }
        let firm = names.firm(entry.voucher.lines.lazy.compactMap(\.contractor).first ?? job?.contractor)
        var isPayment = false, number: String?
        if case .job(let name, let step)? = record.events.first {
            isPayment = [.pay, .release, .refund].contains(step.verb)
            number = step.paymentNo?.text
            payments += ExportJob.paid(step, name, before, entry, record).filter { _ in entry.voucher.day.year == year }
        }
        let isSettlement = record.events.first.map { if case .job(_, .settled) = $0 { true } else { false } } ?? false
        let lines = entry.voucher.lines
        places.append(Place(
            seq: record.seq, number: entry.voucher.number, day: entry.voucher.day, phase: entry.voucher.inPhase, by: record.by,
            ledgerRank: lines.contains { $0.book != .control } ? 1 : 0,
            controlRank: lines.contains { $0.book == .control } ? 1 : 0, summary: summary(entry, record.job, job, firm),
            checker: isPayment ? before?.settler : isSettlement ? before?.reviewer : nil,
            cashier: isPayment ? record.by : nil, attachments: job?.attachments ?? 0, paymentNo: number))
    }

    /// 摘要: what, which job, where, which kind of damage, by whom; at most 60 characters.
    private func summary(_ entry: VoucherBook.Entry, _ number: Code?, _ job: ExportJob?, _ firm: String) -> String {
        let back = entry.voucher.reverses.map { "冲销 \($0.text)" }
        guard let number, let job else {
            return String([back, entry.summary(names).zh].compactMap(\.self).joined(separator: " ").prefix(60))
        }
        let place = job.estate.flatMap { estates[$0]?.text } ?? job.community
        let category = policy.categories.first { $0.code == job.category }?.name.zh ?? job.category?.text
        let parts = [back, entry.event.title.zh, number.text, place, category, firm].compactMap(\.self)
        return String(parts.filter { !$0.isEmpty }.joined(separator: " ").prefix(60))
    }

    private mutating func register(_ event: Event, on day: Day) {
        if case .estateAdded(let estate) = event { estates[estate.code] = estate.name }
        if case .appropriated(_, let appropriation, _, _, _) = event, appropriations[appropriation.code] == nil {
            appropriations[appropriation.code] = appropriation
        }
        if case .contractorAdded(let firm) = event { firms[firm.code] = (firm, day, nil) }
        if case .contractorUpdated(let firm) = event { firms[firm.code] = (firm, firms[firm.code]?.since ?? day, day) }
    }

    /// Puts the vouchers in the order of their days and numbers, each with its rank; called once, when all
    /// records have been taken in.
    package mutating func finish() {
        communities = jobs.compactMapValues(\.community)
        jobs = [:]
        places.sort { $0.number.inOrder < $1.number.inOrder }
        var (control, ledger) = (0, 0)
        for index in places.indices {
            if places[index].controlRank > 0 { control += 1 }
            if places[index].ledgerRank > 0 { ledger += 1 }
            if places[index].controlRank > 0 { places[index].controlRank = control }
            if places[index].ledgerRank > 0 { places[index].ledgerRank = ledger }
        }
        places.sort { $0.day == $1.day ? $0.number.inOrder < $1.number.inOrder : $0.day < $1.day }
    }
}
