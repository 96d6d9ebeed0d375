import Jobs
import Journal
import Kernel
import SQL

/// One thing that a command names and the store must be asked for: a row by its key.
enum Wanted: Hashable, Sendable {
    /// The record that a command's id led to.
    case id(Code)
    case job(Code)
    case user(Code)
    case contractor(Code)
    /// All rate agreements of a contractor.
    case agreements(Code)
    case estate(Code)
    case taken(Unique)
    /// The check value of the street's key, for a command that may bring a caller.
    case key

    func question(_ org: Code) -> SQLQuestion {
        let street = SQLValue(org.text)
        return switch self {
        case .id(let id): SQLQuestion("SELECT seq FROM command WHERE org = $1 AND id = $2", [street, SQLValue(id.text)])
        case .job(let number):
            SQLQuestion("SELECT body FROM job WHERE org = $1 AND number = $2", [street, SQLValue(number.text)])
        case .user(let code):
            SQLQuestion("SELECT body FROM member WHERE org = $1 AND name = $2", [street, SQLValue(code.text)])
        case .contractor(let code):
            SQLQuestion(
                "SELECT body, account_by FROM contractor WHERE org = $1 AND code = $2", [street, SQLValue(code.text)])
        case .agreements(let contractor):
            SQLQuestion(
                "SELECT body FROM agreement WHERE org = $1 AND contractor = $2 ORDER BY number",
                [street, SQLValue(contractor.text)])
        case .estate(let code):
            SQLQuestion("SELECT body FROM estate WHERE org = $1 AND code = $2", [street, SQLValue(code.text)])
        case .taken(let unique):
            SQLQuestion(
                "SELECT owner FROM taken WHERE org = $1 AND kind = $2 AND value = $3",
                [street, SQLValue(unique.kind.rawValue), SQLValue(unique.value)])
        case .key: SQLQuestion(KeyCheck.question, [street])
        }
    }
}

extension Frame {
    /// Whether a thing need not be asked for: it is here, or it was not there.
    func has(_ wanted: Wanted) -> Bool {
        if asked.contains(wanted) { return true }
        return switch wanted {
        case .id(let id): made[id] != nil
        case .job(let number): state.jobs[number] != nil
        case .user(let code): state.register.user(code) != nil
        case .contractor(let code): state.register.knownContractor(code) != nil
        case .agreements(let contractor): agreed.contains(contractor)
        case .estate(let code): state.register.knownEstate(code) != nil
        // What the batch has set free must not be found taken again.
        case .taken(let unique): state.touched.contains(.taken(unique))
        case .key: keyIsRight
        }
    }

    mutating func take(_ rows: [SQLRow], for wanted: Wanted) throws(Refusal) {
        for row in rows { try take(row, for: wanted) }
        asked.insert(wanted)
        if case .agreements(let contractor) = wanted { agreed.insert(contractor) }
    }

    private mutating func take(_ row: SQLRow, for wanted: Wanted) throws(Refusal) {
        switch wanted {
        case .id(let id): earlier[id] = Int(try row.int(0))
        case .job(let number): state.jobs[number] = try row.body(0) as Job
        case .user: state.register.put(try row.body(0) as User)
        case .contractor:
            let by: Code? = if let text = try row.textOrNil(1) { try Code(text) } else { nil }
            state.register.put(try row.body(0) as Contractor, accountBy: by)
        case .agreements: state.register.put(try row.body(0) as RateAgreement)
        case .estate: state.register.put(try row.body(0) as Estate)
        case .taken(let unique): state.register.take(unique, for: try Code(try row.text(0)))
        case .key: keyValue = try row.text(0)
        }
    }
}
