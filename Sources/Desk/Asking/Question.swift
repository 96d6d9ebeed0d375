import Documents
import Jobs
package import Journal
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
    /// A user's asking is itself written down, like a look at a caller.
    let isNoted: Bool
    let answer: @Sendable (Asked) throws(Refusal) -> Answer

    init(
        _ name: String, _ reads: [DataClass: Extent], isNoted: Bool = false,
        _ answer: @escaping @Sendable (Asked) throws(Refusal) -> Answer
    ) {
        self.name = name
        self.reads = reads
        self.isNoted = isNoted
        self.answer = answer
    }

    /// Whether somebody with these rights may ask it.
    package func isOpen(to rights: Rights) -> Bool { rights.cover(reads) }
}

/// Where a question is answered: one unchanging view of the database, and what its reader may see.
final class Asked {
    let connection: any SQLConnection
    let org: Code
    let clock: Clock
    let keys: KeyRing
    /// Who asks; nil for the owner.
    let user: User?
    let rights: Rights
    private let keeper: StreetKeeper
    private var known: KeptStreet?

    /// Throws `org.unknown`, `user.unknown`, `user.disabled`.
    fileprivate init(
        _ connection: any SQLConnection, org: Code, _ desk: Desk, at clock: Clock, as reader: Reader
    ) throws(Refusal) {
        self.connection = connection
        self.org = org
        self.clock = clock
        (keys, keeper) = (desk.keys, desk.keeper)
        switch reader {
        case .owner: (user, rights) = (nil, .owner)
        case .user(let code):
            let street = try keeper.street(org, connection, at: clock.wall)
            let user = try street.state.actor(code)
            (self.user, rights, known) = (user, Rights(user), street)
        }
    }

    var queries: Queries { Queries(connection) }

    /// The street with its people, policies and funds as they stand, read once. Throws `org.unknown`.
    func state() throws(Refusal) -> State { try street().state }

    /// The same with what was made of it before.
    func street() throws(Refusal) -> KeptStreet {
        if let known { return known }
        let street = try keeper.street(org, connection, at: clock.wall)
        known = street
        return street
    }

    /// Contractors and estates.
    func registers() throws(Refusal) -> (contractors: [Contractor], estates: [Estate]) {
        try street().part("registers") { () throws(Refusal) in try queries.registers(org) }
    }

    /// What reports are made from.
    func snapshots() -> SnapshotReader {
        SnapshotReader(connection, org: org, clock: clock) { () throws(Refusal) in try self.state() }
    }
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
        do throws(Refusal) {
            let answer = try await look { (connection, clock) throws(Refusal) in
                let asked = try Asked(connection, org: org, self, at: clock, as: reader)
                try asked.rights.demand(question.reads, does: question.name)
                return try question.answer(asked)
            }
            if question.isNoted, case .user(let user) = reader { try await note(nil, of: user, asking: question.name, org) }
            return answer
        } catch {
            if error.code.kind == .right, case .user(let user) = reader {
                try await note(error, of: user, asking: question.name, org)
            }
            throw error
        }
    }

    private func note(_ refusal: Refusal?, of user: Code, asking name: String, _ org: Code) async throws(Refusal) {
        try await tend(org) { (connection, clock) throws(Refusal) in
            let now = try Queries(connection).street(org).now(clock)
            try AccessLog(connection).note(
                "\(name)@\(now.text)", by: user, in: org, does: name, refusal: refusal, seen: now)
        }
    }
}
