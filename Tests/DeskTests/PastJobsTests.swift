@testable import Desk
import Documents
import Foundation
import Jobs
import Journal
import Kernel
import Reports
import SQL
import Store
import TestKit
import Testing

/// A past moment asked for is answered from rows and the records of what changed since: as the whole journal says.
struct PastJobsTests {
    @Test("jobs and reports at any moment of a walk are those of a replay", arguments: 31...32, Engine.allCases)
    func walks(seed: UInt64, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var way = StreetWalk(seed: seed), memory = MemoryStreet.walked
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            for _ in 0..<220 {
                let envelope = memory.envelope(way.next(memory))
                _ = memory.run(envelope)
                _ = try await street.desk.execute([street.desk.read(envelope)])
            }
            let moments = Set(memory.records.flatMap { [$0.at, $0.at + -1] }).sorted()
            var dice = SplitMix64(seed: seed)
            try await same(try DeskStreet.org(), at: (0..<8).compactMap { _ in moments.randomElement(using: &dice) }, street)
        }
    }

    @Test("and at any moment of the sample's year")
    func sample() async throws {
        try await DeskStreet.with(.sqlite) { street in
            let path = String(#filePath.dropLast("Tests/DeskTests/PastJobsTests.swift".count)) + "samples/2026-year.jsonl"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let lines = try text.split(separator: "\n").map { street.desk.read(try JSONParser.parse(Array($0.utf8))) }
            _ = try await street.desk.execute(lines)
            let (org, start) = (try DeskStreet.org(), Instant(Day.first(of: 2026)))
            try await same(org, at: (0..<9).map { start + Int64($0) * 41 * Instant.dayLength + 11 * Instant.hour }, street)
        }
    }

    private func same(_ org: Code, at moments: [Instant], _ street: DeskStreet) async throws {
        try await street.desk.look { (connection, clock) throws(Refusal) in
            let reader = SnapshotReader(connection, org: org, clock: clock)
            let last = Instant(Day.first(of: 2899))
            for moment in moments {
                let replay = try reader.replayed(jobsAt: moment) { _ in true }
                guard !replay.policies.isEmpty else { continue }
                let jobs = try reader.snapshot([.jobs], .init(asOf: moment)).jobs.all
                #expect(jobs == replay.jobsInOrder, "\(moment.text)")
                #expect(try reader.snapshot([.times], .init(asOf: moment)).times.all == jobs.map(JobTimes.init), "\(moment.text)")
                for entry in Catalogue.entries where !entry.needs.contains(.closing) {
                    let focus = SnapshotReader.Focus(jobs: entry.looksAt)
                    let now = try entry.document(try reader.snapshot(entry.needs, .init(asOf: moment), of: focus), ReportChoice())
                    let then = try entry.document(
                        try reader.snapshot(entry.needs, .init(asOf: moment, knownAt: last), of: focus), ReportChoice())
                    #expect(now == then, "\(entry.name) at \(moment.text)")
                }
            }
        }
    }
}
