import Documents
import Bank
import Jobs
import Journal
import Kernel
import Press
import Reports
import TestKit
import Testing

/// A job that was settled, taken back and settled again, and the finance desk's work around it; golden files.
@Suite struct SettlementPageTests {
    private static let steps = """
        01-05T09:00 finance1 contractor.agree agreement=KJ-1 rates=疏通/项/5000.00
        03-02T08:00 grid1       call
        03-02T08:10 grid1       accept   #1
        03-02T08:20 officer1    survey   #1 total=10000.00 fund=M26:60%,N26:40%
        03-02T08:30 head1       sign     #1
        03-02T08:40 dispatcher1 dispatch #1
        03-02T09:00 crew1       start    #1
        03-02T10:00 crew1       finish   #1
        03-02T11:00 inspector1  inspect  #1
        """
    private static let lines = "[{'line':1,'approved':'5000.00','reason':'按协议单价'},{'line':2,'approved':'4000.05'}]"

    /// The street with job 1 settled twice, and jobs 2 to 6 in every state that waits for somebody.
    static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play("01-04T09:00 finance1 fund.appropriate appropriation=N26 source=minsheng amount=50000.00")
        street.play(steps + """

            03-03T09:00 officer1 claim    #1 total=5300.00,4000.05 taxRate=3
            03-04T09:00 finance1 review   #1 lines:=\(lines)
            03-05T09:00 head1    settle   #1 retentionRate=3 warrantyMonths:=12
            03-06T09:00 leader1  reverse  #1
            03-06T10:00 officer1 contractor.update code=c1 bank:={'bank':'工商银行南湖支行','account':'6222020000000001'}
            03-07T09:00 officer1 claim    #1 total=5000.00,3900.05 taxRate=3
            03-08T09:00 finance1 review   #1 approved=5000.00,3900.05
            03-09T09:00 finance1 invoice  #1 amount=8900.05 tax=267.00 total=9167.05 number=26322000000012345678
            03-10T09:00 head1    settle   #1 retentionRate=3 warrantyMonths:=1
            03-11T09:00 cashier1 pay      #1 amount=2000.00 paymentNo=P1
            """)
        for number in 2...6 {
            street.play(steps.split(separator: "\n").dropFirst().map { $0.replacing("#1", with: "#\(number)") }
                .map { "03-12T0\(number):00 " + $0.split(separator: " ").dropFirst().joined(separator: " ")
                    .replacing("fund=M26:60%,N26:40%", with: "") }.joined(separator: "\n"))
            street.play("03-13T0\(number):00 officer1 claim #\(number) total=\(number)00.00")
        }
        street.play("""
            03-14T09:00 crew1    dispute #3
            03-15T09:00 finance1 review  #4 approved=400.00
            03-15T10:00 finance1 review  #5 approved=500.00
            03-15T10:00 finance1 review  #6 approved=600.00
            03-16T09:00 head1    settle  #5
            03-17T09:00 head1    settle  #6 retentionRate=3 warrantyMonths:=12
            03-18T09:00 crew1    dispute #6
            """)
        return street
    }()

    private func dossier(_ number: Int) throws -> JobDossier {
        let job = try #require(Self.street.job(number))
        var names = JobNames()
        for user in Self.street.state.register.everyone { names.users[user.user] = user.name }
        let records = Self.street.records.filter { $0.jobs.contains(job.number) }
        return JobDossier(
            job: job, records: records, names: names, caller: .unknown, asOf: try Instant("2026-04-05T12:00:00+08:00"),
            marks: [], sandbox: true)
    }

    @Test("the sheet in force, and the one it replaced", arguments: [nil, 1, 2])
    func page(revision: Int?) throws {
        let dossier = try dossier(1)
        let sheet = try SettlementSheet.find(revision: revision, in: dossier)
        for language in Language.allCases {
            let text = TerminalWriter.text(SettlementSheetDocument.make(sheet, dossier), .init(language: language))
            expectGolden(text, "settlement.\(revision ?? 2).\(language).txt")
        }
        expectGolden(sheet.json.pretty + "\n", "settlement.\(revision ?? 2).json")
    }

    @Test("a job without that settlement names those it has")
    func unknown() throws {
        for (number, revision, known) in [(1, 3, "1, 2"), (2, nil, "0")] as [(Int, Int?, String)] {
            do throws(Refusal) {
                _ = try SettlementSheet.find(revision: revision, in: try dossierOrRefuse(number))
                Issue.record("found")
            } catch {
                #expect(error.code == .settlementUnknown && error["known"] == known)
            }
        }
    }

    private func dossierOrRefuse(_ number: Int) throws(Refusal) -> JobDossier {
        do { return try dossier(number) } catch { throw Refusal(.jobUnknown, ["job": String(number)]) }
    }

    @Test("the work list, with and without statements", arguments: Language.allCases)
    func todo(language: Language) throws {
        let state = Self.street.state
        let asOf = try Instant("2026-05-10T12:00:00+08:00")
        let snapshot = Snapshot(
            street: try #require(state.street), stamp: Stamp(seq: state.head.seq, hash: state.head.hash),
            policy: try state.policy(on: asOf.day),
            .init(
                ledger: state.ledger, jobs: state.jobs.values.sorted { $0.number.text < $1.number.text }, bank: state.bank),
            asOf: asOf)
        let gaps = StatementGaps(
            payments: [.init(
                jobs: [try Code("2026-0001")], number: "P1", party: "疏通一队", day: try Day("2026-03-11"),
                amount: try Fen(yuan: "2000.00"))],
            lines: [.init(
                jobs: [], number: "T8801", party: "南湖物业", day: try Day("2026-04-01"), amount: try Fen(yuan: "1.00"))])
        expectGolden(TerminalWriter.text(FinanceTodoReport.make(snapshot), .init(language: language)), "todo.\(language).txt")
        let full = FinanceTodoReport.make(snapshot, gaps: gaps)
        expectGolden(TerminalWriter.text(full, .init(language: language)), "todo.gaps.\(language).txt")
        expectGolden(InvoicesReport.make(snapshot).json(language).pretty + "\n", "invoices.\(language).json")
    }
}
