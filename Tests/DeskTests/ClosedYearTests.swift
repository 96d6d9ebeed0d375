@testable import Desk
import Documents
import Journal
import Kernel
import Reports
import SQL
import Store
import TestKit
import Testing

/// A year closed in a real database: the same on both engines, as the dry run said, and told the same for ever
/// after (books.md B1 §2, §6).
struct ClosedYearTests {
    /// The clock of the worked street's years: it is a practice street, whose clock is its latest command.
    private static func with(
        _ engine: Engine, _ memory: MemoryStreet, _ body: (DeskStreet) async throws -> Void
    ) async throws {
        try await DeskStreet.with(engine) { street in
            DeskStreet.expectSame(try await street.desk.execute(memory.envelopes.map(street.desk.read)), memory)
            try await body(street)
        }
    }

    @Test("both worked years answer as in memory, verify, rebuild, and end in one head", arguments: Engine.allCases)
    func engines(engine: Engine) async throws {
        try await Self.with(engine, WorkedStreet.closedTwice(accrual: true)) { street in
            let verdict = try await street.verify().get()
            #expect(verdict.head == Self.head)
            let before = try await street.dump()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    private static let head = "690f3edd959f5bf2da1a26b7f6b2717408b5e6443c737da98666bbe8ab70f1ce"

    @Test("the dry run says what the close then does, and changes nothing", arguments: Engine.allCases)
    func dryRun(engine: Engine) async throws {
        var memory = WorkedStreet.ready(accrual: true)
        try await Self.with(engine, memory) { street in
            let close = memory.envelope("2027-01-11T10:00 leader1 year.close year:=2026 accept:=\(WorkedStreet.accepted)")
            let before = try await street.dump()
            let preview = try await street.desk.preview(street.desk.read(close), as: .owner)
            #expect(try await street.dump() == before)
            let answer = try await street.desk.execute([street.desk.read(close)])[0]
            #expect(answer.refusal == nil)
            let shown = try await Self.report("closing", 2026, street)
            #expect(shown.sections == Array(preview.sections.prefix(5)) && preview.sections.count == 5 + 6)
            #expect(shown.checks == preview.checks && shown.holds)
            #expect(shown.facts.filter { !Self.ofRecord.contains($0.key) } == preview.facts.filter { !Self.ofRecord.contains($0.key) })
        }
    }

    private static let ofRecord: Set = ["record", "previousHash", "hash"]

    @Test("a dry run that is refused says why, like the close itself")
    func refusedDryRun() async throws {
        var memory = WorkedStreet.ready(accrual: true)
        try await Self.with(.sqlite, memory) { street in
            let close = memory.envelope("2027-01-11T10:00 leader1 year.close year:=2026")
            let refusal = try await street.desk.execute([street.desk.read(close)])[0].refusal
            #expect(refusal?.code == .yearUnready)
            do throws(Refusal) {
                _ = try await street.desk.preview(street.desk.read(close), as: .owner)
                Issue.record("the dry run was not refused")
            } catch {
                #expect(error == refusal)
            }
            let check = try await street.desk.ask(.yearCheck(2026), of: try DeskStreet.org(), as: .owner)
            #expect(check.holds)
        }
    }

    @Test("a check of the bank that stops the close says what is missing")
    func missing() async throws {
        let memory = WorkedStreet.played(accrual: true)
        try await Self.with(.sqlite, memory) { street in
            let check = try await street.desk.ask(.yearCheck(2026), of: try DeskStreet.org(), as: .owner)
            let row = check.tables[0].rows.first { $0.cells.first == .text("B3") }
            let told = Phrase(
                "账上银行存款 18,180.00，没有导入过银行对账单", "18,180.00 in the bank by the books, and no statement was imported")
            #expect(row?.cells.contains(.phrase(told)) == true, "\(String(describing: row))")
        }
    }

    @Test("a store looks at jobs as they stood when the year ended, as memory does", arguments: Engine.allCases)
    func jobsThen(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(JobLines.settled(1, "03-01", total: "1000.00") + """
                12-20T08:00 grid1    call
                12-20T08:10 grid1    accept #2
                12-20T09:00 officer1 survey #2 total=300.00
                12-20T10:00 head1    sign   #2
                12-20T11:00 officer1 change #2 delta=25.00
                12-20T12:00 head1    suspend #2 until=2027-03-01
                2027-01-04T09:00 head1    resume #2
                2027-01-04T09:10 head2    sign   #2 slip:=1
                2027-01-04T09:20 cashier1 pay    #1
                2027-01-04T09:30 grid1    call
                2027-01-05T09:00 leader1  year.close year:=2026
                2027-01-05T09:10 leader1  year.close year:=2026 accept:=\(Self.all)
                """)
            let shown = try await Self.report("closing", 2026, street)
            let checks = shown.tables.flatMap(\.rows).filter { $0.cells.first == .text("W7") }
            #expect(checks.first?.cells[3] == .count(1))
            _ = try await street.verify().get()
        }
    }

    private static let all = "[" + (1...12).map { "{'check':'W\($0)','reason':'已核'}" }.joined(separator: ",") + "]"

    @Test("whatever happens later, the closed year's reports are the same bytes", arguments: Engine.allCases)
    func forEver(engine: Engine) async throws {
        var memory = WorkedStreet.closed(accrual: true)
        try await Self.with(engine, memory) { street in
            let before = try await Self.reports(street)
            let count = memory.envelopes.count
            memory.play(Self.later)
            var way = StreetWalk(seed: 7)
            for _ in 0..<150 { _ = memory.line(way.next(memory)) }
            let later = memory.envelopes.dropFirst(count).map(street.desk.read)
            _ = try await street.desk.execute(later)
            let after = try await Self.reports(street)
            for (name, text) in before { #expect(after[name] == text, "\(name)") }
            #expect(before.count == Catalogue.entries.count + 3)
        }
    }

    /// What reaches back: a payment that came back, names, a policy, statements of the closed year.
    private static let later = """
        2027-01-12T09:00 cashier1 refund #1 paymentNo=P3
        2027-01-12T09:10 admin1   user.add user=leader1 name=换名 roles:=['leader']
        2027-01-12T09:20 finance1 contractor.update code=c1 name=改名一队
        2027-01-12T09:30 finance1 bank.import bank=camt rows=12-30:-1.00:X:S9
        2027-01-12T09:40 leader1  policy.adopt effective=2027-01-12
        2027-01-13T09:00 finance1 fund.appropriate appropriation=M26 source=minsheng amount=90000.00
        2027-01-13T09:00 finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
        """

    /// Every report of the closed year, and some of a day in it.
    private static func reports(_ street: DeskStreet) async throws -> [String: Document] {
        var found: [String: Document] = [:]
        for entry in Catalogue.entries {
            found[entry.name] = try await report(entry.name, entry.takes.contains(.year) ? 2026 : nil, street)
        }
        for name in ["utilisation", "jobs", "reconciliation"] {
            let document = try await street.desk.ask(
                .report(try Catalogue.entry(name), ReportChoice(), .init(asOf: try Instant("2026-08-31T23:59:00+08:00"))),
                of: try DeskStreet.org(), as: .owner)
            found[name + " in August"] = document
        }
        return found
    }

    private static func report(_ name: String, _ year: Int?, _ street: DeskStreet) async throws -> Document {
        var choice = ReportChoice()
        choice.year = year
        let end = year == nil ? try Instant("2026-12-31T23:59:59+08:00") : nil
        return try await street.desk.ask(
            .report(try Catalogue.entry(name), choice, .init(asOf: end)), of: try DeskStreet.org(), as: .owner)
    }

    /// What was recorded in January of 2027 is not looked at by reports for auditors of 2026; other reports are of the present.
    @Test("an auditor's report of a year that is over, and not yet closed, is told as it stood at its end")
    func overAndOpen() async throws {
        var memory = WorkedStreet.ready(accrual: true)
        memory.play("2027-01-08T10:00 cashier1 pay #2 paymentNo=P9")
        try await Self.with(.sqlite, memory) { street in
            let asOf = { (document: Document) in document.facts.first { $0.key == "asOf" }?.value }
            for (name, at, owed) in [("payables", "2026-12-31T23:59:59.999+08:00", "10922.68"), ("payables", "2027-01-08T10:00:00+08:00", "0.00")] {
                let document = try await Self.report(name, owed == "0.00" ? 2027 : 2026, street)
                let (moment, sum) = (Cell.instant(try Instant(at)), Cell.money(try Fen(yuan: owed)))
                #expect(asOf(document) == moment)
                #expect(document.holds && document.checks.first?.found == sum)
            }
        }
    }

    /// Settled on 2 March; the payment of the 20th was written down on the 25th, the release of 2 May on the 9th.
    @Test("of money the day of the books counts, whenever it was recorded", arguments: [
        ("2026-03-19T23:00", "970.00", "30.00"), ("2026-03-20T08:00", "0.00", "30.00"), ("2026-03-31T10:00", "0.00", "30.00"),
        ("2026-05-01T10:00", "0.00", "30.00"), ("2026-05-02T10:00", "0.00", "0.00"), ("2026-03-02T08:00", "970.00", "30.00"),
    ])
    func recordedLater(at: String, payable: String, retention: String) async throws {
        var memory = MemoryStreet.funded
        memory.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=2"))
        memory.play("03-25 cashier1 pay #1 day=2026-03-20 \n 05-09 cashier1 release #1 day=2026-05-02")
        try await Self.with(.sqlite, memory) { street in
            for (name, sums) in [("payables", [payable]), ("retention", [retention]), ("contractors", [payable, retention])] {
                let document = try await street.desk.ask(
                    .report(try Catalogue.entry(name), ReportChoice(), .init(asOf: try Instant(at + ":00+08:00"))),
                    of: try DeskStreet.org(), as: .owner)
                #expect(document.holds, "\(name): \(document.checks)")
                let found = try sums.map { Cell.money(try Fen(yuan: $0)) }
                #expect(document.checks.filter { $0.key != "foots" }.map(\.found) == found)
            }
        }
    }

    @Test("a certificate is of a closed year")
    func open() async throws {
        try await Self.with(.sqlite, WorkedStreet.closed(accrual: false)) { street in
            await #expect(throws: Refusal(.yearOpen, ["year": "2027"])) { _ = try await Self.report("closing", 2027, street) }
        }
    }
}
