import Documents
@testable import Desk
import Jobs
import Journal
import Kernel
import SQL
import Store
import TestKit
import Testing

/// Who may see a caller and who may have one erased; every look is kept, granted or not.
struct CallerAccessTests {
    /// Every role, and an officer who has left.
    @Test("by role, and never a disabled or an unknown user", arguments: Engine.allCases)
    func roles(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob + "\nadmin1 user.disable user=officer3")
            let sees: Set<Role> = [.grid, .dispatcher, .officer, .head, .leader, .committee]
            let erases: Set<Role> = [.officer, .head]
            for role in Role.allCases {
                let name = role.rawValue + "1"
                #expect(try await ask(.show, name, street) == (sees.contains(role) ? nil : .roleRequired), "\(name)")
                #expect(try await ask(.erase, name, street) == (erases.contains(role) ? nil : .roleRequired), "\(name)")
            }
            for access in [CallerAccess.show, .erase] {
                #expect(try await ask(access, "officer3", street) == .userDisabled)
                #expect(try await ask(access, "nobody", street) == .userUnknown)
            }
            #expect(try await log("officer3", street) == [
                "officer3 caller.erase user.disabled", "officer3 caller.show user.disabled",
            ])
            #expect(try await log("nobody", street) == [
                "nobody caller.erase user.unknown", "nobody caller.show user.unknown",
            ])
            #expect(try await log("officer1", street) == [
                "officer1 caller.erase granted", "officer1 caller.show granted",
            ])
        }
    }

    @Test("a caller who wants to stay unnamed, by role")
    func confidential() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play("dispatcher1 call caller:={'name':'张三','phone':'13800000001','confidential':true}")
            for role in Role.allCases {
                let sees = [.dispatcher, .head, .leader].contains(role)
                #expect(try await ask(.show, role.rawValue + "1", street) == (sees ? nil : .roleRequired), "\(role)")
            }
        }
    }

    @Test("a crew sees the caller of its own firm's job from dispatch until it has finished", arguments: [
        ("03-05 grid1 accept #1 urgency=urgent \n 03-05 head1 authorize #1 ceiling=800.00", false),
        ("03-05 dispatcher1 dispatch #1", true), ("03-05 crew1 start #1", true), ("03-06 crew1 finish #1", false),
    ])
    func crew(until last: String, sees: Bool) async throws {
        let steps = [
            "03-05 grid1 accept #1 urgency=urgent \n 03-05 head1 authorize #1 ceiling=800.00", "03-05 dispatcher1 dispatch #1",
            "03-05 crew1 start #1", "03-06 crew1 finish #1",
        ]
        let taken = steps.prefix { $0 != last } + [last]
        try await DeskStreet.with(.sqlite) { street in
            try await street.play("""
                admin1 user.add user=firm1 name=一队 roles:=['crew'] contractor=c1
                admin1 user.add user=firm2 name=二队 roles:=['crew'] contractor=c2
                03-05 grid1 call caller:={'name':'张三','phone':'13800000001'}
                \(taken.joined(separator: "\n"))
                """)
            #expect(try await ask(.show, "firm1", street) == (sees ? nil : .roleRequired))
            #expect(try await ask(.show, "firm2", street) == .roleRequired)
            #expect(try await ask(.show, "crew1", street) == .roleRequired)
            #expect(try await ask(.erase, "firm1", street) == .roleRequired)
        }
    }

    private func ask(_ access: CallerAccess, _ name: String, _ street: DeskStreet) async throws -> RefusalCode? {
        let (org, job, user) = (try DeskStreet.org(), try Code("2026-0001"), try Code(name))
        let now = try Instant(access == .show ? "2026-03-12T09:00:00+08:00" : "2026-03-12T09:00:01+08:00")
        return try await street.desk.tend(org) { (connection, _) throws(Refusal) in
            try access.ask(user, about: job, in: org, at: now, connection)
        }?.code
    }

    private func log(_ name: String, _ street: DeskStreet) async throws -> [String] {
        try await street.desk.look { (connection, _) throws(Refusal) in
            var lines: [String] = []
            let sql = "SELECT who, does, refusal FROM access WHERE who = $1 AND does LIKE 'caller.%' ORDER BY does"
            for row in try connection.rows(sql, [SQLValue(name)]) {
                lines.append([try row.text(0), try row.text(1), try row.text(2)].joined(separator: " "))
            }
            return lines
        }
    }
}
