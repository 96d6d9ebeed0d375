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
    /// Appropriations and daily turnover; empty where a report does not ask for money.
    package let ledger: Ledger
    /// In the order of their numbers; empty where a report does not ask for jobs.
    package let jobs: [Job]
    /// Statements and their matches; empty where a report does not ask for them.
    package let bank: BankBook
    /// The moment the report is taken at.
    package let asOf: Instant
    /// The names behind codes, as they are known.
    package let names: ReportNames

    package init(
        street: Street, stamp: Stamp, policy: Policy, ledger: Ledger, jobs: [Job], bank: BankBook = BankBook(),
        asOf: Instant, names: ReportNames = ReportNames()
    ) {
        self.street = street
        self.stamp = stamp
        self.policy = policy
        self.ledger = ledger
        self.jobs = jobs
        self.bank = bank
        self.asOf = asOf
        self.names = names
    }

    /// A report of one table over this street.
    func report(
        _ name: String, _ title: Phrase, headings: [Pair], columns: [Table.Column], rows: [Table.Row],
        lead: Int = 1, notes: [Phrase] = [], checks: [Check] = [], chart: Chart? = nil
    ) -> Document {
        let org = Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text))
        let table = Section.Part.table(Table(columns, lead: lead, rows))
        var document = Document(
            name: name, title: title, facts: [org] + headings,
            sections: [Section(nil, [table] + (chart.map { [.chart($0)] } ?? []))], sandbox: street.sandbox)
        document.notes = notes
        document.checks = checks
        document.stamps = [stamp]
        document.orientation = columns.count > 6 ? .landscape : .portrait
        return document
    }
}
