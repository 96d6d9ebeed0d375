import Journal
import Kernel
import Seal
import TestKit
import Testing

@testable import SQL
@testable import Store

/// What the writer of a store refuses although the rules were asked.
struct TakenIdTests {
    /// Another program has written a record of the same id meanwhile.
    @Test("a record whose command's id is taken is not appended", arguments: Engine.allCases)
    func appended(engine: Engine) async throws {
        try await withStore(engine) { store in
            let records = MemoryStreet.standard.records
            let (first, second) = (records[0], records[1])
            let again = Record(
                seq: second.seq, org: second.org, id: first.id, by: second.by, role: second.role, at: second.at,
                recorded: second.recorded, rules: second.rules, job: nil, command: second.command, events: second.events,
                vouchers: second.vouchers)
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { (connection) throws(Refusal) in
                    var state = State()
                    for record in [first, again] {
                        try JournalWriter(connection).append(record, to: &state, hasher: Digest.of)
                    }
                }
            }
            #expect(answer != nil)
            let count = try await store.read { (connection) throws(Refusal) in
                try connection.first("SELECT COUNT(*) FROM record")?.int(0)
            }
            #expect(count == 0)
            try await store.write { (connection) throws(Refusal) in
                var state = State()
                for record in [first, second] {
                    try JournalWriter(connection).append(record, to: &state, hasher: Digest.of)
                }
            }
        }
    }

    /// The body ends the savepoint itself, so that it cannot be undone.
    @Test("what could not be undone is not kept, even when the error is swallowed", arguments: Engine.allCases)
    func undone(engine: Engine) async throws {
        try await withStore(engine) { store in
            let name = engine == .sqlite ? "step" : "p0"
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { (connection) throws(Refusal) in
                    _ = refusal { () throws(Refusal) in
                        try connection.savepoint { () throws(Refusal) in
                            try connection.take("ref", 1)
                            try connection.run("RELEASE \(name)")
                            throw Refusal(.jobState)
                        }
                    }
                }
            }
            #expect(answer != nil)
            try await expect(0, "ref", in: store)
            try await store.write { (connection) throws(Refusal) in try connection.take("ref", 2) }
            try await expect(1, "ref", in: store)
        }
    }
}
