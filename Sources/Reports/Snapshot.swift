package import Bank
package import Documents
package import Jobs
package import Journal
package import Kernel
package import Ledger

/// What a report is computed from: a street as it was known at a record, taken at a moment.
package struct Snapshot: Sendable {
    package let street: Street
    /// The last record that is looked at.
    package let stamp: Stamp
    package let policy: Policy
    private let contents: Contents
    /// The moment the report is taken at.
    package let asOf: Instant
    /// The names behind codes, as they are known.
    package let names: ReportNames

    /// What a report may be made from, besides the street itself.
    package enum Part: String, Sendable, CaseIterable {
        case jobs, details, times, alarms, funds, bank, lines, vouchers, booked, notes, closing, steps, registers, assessments
    }

    /// The parts that were loaded. What was not is nil, and no report may ask for it: an empty table would
    /// look like a street where nothing happened.
    package struct Contents: Sendable {
        package var ledger: Ledger?
        package var jobs: Feed<Job>?
        package var times: Feed<JobTimes>?
        package var trails: Feed<JobTrail>?
        package var alarms: Set<Code>?
        package var bank: BankBook?
        package var lines: [FundLedgerReport.Entry]?
        package var vouchers: VoucherBook?
        package var booked: Feed<VoucherBook.Entry>?
        package var notes: VoucherNotes?
        package var closing: ClosingFacts?
        package var registers: StepBook?
        package var assessments: Assessments?
        /// What went wrong while jobs were read.
        package var fault = ReadingFault()

        package init(
            ledger: Ledger? = nil, jobs: [Job]? = nil, bank: BankBook? = nil, lines: [FundLedgerReport.Entry]? = nil,
            vouchers: VoucherBook? = nil, closing: ClosingFacts? = nil, steps: StepBook? = nil,
            assessments: Assessments? = nil
        ) {
            self.assessments = assessments
            registers = steps
            trails = steps.flatMap { steps in jobs.map { Feed($0).map { JobTrail($0, steps) } } }
            self.closing = closing
            self.ledger = ledger
            self.jobs = jobs.map { Feed($0) }
            self.bank = bank
            self.lines = lines
            self.vouchers = vouchers
            booked = vouchers.map { Feed($0.entries) }
        }
    }

    package init(
        street: Street, stamp: Stamp, policy: Policy, _ contents: Contents, asOf: Instant, names: ReportNames = ReportNames()
    ) {
        self.street = street
        self.stamp = stamp
        self.policy = policy
        self.contents = contents
        self.asOf = asOf
        self.names = names
    }

    /// Appropriations and daily turnover.
    package var ledger: Ledger { loaded(contents.ledger, .funds) }
    /// In the order of their numbers: all, or those that the report looks at (``CatalogueEntry/looksAt``).
    package var jobs: Feed<Job> { loaded(contents.jobs, .jobs) }
    /// Of all jobs, in the order of their numbers.
    package var times: Feed<JobTimes> { loaded(contents.times ?? contents.jobs.map { $0.map(JobTimes.init) }, .times) }
    /// The same jobs with what happened until the moment of asking, step by step, and with what is booked by
    /// then and was recorded later.
    package var trails: Feed<JobTrail> { loaded(contents.trails, .steps) }

    /// The jobs that the split alarm names.
    package var alarms: Set<Code> {
        loaded(contents.alarms ?? contents.jobs.map { jobs in
            SplitAlarm.jobs(jobs.compactMap { SplitAlarm.Signed($0) }, policy: policy)
        }, .alarms)
    }

    /// Statements and their matches.
    package var bank: BankBook { loaded(contents.bank, .bank) }
    /// The lines of the appropriation that was asked for, or of all, as booked.
    package var lines: [FundLedgerReport.Entry] { loaded(contents.lines, .lines) }
    /// The same vouchers one after the other, in the order of booking.
    package var booked: Feed<VoucherBook.Entry> { loaded(contents.booked, .booked) }
    /// What is said of them.
    package var notes: VoucherNotes {
        loaded(contents.notes ?? contents.vouchers.map { book in
            book.entries.reduce(into: VoucherNotes(names, until: asOf.day)) { $0.take($1) }
        }, .notes)
    }
    /// Until the day that is asked about.
    package var vouchers: VoucherBook { loaded(contents.vouchers, .vouchers) }

    /// How the year of the day that is asked about was closed.
    package var closing: ClosingFacts { loaded(contents.closing, .closing) }

    /// What the records tell of firms, estates and matches until the moment of asking.
    package var registers: StepBook { loaded(contents.registers, .registers) }

    /// Why the snapshot could not be read to its end.
    package var fault: Refusal? { contents.fault.refusal }

    /// What was said of years, until whenever it is asked.
    package var assessments: Assessments { loaded(contents.assessments, .assessments) }

    private func loaded<Value>(_ value: Value?, _ part: Part) -> Value {
        guard let value else { preconditionFailure("a report looks at \(part.rawValue), which its entry does not name") }
        return value
    }

    /// A report of one table over this street.
    func report(
        _ name: String, _ title: Phrase, headings: [Pair], columns: [Table.Column], rows: [Table.Row],
        lead: Int = 1, notes: [Phrase] = [], checks: [Check] = [], charts: [Chart] = []
    ) -> Document {
        report(
            name, title, headings: headings, columns: columns, rows: TableRows(rows), lead: lead, notes: notes, checks: checks,
            charts: charts)
    }

    /// The same of rows that were put away one by one.
    func report(
        _ name: String, _ title: Phrase, headings: [Pair], columns: [Table.Column], rows: TableRows,
        lead: Int = 1, notes: [Phrase] = [], checks: [Check] = [], charts: [Chart] = []
    ) -> Document {
        let table = Section.Part.table(Table(columns, lead: lead, rows))
        return report(
            name, title, headings: headings, sections: [Section(nil, [table] + charts.map { .chart($0) })], notes: notes,
            checks: checks)
    }

    /// A report of several tables over this street; a wide one lies on its side.
    func report(
        _ name: String, _ title: Phrase, headings: [Pair], sections: [Section], notes: [Phrase] = [], checks: [Check] = []
    ) -> Document {
        let org = Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text))
        var document = Document(
            name: name, title: title, facts: [org] + headings, sections: sections, sandbox: street.sandbox)
        document.notes = notes
        document.checks = checks
        document.stamps = [stamp]
        document.orientation = document.tables.contains { $0.columns.count > 6 } ? .landscape : .portrait
        return document
    }

    /// The day that a report of a year is taken at: the last that is asked about, and none after the year.
    func day(in year: Int) -> Day { min(asOf.day, Day.last(of: year)) }

    func headings(_ year: Int) -> [Pair] {
        [
            Pair("year", Phrase("年度", "year"), .count(year)),
            Pair("asOf", Phrase("截至", "as of"), .day(day(in: year))),
        ]
    }
}
