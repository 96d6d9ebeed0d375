import Desk
import Jobs
import Journal
import Kernel
import TestKit
import Testing
@testable import Web

/// Step × state × role over HTTP: a form that the table of steps does not allow is not there, and sent all the same it
/// records nothing.
struct TripleTests {
    /// Jobs that stopped on their way: after the first step, the second, and so on.
    private static let way = [
        "dispatcher1 call", "grid1 accept # urgency=urgent", "officer1 survey # total=9000.00", "head2 sign #", "dispatcher1 dispatch #",
        "crew1 start #", "crew1 finish #", "inspector1 inspect #", "officer1 claim # total=9000.00", "finance1 review # approved=9000.00",
    ]
    private static let stops = [1, 4, 8, 10]

    private static var script: String {
        way.enumerated().flatMap { index, line in
            stops.enumerated().filter { $0.element > index }.map { job, _ in
                "03-\(index + 10)T09:\(job + 10) " + line.replacing("#", with: "#\(job + 1)")
            }
        }.joined(separator: "\n")
    }

    /// What makes most forms whole: a fault of a field would be told before anything is asked of the table.
    private static let filled = [
        ("reason", "因故"), ("text", "说明"), ("note", "同意"), ("urgency", "urgent"), ("tenure", "unowned"), ("ceiling", "100.00"), ("go", "send"),
        ("result", "pass"), ("score", "5"), ("reached", "1"), ("solved", "1"), ("contractor", "c1"), ("due", "2026-12-01"), ("workers", "2"),
    ]

    @Test("what the table does not allow is not offered, and not recorded when it is sent")
    func triples() async throws {
        let roles = Role.allCases.filter { $0 != .machine && $0 != .resident }
        try await WebStreet.with(script: Self.script, users: roles.map { $0.rawValue + "1" }) { street in
            let org = try Code("NHL"), before = try await street.records()
            var states: Set<String> = [], refused = 0, whole = 0
            for role in roles {
                var browser = try await street.browser(role.rawValue + "1")
                await browser.get("/NHL/me")
                let token = browser.hidden.filter { $0.0 == "csrf" }
                for index in Self.stops.indices {
                    let number = try JobName("2026-000\(index + 1)")
                    let steps = try await street.desk.ask(.next(number), of: org, as: .owner)
                    states.insert("\(steps.job.works)/\(steps.job.papers)")
                    for verb in Verb.allCases where verb != .call {
                        let allowed = TransitionTable.declared.contains { row in
                            row.verb == verb && row.starts(at: steps.job.works, steps.job.papers) && row.roles.contains(role)
                        }
                        if allowed { continue }
                        let path = "/NHL/jobs/2026-000\(index + 1)/do/\(verb.rawValue)"
                        let id = ("id", "w-" + String((role.rawValue + "\(index)" + verb.rawValue + String(repeating: "0", count: 32)).prefix(32)))
                        let status = await browser.post(path, token + [id, ("seen", "\(before)")] + Self.filled, without: ["id", "seen", "csrf"]).status
                        #expect([403, 404, 409, 422].contains(status), "\(role) \(verb) \(steps.job.works)/\(steps.job.papers): \(status)")
                        refused += 1
                        if status != 422 { whole += 1 }
                    }
                }
            }
            #expect(try await street.records() == before)
            #expect(states.count >= 4 && refused > 1000 && whole > refused / 3, "\(states.sorted()) \(refused) \(whole)")
        }
    }
}
