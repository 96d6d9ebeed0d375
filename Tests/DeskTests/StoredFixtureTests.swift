import Jobs
import Kernel
import SQL
import Store
import TestKit
import Testing

@testable import Desk
@testable import Journal

/// Journals of earlier versions of the program are read by hand as they are read by `Codable`.
struct StoredFixtureTests {
    @Test(arguments: OldJournal.all)
    func records(old: OldJournal) async throws {
        try await old.with(.sqlite) { street in
            let org = try DeskStreet.org()
            let (bodies, jobs) = try await street.desk.look { (connection, _) throws(Refusal) in
                var bodies: [String] = []
                try JournalReader(connection).each(org) { bodies.append($0.body) }
                var jobs: [String] = []
                for row in try connection.rows("SELECT body FROM job") { jobs.append(try row.text(0)) }
                return (bodies, jobs)
            }
            #expect(bodies.count == old.records && jobs.count == old.jobs.count)
            for body in bodies {
                let slow = try Record(json: try JSONParser.parse(Array(body.utf8)))
                #expect(try JSONScan.whole(Array(body.utf8)) == slow, "not read by hand: \(body)")
                #expect(slow.body == body)
            }
            for job in jobs {
                let slow = try JSONParser.parse(Array(job.utf8)).decode(Job.self)
                #expect(try Job(storedText: job) == slow && slow.storedText == JSON(slow).text)
            }
        }
    }
}
