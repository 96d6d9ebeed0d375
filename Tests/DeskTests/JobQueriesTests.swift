@testable import Desk
import Jobs
import Journal
import Kernel
import Store
import Testing
import TestKit

/// What a job's page asks for besides the job itself.
struct JobQueriesTests {
    /// The neighbours of a job are found by its address as written, whatever signs it has.
    @Test(arguments: Engine.allCases)
    func jobsOfAnAddressAreFound(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let addresses = ["幸福里1号", "幸福里1号楼", #"100%_\"甲\"\\b"#, "100xy\\\"甲\\\"\\\\b", "ab", "AB"]
            try await street.play(addresses.map { "grid1 call site:={'address':'\($0)'}" }.joined(separator: "\n")
                + "\ngrid1 call site:={'address':'幸福里1号'}")
            let org = try DeskStreet.org()
            let found = try await street.desk.look { (connection, _) throws(Refusal) in
                let queries = Queries(connection)
                var found: [String] = []
                for number in 1...6 {
                    let job = try queries.job(org, .number(try Code("2026-000\(number)")))
                    let near = try queries.jobs(org, at: job.call.site.address)
                    found.append(near.map { String($0.number.text.suffix(1)) }.joined(separator: " "))
                }
                return found
            }
            #expect(found == ["1 7", "2", "3", "4", "5", "6"])
        }
    }
}
