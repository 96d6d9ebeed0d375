import Bank
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// What a close looks at, refuses and shuts (books.md B1 §2–§6).
struct YearRulesTests {
    /// What a close that is refused as unready names: check, count, amount, the first of them.
    private func unready(_ script: String, _ close: String = "12-31T20:00 leader1 year.close year:=2026") -> [String] {
        var street = MemoryStreet.funded
        street.play(script)
        return Self.unready(&street, close)
    }

    private static func unready(_ street: inout MemoryStreet, _ close: String) -> [String] {
        let before = street
        guard let refusal = street.line(close).refusal else { return ["closed"] }
        #expect(street.records.count == before.records.count)
        #expect(street.state.difference(from: before.state) == nil)
        guard refusal.code == .yearUnready else { return [refusal.code.rawValue] }
        return refusal.facts.filter { !["year", "list"].contains($0.name) }.map { $0.name + " " + $0.value }
    }

    @Test("only the leader closes a year, and nobody else is told more than that")
    func roles() {
        var street = MemoryStreet.funded
        street.play("""
            12-31 finance1 year.close year:=2025 ! role.required
            12-31 admin1 year.close year:=2026 ! role.required
            12-31 leader1 year.close year:=2026 accept:=[{'check':'B1','reason':'x'}] ! input.value
            12-31 leader1 year.close year:=2026 accept:=[{'check':'W1','reason':'x'},{'check':'W1','reason':'y'}] ! input.value
            12-31 leader1 year.close year:=999999999999 ! year.order
            12-31 leader1 year.close year:=-5 ! year.unknown
            12-31 grid1 call
            +1m dispatcher1 reject #1
            +1m leader1 year.close year:=2026
            2027-12-31 leader1 year.close year:=2027
            """)
        #expect(street.state.closedYears.keys.sorted() == [2026, 2027])
    }

    @Test("money in the bank asks for a statement that reaches the last day, and comes to the same")
    func bank() {
        let banked = """
            01-05 finance1 fund.appropriate appropriation=B source=minsheng amount=1000.00 channel=bank
            01-06 cashier1 fund.receive appropriation=B amount=500.00 receiptNo=R1
            """
        #expect(unready(banked) == ["B3 count=1 amount=500.00 first=F1002", "W1 count=1 amount=500.00 first=receipt:R1"])
        let line = "finance1 bank.import bank=camt rows=01-06:500.00:R1:S1 stated:=[{'from':'2026-01-01','to':'2026-"
        let short = banked + "\n12-31T19:00 " + line + "11-30','opening':'0.00','closing':'500.00'}]"
        #expect(unready(short) == ["B3 count=1 amount=0.00 first=1001", "W1 count=2 amount=1000.00 first=56.1,receipt:R1"])
        let wrong = banked + "\n12-31T19:00 " + line + "12-31','opening':'0.00','closing':'400.00'}]"
        #expect(unready(wrong).first == "B3 count=1 amount=100.00 first=1001")
    }

    @Test("jobs are looked at as they stood when the year ended, also when much happened since")
    func jobs() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-01", total: "1000.00") + """
            12-20T08:00 grid1    call
            12-20T08:10 grid1    accept #2
            12-20T09:00 officer1 survey #2 total=300.00
            12-20T10:00 head1    sign   #2
            12-20T11:00 officer1 change #2 delta=25.00
            12-20T12:00 head1    suspend #2 until=2027-03-01
            """)
        let expected = [
            "W4 count=1 amount=25.00 first=2026-0002", "W6 count=1 amount=1000.00 first=2026-0001",
            "W7 count=1 amount=300.00 first=2026-0002", "W11 count=1 amount=1000.00 first=2026-0001",
        ]
        #expect(Self.unready(&street, "12-31T20:00 leader1 year.close year:=2026") == expected)
        street.play("""
            2027-01-04T09:00 head1    resume #2
            2027-01-04T09:10 head2    sign   #2 slip:=1
            2027-01-04T09:20 cashier1 pay    #1
            """)
        #expect(Self.unready(&street, "2027-01-05 leader1 year.close year:=2026") == expected)
        street.play("""
            2027-01-05 leader1 year.close year:=2026 accept:=[\(Self.accept("W4", "W6", "W7", "W11"))]
            2027-02-01 grid1 note #1
            """)
    }

    private static func accept(_ checks: String...) -> String {
        checks.map { "{'check':'\($0)','reason':'已核'}" }.joined(separator: ",")
    }

    @Test("a year that is shut takes no more: no step, no line, no policy, no correction")
    func sealed() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-01", total: "1000.00") + """
            03-02 finance1 fund.appropriate appropriation=X26 source=minsheng amount=5.00
            2027-01-05T10:00 leader1 year.close year:=2026 accept:=[\(Self.accept("W6", "W11"))]
            12-31T23:59 grid1 call ! time.sealed
            2027-01-06T09:00 cashier1 pay #1 day=2026-12-30 paymentNo=P1 ! time.sealed
            2027-01-06T09:10 leader1 policy.adopt effective=2026-12-01 ! time.sealed
            2027-01-06T09:20 leader1 fund.correct record:=53 amount=5.00 ! time.sealed
            2027-01-06T09:30 cashier1 pay #1 day=2027-01-01 paymentNo=P1
            2027-01-06T09:40 finance1 fund.recall appropriation=X26 amount=5.00
            """)
    }

    @Test("what the automatic funding passes over since it lapsed, a job keeps that holds it already")
    func passedOver() {
        var street = WorkedStreet.opened(accrual: false, recall: "'afterYears':0")
        street.play("""
            01-05 finance1 fund.appropriate appropriation=S26 source=sangong amount=1000.00
            12-20T08:00 grid1    call
            12-20T08:10 grid1    accept    #1 tenure=transferred estate=e1 urgency=urgent
            12-20T09:00 head1    authorize #1 ceiling=300.00
            2027-01-05T09:00 finance1 fund.appropriate appropriation=M27 source=minsheng amount=1000.00
            2027-01-05T10:00 head1    authorize #1 ceiling=400.00
            2027-01-05T11:00 officer1 survey    #1 total=500.00 fund=S26:300.00,M27:200.00
            2027-01-05T12:00 head1    sign      #1
            2027-01-05T13:00 officer1 change    #1 delta=50.00
            2027-01-05T14:00 head2    sign      #1 slip:=1 ! funds.lapsed
            """)
        #expect(street.balance(.encumbered, "S26") == "300.00" && street.balance(.available, "S26") == "700.00")
        #expect(street.balance(.encumbered, "M27") == "200.00")
        street.play("""
            2027-01-06T08:00 grid1    call
            2027-01-06T08:10 grid1    accept #2027-0001 tenure=transferred estate=e1
            2027-01-06T09:00 officer1 survey #2027-0001 total=900.00
            """)
        let refusal = street.line("2027-01-06T10:00 head1 sign #2027-0001").refusal
        #expect(refusal?.code == .fundsInsufficient)
        #expect(refusal?["looked"] == "M27 has 800.00; S26 lapsed on 2026-12-31 (recalled after 0 year(s))")
    }

    @Test("a recalled source lapses after so many years", arguments: [(0, 2026), (1, 2027), (2, 2028)])
    func afterYears(years: Int, last: Int) {
        var street = WorkedStreet.opened(accrual: false, recall: "'afterYears':\(years)")
        street.play("01-05 finance1 fund.appropriate appropriation=S26 source=sangong amount=1000.00")
        for year in 2026...2028 { street.play("\(year)-12-31T18:00 leader1 year.close year:=\(year)") }
        let lapsed = street.records.flatMap(\.vouchers).filter { $0.step == .lapse }
        #expect(lapsed.map(\.day.year) == [last] && lapsed.first?.lines.first?.amount.fen == Fen(100_000))
        #expect(street.balance(.available, "S26") == "0.00" && street.balance(.recalled, "S26") == "1000.00")
    }

    @Test("a lapsed bank appropriation: what never arrived is recalled, the cash is blocked and given back")
    func lapsedBank() {
        var street = WorkedStreet.opened(accrual: false, recall: "'afterYears':0")
        street.play("""
            01-05 finance1 fund.appropriate appropriation=B26 source=sangong channel=bank amount=1400.00
            01-06 cashier1 fund.receive appropriation=B26 amount=1000.00 receiptNo=R1
            12-31T18:00 finance1 bank.import bank=camt rows=01-06:1000.00:R1:S1 stated:=[{'from':'2026-01-01','to':'2026-12-31','opening':'0.00','closing':'1000.00'}]
            """)
        street.play("12-31T18:10 finance1 match.make on=\(street.records.count).1 pay=receipt:R1")
        #expect(Self.unready(&street, "12-31T19:00 leader1 year.close year:=2026") == [
            "W12 count=1 amount=1000.00 first=B26",
        ])
        street.play("12-31T19:00 leader1 year.close year:=2026 accept:=[\(Self.accept("W12"))]")
        #expect(street.worked(2026).suffix(5).joined(separator: "\n") == """
            2026-000003 12-31 adjusting 年末收回
              B26 I: Dr I2101 400.00 · Cr I1009 400.00
            2026-000004 12-31 closing 结转本年收入费用、预算收入支出
              B26 F: Dr F4001 1000.00 · Cr F3301 1000.00
              B26 B: Dr B6001 1000.00 · Cr B8101.06 1000.00
            2026-000005 12-31 closing 结转盈余、财政拨款结转
              B26 F: Dr F3301 1000.00 · Cr F3302 1000.00 · Dr F3302 1000.00 · Cr F3001 1000.00
              B26 B: Dr B8101.06 1000.00 · Cr B8101.07 1000.00
            2026-000006 12-31 closing 结转转为结余
              B26 B: Dr B8101.07 1000.00 · Cr B8102.04 1000.00 · Dr B8102.04 1000.00 · Cr B8102.05 1000.00
            2026-000007 12-31 closing 结转下年
              B26 I: Dr I2101 1000.00 · Cr I2601 1000.00
            """)
        street.play("2027-02-10 cashier1 fund.return appropriation=B26 amount=1000.00 paymentNo=J1")
        #expect(street.worked(2027).joined(separator: "\n") == """
            2027-000001 01-01 opening 上年结转转入
              B26 I: Dr I1003 1000.00 · Cr I2101 1000.00
            2027-000002 02-10
              B26 I: Dr I2101 1000.00 · Cr I1009 1000.00
              B26 F: Dr F3001 1000.00 · Cr F1002 1000.00
              B26 B: Dr B8102.02 1000.00 · Cr B8001.02 1000.00
            """)
    }

    @Test("what January already gave back is not taken back again by a close that comes after it", arguments: [true, false])
    func givenBackBefore(accrual: Bool) {
        var street = WorkedStreet.opened(accrual: accrual, recall: "'afterYears':0")
        street.play("""
            01-05T09:00 finance1 fund.appropriate appropriation=S26 source=sangong amount=1000.00
            01-05T09:10 finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00
            2027-01-04 finance1 fund.recall appropriation=S26 amount=400.00
            2027-01-04 finance1 fund.recall appropriation=M26 amount=400.00
            2027-01-11 leader1 year.close year:=2026
            2027-12-31 leader1 year.close year:=2027
            """)
        #expect(street.balance(.recalled, "S26") == "1000.00" && street.balance(.available, "S26") == "0.00")
        #expect(street.balance(.available, "M26") == "600.00")
        #expect(street.balance(.returnableQuota, "M26") == (accrual ? "600.00" : "0.00"))
    }

    @Test("a payment entered after the close, which the statement shows before it, is told as 跨期 by the next one")
    func crossing() throws {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "12-01", total: "1000.00") + """
            12-31T20:00 leader1 year.close year:=2026 accept:=[\(Self.accept("W11"))]
            2027-01-06T09:00 cashier1 pay #1 day=2027-01-06 paymentNo=P1
            2027-01-07T09:00 finance1 bank.import bank=treasury account=9001 rows=12-30:-1000.00:P1:T1
            """)
        street.play("2027-01-07T09:10 finance1 match.make on=\(street.records.count).1 pay=P1")
        street.play("2027-12-31T20:00 leader1 year.close year:=2027 accept:=[\(Self.accept("W11"))]")
        let event = try #require(street.records.last?.events.first)
        guard case .yearClosed(let close) = event else { return }
        let found = close.checks.first { $0.check == .treasuryOpen }
        #expect(found?.fails == false && found?.sides?.crossing.first == ["P1"])
        #expect(found?.sides?.crossing.amount == Fen(100_000))
    }

    @Test("money of another government is closed through accounts of its own, and has no quota")
    func nonFiscal() {
        var street = MemoryStreet.standard
        let adopted = street.adopt(
            replacing: "'tenures':['transferred'],'channel':'authorized',",
            with: "'tenures':['transferred'],'channel':'bank','nature':'nonFiscal',", effective: "2026-01-01")
        #expect(adopted.refusal == nil)
        street.play("""
            01-05 finance1 fund.appropriate appropriation=N26 source=sangong amount=1000.00
            01-06 cashier1 fund.receive appropriation=N26 amount=800.00 receiptNo=R1
            """ + "\n" + WorkedStreet.signed(1, on: "03-10", "500.00", of: "SG").replacing("fund=SG:500.00", with: "") + "\n"
            + WorkedStreet.worked(1, on: "03-10") + "\n"
            + WorkedStreet.settled(1, on: "03-20", claim: "500.00", approved: "500.00") + "\n" + """
            03-25 cashier1 pay #1 paymentNo=P1
            12-31T18:00 finance1 bank.import bank=camt rows=01-06:800.00:R1:S1,03-25:-500.00:P1:S2 stated:=[{'from':'2026-01-01','to':'2026-12-31','opening':'0.00','closing':'300.00'}]
            """)
        street.play("12-31T19:00 leader1 year.close year:=2026 accept:=[\(Self.accept("W1", "W11"))]")
        #expect(street.worked(2026).suffix(3).joined(separator: "\n") == """
            2026-000006 12-31 closing 结转本年收入费用、预算收入支出
              N26 F: Dr F4601 800.00 · Cr F3301 800.00 · Dr F3301 500.00 · Cr F5001 500.00
              N26 B: Dr B6601 800.00 · Cr B8201.04 800.00 · Dr B8201.04 500.00 · Cr B7101 500.00
            2026-000007 12-31 closing 结转盈余、财政拨款结转
              N26 F: Dr F3301 300.00 · Cr F3302 300.00 · Dr F3302 300.00 · Cr F3001 300.00
              N26 B: Dr B8201.04 300.00 · Cr B8201.05 300.00
            2026-000008 12-31 closing 结转下年
              N26 I: Dr I2101 500.00 · Cr I2601 500.00
            """)
    }

    @Test("a correction of an earlier year's cost is closed into the accumulated surplus")
    func priorYear() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "12-01", total: "1000.00") + """
            12-31T20:00 leader1 year.close year:=2026 accept:=[\(Self.accept("W11"))]
            2027-02-01T09:00 leader1  reverse #1
            2027-02-02T09:00 officer1 claim   #1 total=900.00
            2027-02-03T09:00 finance1 review  #1 approved=900.00
            2027-02-04T09:00 head3    settle  #1
            2027-12-31T20:00 leader1 year.close year:=2027 accept:=[\(Self.accept("W6", "W11"))]
            """)
        #expect(street.worked(2027).dropLast().suffix(1).joined() == """
            2027-000004 12-31 closing 以前年度盈余调整转入累计盈余
              M26 F: Dr F3501 100.00 · Cr F3001 100.00
            """)
    }

    @Test("nothing open: the close is one record without a voucher")
    func nothing() {
        var street = MemoryStreet.standard
        street.play("12-31 leader1 year.close year:=2026")
        #expect(street.records.last?.vouchers.isEmpty == true && street.answers.last?.refusal == nil)
    }

    @Test("a year of random ways closes, ties and verifies, and goes on into the next", arguments: 1...6)
    func walks(seed: UInt64) throws {
        var (street, way) = (RandomStreetTests.start, StreetWalk(seed: seed))
        for _ in 0..<220 { _ = street.line(way.next(street)) }
        for year in 2026...2027 {
            let bank = Reconciliation(street.state.bank, .bank, on: Day.last(of: year))
            let stated = bank.adjustedBook - bank.inBookOnly + bank.outBookOnly
            let day = max(street.state.head.latest?.day ?? Day.last(of: year), Day.last(of: year))
            street.play("""
                \(day.text)T23:00 finance1 bank.import bank=camt lines:=[] stated:=[{'from':'\(year)-12-01','to':'\(year)-12-31','closing':'\(stated.yuan)'}]
                """)
            let warnings = (1...12).map { "{'check':'W\($0)','reason':'已核'}" }.joined(separator: ",")
            street.play("\(day.text)T23:10 leader1 year.close year:=\(year) accept:=[\(warnings)]")
            for _ in 0..<60 { _ = street.line(way.next(street)) }
        }
        var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
        for stored in street.stored { _ = try replay.take(stored) }
        #expect(replay.state.difference(from: street.state) == nil)
    }

    @Test("a close whose event says otherwise than the books is found", arguments: [
        ("\"recalled\":\"12000.00\"", "\"recalled\":\"12000.01\"", "body.events.close.perAppropriation"),
        ("\"before\":\"", "\"before\":\"0", "body.events.close.digests.before"),
        ("\"after\":\"", "\"after\":\"0", "body.events.close.digests.after"),
        ("\"step\":\"lapse\"", "\"step\":\"accrual\"", "body.vouchers"),
    ])
    func damage(part: String, replacement: String, field: String) throws {
        let street = WorkedStreet.closed(accrual: true)
        var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
        for stored in street.stored.dropLast() { _ = try replay.take(stored) }
        let last = try #require(street.stored.last)
        let body = last.body.replacing(part, with: replacement, maxReplacements: 1)
        let hash = Chain.hash(.sha256, prev: last.prev, seq: last.seq, body: body, with: FakeDigest.bytes)
        do throws(Finding) {
            _ = try replay.take(StoredRecord(seq: last.seq, body: body, prev: last.prev, hash: hash))
            Issue.record("the damage was not found")
        } catch {
            #expect(error.field == field)
        }
    }
}
