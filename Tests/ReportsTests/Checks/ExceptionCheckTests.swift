import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports
import TestKit
import Testing

/// Each check of the list of exceptions on a street where it fires and on one, just beside it, where it does not.
struct ExceptionCheckTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: ExceptionCode
        let script: String
        let at: String
        /// `jobs amount` of what is found, one behind the other.
        let found: String

        init(_ code: ExceptionCode, _ script: String, _ found: String = "", at: String = "2026-12-31") {
            (self.code, self.script, self.found, self.at) = (code, script, found, at)
        }

        var testDescription: String { "\(code.rawValue) \(found.isEmpty ? "is silent" : "fires")" }
    }

    private static let urgent = """
        03-02T08:00 grid1    call
        03-02T08:10 grid1    accept    #1 urgency=urgent
        03-02T08:20 head1    authorize #1 ceiling=900.00

        """
    private static let photo = "photos:=[{'hash':'" + String(repeating: "0a", count: 32) + "','type':'image/jpeg','size':1}]"
    private static func settled(_ number: Int, _ day: String = "03-02", total: String = "1000.00", _ rest: String = "") -> String {
        JobLines.settled(number, day, total: total, rest)
    }
    /// Signed for 1,000.00, worked on, with room for a slip before or behind the finish.
    private static func slip(before: Bool) -> String {
        let start = JobLines.passed(1, "03-02", total: "1000.00").split(separator: "\n").map(String.init)
        let slip = [
            "03-02T10:1\(before ? 0 : 1) officer1 change #1 delta=200.00", "03-02T10:20 head1 sign #1 slip:=1",
        ].map { before ? $0 : $0.replacing("T10", with: "T12") }
        return (before ? start.prefix(6) + slip + start.suffix(2) : start + slip).joined(separator: "\n") + "\n"
    }
    private static let claim = "03-02T13:00 officer1 claim #1 total=1100.00 \n 03-02T14:00 finance1 review #1 approved=1100.00 \n 03-02T15:00 head1 settle #1"
    private static let account = "03-10 officer1 contractor.update code=c1 name=疏通一队 bank:={'bank':'工商银行','account':'6222020000000009'}\n"
    private static let agreed = "01-05T09:00 finance1 contractor.agree agreement=KJ-1 rates=疏通/项/"

    private static let papers: [Case] = [
        // The form is due three working days after Monday 2 March: at the end of business on the 5th.
        Case(.e01, urgent, "1 900.00", at: "2026-03-06"), Case(.e01, urgent, at: "2026-03-04"),
        Case(.e02, urgent + "03-06T09:00 officer1 survey #1 total=800.00", "1 800.00"),
        Case(.e02, urgent + "03-05T17:59 officer1 survey #1 total=800.00"),
        // Signed for 1,000.00 and 1,200.00 with a slip; approved are 1,100.00.
        Case(.e03, slip(before: true) + claim, "1 100.00"), Case(.e03, settled(1)),
        Case(.e05, slip(before: false), "1 200.00"), Case(.e05, slip(before: true)),
        Case(.e15, settled(1).replacing("T08:30", with: "T08:29"), "1 1000.00"), Case(.e15, settled(1)),
        Case(.e16, settled(1), "1 1000.00"),
        Case(.e16, settled(1).replacing("finish   #1", with: "finish #1 " + photo), "1 1000.00"),
        Case(.e16, settled(1).replacing("finish   #1", with: "finish #1 " + photo).replacing("start    #1", with: "start #1 " + photo)),
        Case(.e24, agreed + "900.00\n" + settled(1), "1 100.00"), Case(.e24, agreed + "1000.00\n" + settled(1)),
    ]

    private static let money: [Case] = [
        Case(.e07, settled(1) + "03-03 cashier1 pay #1 \n 03-04 finance1 invoice #1 total=1000.00", "1 1000.00"),
        Case(.e07, settled(1) + "03-04 finance1 invoice #1 total=1000.00 \n 03-04 cashier1 pay #1"),
        Case(.e08, settled(1), "1 1000.00"), Case(.e08, settled(1) + "03-04 finance1 invoice #1 total=1000.00"),
        // Due on 1 April, the retention of six months on 2 September.
        Case(.e09, settled(1), "1 1000.00", at: "2026-04-02"), Case(.e09, settled(1), at: "2026-04-01"),
        Case(.e10, settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=6"), "1 30.00", at: "2026-09-03"),
        Case(.e10, settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=6"), at: "2026-09-02"),
        Case(.e12, settled(1) + "05-01 cashier1 pay #1", "1 1000.00"), Case(.e12, settled(1) + "05-09 cashier1 pay #1"),
        Case(.e19, settled(1) + "2027-01-04 cashier1 pay #1", "1 1000.00", at: "2027-01-31"),
        Case(.e19, settled(1) + "12-31 cashier1 pay #1", at: "2027-01-31"),
        // On one side for 61 days, and for 60.
        Case(.e22, settled(1) + "03-10 cashier1 pay #1", "1 1000.00", at: "2026-05-10"),
        Case(.e22, settled(1) + "03-10 cashier1 pay #1", at: "2026-05-09"),
    ]

    private static let firms: [Case] = [
        Case(.e06, settled(1) + settled(2, "03-03") + settled(3, "03-04"), "1 1000.00, 2 1000.00, 3 1000.00"),
        Case(.e06, settled(1) + settled(2, "03-03")),
        // One of three is more than 30 %, one of four is not.
        Case(.e13, settled(1) + settled(2, "03-03", total: "999.00") + settled(3, "03-04", total: "1000.01"), "1 1000.00"),
        Case(.e13, settled(1) + (2...4).map { settled($0, "03-0\($0)", total: "999.00") }.joined()),
        Case(.e14, settled(1) + account + "03-17 cashier1 pay #1", "1 1000.00"),
        Case(.e14, settled(1) + account + "03-18 cashier1 pay #1"),
        Case(.e21, settled(1, total: "6000.00") + settled(2, "03-20", total: "4000.01"), "1+2 10000.01"),
        Case(.e21, settled(1, total: "6000.00") + settled(2, "03-20", total: "2000.00")),
    ]

    @Test("a check fires where it should, and not just beside it", arguments: papers + money + firms)
    func fires(wanted: Case) {
        var street = MemoryStreet.funded
        street.play(wanted.script)
        #expect(Self.found(wanted.code, street.snapshot(wanted.at + "T23:00")) == wanted.found)
    }

    private static func found(_ code: ExceptionCode, _ snapshot: Snapshot) -> String {
        ExceptionChecks(snapshot, year: snapshot.asOf.day.year).found(by: code).map { hit in
            hit.jobs.map { String(Int($0.text.suffix(4)) ?? 0) }.joined(separator: "+") + " " + hit.amount.yuan
        }.joined(separator: ", ")
    }
}

/// What the rules keep out, put into the records all the same: the list proves it from the records.
struct ExceptionProofTests {
    private static func job(_ number: Int, _ street: MemoryStreet) throws -> Code {
        try #require(street.job(number)).number
    }

    private static func expect(_ code: ExceptionCode, _ street: MemoryStreet, _ count: Int) {
        let report = ExceptionsReport.make(street.snapshot("2026-12-31T23:00"), year: 2026)
        let check = report.checks.first { $0.key == code.rawValue }
        #expect(check?.found == .count(count))
        #expect(report.holds == (count == 0))
    }

    @Test("E04: approved above the claim, also in a revision that was taken back")
    func aboveClaim() throws {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00"))
        Self.expect(.e04, street, 0)
        let event = JobEvent.settled(
            approved: Fen(100_001), retention: .zero, rate: nil, retentionDue: nil, shares: [], document: nil, warranty: nil)
        try street.remember(.job(job: Self.job(1, street), event: event), job: Self.job(1, street))
        Self.expect(.e04, street, 1)
    }

    @Test("E11: dispatched with neither signature nor authorisation")
    func dispatched() throws {
        var street = MemoryStreet.funded
        street.play("03-02T08:00 grid1 call \n 03-02T08:10 grid1 accept #1")
        Self.expect(.e11, street, 0)
        let form: DispatchForm = try quoted("{'contractor':'c1'}").decode()
        try street.remember(.job(job: Self.job(1, street), event: .dispatched(form: form)), job: Self.job(1, street))
        Self.expect(.e11, street, 1)
    }

    @Test("E17: money for transferred estates, and the job's estate is none")
    func transferred() throws {
        var street = MemoryStreet.funded
        street.play("""
            03-02T08:00 grid1    call
            03-02T08:10 grid1    accept #1 tenure=transferred estate=e1
            03-02T09:00 officer1 survey #1 total=500.00 fund=S26:500.00
            03-02T10:00 head1    sign   #1
            """)
        Self.expect(.e17, street, 0)
        let estate = Estate(code: try Code("e1"), name: try Label("机床厂家属院"), community: try Label("厂前"), transferred: false)
        try street.remember(.estateAdded(estate: estate))
        Self.expect(.e17, street, 1)
    }

    @Test("E18: owned or managed, and no hazard")
    func managed() throws {
        var street = MemoryStreet.funded
        street.play("03-02T08:00 grid1 call \n 03-02T08:10 grid1 accept #1")
        Self.expect(.e18, street, 0)
        let form: RegradeForm = try quoted("{'reason':'误'}").decode()
        let scope: JobScope = try quoted("{'category':'drain','tenure':'managed','urgency':'critical','address':'甲'}").decode()
        let event = JobEvent.regraded(form: form, scope: scope, due: nil)
        try street.remember(.job(job: Self.job(1, street), event: event), job: Self.job(1, street))
        Self.expect(.e18, street, 1)
    }

    @Test("E23: an invoice for two jobs, a payment's number for two days")
    func twice() throws {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00") + JobLines.settled(2, "03-03", total: "1000.00"))
        street.play("03-04 finance1 invoice #1 total=1000.00 \n 03-05 cashier1 pay #1 paymentNo=P1 \n 03-05 cashier1 pay #2 paymentNo=p-1 amount=400.00")
        Self.expect(.e23, street, 0)
        let invoice = try #require(street.job(1)?.invoices?.first?.invoice)
        let second = JobEvent.invoiced(invoice: invoice, source: .hand, revision: 1)
        try street.remember(.job(job: Self.job(2, street), event: second), job: Self.job(2, street))
        Self.expect(.e23, street, 1)
        let paid = JobEvent.paid(paymentNo: try Label("P1"), day: try Day("2026-03-06"), amount: Fen(10), shares: [])
        try street.remember(.job(job: Self.job(2, street), event: paid), job: Self.job(2, street))
        Self.expect(.e23, street, 2)
    }

    @Test("E20: less than nothing available at a day's end, until it is made good", arguments: [
        (["03-02:100", "03-03:-101", "03-05:1"], "2026-03-03 -0.01"), (["03-02:100", "03-03:-100"], ""),
        (["03-02:100", "03-02:-101", "03-02:1"], ""),
    ])
    func available(days: [String], found: String) throws {
        let street = MemoryStreet.standard
        var ledger = Ledger()
        let code = try Code("M26")
        ledger.add(Appropriation(
            code: code, source: try Code("minsheng"), originYear: 2026, channel: .direct, documentNo: try Label("甲"), position: 1))
        for (index, text) in days.enumerated() {
            let parts = text.split(separator: ":").map(String.init)
            let day = try Day("2026-" + parts[0])
            let amount = Fen(try #require(Int64(parts[1])))
            // Each with a phase of its own, so that several of a day stand beside each other.
            let key = Ledger.Key(day: day, phase: [.opening, .ordinary, .closing][index], account: .available, appropriation: code)
            ledger.load(key, .init(debit: .zero, credit: amount))
        }
        let whole = street.snapshot("2026-12-31T23:00")
        let snapshot = Snapshot(
            street: whole.street, stamp: whole.stamp, policy: whole.policy,
            .init(ledger: ledger, jobs: [], bank: whole.bank, steps: whole.registers), asOf: whole.asOf)
        let hits = ExceptionChecks(snapshot, year: 2026).found(by: .e20)
        #expect(hits.map { $0.day.text + " " + $0.amount.yuan }.joined(separator: ", ") == found)
    }

    @Test("every check has a row, and a note explains a job's")
    func rows() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00"))
        street.play("03-03 officer1 note #1 text=疑点说明：发票在途")
        let report = ExceptionsReport.make(street.snapshot("2026-03-10T10:00"), year: 2026)
        let rows = report.tables[0].rows.map { $0.cells.map(ReportWords.word) }
        #expect(rows.map { $0[0] } == ExceptionCode.allCases.map(\.rawValue))
        #expect(rows.filter { $0[3] != "0" }.map { [$0[0], $0[3], $0[4], $0[5]] } == [
            ["E08", "1", "1000.00", "explained: 1"], ["E13", "1", "1000.00", "explained: 1"],
            ["E16", "1", "1000.00", "explained: 1"],
        ])
        #expect(report.tables[1].rows.map { $0.cells.map(ReportWords.word) }.first == [
            "E08", "settled without invoice", "2026-0001", "·", "2026-03-02", "1000.00",
        ])
    }
}
