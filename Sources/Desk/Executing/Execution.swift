package import Jobs
package import Journal
package import Kernel
package import Seal
package import Store

/// One command from its id to its record, in memory: what it names is here, it is decided, and what it came
/// to waits to be written with its batch.
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

    private let keys: KeyRing

    /// Without its street's key no command that brings a caller can be executed.
    package init(keys: KeyRing) { self.keys = keys }

    /// Executes an order. The same id with the same content answers the same again; with other content it
    /// is refused (design §5). A refusal by a rule is an answer and is kept in the access log; what the
    /// store itself refuses is thrown, and nothing of the order is kept.
    package func run(_ order: Order, clock: Clock, in batch: Batch) throws(Refusal) -> Answer {
        try batch.with(order.command.org) { (frame) throws(Refusal) in try run(order, clock, batch, &frame) }
    }

    private func run(_ order: Order, _ clock: Clock, _ batch: Batch, _ frame: inout Frame) throws(Refusal) -> Answer {
        if let refusal = try wrongKey(for: order, batch, &frame) {
            return .refused(id: order.command.id.text, refusal)
        }
        let practice = frame.state.street?.sandbox == true ? order.practice : nil
        let command = practice ?? order.command
        if let known = try batch.record(command.id, in: &frame) {
            guard let field = Command.difference(command.content, known.command) else { return known.answer }
            let conflict = Refusal(.idConflict, ["id": command.id.text, "field": field])
            // When it was asked, not when that record was made: a day that is over takes no more rows.
            batch.note(conflict, of: command, seen: (try? frame.state.now(clock)) ?? known.recorded, in: &frame)
            return .refused(id: command.id.text, conflict)
        }
        try batch.prepare(&frame, for: command)
        let decision: Decision
        do {
            decision = try Rules.decide(command, on: frame.state, clock: clock)
        } catch {
            // A clock that must not be set is not written down either.
            let seen = (try? frame.state.now(clock)) ?? frame.state.head.recorded ?? Instant(milliseconds: 0)
            batch.note(error, of: command, seen: seen, in: &frame)
            return .refused(id: command.id.text, error)
        }
        let record = try decision.record(of: command, via: order.via, in: frame.state)
        try batch.append(record, to: &frame, hasher: Digest.of)
        if let caller = order.caller, let job = record.job {
            let days = try frame.state.policy(on: record.at.day).privacy.eraseAfterDays
            batch.keep(caller, of: job, eraseAfter: record.at.day + days, in: &frame)
        }
        return record.answer
    }

    /// A command with a caller holds digests made with the street's key, and nobody can tell whether it is
    /// the same command as an earlier one when that was another key: this is asked before anything else,
    /// and is an answer.
    private func wrongKey(for order: Order, _ batch: Batch, _ frame: inout Frame) throws(Refusal) -> Refusal? {
        guard order.caller != nil, !frame.keyIsRight else { return nil }
        let org = order.command.org
        let seal = try keys.seal(of: org.text)
        do throws(Refusal) {
            try KeyCheck(batch.connection).demand(seal, of: org, at: keys.path(of: org.text), value: frame.keyValue)
            frame.keyIsRight = true
            return nil
        } catch {
            guard error.code == .keyInvalid else { throw error }
            return error
        }
    }
}
