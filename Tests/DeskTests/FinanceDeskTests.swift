import Documents
@testable import Desk
import Jobs
import Journal
import Kernel
import Reports
import Store
import TestKit
import Testing

/// Agreements, sheets, invoices and the work list through the store: what memory answers, the store answers.
struct FinanceDeskTests {
    private static let unexplained = "[{'line':1,'approved':'600.00'},{'line':2,'approved':'400.00'}]"
    static let script = """
        02-01T09:00 finance1    contractor.agree agreement=A1 rates=疏通/项/500.00
        02-01T09:10 officer1    contractor.update code=c1 bank:={'bank':'工商银行','account':'6222-0001'}
        03-02T08:00 grid1       call
        03-02T08:10 grid1       accept   #1
        03-02T08:20 officer1    survey   #1 total=1000.00
        03-02T08:30 head1       sign     #1
        03-02T08:40 dispatcher1 dispatch #1
        03-02T09:00 crew1       start    #1
        03-02T10:00 crew1       finish   #1
        03-02T11:00 inspector1  inspect  #1
        03-03T09:00 officer1    claim    #1 total=600.00,400.00
        03-03T10:00 finance1    review   #1 lines:=\(unexplained) ! review.agreedPrice
        03-03T11:00 finance1    review   #1 approved=500.00,400.00
        03-04T09:00 finance1    invoice  #1 total=900.00 number=26322000000012345678
        03-05T09:00 head1       settle   #1 retentionRate=3
        """

    @Test("a settled job with its agreement and invoice is the same in memory and in the store, and verifies", arguments: Engine.allCases)
    func sameAsMemory(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(Self.script)
            let org = try DeskStreet.org()
            let (job, agreements) = try await street.desk.look { (connection, _) throws(Refusal) in
                (try Queries(connection).job(org, .number(try Code("2026-0001"))),
                 try Queries(connection).agreements(org))
            }
            #expect(job == memory.job(1))
            #expect(job.claim?.above?.map(\.agreed.yuan) == ["500.00"])
            #expect(job.settlement?.document?.number.text == "JS2026-0001" && job.invoices?.count == 1)
            #expect(agreements == memory.state.register.agreements(with: try Code("c1")) && agreements.count == 1)
            let before = try await street.dump()
            _ = try await street.verify().get()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    @Test("a changed agreement is found by the audit", arguments: Engine.allCases)
    func tampered(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.script)
            try await street.tamper("UPDATE agreement SET body = replace(body, '500.00', '600.00')")
            guard case .failure(let finding) = try await street.verify() else {
                Issue.record("the change was not found")
                return
            }
            #expect(finding.field.hasPrefix("agreement"), "\(finding)")
        }
    }

    @Test("who was paid is told by the settlement, also of a job that is done with", arguments: Engine.allCases)
    func paidTo(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(Self.script.replacing("retentionRate=3", with: "retentionRate=0") + """

                03-06T09:00 cashier1 pay #1
                03-07T09:00 officer1 contractor.update code=c1 name=改名以后
                03-08T09:00 finance1 bank.import account=T1 custody=treasury bank=treasury rows=03-05:-1.00:P9
                """)
            let (org, known) = (try DeskStreet.org(), try #require(memory.state.head.recorded))
            let entry = try Catalogue.entry("finance-todo")
            let now = try await street.desk.ask(.report(entry, ReportChoice(), .init()), of: org, as: .owner)
            let replayed = try await street.desk.ask(.report(entry, ReportChoice(), .init(knownAt: known)), of: org, as: .owner)
            #expect(now.rows == replayed.rows)
            #expect(now.rows.contains { row in
                guard case .named("paymentOnly", _)? = row.cells.first, case .text(let party)? = row.cells.dropFirst(3).first
                else { return false }
                return !party.isEmpty && party != "改名以后"
            })
        }
    }

    @Test("the work list of a past day is answered from the journal", arguments: [
        ("2026-03-03T09:30:00+08:00", "claim 1000.00"), ("2026-03-04T12:00:00+08:00", "review 900.00"),
        ("2026-03-06T12:00:00+08:00", "payable 873.00, retention 27.00"),
    ], Engine.allCases)
    func asOf(_ question: (moment: String, expected: String), engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.script)
            let org = try DeskStreet.org()
            let (moment, expected) = question
            let at = try Instant(moment)
            let report = try await street.desk.look { (connection, clock) throws(Refusal) in
                let reader = SnapshotReader(connection, org: org, clock: clock)
                return FinanceTodoReport.make(try reader.snapshot([.jobs], .init(asOf: at)))
            }
            let rows = report.rows.filter { $0.level == .detail }.map { row -> String in
                guard case .named(let key, _) = row.cells[0], case .money(let amount) = row.cells[7] else { return "?" }
                return key + " " + amount.yuan
            }
            #expect(rows.joined(separator: ", ") == expected)
        }
    }
}
