import Bank
import Foundation
import Jobs
import Kernel
import Ledger
import TestKit
import Testing

@testable import Journal

/// The coders by hand write the text that `Codable` gives, and read it as `Codable` reads it: no fast way of saying
/// anything else.
struct StoredFormTests {
    @Test("everything that happens in a year")
    func everything() throws { try Self.check(RecordRoundtripTests.everything, jobs: 5) }

    @Test("random ways through a street's years", arguments: 61...68)
    func walks(seed: UInt64) throws {
        var street = MemoryStreet.funded
        var way = StreetWalk(seed: seed)
        for _ in 0..<200 { _ = street.line(way.next(street)) }
        try Self.check(street, jobs: 3)
    }

    @Test("the sample year")
    func sample() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        var street = MemoryStreet()
        street.clock = .system(Instant(Day.first(of: 2028)))
        for line in try String(contentsOfFile: root + "/samples/2026-year.jsonl", encoding: .utf8).split(separator: "\n")
        where line.contains("\"org\":\"NHL\"") { _ = street.run(String(line)) }
        #expect(street.records.count > 500)
        try Self.check(street, jobs: 50)
    }

    /// What is said in another way is read all the same, and what is wrong is named as before.
    @Test("a text of another hand is read the slow way", arguments: [
        ("\"seq\":", " \"seq\" : "), ("\"rules\":3", "\"rules\":3 "), ("NHL", "\\u004eHL"),
        ("{\"seq\":2,\"org\":\"NHL\",", "{\"org\":\"NHL\",\"seq\":2,"),
    ])
    func foreign(_ change: (from: String, to: String)) throws {
        let record = MemoryStreet.funded.records[1]
        let body = record.body.replacing(change.from, with: change.to)
        #expect(body != record.body)
        #expect(throws: JSONScan.Foreign.self) { try JSONScan.whole(Array(body.utf8)) as Record }
        #expect(try Record(body: body) == Record(json: try JSONParser.parse(Array(body.utf8))))
    }

    @Test("a spoilt text is refused by both ways in the same words", arguments: 1...400)
    func spoilt(seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let records = RecordRoundtripTests.everything.records
        var bytes = Array(records[Int.random(in: 0..<records.count, using: &dice)].body.utf8)
        for _ in 0...Int.random(in: 0...2, using: &dice) {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: bytes.remove(at: at)
            case 1: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &dice)], at: at)
            case 2: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &dice)
            case _: bytes.removeSubrange(at..<min(bytes.count, at + 9))
            }
        }
        let body = String(decoding: bytes, as: UTF8.self)
        let fast = Result { () throws(Refusal) in try Record(body: body) }
        let slow = Result { () throws(Refusal) in
            try Record(json: try JSONParser.parse(Array(body.utf8)))
        }
        #expect(fast == slow, "\(body)")
    }

    private static func check(_ street: MemoryStreet, jobs least: Int) throws {
        for record in street.records {
            let slow = JSON.members([
                "seq": .int(record.seq), "org": JSON(record.org), "id": JSON(record.id), "by": JSON(record.by),
                "role": JSON(record.role), "via": record.via.map { JSON($0) }, "at": JSON(record.at),
                "recorded": JSON(record.recorded), "rules": .int(record.rules), "job": record.job.map { JSON($0) },
                "command": record.command, "events": JSON(record.events), "vouchers": JSON(record.vouchers),
            ]).text
            #expect(record.body == slow)
            #expect(try JSONScan.whole(Array(slow.utf8)) == record, "not read by hand: \(slow)")
            #expect(try Record(json: try JSONParser.parse(Array(slow.utf8))) == record)
        }
        #expect(street.state.jobs.count >= least)
        for job in street.state.jobs.values {
            let slow = JSON(job).text
            #expect(job.storedText == slow)
            #expect(try JSONScan.whole(Array(slow.utf8)) == job, "not read by hand: \(slow)")
            #expect(try JSONParser.parse(Array(slow.utf8)).decode(Job.self) == job)
        }
    }
}
