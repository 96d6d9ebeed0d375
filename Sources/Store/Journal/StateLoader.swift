import Bank
import Jobs
package import Journal
package import Kernel
import Ledger
package import SQL
import Synchronization

/// Loads the part of a street's state that a command needs: the street, its policies and its funds, and of
/// the rest only what the command names.
package struct StateLoader: Sendable {
    private let cache = PolicyCache()

    package init() {}

    /// What every command looks at: the street, its counters, policies and funds; a state without a street
    /// when there is none of that code.
    package func frame(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> State {
        var state = State()
        _ = try StreetLoad(org: SQLValue(org.text), connection: connection).frame(org, into: &state, cache)
        return state
    }

    /// The street with all its people and funds, without jobs; a state without a street when there is none
    /// of that code.
    package func load(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> State {
        let load = StreetLoad(org: SQLValue(org.text), connection: connection)
        var state = State()
        guard try load.frame(org, into: &state, cache) else { return state }
        try load.users(into: &state)
        return state
    }

    /// What a command needs, for whoever decides it and records nothing.
    package func load(for command: Command, _ connection: any SQLConnection) throws(Refusal) -> State {
        var frame = Frame(command.org, try frame(command.org, connection), .none)
        try frame.read(for: [command], connection)
        try frame.complete(for: command, connection) { _ in }
        return frame.state
    }

    /// The street with all that the close of a year looks at.
    package func load(_ org: Code, closing year: Int, _ connection: any SQLConnection) throws(Refusal) -> State {
        var state = try frame(org, connection)
        guard state.street != nil else { return state }
        var needs = Needs()
        needs.close(year)
        if let first = needs.lookBack {
            try YearEndLoader(connection: connection, org: org).load(year, into: &state)
            try StreetLoad(org: SQLValue(org.text), connection: connection).days(after: first, into: &state)
        }
        state.narrow(to: needs)
        return state
    }

    /// Adds one job to a state, if there is one of that name.
    func loadJob(_ name: JobName, of org: Code, into state: inout State, _ connection: any SQLConnection) throws(Refusal) {
        try StreetLoad(org: SQLValue(org.text), connection: connection).job(name, into: &state)
    }
}

/// Policies are large and never change once adopted: the text that was read before is not read again.
private final class PolicyCache: Sendable {
    private struct Entry {
        let text: String
        let policy: Policy
    }

    /// By street and number of the record.
    private let known = Mutex<[String: Entry]>([:])

    func policy(_ org: SQLValue, _ seq: Int64, _ text: String) throws(Refusal) -> Policy {
        let key = "\(seq) \(org)"
        if let entry = known.withLock({ $0[key] }), entry.text.sameBytes(as: text) { return entry.policy }
        let policy = try JSONParser.parse(Array(text.utf8)).decode(Policy.self)
        known.withLock { $0[key] = Entry(text: text, policy: policy) }
        return policy
    }
}

/// Reads parts of a street into a state.
struct StreetLoad {
    let org: SQLValue
    let connection: any SQLConnection

    /// What every command looks at: the street, its counters, policies and funds. False when there is no
    /// such street.
    fileprivate func frame(_ code: Code, into state: inout State, _ cache: PolicyCache) throws(Refusal) -> Bool {
        let answers = try connection.gather([
            Self.street, Self.counters, Self.policies, Self.standings, Self.appropriations, Queries.closedYears,
        ].map { SQLQuestion($0, [org]) })
        guard let row = answers[0].first else { return false }
        try street(code, row, into: &state)
        try counters(answers[1], into: &state)
        try policies(answers[2], into: &state, cache)
        try funds(answers[3], answers[4], into: &state)
        state.closedYears = try Queries.closedYears(answers[5])
        return true
    }

    private static let street = """
        SELECT name, year, sandbox, hash, opened_at, opened_by, seq, head, recorded, latest, parent
        FROM street WHERE org = $1
        """
    private static let counters = "SELECT kind, year, value FROM counter WHERE org = $1"
    private static let policies = "SELECT seq, effective, body FROM policy WHERE org = $1 ORDER BY seq"
    private static let standings = "SELECT appropriation, account, amount FROM standing WHERE org = $1"
    private static let appropriations = "SELECT body FROM appropriation WHERE org = $1 ORDER BY position"

    private func street(_ code: Code, _ row: SQLRow, into state: inout State) throws(Refusal) {
        guard let algorithm = DigestAlgorithm(rawValue: try row.text(3)) else {
            throw Refusal(.storeDamaged, ["detail": "street.hash"])
        }
        let parent: Code? = if let text = try row.textOrNil(10) { try Code(text) } else { nil }
        state.street = Street(
            code: code, name: try Label(try row.text(0)), year: Int(try row.int(1)), sandbox: try row.flag(2),
            hash: algorithm, openedAt: Instant(milliseconds: try row.int(4)), openedBy: try Code(try row.text(5)),
            parent: parent)
        state.head = Head(
            seq: Int(try row.int(6)), hash: try row.text(7), recorded: Instant(milliseconds: try row.int(8)),
            latest: Instant(milliseconds: try row.int(9)))
    }

    private func counters(_ rows: [SQLRow], into state: inout State) throws(Refusal) {
        for row in rows {
            guard let kind = Counter.Kind(rawValue: try row.text(0)) else { continue }
            state.counters[Counter(kind, Int(try row.int(1)))] = Int(try row.int(2))
        }
    }

    func users(into state: inout State) throws(Refusal) {
        for row in try connection.rows("SELECT body FROM member WHERE org = $1", [org]) {
            state.register.put(try row.body(0) as User)
        }
    }

    private func policies(_ rows: [SQLRow], into state: inout State, _ cache: PolicyCache) throws(Refusal) {
        for row in rows {
            state.policies.append(PolicyVersion(
                seq: Int(try row.int(0)), effective: Day(number: Int(try row.int(1))),
                policy: try cache.policy(org, try row.int(0), try row.text(2))))
        }
    }

    private func funds(_ rows: [SQLRow], _ bodies: [SQLRow], into state: inout State) throws(Refusal) {
        var standings: [Code: Standing] = [:]
        for row in rows {
            guard let account = Account(rawValue: try row.text(1)) else {
                throw Refusal(.storeDamaged, ["detail": "standing.account"])
            }
            standings[try Code(try row.text(0)), default: Standing()][account] = Fen(try row.int(2))
        }
        for row in bodies {
            let appropriation: Appropriation = try row.body(0)
            state.ledger.add(appropriation, standing: standings[appropriation.code] ?? Standing())
        }
    }

    /// The turnover of every day after one, in place of what was here of days.
    func days(after day: Day, into state: inout State) throws(Refusal) {
        state.ledger.effects = DayEffects(after: day)
        // Nothing is booked after the latest day that the street has seen.
        guard let latest = state.head.latest?.day, day < latest else { return }
        try Self.days(after: day, try connection.rows(Self.turnover, [org, SQLValue(day.number)]), into: &state)
    }

    private static let turnover =
        "SELECT day, account, appropriation, debit, credit FROM balance WHERE org = $1 AND day > $2"

    /// The question whose rows are the turnover after a day.
    static func days(after day: Day, of org: Code) -> SQLQuestion {
        SQLQuestion(turnover, [SQLValue(org.text), SQLValue(day.number)])
    }

    /// Takes those rows, in place of what was here of days.
    static func days(after day: Day, _ rows: [SQLRow], into state: inout State) throws(Refusal) {
        state.ledger.effects = DayEffects(after: day)
        for row in rows {
            guard let account = Account(rawValue: try row.text(1)) else {
                throw Refusal(.storeDamaged, ["detail": "balance.account"])
            }
            let sums = Ledger.Turnover(debit: Fen(try row.int(3)), credit: Fen(try row.int(4)))
            state.ledger.effects.add(
                sums.effect(on: account), to: account, of: try Code(try row.text(2)), on: Day(number: Int(try row.int(0))))
        }
    }

    func fundEntry(_ seq: Int, into state: inout State) throws(Refusal) {
        let row = try connection.first(
            "SELECT body FROM fund_entry WHERE org = $1 AND seq = $2", [org, SQLValue(seq)])
        if let row { state.fundEntries[seq] = try row.body(0) as FundEntry }
    }

    func openJobs(into state: inout State) throws(Refusal) {
        let ends = Works.allCases.filter(\.isEnd).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let sql = "SELECT body FROM job WHERE org = $1 AND works NOT IN (\(ends))"
        for row in try connection.rows(sql, [org]) {
            let job: Job = try row.body(0)
            state.jobs[job.number] = job
        }
    }

    func job(_ name: JobName, into state: inout State) throws(Refusal) {
        let number: Code
        switch name {
        case .number(let given): number = given
        case .ref(let ref):
            try taken(.ref(ref), into: &state)
            guard let owner = state.register.owner(of: .ref(ref)) else { return }
            number = owner
        }
        if let row = try one("SELECT body FROM job WHERE org = $1 AND number = $2", number.text) {
            state.jobs[number] = try row.body(0) as Job
        }
    }

    func taken(_ unique: Unique, into state: inout State) throws(Refusal) {
        let row = try connection.first(
            "SELECT owner FROM taken WHERE org = $1 AND kind = $2 AND value = $3",
            [org, SQLValue(unique.kind.rawValue), SQLValue(unique.value)])
        if let row { state.register.take(unique, for: try Code(try row.text(0))) }
    }

    private func one(_ sql: String, _ key: String) throws(Refusal) -> SQLRow? {
        try connection.first(sql, [org, SQLValue(key)])
    }
}
