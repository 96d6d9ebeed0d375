package import Jobs
package import Journal
package import Kernel
package import SQL
package import Seal
import Store

/// One command from its id to its record, inside the caller's transaction: one load, one decide, one write.
package struct Execution: Sendable {
    /// A command with the caller that was taken out of it. A caller leaves a mark in the command that
    /// depends on whether the street is a practice street, which only the store knows: both forms are
    /// brought along.
    package struct Order: Sendable {
        package let command: Command
        package let practice: Command?
        package let caller: Caller?
        /// How it came in; nil: from the command line, at its word.
        package let via: Via?

        package init(_ command: Command, practice: Command? = nil, caller: Caller? = nil, via: Via? = nil) {
            self.command = command
            self.practice = practice
            self.caller = caller
            self.via = via
        }
    }

    private let loader = StateLoader()
    private let keys: KeyRing

    /// Without its street's key no command that brings a caller can be executed.
    package init(keys: KeyRing) { self.keys = keys }

    /// Executes an order. The same id with the same content answers the same again; with other content it
    /// is refused (design §5). A refusal by a rule is an answer and is kept in the access log; what the
    /// store itself refuses is thrown, and the caller's savepoint undoes it.
    package func run(_ order: Order, clock: Clock, _ connection: any SQLConnection) throws(Refusal) -> Answer {
        if let refusal = try wrongKey(for: order, connection) {
            return .refused(id: order.command.id.text, refusal)
        }
        let command = try self.command(of: order, connection)
        if let known = try JournalReader(connection).record(command.org, id: command.id) {
            guard let field = Command.difference(command.content, known.command) else { return known.answer }
            let conflict = Refusal(.idConflict, ["id": command.id.text, "field": field])
            try note(conflict, of: command, seen: known.recorded, connection)
            return .refused(id: command.id.text, conflict)
        }
        var state = try loader.load(for: command, connection)
        let writer = JournalWriter(connection)
        let decision: Decision
        do {
            decision = try Rules.decide(command, on: state, clock: clock)
        } catch {
            // A clock that must not be set is not written down either.
            let seen = (try? state.now(clock)) ?? state.head.recorded ?? Instant(milliseconds: 0)
            try note(error, of: command, seen: seen, connection)
            return .refused(id: command.id.text, error)
        }
        let record = try decision.record(of: command, via: order.via, in: state)
        try writer.append(record, to: &state, hasher: Digest.of)
        try noteKey(for: command, connection)
        if let caller = order.caller, let job = record.job {
            let days = try state.policy(on: record.at.day).privacy.eraseAfterDays
            try CallerStore(connection, keys: keys)
                .put(caller, of: job, in: command.org, eraseAfter: record.at.day + days)
        }
        return record.answer
    }

    /// A command with a caller holds digests made with the street's key, and nobody can tell whether it is
    /// the same command as an earlier one when that was another key: this is asked before anything else,
    /// and is an answer.
    private func wrongKey(for order: Order, _ connection: any SQLConnection) throws(Refusal) -> Refusal? {
        guard order.caller != nil else { return nil }
        let org = order.command.org
        let seal = try keys.seal(of: org.text)
        do throws(Refusal) {
            try KeyCheck(connection).demand(seal, of: org, at: keys.path(of: org.text))
            return nil
        } catch {
            guard error.code == .keyInvalid else { throw error }
            return error
        }
    }

    /// A street that is opened where a key is at hand has that key from its first moment.
    private func noteKey(for command: Command, _ connection: any SQLConnection) throws(Refusal) {
        guard command.does == "org.open", let seal = try? keys.seal(of: command.org.text) else { return }
        try KeyCheck(connection).note(seal, of: command.org)
    }

    private func note(
        _ refusal: Refusal, of command: Command, seen: Instant, _ connection: any SQLConnection
    ) throws(Refusal) {
        try AccessLog(connection).note(
            command.id.text, by: command.by, in: command.org, does: command.does, refusal: refusal, seen: seen)
    }

    private func command(of order: Order, _ connection: any SQLConnection) throws(Refusal) -> Command {
        guard let practice = order.practice else { return order.command }
        let org = SQLValue(order.command.org.text)
        let sandbox = try connection.first("SELECT sandbox FROM street WHERE org = $1", [org])?.flag(0)
        return sandbox == true ? practice : order.command
    }
}
