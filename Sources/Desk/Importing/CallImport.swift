package import Formats
package import Intake
import Jobs
import Journal
package import Kernel
import Seal
import Store

/// One import of calls: what was read, what is new, and what became of it.
package struct CallImport {
    /// The most commands in one transaction, where the good are kept without the bad.
    private static let batch = 256

    private let desk: Desk
    private let org: Code
    private let user: String
    package let mapping: CallMapping
    package private(set) var calls: CallBatch
    package private(set) var tally = ImportTally()
    /// The ended jobs that are taken up again, by outside number.
    private var reopened: [Code: Code] = [:]

    package init(
        _ desk: Desk, org: Code, user: String, mapping: CallMapping, from source: any ByteSource
    ) throws(Refusal) {
        self.desk = desk
        self.org = org
        self.user = user
        self.mapping = mapping
        calls = try mapping.read(source)
        tally.read = calls.calls.count + calls.bad
        tally.add(calls)
    }

    /// A fault of the CSV itself: what stands behind it is unknown, so that nothing of the file is taken.
    package var isBroken: Bool { calls.broken != nil }

    /// Leaves out the calls that are jobs already: a second import opens nothing. A ticket that says
    /// something else now, after its job had ended, is named with the job's state, or taken up again.
    package mutating func leaveKnown(reopening: Bool) async throws(Refusal) {
        let (org, refs) = (org, calls.calls.map(\.ref))
        let known = try await desk.look { (connection, _) throws(Refusal) in
            try Queries(connection).known(refs, of: org)
        }
        for call in calls.calls {
            guard case .ended(let job)? = known[call.ref], call.comesAgain(after: job) else { continue }
            if reopening { reopened[call.ref] = job.number } else { tally.again.append(.init(call: call, job: job)) }
        }
        let all = calls.calls.count
        calls.calls.removeAll { known[$0.ref] != nil && reopened[$0.ref] == nil }
        tally.present = all - calls.calls.count
    }

    /// Opens all or nothing, in the order of the file. What is wrong with the file is an order that cannot
    /// be read, so that it takes all the others back while their own refusals are still found.
    package mutating func openTogether() async throws(Refusal) {
        var items = calls.calls.map { (line: $0.line as Int?, item: intake($0)) }
        if calls.bad > 0 || isBroken { items.append((nil, .unreadable(nil, Refusal(.inputMalformed)))) }
        guard !items.isEmpty else { return }
        let (answers, kept) = try await desk.executeTogether(items.map(\.item))
        for (item, answer) in zip(items, answers) {
            if let line = item.line { tally.count(answer, line: line) }
        }
        if !kept { tally.opened = 0 }
    }

    /// Opens the good ones, a transaction for every few hundred. Returns the reasons of those that were
    /// refused, by line.
    package mutating func openGood(_ progress: (ImportTally) -> Void) async throws(Refusal) -> [Int: Refusal] {
        var refused: [Int: Refusal] = [:]
        for start in stride(from: 0, to: calls.calls.count, by: Self.batch) {
            let part = calls.calls[start..<min(start + Self.batch, calls.calls.count)]
            let answers = try await desk.execute(part.map(intake))
            for (call, answer) in zip(part, answers) {
                tally.count(answer, line: call.line)
                if let refusal = answer.refusal { refused[call.line] = refusal }
            }
            progress(tally)
        }
        return refused
    }

    private func intake(_ call: ImportedCall) -> Desk.Intake {
        let old = reopened[call.ref]
        return desk.read(.members([
            "id": .string(id(of: call.ref, after: old)), "org": .string(org.text), "by": .string(user), "at": JSON(call.at),
            "do": .string("job.call"), "with": old == nil ? call.form : call.form.with("reopen", .bool(true)),
        ]))
    }

    /// The same call has the same id in every import, and another when it takes up an ended job; one that
    /// would be too long is a digest of itself.
    private func id(of ref: Code, after old: Code?) -> String {
        let id = "import:\(mapping.name.text):\(ref.text)" + (old.map { ":" + $0.text } ?? "")
        guard id.unicodeScalars.count > 64 else { return id }
        return "import:" + Hex.encode(Digest.of(.sha256, Array(id.utf8)).prefix(24))
    }
}

extension ImportedCall {
    /// Whether the row says something else than the ended job that it made: the call centre sent it again.
    func comesAgain(after job: Job) -> Bool { at != job.calledAt || description != job.call.description }
}
