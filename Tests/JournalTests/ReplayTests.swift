import Journal
import Kernel
import TestKit
import Testing

/// What a replay demands of each field of a record, with the chain made anew so that only that field speaks.
struct ReplayTests {
    /// A street whose last record is a payment.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00"))
        street.play("03-03 cashier1 pay #1 paymentNo=P1")
        return street
    }()

    /// The first finding after the last body was changed.
    private func finding(_ old: String, _ new: String) throws -> Finding? {
        let bodies = Self.street.records.map(\.body)
        let last = try #require(bodies.last)
        try #require(last.contains(old), "\(old) is not in \(last)")
        return Self.finding(bodies.dropLast() + [last.replacing(old, with: new, maxReplacements: 1)])
    }

    private static func finding(_ bodies: [String]) -> Finding? {
        guard let org = street.state.street?.code else { return nil }
        var replay = Replay(org: org, hasher: FakeDigest.bytes)
        var prev = Chain.genesis
        do throws(Finding) {
            for (index, body) in bodies.enumerated() {
                let hash = Chain.hash(.sha256, prev: prev, seq: index + 1, body: body, with: FakeDigest.bytes)
                _ = try replay.take(StoredRecord(seq: index + 1, body: body, prev: prev, hash: hash))
                prev = hash
            }
            return nil
        } catch {
            return error
        }
    }

    @Test("untouched it is clean")
    func clean() { #expect(Self.finding(Self.street.records.map(\.body)) == nil) }

    @Test("each field of a record is demanded by what came before it", arguments: [
        ("\"seq\":\(street.records.count)", "\"seq\":7", "body.seq"),
        ("\"org\":\"NHL\",\"id\"", "\"org\":\"XJK\",\"id\"", "body.org"),
        ("\"by\":\"cashier1\",\"role\"", "\"by\":\"grid1\",\"role\"", "body.role"),
        ("\"by\":\"cashier1\",\"role\"", "\"by\":\"nobody\",\"role\"", "body.role"),
        ("\"role\":\"cashier\"", "\"role\":\"finance\"", "body.role"),
        ("\"recorded\":\"2026-03-03T10", "\"recorded\":\"2026-03-02T10", "body.recorded"),
        ("\"recorded\":\"2026-03-03T10:00", "\"recorded\":\"2026-03-02T14:59", "body.recorded"),
        ("\"rules\":\(Posting.version)", "\"rules\":1", "body.rules"),
        ("\"rules\":\(Posting.version)", "\"rules\":\(Posting.version + 1)", "body.rules"),
        ("\"id\":\"c\(street.records.count)\",\"org\"", "\"id\":\"d\",\"org\"", "body.command.id"),
        ("\"paymentNo\":\"P1\",\"day\":\"2026-03-03\",\"amount\":\"1000.00\"",
         "\"paymentNo\":\"P1\",\"day\":\"2026-03-02\",\"amount\":\"1000.00\"", "body.vouchers"),
        ("\"side\":\"debit\",\"amount\":\"1000.00\"", "\"side\":\"debit\",\"amount\":\"999.99\"", "body.vouchers"),
        ("{\"number\":\"2026-000005\"", "{\"number\":\"2026-000006\"", "body.vouchers"),
        ("\"day\":\"2026-03-03\",\"lines\"", "\"day\":\"2026-03-02\",\"lines\"", "body.vouchers"),
        ("\"day\":\"2026-03-03\",\"lines\"", "\"day\":\"2026-03-03\",\"reverses\":\"2026-000004\",\"lines\"", "body.vouchers"),
        ("\"vouchers\":[{", "\"vouchers\":[],\"was\":[{", "body"),
    ] as [(String, String, String?)])
    func fields(old: String, new: String, field: String?) throws {
        #expect(try finding(old, new)?.field == field)
    }

    @Test("the kept command is the one that was recorded: its id, street and person", arguments: ["id", "org", "by"])
    func command(field: String) throws {
        let last = try #require(Self.street.records.last)
        let changed = Record(
            seq: last.seq, org: last.org, id: last.id, by: last.by, role: last.role, at: last.at, recorded: last.recorded,
            rules: last.rules, job: last.job, command: last.command.with(field, .string("another")), events: last.events,
            vouchers: last.vouchers)
        let found = Self.finding(Self.street.records.dropLast().map(\.body) + [changed.body])
        #expect(found?.field == "body.command." + field && found?.found == "another")
        #expect(found?.seq == last.seq)
    }

    @Test("a job that a call opens has the next number")
    func number() throws {
        let bodies = Self.street.records.map(\.body)
        let opening = try #require(bodies.firstIndex { $0.contains("2026-0001") })
        let body = bodies[opening].replacing("2026-0001", with: "2026-0002")
        #expect(Self.finding(bodies.prefix(opening) + [body])?.field == "body.job")
    }

    @Test("a second opening, or a record before the opening, is found")
    func opening() {
        let bodies = Self.street.records.map(\.body)
        #expect(Self.finding([bodies[1].replacing("\"seq\":2", with: "\"seq\":1")])?.field == "body.events")
        let again = bodies[0].replacing("\"seq\":1,", with: "\"seq\":3,")
        #expect(Self.finding(Array(bodies.prefix(2)) + [again])?.field == "body.events")
    }

    @Test("the same time of recording as before is fine, an hour earlier is not")
    func order() throws {
        let bodies = Self.street.records.map(\.body)
        let last = try #require(bodies.last)
        let before = try #require(Self.street.records.dropLast().last?.recorded)
        let recorded = try #require(Self.street.records.last?.recorded)
        for (moment, field) in [(before, nil), (before + -1, "body.recorded")] as [(Instant, String?)] {
            let body = last.replacing("\"recorded\":\"\(recorded.text)\"", with: "\"recorded\":\"\(moment.text)\"")
            #expect(Self.finding(bodies.dropLast() + [body])?.field == field)
        }
    }
}
