import Jobs
package import Journal
package import Kernel
import Seal
import Store

extension Desk {
    /// Reads an envelope from the command line, whose maker is known at a word.
    package func read(_ envelope: JSON) -> Intake { read(envelope, via: nil) }

    /// Reads an envelope, and takes the caller out of it before anything else sees it.
    package func read(_ envelope: JSON, via: Via?) -> Intake {
        do throws(Refusal) {
            try envelope.checkNumbers()
            let org = envelope["org"]?.string ?? ""
            let (stored, caller) = try CallerVault.take(envelope) { (text) throws(Refusal) in
                try keys.seal(of: org).digest(text, for: org)
            }
            let command = try Command(stored)
            guard caller != nil else { return .order(Execution.Order(command, via: via)) }
            let (practice, _) = try CallerVault.take(envelope) { (text) in CallerSeal.practice.digest(text, for: org) }
            return .order(Execution.Order(command, practice: try Command(practice), caller: caller, via: via))
        } catch {
            return .unreadable(envelope, error)
        }
    }

    /// Executes what was read, the commands of each street in order; each command stands or falls alone.
    /// What one transaction can take is one durable transaction. The answers are given when the disk has
    /// them. Throws `store.…` when some of it could not be kept: asked again, what was kept answers as
    /// before.
    package func execute(_ intake: [Intake]) async throws(Refusal) -> [Answer] {
        let parts = lanes.divided(intake, street: \.street)
        let done = await executed(parts)
        var answers = [Answer?](repeating: nil, count: intake.count)
        for part in done {
            for (index, answer) in try part.get() { answers[index] = answer }
        }
        return answers.compactMap(\.self)
    }

    /// Parts are executed at the same time; one alone where it is asked for.
    private func executed(_ parts: [Part]) async -> [Result<[(Int, Answer)], Refusal>] {
        if parts.count == 1 { return [await executed(parts[0])] }
        return await withTaskGroup { group in
            for part in parts { group.addTask { await executed(part) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private typealias Part = [(offset: Int, element: Intake)]

    private func executed(_ part: Part) async -> Result<[(Int, Answer)], Refusal> {
        let (execution, clock) = (execution, clock)
        let orders = part.compactMap(\.element.command)
        do throws(Refusal) {
            return .success(try await lanes.decide(part.first?.element.street, orders) { (batch) throws(Refusal) in
                let clock = clock()
                var answers: [(Int, Answer)] = []
                for item in part { answers.append((item.offset, try Self.run(item.element, execution, clock, batch))) }
                return answers
            })
        } catch {
            return .failure(error)
        }
    }

    /// Executes commands of one street, all or nothing: the answers, and whether they were kept. One
    /// refusal takes everything back.
    package func executeTogether(_ intake: [Intake]) async throws(Refusal) -> (answers: [Answer], kept: Bool) {
        let (execution, clock) = (execution, clock)
        let street = intake.lazy.compactMap(\.street).first
        return try await lanes.decide(street, intake.compactMap(\.command)) { (batch) throws(Refusal) in
            let clock = clock()
            var answers: [Answer] = []
            do throws(Refusal) {
                try batch.together { () throws(Refusal) in
                    for item in intake { answers.append(try Self.run(item, execution, clock, batch)) }
                    if let refusal = answers.lazy.compactMap(\.refusal).first { throw refusal }
                }
                return (answers, true)
            } catch {
                // The refusal that was thrown to undo the savepoint is among the answers; anything else is
                // the store's.
                guard answers.count == intake.count, answers.contains(where: { $0.refusal != nil }) else { throw error }
                return (answers, false)
            }
        }
    }

    /// Executes one command and then another one about the job that it made or found, both or neither.
    package func executeTogether(
        _ first: Intake, then next: @escaping @Sendable (Code) -> Intake
    ) async throws(Refusal) -> (answers: [Answer], kept: Bool) {
        let (execution, clock) = (execution, clock)
        return try await lanes.decide(first.street, [first].compactMap(\.command)) { (batch) throws(Refusal) in
            let clock = clock()
            var answers: [Answer] = []
            do throws(Refusal) {
                try batch.together { () throws(Refusal) in
                    answers.append(try Self.run(first, execution, clock, batch))
                    if case .done(_, _, let job?, _, _) = answers.first {
                        answers.append(try Self.run(next(job), execution, clock, batch))
                    }
                    if let refusal = answers.lazy.compactMap(\.refusal).first { throw refusal }
                }
                return (answers, true)
            } catch {
                guard answers.contains(where: { $0.refusal != nil }) else { throw error }
                return (answers, false)
            }
        }
    }

    /// The id is looked at before anything else (design §12): whatever comes under an id that a record has
    /// used is another command, also where its form cannot be read.
    private static func conflict(of envelope: JSON?, _ refusal: Refusal, _ batch: Batch) throws(Refusal) -> Refusal? {
        // Without the key nobody can say whether it is the same command.
        guard refusal.code != .keyMissing, let envelope, let id = try? Code(envelope["id"]?.string ?? ""),
              let org = try? Code(envelope["org"]?.string ?? "") else { return nil }
        let known = try batch.with(org) { (frame) throws(Refusal) in try batch.record(id, in: &frame) }
        guard let known, let field = Command.difference(envelope.canonical, known.command) else { return nil }
        return Refusal(.idConflict, ["id": id.text, "field": field])
    }

    private static func run(
        _ item: Intake, _ execution: Execution, _ clock: Clock, _ batch: Batch
    ) throws(Refusal) -> Answer {
        switch item {
        case .unreadable(let envelope, let refusal):
            .refused(id: envelope?["id"]?.string, try conflict(of: envelope, refusal, batch) ?? refusal)
        case .order(let order): try execution.run(order, clock: clock, in: batch)
        }
    }
}
