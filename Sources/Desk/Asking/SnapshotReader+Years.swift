import Documents
import Journal
import Kernel
import Ledger
import Reports
import SQL
import Store

extension SnapshotReader {
    /// A street as it was known when a year was closed. Lines and turnover of that year cannot have changed
    /// since; jobs and statements are read again from the records until then, and so are names, where one of
    /// them is another one now.
    func frozen(
        _ state: State, by closed: ClosedYear, _ parts: Set<Snapshot.Part>, _ asOf: Instant
    ) throws(Refusal) -> State {
        guard let record = try JournalReader(connection).stored(org, seq: closed.seq) else {
            throw Refusal(.storeDamaged, ["detail": "record \(closed.seq)"])
        }
        var frozen = state
        let isRead = !parts.isDisjoint(with: [.jobs, .times, .bank])
        let isRenamed = isRead ? false : try renamed(since: closed.seq)
        if isRead || isRenamed {
            frozen = try replayed(jobsAt: asOf) { $0.seq <= closed.seq }
            frozen.closedYears = state.closedYears
        }
        frozen.head.seq = closed.seq
        frozen.head.hash = record.hash
        frozen.policies.removeAll { $0.seq > closed.seq }
        return parts.contains(.funds) ? try funded(frozen, until: asOf.day) : frozen
    }

    /// Whether a user or a contractor has got another name, or a first one.
    private func renamed(since seq: Int) throws(Refusal) -> Bool {
        let row = try connection.first(
            """
            SELECT seq FROM record WHERE org = $1 AND seq > $2
            AND (body LIKE '%"userAdded"%' OR body LIKE '%"contractorUpdated"%') LIMIT 1
            """, [SQLValue(org.text), SQLValue(seq)])
        return row != nil
    }

    /// How a year was closed. Throws `year.open`, `year.unknown` for one before the street began.
    func closing(of year: Int, _ state: State) throws(Refusal) -> ClosingFacts {
        if let street = state.street, year < street.year {
            throw Refusal(.yearUnknown, ["year": String(year), "first": String(street.year)])
        }
        guard let closed = state.closedYears[year] else { throw Refusal(.yearOpen, ["year": String(year)]) }
        guard let stored = try JournalReader(connection).stored(org, seq: closed.seq) else {
            throw Refusal(.storeDamaged, ["detail": "record \(closed.seq)"])
        }
        let count = try Queries(connection).street(org).counters[Counter(.voucher, year)] ?? 0
        return ClosingFacts(try Record(body: stored.body), stored: stored, vouchers: count)
    }

    /// What was said of years, also after one was closed: the report names the record that did so last.
    func assessed(knownAt: Instant?, _ stamp: Stamp) throws(Refusal) -> (Assessments?, Stamp) {
        var (found, latest) = (Assessments(), stamp)
        try JournalReader(connection).each(org, holding: "yearAssessed") { (stored) throws(Refusal) in
            let record = try Record(body: stored.body)
            if let knownAt, record.recorded > knownAt { return }
            found.take(record)
            if stored.seq > latest.seq { latest = Stamp(seq: stored.seq, hash: stored.hash) }
        }
        return (found, latest)
    }

    /// A street as it would be after a record that is not kept.
    func preview(_ record: Record, on state: State) throws(Refusal) -> Snapshot {
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": org.text]) }
        let day = record.vouchers.map(\.day).max() ?? record.at.day
        var after = try funded(state, until: day)
        try after.apply(record, hash: state.head.hash)
        return Snapshot(
            street: street, stamp: Stamp(seq: state.head.seq, hash: state.head.hash),
            policy: try state.policy(on: record.at.day), Snapshot.Contents(ledger: after.ledger), asOf: record.at,
            names: try names(try Queries(connection).street(org)))
    }
}
