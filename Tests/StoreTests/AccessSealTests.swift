@testable import Journal
import Kernel
import Seal
import Testing

/// The daily seal of the access log: which days are due, and what a seal notices.
struct AccessSealTests {
    private static func day(_ text: String) -> Day { try! Day(text) }
    private static func at(_ text: String) -> Instant { try! Instant(text) }

    @Test("each day that is over is due, ten minutes after its end", arguments: [
        ("2026-03-01", nil, "2026-03-01T23:59:59+08:00", []),
        ("2026-03-01", nil, "2026-03-02T00:09:59+08:00", []),
        ("2026-03-01", nil, "2026-03-02T00:10:00+08:00", ["2026-03-01"]),
        ("2026-02-27", nil, "2026-03-02T12:00:00+08:00", ["2026-02-27", "2026-02-28", "2026-03-01"]),
        ("2026-02-27", "2026-02-28", "2026-03-02T12:00:00+08:00", ["2026-03-01"]),
        ("2026-02-27", "2026-03-01", "2026-03-02T12:00:00+08:00", []),
        ("2026-02-27", "2026-03-05", "2026-03-02T12:00:00+08:00", []),
        (nil, nil, "2026-03-02T12:00:00+08:00", []),
        (nil, "2026-02-28", "2026-03-02T12:00:00+08:00", ["2026-03-01"]),
    ] as [(String?, String?, String, [String])])
    func due(first: String?, sealed: String?, now: String, days: [String]) {
        let due = AccessSeal.due(first: first.map(Self.day), sealed: sealed.map(Self.day), now: Self.at(now))
        #expect(due.map(\.text) == days)
    }

    private static let rows = [
        AccessRow(id: "a", who: "li", does: "session.open", answer: "granted", seen: at("2026-03-01T08:00:00+08:00")),
        AccessRow(id: "b", who: "li", does: "job.pay", answer: "role.required", seen: at("2026-03-01T08:00:00+08:00")),
        AccessRow(id: "c", who: "wu", does: "caller.show", answer: "granted", seen: at("2026-03-01T23:59:59+08:00")),
    ]

    private static func head(_ rows: [AccessRow], _ day: Day = day("2026-03-01")) -> String {
        AccessSeal.head(of: rows, day: day, in: try! Code("NHL"), .sha256, with: Digest.of)
    }

    @Test("the head of no rows is that of the street and the day, and a row is chained to it by its lines")
    func shell() {
        let empty = Hex.encode(Digest.of(.sha256, Array("NHL\n2026-03-01".utf8)))
        #expect(Self.head([]) == empty)
        let line = "\(empty)\n2026-03-01T08:00:00+08:00\n\"a\"\n\"li\"\n\"session.open\"\n\"granted\""
        #expect(Self.head([Self.rows[0]]) == Hex.encode(Digest.of(.sha256, Array(line.utf8))))
    }

    @Test("it does not depend on the order in which they are read, and on everything else")
    func everything() {
        let whole = Self.head(Self.rows), (first, last) = (Self.rows[0], Self.rows[2])
        #expect(Self.head(Self.rows.reversed()) == whole)
        let others = [
            AccessRow(id: "x", who: "li", does: "session.open", answer: "granted", seen: first.seen),
            AccessRow(id: "a", who: "wu", does: "session.open", answer: "granted", seen: first.seen),
            AccessRow(id: "a", who: "li", does: "session.end", answer: "granted", seen: first.seen),
            AccessRow(id: "a", who: "li", does: "session.open", answer: "refused", seen: first.seen),
            AccessRow(id: "a", who: "li", does: "session.open", answer: "granted", seen: last.seen),
        ].map { Self.head([$0] + Self.rows.dropFirst()) }
        #expect(Set(others + [whole, Self.head(Array(Self.rows.dropFirst())), Self.head(Self.rows, Self.day("2026-03-02"))]).count == 8)
    }

    @Test("what was changed, removed or added is told by its day; the first seal of a day counts")
    func verdicts() throws {
        let head = try Label(Self.head(Self.rows)), day = Self.day("2026-03-01")
        let next = try Label(Self.head([], Self.day("2026-03-02")))
        let seals = [
            (seq: 9, form: SealAccessForm(day: day, rows: 3, head: head)),
            (seq: 10, form: SealAccessForm(day: Self.day("2026-03-02"), rows: 0, head: next)),
            (seq: 11, form: SealAccessForm(day: day, rows: 2, head: try Label(Self.head(Array(Self.rows.dropLast()))))),
        ]
        let verdicts = { (rows: [AccessRow]) in
            AccessDay.compare(seals, rows, in: try! Code("NHL"), .sha256, with: Digest.of).map { "\($0.seq) \($0.verdict) \($0.found)" }
        }
        let late = AccessRow(id: "d", who: "wu", does: "x", answer: "granted", seen: Self.at("2026-03-02T01:00:00+08:00"))
        var changed = Self.rows
        changed[1] = AccessRow(id: "b", who: "li", does: "job.pay", answer: "granted", seen: changed[1].seen)
        #expect(verdicts(Self.rows) == ["9 same 3", "10 same 0"])
        #expect(verdicts(Array(Self.rows.dropLast())) == ["9 removed 2", "10 same 0"])
        #expect(verdicts(changed) == ["9 changed 3", "10 same 0"])
        #expect(verdicts(Self.rows + [late]) == ["9 same 3", "10 added 1"])
    }
}
