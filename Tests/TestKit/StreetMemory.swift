package import Jobs
package import Journal
package import Kernel
package import Ledger

/// A street's journal in memory: it does with a command what a store does — reads it strictly, takes the
/// caller out, looks at its id, decides, records, applies — without a store.
package struct MemoryStreet: Sendable {
    package private(set) var state = State()
    package private(set) var records: [Record] = []
    /// The records as a store would keep them, for a replay.
    package private(set) var stored: [StoredRecord] = []
    /// Everything that was run, refused or not, for playing it again elsewhere.
    package private(set) var envelopes: [JSON] = []
    /// What each of them was answered.
    package private(set) var answers: [Answer] = []
    /// The system's time matters only for a street that is no sandbox.
    package var clock = Clock.system(Instant(Day.first(of: 2027)))
    /// How many lines of a script it has been given; they number the ids and the payments.
    package var lines = 0
    private var ids: [Code: Int] = [:]

    package init() {}

    /// Runs an envelope given as text.
    package mutating func run(_ text: String) -> Answer {
        do throws(Refusal) {
            return run(try JSONParser.parse(Array(text.utf8)))
        } catch {
            return .refused(id: nil, error)
        }
    }

    package mutating func run(_ envelope: JSON) -> Answer {
        envelopes.append(envelope)
        let answer = answer(to: envelope)
        answers.append(answer)
        return answer
    }

    private mutating func answer(to envelope: JSON) -> Answer {
        do throws(Refusal) {
            let kept = try CallerVault.take(envelope) { FakeDigest.text("a key" + $0) }.envelope
            return try run(Command(kept))
        } catch {
            return .refused(id: envelope["id"]?.string, error)
        }
    }

    private mutating func run(_ command: Command) throws(Refusal) -> Answer {
        if let index = ids[command.id] {
            guard let field = Command.difference(command.content, records[index].command) else {
                return records[index].answer
            }
            throw Refusal(.idConflict, ["id": command.id.text, "field": field])
        }
        let record = try Rules.decide(command, on: try seen(by: command), clock: clock).record(of: command, in: state)
        let (prev, body) = (state.head.hash, record.body)
        let algorithm = state.street?.hash ?? .sha256
        let hash = Chain.hash(algorithm, prev: prev, seq: record.seq, body: body, with: FakeDigest.bytes)
        try state.apply(record, hash: hash)
        ids[command.id] = records.count
        records.append(record)
        stored.append(StoredRecord(seq: record.seq, body: body, prev: prev, hash: hash))
        return record.answer
    }

    /// The state as a store would have loaded it: whatever a rule asks for beyond that stops the test.
    private func seen(by command: Command) throws(Refusal) -> State {
        var view = state
        let own = command.action.needs().jobs.first.flatMap { state.find($0) }
        var needs = command.action.needs(own)
        needs.register.users?.insert(command.by)
        view.narrow(to: needs)
        if let year = needs.yearEnd {
            let jobs = try records.jobs(at: Instant(Day.last(of: year) + 1) + -1)
            view.atYearEnd = YearEndView(jobs: jobs, hasher: FakeDigest.bytes)
        }
        return view
    }

    /// Takes in what a program of before recorded and today's rules would refuse, as a record after the last one.
    package mutating func remember(_ event: Event, job: Code? = nil) throws(Refusal) {
        guard let last = records.last else { return }
        let record = Record(
            seq: last.seq + 1, org: last.org, id: try Code("before-\(last.seq)"), by: last.by, role: last.role,
            at: last.at, recorded: last.recorded, rules: last.rules, job: job, command: last.command, events: [event],
            vouchers: [])
        try state.apply(record, hash: "")
        records.append(record)
    }

    /// A job by its place in 2026: 1 is `2026-0001`.
    package func job(_ number: Int, year: Int = 2026) -> Job? {
        let digits = String(number)
        let text = "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return state.jobs.values.first { $0.number.text == text }
    }

    /// What stands on an account of an appropriation, `"588739.50"`.
    package func balance(_ account: Account, _ appropriation: String) -> String {
        let code = state.ledger.appropriations.first { $0.code.text == appropriation }?.code
        return code.map { state.ledger.standing(of: $0)[account].yuan } ?? "no such appropriation"
    }
}

extension State {
    /// The first part in which two states differ, or nil.
    package func difference(from other: State) -> String? {
        if street != other.street { return "street" }
        if head != other.head { return "head" }
        if counters != other.counters { return "counters" }
        if policies != other.policies { return "policies" }
        if register != other.register { return "register" }
        if ledger != other.ledger { return "ledger" }
        if bank != other.bank { return "bank" }
        if closedYears != other.closedYears { return "closedYears" }
        for number in Set(jobs.keys).union(other.jobs.keys) where jobs[number] != other.jobs[number] {
            return "job \(number.text)"
        }
        return nil
    }
}

/// A digest of 32 bytes that only has to differ where texts differ: an FNV-1a sum, drawn out to four numbers.
package enum FakeDigest {
    package static let bytes: Chain.Hasher = { _, input in
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in input { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var more = SplitMix64(seed: sum)
        return (0..<4).flatMap { _ in
            let number = more.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }

    package static func text(_ input: String) -> String { Hex.encode(bytes(.sha256, Array(input.utf8))) }
}
