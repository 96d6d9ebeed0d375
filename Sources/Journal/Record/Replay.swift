package import Kernel
package import Jobs
import Ledger

/// A record as it lies in the store.
package struct StoredRecord: Equatable, Sendable {
    package let seq: Int
    package let body: String
    package let prev: String
    package let hash: String

    package init(seq: Int, body: String, prev: String, hash: String) {
        self.seq = seq
        self.body = body
        self.prev = prev
        self.hash = hash
    }
}

/// The first place where a journal or what was derived from it is not what it must be.
package struct Finding: Error, Equatable, Sendable {
    /// The record, or nil where a projection differs that no single record accounts for.
    package let seq: Int?
    /// The field of the record, or table, key and column of a projection.
    package let field: String
    package let expected: String
    package let found: String

    package init(seq: Int?, field: String, expected: String, found: String) {
        self.seq = seq
        self.field = field
        self.expected = expected
        self.found = found
    }
}

/// Reads a journal from its first record, checking each link of the chain and deriving everything again.
package struct Replay: Sendable {
    package private(set) var state = State()
    private let org: Code
    let hasher: Chain.Hasher
    /// By which records are hashed: the first one says it.
    package private(set) var algorithm = DigestAlgorithm.sha256
    /// Version of the posting rules of the record before: a journal does not go back to older rules.
    private var rules = 1

    package init(org: Code, hasher: @escaping Chain.Hasher) {
        self.org = org
        self.hasher = hasher
    }

    /// Takes the next record in and returns it. Throws the first field that is not what the records before
    /// it demand: number, previous hash, own hash, body, vouchers.
    package mutating func take(_ stored: StoredRecord) throws(Finding) -> Record {
        try take(ReadRecord(stored, algorithm, hasher))
    }

    /// The same with a record that was read and hashed before, by ``algorithm``.
    package mutating func take(_ read: ReadRecord) throws(Finding) -> Record {
        let next = state.head.seq + 1
        if read.seq != next { try demand("seq", next, String(next), String(read.seq)) }
        try demand("prev", next, state.head.hash, read.prev)
        let record = try record(of: read)
        let link = next == 1 ? Chain.hash(algorithm, prev: read.prev, seq: 1, body: read.body, with: hasher) : read.link
        try demand("hash", next, link, read.hash)
        try check(record)
        rules = record.rules
        do {
            try state.apply(record, hash: read.hash)
        } catch {
            throw Finding(seq: next, field: "vouchers", expected: "amounts in range", found: error.message(.en))
        }
        try checkIdentity(record)
        return record
    }

    /// What was granted stands in the statuses to the fen, after every record (design §7).
    private func checkIdentity(_ record: Record) throws(Finding) {
        for voucher in record.vouchers {
            try demand("body.vouchers", record.seq, "balanced", voucher.lines.areBalanced ? "balanced" : voucher.number.text)
            var last: Code?
            for line in voucher.lines where line.appropriation != last {
                last = line.appropriation
                if state.ledger.standing(of: line.appropriation).isIdentical { continue }
                throw Finding(
                    seq: record.seq, field: "identity", expected: "net = sum of statuses",
                    found: line.appropriation.text)
            }
        }
    }

    /// Leaves a job out from now on: it has been compared with what it must be.
    package mutating func forget(_ job: Code) { state.forget(job) }

    /// Takes a job back that was left out, as it was then.
    package mutating func recall(_ job: Job) { state.jobs[job.number] = job }

    /// Forgets which values were taken when: at the end they are all asked for.
    package mutating func forgetTakings() { state.forgetTakings() }

    private mutating func record(of read: ReadRecord) throws(Finding) -> Record {
        let record: Record
        do throws(Refusal) {
            record = try read.record.get()
        } catch {
            throw Finding(seq: read.seq, field: "body", expected: "a record", found: error.message(.en))
        }
        if read.seq == 1, case .streetOpened(let form)? = record.events.first { algorithm = form.hash ?? .sha256 }
        return record
    }

    /// What the chain alone does not say: the record's own numbers, its order in time, and its lines
    /// derived again.
    private func check(_ record: Record) throws(Finding) {
        let seq = state.head.seq + 1
        if record.seq != seq { try demand("body.seq", seq, String(seq), String(record.seq)) }
        try demand("body.org", seq, org.text, record.org.text)
        let opening = (state.street == nil) == isOpening(record)
        try demand("body.events", seq, "streetOpened first, once", opening ? "streetOpened first, once" : "—")
        let versions = rules...Posting.version
        if !versions.contains(record.rules) {
            let expected = "\(versions.lowerBound) to \(versions.upperBound)"
            throw Finding(seq: seq, field: "body.rules", expected: expected, found: String(record.rules))
        }
        if let last = state.head.recorded, record.recorded < last {
            throw Finding(seq: seq, field: "body.recorded", expected: "≥ " + last.text, found: record.recorded.text)
        }
        try checkActor(record)
        try checkCommand(record)
        try checkYears(record)
        let derived = try vouchers(of: record)
        if derived != record.vouchers {
            try demand("body.vouchers", seq, JSON(derived).text, JSON(record.vouchers).text)
        }
        try checkLimits(record, derived)
    }

    /// Whatever the rules of its time were, the one who acted was a user of the street and had the role.
    private func checkActor(_ record: Record) throws(Finding) {
        guard !isOpening(record) else { return }
        if state.register.user(record.by)?.has(record.role) == true { return }
        throw Finding(
            seq: record.seq, field: "body.role", expected: "a role of \(record.by.text)", found: record.role.rawValue)
    }

    /// The command that is kept is the one that was recorded; a job that it opened and a sheet that it made
    /// have the next number.
    private func checkCommand(_ record: Record) throws(Finding) {
        for (name, code) in [("id", record.id), ("org", record.org), ("by", record.by)] as [(StaticString, Code)] {
            let found = record.keptCommand.text(name) ?? "—"
            if found != code.text { try demand("body.command.\(name)", record.seq, code.text, found) }
        }
        for event in record.events {
            if case .job(let number, .called) = event { try demandNext(.job, "body.job", number, record) }
            if case .job(_, .settled(_, _, _, _, _, let document?, _)) = event {
                try demandNext(.settlement, "body.events.document.number", document.number, record)
            }
        }
    }

    private func demandNext(
        _ kind: Counter.Kind, _ field: String, _ number: Code, _ record: Record
    ) throws(Finding) {
        let next = try? state.next(Counter(kind, record.at.day.year))
        try demand(field, record.seq, next?.text ?? "—", number.text)
    }

    /// No limited status of an appropriation and nothing that a job holds is ever negative (design §7), by
    /// the rules of the record's time: since version 3 at the end of every day, before that in the order of
    /// records.
    private func checkLimits(_ record: Record, _ vouchers: [Voucher]) throws(Finding) {
        do throws(Refusal) {
            if record.rules > 2 {
                try state.ledger.check(vouchers.compactMap { .limited($0.day, $0.lines, in: $0.inPhase) })
            } else {
                for voucher in vouchers { try state.ledger.checkInOrder(voucher.lines) }
            }
            if let job = record.job { try state.check(vouchers.flatMap(\.lines), of: job) }
        } catch {
            throw Finding(
                seq: record.seq, field: "body.vouchers", expected: "within the limits", found: error.message(.en))
        }
    }

    private func isOpening(_ record: Record) -> Bool {
        if case .streetOpened? = record.events.first { true } else { false }
    }

    private func vouchers(of record: Record) throws(Finding) -> [Voucher] {
        // Lines are derived by the rules of their time.
        let context = Posting.Context(state, at: record.at, job: record.job, version: record.rules)
        let drafts = record.events.flatMap { Posting.drafts(for: $0, in: context) }
        do throws(Refusal) {
            return try Posting.vouchers(of: drafts, after: state.counters)
        } catch {
            throw Finding(seq: record.seq, field: "body.vouchers", expected: "a number", found: "—")
        }
    }

    func demand(_ field: String, _ seq: Int, _ expected: String, _ found: String) throws(Finding) {
        if expected != found { throw Finding(seq: seq, field: field, expected: expected, found: found) }
    }
}
