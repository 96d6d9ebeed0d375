import Jobs
package import Journal
package import Kernel
import SQL
import Seal
import Store

/// How the access log of a street stands to its seals.
package struct AccessCheck: Sendable {
    package let org: Code
    package let days: [AccessDay]
    /// Days that are over and have no seal.
    package let unsealed: [Day]

    package var isClean: Bool { days.allSatisfy { $0.verdict == .same } }
}

extension Desk {
    /// Records a seal for each day that is over and has none, as the street's user of the role `machine`:
    /// the days that were sealed. A street without that user, and a practice street, whose clock stands
    /// still, has none. Throws `store.…`.
    package func sealAccess(of org: Code) async throws(Refusal) -> [Day] {
        let due = try await look { (connection, clock) throws(Refusal) in
            try Self.due(org, connection, clock)
        }
        guard let due, !due.forms.isEmpty else { return [] }
        let orders = due.forms.map { form in
            read(JSON.members([
                // Nobody can use the id before the day is over: it ends in what is sealed.
                "id": .string("access-\(form.day.text)-\(form.head.text.prefix(16))"), "org": .string(org.text),
                "by": .string(due.by.text), "do": .string(StreetCommand.sealAccess.rawValue), "with": JSON(form),
            ]), via: Via(.api, .word, client: try? Label("yjb-server")))
        }
        let answers = try await execute(orders)
        return zip(due.forms, answers).filter { $0.1.refusal == nil }.map(\.0.day)
    }

    /// Looks whether the rows of each sealed day are those that were sealed. Throws `right.required`.
    package func checkAccess(of org: Code, as reader: Reader) async throws(Refusal) -> AccessCheck {
        try await ask(Question<AccessCheck>("audit.access", [.access: .all]) { (asked) throws(Refusal) in
            let log = AccessLog(asked.connection), seals = try JournalReader(asked.connection).accessSeals(org)
            let algorithm = try asked.state().street?.hash ?? .sha256, now = asked.clock.wall
            let rows = try log.rows(of: org, from: Instant(milliseconds: 0), until: now)
            let days = AccessDay.compare(seals, rows, in: org, algorithm, with: Digest.of)
            let unsealed = AccessSeal.due(
                first: rows.map(\.seen).min()?.day, sealed: days.map(\.day).max(), now: now)
            return AccessCheck(org: org, days: days, unsealed: unsealed)
        }, of: org, as: reader)
    }

    private static func due(
        _ org: Code, _ connection: any SQLConnection, _ clock: Clock
    ) throws(Refusal) -> (by: Code, forms: [SealAccessForm])? {
        let state = try Queries(connection).street(org), log = AccessLog(connection)
        guard let street = state.street, !street.sandbox,
              let machine = state.register.everyone.first(where: { $0.active && $0.has(.machine) }) else { return nil }
        let sealed = try JournalReader(connection).accessSeals(org, last: true).last?.form.day
        let first = try log.first(of: org).map { max($0, street.openedAt.day) }
        var forms: [SealAccessForm] = []
        for day in AccessSeal.due(first: first, sealed: sealed, now: clock.wall) {
            let rows = try log.rows(of: org, from: Instant(day), until: Instant(day + 1))
            let head = AccessSeal.head(of: rows, day: day, in: org, street.hash, with: Digest.of)
            forms.append(SealAccessForm(day: day, rows: rows.count, head: try Label(head)))
        }
        return (machine.user, forms)
    }
}
