import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Who may read what: the table of web.md 3.5, in the extents of ``Extent``.
struct RightsTests {
    private static let table = """
        role       | jobs    callers amounts accounts funds   finance books   records access  people  exports
        admin      | nothing nothing nothing nothing  nothing nothing nothing part    nothing all     nothing
        leader     | all     all     all     nothing  all     all     all     all     all     all     part
        head       | all     all     all     nothing  all     all     all     all     nothing nothing part
        committee  | all     all     all     nothing  all     all     all     all     all     all     part
        officer    | all     all     all     nothing  part    nothing part    nothing nothing nothing part
        finance    | all     nothing all     all      all     all     all     all     nothing nothing part
        cashier    | all     nothing all     all      all     all     part    nothing nothing nothing part
        dispatcher | all     all     all     nothing  nothing nothing nothing nothing nothing nothing part
        grid       | all     all     nothing nothing  nothing nothing nothing nothing nothing nothing nothing
        crew       | own     own     own     own      nothing nothing nothing nothing nothing nothing nothing
        inspector  | all     nothing nothing nothing  nothing nothing nothing nothing nothing nothing nothing
        resident   | nothing nothing nothing nothing  nothing nothing nothing nothing nothing nothing nothing
        auditor    | all     masked  all     masked   all     all     all     all     all     all     all
        district   | sums    nothing sums    nothing  sums    nothing sums    sums    nothing nothing sums
        machine    | nothing nothing nothing nothing  nothing nothing nothing nothing nothing nothing nothing
        """

    @Test("every role and every class of data")
    func rows() throws {
        let lines = Self.table.split(separator: "\n").dropFirst().map { $0.split { $0 == " " || $0 == "|" }.map(String.init) }
        #expect(lines.map { $0[0] } == Role.allCases.map(\.rawValue))
        for line in lines {
            let rights = try Self.rights(line[0])
            #expect(DataClass.allCases.map { "\(rights[$0])" } == Array(line.dropFirst()), "\(line[0])")
        }
    }

    @Test("several roles add up, and whoever holds the database sees all")
    func together() throws {
        let both = try Self.rights("grid", "cashier")
        #expect(both[.callers] == .all && both[.finance] == .all && both[.records] == .nothing)
        #expect(DataClass.allCases.allSatisfy { Rights.owner[$0] == .all })
    }

    @Test("a refusal names what may not be read, and who may")
    func refusal() throws {
        let refusal = #expect(throws: Refusal.self) { try Self.rights("grid").demand([.jobs: .all, .funds: .part], does: "x") }
        #expect(refusal?.code == .rightRequired && refusal?["what"] == "funds" && refusal?["do"] == "x")
        #expect(refusal?["roles"] == "leader, head, committee, officer, finance, cashier, auditor")
    }

    @Test("a crew sees the jobs of its firm, until 30 days after the close", arguments: [
        ("c1", "", true), ("c2", "", false), (nil, "", false),
        ("c1", closed, true), ("c2", closed, false),
    ] as [(String?, String, Bool)])
    func crew(firm: String?, more: String, sees: Bool) throws {
        var street = MemoryStreet.funded
        street.play("""
            grid1 call \n grid1 accept #1 \n officer1 survey #1 total=100.00 \n head1 sign #1
            dispatcher1 dispatch #1 contractor=c1
            \(more)
            """)
        let job = try #require(street.state.jobs[try Code("2026-0001")])
        let rights = Rights(User(
            user: try Code("x"), name: try Label("x"), roles: [.crew], contractor: try firm.map { try Code($0) }))
        let last = job.closedAt?.day ?? job.calledAt.day
        #expect(rights.sees(job, on: last) == sees && rights.sees(job, on: last + 30) == sees)
        #expect(rights.sees(job, on: last + 31) == (sees && job.closedAt == nil))
        #expect(rights.seesAmounts(of: job) == sees)
    }

    private static let closed = """
        crew1 start #1 \n crew1 finish #1 \n inspector1 inspect #1 \n officer1 claim #1 total=100.00
        finance1 review #1 approved=100.00 \n head1 settle #1 \n cashier1 pay #1 \n grid1 callback #1
        dispatcher1 close #1
        """

    private static func rights(_ roles: String...) throws -> Rights {
        Rights(User(user: try Code("x"), name: try Label("x"), roles: roles.compactMap(Role.init(rawValue:))))
    }
}
