import Documents
import Journal
package import Kernel
import SQL
import Seal
import Store

/// Something that is asked of a street, as a value: what it is called, how much of what it shows, and how it
/// is answered. Nobody outside Desk sees a connection.
package struct Question<Answer: Sendable>: Sendable {
    /// As the access log has it: `report.utilisation`.
    let name: String
    /// How much of which classes of data a reader must be allowed to see.
    let reads: [DataClass: Extent]
    let answer: @Sendable (Asked) throws(Refusal) -> Answer

    init(
        _ name: String, _ reads: [DataClass: Extent], _ answer: @escaping @Sendable (Asked) throws(Refusal) -> Answer
    ) {
        self.name = name
        self.reads = reads
        self.answer = answer
    }
}

/// Where a question is answered: one unchanging view of the database, and what its reader may see.
struct Asked {
    let connection: any SQLConnection
    let org: Code
    let clock: Clock
    let rights: Rights
    let keys: KeyRing

    var queries: Queries { Queries(connection) }

    /// The street with its people, policies and funds as they stand. Throws `org.unknown`.
    func state() throws(Refusal) -> State { try queries.street(org) }
}

/// Who asks.
package enum Reader: Sendable, Equatable {
    /// Whoever holds the database in hand: nothing is kept from them, since they could read the file.
    case owner
    /// A user of the street, with the rights of the user's roles.
    case user(Code)
}

extension Desk {
    /// Asks a street. A reader who may not see what is asked about is refused (`right.required`), and that is
    /// in the access log. Throws `user.unknown`, `user.disabled`, `org.unknown`, and what the question does.
    package func ask<Answer>(
        _ question: Question<Answer>, of org: Code, as reader: Reader
    ) async throws(Refusal) -> Answer {
        let keys = keys
        do throws(Refusal) {
            return try await look { (connection, clock) throws(Refusal) in
                let rights = try reader.rights(in: org, connection)
                try rights.demand(question.reads, does: question.name)
                return try question.answer(Asked(
                    connection: connection, org: org, clock: clock, rights: rights, keys: keys))
            }
        } catch {
            if error.code.kind == .right, case .user(let user) = reader {
                try await note(error, of: user, asking: question.name, org)
            }
            throw error
        }
    }

    private func note(_ refusal: Refusal, of user: Code, asking name: String, _ org: Code) async throws(Refusal) {
        try await tend(org) { (connection, clock) throws(Refusal) in
            let now = try Queries(connection).street(org).now(clock)
            try AccessLog(connection).note(
                "\(name)@\(now.text)", by: user, in: org, does: name, refusal: refusal, seen: now)
        }
    }
}

extension Reader {
    /// Throws `user.unknown`, `user.disabled`.
    fileprivate func rights(in org: Code, _ connection: any SQLConnection) throws(Refusal) -> Rights {
        switch self {
        case .owner: return .owner
        case .user(let code): return Rights(try Queries(connection).street(org).actor(code))
        }
    }
}
