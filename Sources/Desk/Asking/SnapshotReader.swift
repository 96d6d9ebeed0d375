package import Bank
import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger
package import Reports
package import SQL
import Store

/// Makes the snapshot that a report asks for.
///
/// Without `knownAt` the projections answer, and for jobs as they stood before the latest step the records
/// of those that had a step since (`PastJobs`). Asked for what was known at a time the journal is read again.
/// The same question gets the same answer for ever (design §9).
///
/// A year that is shut is told as it was known when it was closed, and its reports name the record that
/// closed it: whatever is recorded later cannot change them (books.md B1 §6).
package struct SnapshotReader {
    /// Which moments are asked about.
    package struct Moments: Sendable {
        /// The moment the report is taken at; nil is the street's present.
        package var asOf: Instant?
        /// Only what was recorded by then.
        package var knownAt: Instant?

        package init(asOf: Instant? = nil, knownAt: Instant? = nil) {
            self.asOf = asOf
            self.knownAt = knownAt
        }
    }

    /// What is asked about: lines and vouchers of an appropriation or a job, jobs that meet conditions at a
    /// moment, which are a help to whoever reads and no promise. All of them where nothing is named.
    package struct Focus: Sendable {
        package var appropriation: Code?
        package var job: Code?
        /// Lines of these accounts, and vouchers that have any.
        var accounts: [Account]?
        package var jobs: @Sendable (Instant, BankBook) -> [JobCondition]
        /// Jobs without their details are enough.
        package var isBrief: Bool

        package init(
            appropriation: Code? = nil, job: Code? = nil,
            jobs: @escaping @Sendable (Instant, BankBook) -> [JobCondition] = { _, _ in [] }, isBrief: Bool = false
        ) {
            self.appropriation = appropriation
            self.job = job
            self.jobs = jobs
            self.isBrief = isBrief
        }
    }

    let connection: any SQLConnection
    let org: Code
    private let clock: Clock
    private let street: () throws(Refusal) -> State

    package init(_ connection: any SQLConnection, org: Code, clock: Clock) {
        self.init(connection, org: org, clock: clock) { () throws(Refusal) in try StateLoader().load(org, connection) }
    }

    /// `street` is the street as it stands, for whoever has it already.
    init(
        _ connection: any SQLConnection, org: Code, clock: Clock, street: @escaping () throws(Refusal) -> State
    ) {
        self.connection = connection
        self.org = org
        self.clock = clock
        self.street = street
    }

    /// The street with the parts that are needed, lines and vouchers as far as they are asked about. Throws
    /// `org.unknown`, `policy.missing`, `store.damaged`.
    package func snapshot(
        _ parts: Set<Snapshot.Part>, _ moments: Moments = Moments(), of focus: Focus = Focus()
    ) throws(Refusal) -> Snapshot {
        var state = try street()
        let asOf = if let given = moments.asOf { given } else { try present(state, knownAt: moments.knownAt) }
        let closed = moments.knownAt == nil ? state.closedYears[asOf.day.year] : nil
        if let closed {
            state = try frozen(state, by: closed, parts, asOf)
        } else if let known = moments.knownAt {
            state = try replayed(jobsAt: asOf) { $0.recorded <= known }
        } else {
            if parts.contains(.funds) { state = try funded(state, until: asOf.day) }
            if parts.contains(.bank) { state.bank = try BankReader(connection, org: org).book() }
        }
        let jobs = JobSource(
            connection: connection, state: state, isReplayed: closed != nil || moments.knownAt != nil, asOf: asOf,
            org: org, conditions: focus.jobs(asOf, state.bank), isBrief: focus.isBrief)
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": org.text]) }
        var (contents, stamp) = (
            try contents(parts, of: state, jobs, until: asOf, focus), Stamp(seq: state.head.seq, hash: state.head.hash))
        if parts.contains(.assessments) { (contents.assessments, stamp) = try assessed(knownAt: moments.knownAt, stamp) }
        return Snapshot(
            street: street, stamp: stamp, policy: try state.policy(on: asOf.day), contents, asOf: asOf, names: try names(state))
    }

    private func contents(
        _ parts: Set<Snapshot.Part>, of state: State, _ jobs: JobSource, until asOf: Instant, _ focus: Focus
    ) throws(Refusal) -> Snapshot.Contents {
        let (queries, day) = (Queries(connection), asOf.day)
        var contents = Snapshot.Contents()
        if parts.contains(.funds) { contents.ledger = state.ledger }
        let fault = contents.fault
        if parts.contains(.jobs) { contents.jobs = Feed(fault) { (take) throws(Refusal) in try jobs.eachJob(take) } }
        if parts.contains(.times) { contents.times = Feed(fault) { (take) throws(Refusal) in try jobs.each(take) } }
        if parts.contains(.steps) {
            let trails = try TrailSource(jobs, fault)
            contents.trails = Feed(fault) { (take) throws(Refusal) in try trails.each(take) }
        }
        if parts.contains(.registers) { contents.registers = try jobs.registers() }
        if parts.contains(.alarms) { contents.alarms = try jobs.alarms() }
        if parts.contains(.bank) { contents.bank = state.bank }
        if parts.contains(.lines) {
            contents.lines = try queries.lines(
                org, appropriation: focus.appropriation, accounts: focus.accounts, upTo: state.head.seq)
        }
        if parts.contains(.closing) { contents.closing = try closing(of: day.year, state) }
        if parts.contains(.vouchers) {
            contents.vouchers = try queries.vouchers(org, until: day, upTo: state.head.seq, of: focus)
        }
        if parts.contains(.booked) {
            let seq = state.head.seq
            contents.booked = Feed(fault) { (take) throws(Refusal) in
                try queries.eachVoucher(org, until: day, upTo: seq, of: focus, take)
            }
        }
        if parts.contains(.notes) {
            var notes = VoucherNotes(try names(state), until: day)
            try queries.eachBooked(org, upTo: state.head.seq, of: focus) { (record) throws(Refusal) in notes.take(record) }
            contents.notes = notes
        }
        return contents
    }

    /// Of everybody who is known; a state that was read from the journal knows its contractors.
    func names(_ state: State) throws(Refusal) -> ReportNames {
        var names = ReportNames()
        for user in state.register.everyone { names.users[user.user] = user.name }
        let known = state.register.firms
        let firms = known.isEmpty ? try Queries(connection).registers(org).contractors : known
        for firm in firms { names.contractors[firm.code] = firm.name }
        return names
    }

    /// Without a moment of its own a question about what was known is taken at that time: it must not move
    /// with the clock.
    private func present(_ state: State, knownAt: Instant?) throws(Refusal) -> Instant {
        let now = try state.now(clock)
        return knownAt.map { min($0, now) } ?? now
    }

    /// The state of some records, with the steps of jobs that had happened by a moment.
    func replayed(jobsAt asOf: Instant, _ takes: (Record) -> Bool) throws(Refusal) -> State {
        var state = State()
        try JournalReader(connection).each(org) { (stored) throws(Refusal) in
            let record = try Record(body: stored.body)
            guard takes(record) else { return }
            try state.apply(record, stepsUntil: asOf, hash: stored.hash)
        }
        return state
    }

    /// The same state with the daily turnover until a day, in place of what only the present needs.
    func funded(_ state: State, until day: Day) throws(Refusal) -> State {
        var state = state
        var ledger = Ledger()
        for appropriation in state.ledger.appropriations { ledger.add(appropriation) }
        try connection.each(
            "SELECT day, account, appropriation, debit, credit, phase FROM balance WHERE org = $1 AND day <= $2",
            [SQLValue(org.text), SQLValue(day.number)]
        ) { (row) throws(Refusal) in
            guard let account = Account(rawValue: try row.text(1)), let phase = Phase(rawValue: try row.text(5)) else {
                throw Refusal(.storeDamaged, ["detail": "balance.account, balance.phase"])
            }
            let key = Ledger.Key(
                day: Day(number: Int(try row.int(0))), phase: phase, account: account,
                appropriation: try Code(try row.text(2)))
            ledger.load(key, Ledger.Turnover(debit: try turnover(row, 3), credit: try turnover(row, 4)))
        }
        state.ledger = ledger
        return state
    }

    /// A day's turnover; what no street can have turned over in a day is damage.
    private func turnover(_ row: SQLRow, _ column: Int) throws(Refusal) -> Fen {
        let value = try row.int(column)
        guard value.magnitude <= 10_000_000_000_000_000 else {
            throw Refusal(.storeDamaged, ["detail": "balance = \(value)"])
        }
        return Fen(value)
    }
}
