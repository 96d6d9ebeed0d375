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

    /// What a command needs; a state without a street when there is none of that code.
    package func load(for command: Command, _ connection: any SQLConnection) throws(Refusal) -> State {
        let load = Load(org: SQLValue(command.org.text), connection: connection)
        var state = State()
        guard try load.frame(command.org, into: &state, cache) else { return state }
        try load.needed(by: command, into: &state)
        return state
    }

    /// The street with all its people and funds, without jobs; a state without a street when there is none
    /// of that code.
    package func load(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> State {
        let load = Load(org: SQLValue(org.text), connection: connection)
        var state = State()
        guard try load.frame(org, into: &state, cache) else { return state }
        try load.users(into: &state)
        return state
    }

    /// The street with all that the close of a year looks at.
    package func load(_ org: Code, closing year: Int, _ connection: any SQLConnection) throws(Refusal) -> State {
        let load = Load(org: SQLValue(org.text), connection: connection)
        var state = State()
        guard try load.frame(org, into: &state, cache) else { return state }
        var needs = Needs()
        needs.close(year)
        try load.needed(needs, nil, org, into: &state)
        return state
    }

    /// Adds one job to a state, if there is one of that name.
    func loadJob(_ name: JobName, of org: Code, into state: inout State, _ connection: any SQLConnection) throws(Refusal) {
        try Load(org: SQLValue(org.text), connection: connection).job(name, into: &state)
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

private struct Load {
    let org: SQLValue
    let connection: any SQLConnection

    /// What every command looks at: the street, its counters, policies and funds. False when there is no
    /// such street.
    func frame(_ code: Code, into state: inout State, _ cache: PolicyCache) throws(Refusal) -> Bool {
        guard try street(code, into: &state) else { return false }
        try counters(into: &state)
        try policies(into: &state, cache)
        try funds(into: &state)
        state.closedYears = try Queries(connection).closedYears(code)
        return true
    }

    private func street(_ code: Code, into state: inout State) throws(Refusal) -> Bool {
        let row = try connection.first(
            """
            SELECT name, year, sandbox, hash, opened_at, opened_by, seq, head, recorded, latest, parent
            FROM street WHERE org = $1
            """, [org])
        guard let row else { return false }
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
        return true
    }

    private func counters(into state: inout State) throws(Refusal) {
        for row in try connection.rows("SELECT kind, year, value FROM counter WHERE org = $1", [org]) {
            guard let kind = Counter.Kind(rawValue: try row.text(0)) else { continue }
            state.counters[Counter(kind, Int(try row.int(1)))] = Int(try row.int(2))
        }
    }

    func users(into state: inout State) throws(Refusal) {
        for row in try connection.rows("SELECT body FROM member WHERE org = $1", [org]) {
            state.register.put(try body(row, 0) as User)
        }
    }

    func users(_ codes: Set<Code>, into state: inout State) throws(Refusal) {
        for code in codes {
            let row = try one("SELECT body FROM member WHERE org = $1 AND name = $2", code.text)
            if let row { state.register.put(try body(row, 0) as User) }
        }
    }

    private func policies(into state: inout State, _ cache: PolicyCache) throws(Refusal) {
        let sql = "SELECT seq, effective, body FROM policy WHERE org = $1 ORDER BY seq"
        for row in try connection.rows(sql, [org]) {
            state.policies.append(PolicyVersion(
                seq: Int(try row.int(0)), effective: Day(number: Int(try row.int(1))),
                policy: try cache.policy(org, try row.int(0), try row.text(2))))
        }
    }

    private func funds(into state: inout State) throws(Refusal) {
        var standings: [Code: Standing] = [:]
        for row in try connection.rows("SELECT appropriation, account, amount FROM standing WHERE org = $1", [org]) {
            guard let account = Account(rawValue: try row.text(1)) else {
                throw Refusal(.storeDamaged, ["detail": "standing.account"])
            }
            standings[try Code(try row.text(0)), default: Standing()][account] = Fen(try row.int(2))
        }
        for row in try connection.rows("SELECT body FROM appropriation WHERE org = $1 ORDER BY position", [org]) {
            let appropriation: Appropriation = try body(row, 0)
            state.ledger.add(appropriation, standing: standings[appropriation.code] ?? Standing())
        }
    }

    /// What ``Action/needs(_:)`` says, and the state narrowed to it. Whoever acts is always needed.
    func needed(by command: Command, into state: inout State) throws(Refusal) {
        for name in command.action.needs().jobs { try job(name, into: &state) }
        let own = command.action.needs().jobs.first.flatMap { state.find($0) }
        var needs = command.action.needs(own)
        needs.register.users?.insert(command.by)
        try needed(needs, command.at?.day, command.org, into: &state)
    }

    /// What is named, for a command of a day.
    func needed(_ needs: Needs, _ at: Day?, _ org: Code, into state: inout State) throws(Refusal) {
        try register(needs.register, into: &state)
        for unique in needs.ownersOf {
            try taken(unique, into: &state)
            if let owner = state.register.owner(of: unique) { try job(.number(owner), into: &state) }
        }
        for seq in needs.fundEntries { try fundEntry(seq, into: &state) }
        if needs.openJobs { try openJobs(into: &state) }
        try bank(needs, into: &state)
        if let year = needs.yearEnd { try YearEndLoader(connection: connection, org: org).load(year, into: &state) }
        try days(from: at, needs, into: &state)
        state.narrow(to: needs)
    }

    private func register(_ needs: RegisterNeeds, into state: inout State) throws(Refusal) {
        if let named = needs.users { try users(named, into: &state) } else { try users(into: &state) }
        for code in needs.contractors {
            let row = try one("SELECT body, account_by FROM contractor WHERE org = $1 AND code = $2", code.text)
            guard let row else { continue }
            let by: Code? = if let text = try row.textOrNil(1) { try Code(text) } else { nil }
            state.register.put(try body(row, 0) as Contractor, accountBy: by)
        }
        for code in needs.agreements { try agreements(of: code, into: &state) }
        for code in needs.estates {
            let row = try one("SELECT body FROM estate WHERE org = $1 AND code = $2", code.text)
            if let row { state.register.put(try body(row, 0) as Estate) }
        }
        for unique in needs.uniques { try taken(unique, into: &state) }
    }

    private func bank(_ needs: Needs, into state: inout State) throws(Refusal) {
        guard let org = state.street?.code else { return }
        let known = needs.register.uniques.filter { $0.kind == .statementLine }
            .compactMap { state.register.owner(of: $0) }
        let items = state.fundEntries.values.compactMap(\.bankItem).map(\.name)
        var named = needs.bank
        named.items += items
        // By the number as the job that took it writes it.
        for number in needs.transfers.compactMap({ state.payment($0)?.number }) {
            named.items += [ItemName(.payment, number), ItemName(.refund, number)]
        }
        try BankReader(connection, org: org).load(named, known, into: &state.bank)
        guard let record = named.record, let (account, kept, lines) = state.bank.import(record) else { return }
        for entry in lines {
            try taken(.statementLine(entry.line.unique(in: account.account, kept.bank)), into: &state)
        }
    }

    /// The turnover of the days that the command's lines can reach back over: none where it is of the
    /// latest day.
    private func days(from at: Day?, _ needs: Needs, into state: inout State) throws(Refusal) {
        let latest = state.head.latest?.day
        let entries = state.fundEntries.values.map(\.day)
        guard let latest, let since = ([at, needs.lookBack, latest].compactMap(\.self) + entries).min() else { return }
        state.ledger.effects.since = since
        // Nothing is booked after the latest day that the street has seen.
        if since >= latest { return }
        let sql = "SELECT day, account, appropriation, debit, credit FROM balance WHERE org = $1 AND day > $2"
        for row in try connection.rows(sql, [org, SQLValue(since.number)]) {
            guard let account = Account(rawValue: try row.text(1)) else {
                throw Refusal(.storeDamaged, ["detail": "balance.account"])
            }
            let sums = Ledger.Turnover(debit: Fen(try row.int(3)), credit: Fen(try row.int(4)))
            state.ledger.effects.add(
                sums.effect(on: account), to: account, of: try Code(try row.text(2)), on: Day(number: Int(try row.int(0))))
        }
    }

    private func fundEntry(_ seq: Int, into state: inout State) throws(Refusal) {
        let row = try connection.first(
            "SELECT body FROM fund_entry WHERE org = $1 AND seq = $2", [org, SQLValue(seq)])
        if let row { state.fundEntries[seq] = try body(row, 0) as FundEntry }
    }

    private func openJobs(into state: inout State) throws(Refusal) {
        let ends = Works.allCases.filter(\.isEnd).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let sql = "SELECT body FROM job WHERE org = $1 AND works NOT IN (\(ends))"
        for row in try connection.rows(sql, [org]) {
            let job: Job = try body(row, 0)
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
            state.jobs[number] = try body(row, 0) as Job
        }
    }

    private func agreements(of contractor: Code, into state: inout State) throws(Refusal) {
        let sql = "SELECT body FROM agreement WHERE org = $1 AND contractor = $2 ORDER BY number"
        for row in try connection.rows(sql, [org, SQLValue(contractor.text)]) {
            state.register.put(try body(row, 0) as RateAgreement)
        }
    }

    private func taken(_ unique: Unique, into state: inout State) throws(Refusal) {
        let row = try connection.first(
            "SELECT owner FROM taken WHERE org = $1 AND kind = $2 AND value = $3",
            [org, SQLValue(unique.kind.rawValue), SQLValue(unique.value)])
        if let row { state.register.take(unique, for: try Code(try row.text(0))) }
    }

    private func one(_ sql: String, _ key: String) throws(Refusal) -> SQLRow? {
        try connection.first(sql, [org, SQLValue(key)])
    }

    private func body<Value: Decodable>(_ row: SQLRow, _ column: Int) throws(Refusal) -> Value {
        try JSONParser.parse(Array(try row.text(column).utf8)).decode(Value.self)
    }
}
