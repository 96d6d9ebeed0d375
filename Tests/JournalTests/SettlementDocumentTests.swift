import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// Settlement sheets: their numbers, what they freeze and what they replace; instalments, releases, refunds, reversals.
struct SettlementDocumentTests {
    /// Jobs 1, 2 … of 1,000.00 each, claimed at 600.00 and 400.00 and reviewed at 600.00 and 300.00 in March.
    private func reviewed(_ count: Int = 1) -> MemoryStreet {
        var street = MemoryStreet.funded
        for number in 1...count {
            street.play("""
                03-02T08:00 grid1       call
                03-02T08:01 grid1       accept   #\(number)
                03-02T08:02 officer1    survey   #\(number) total=1000.00
                03-02T08:03 head1       sign     #\(number)
                03-02T08:04 dispatcher1 dispatch #\(number)
                03-02T08:05 crew1       start    #\(number)
                03-02T08:06 crew1       finish   #\(number)
                03-02T08:07 inspector1  inspect  #\(number)
                03-02T08:08 officer1    claim    #\(number) total=600.00,400.00
                03-02T08:09 finance1    review   #\(number) approved=600.00,300.00
                """)
        }
        return street
    }

    private func numbers(_ street: MemoryStreet) -> [String] {
        street.records.compactMap { record in
            guard case .job(_, .settled(_, _, _, _, _, let document?, _)) = record.events[0] else { return nil }
            return document.number.text + (document.replaces.map { " for " + $0.text } ?? "") + " r\(document.revision)"
        }
    }

    @Test("sheets are numbered per year without gaps, also when a settlement is refused")
    func gapless() {
        var street = reviewed(4)
        street.play("""
            03-03             head1 settle #2
            03-03             head1 settle #1 retentionRate=4           ! settle.retention
            03-04             head1 settle #1
            2027-01-04T10:00  head1 settle #3
            2027-01-05T10:00  head1 settle #4
            """)
        #expect(numbers(street) == ["JS2026-0001 r1", "JS2026-0002 r1", "JS2027-0001 r1", "JS2027-0002 r1"])
        #expect(StreetCheck.firstFailure(of: [], from: street) == nil)
    }

    @Test("after a reversal the next sheet has a new number and names the one it replaces")
    func replaced() {
        var street = reviewed()
        street.play("""
            03-03 head1    settle  #1
            03-04 leader1  reverse #1
            03-05 officer1 claim   #1 total=900.00
            03-06 finance1 review  #1 approved=900.00
            03-07 head1    settle  #1
            03-08 leader1  reverse #1
            03-09 officer1 claim   #1 total=800.00
            03-09 finance1 review  #1 approved=800.00
            2027-02-01T10:00 head1 settle #1
            """)
        #expect(numbers(street) == [
            "JS2026-0001 r1", "JS2026-0002 for JS2026-0001 r2", "JS2027-0001 for JS2026-0002 r3",
        ])
    }

    @Test("a sheet keeps the account it was settled with")
    func frozen() throws {
        var street = reviewed(2)
        street.play("""
            03-03 head1    settle #1
            03-04 finance1 contractor.update code=c1 name=疏通总队 bank:={'bank':'工商银行','account':'6222-0000-0009'}
            03-05 head1    settle #2
            """)
        let old = try #require(street.job(1)?.settlement?.document?.payee)
        let new = try #require(street.job(2)?.settlement?.document?.payee)
        #expect(old.name.text == "疏通一队" && old.bank?.text == "622200001" && old.bank?.digits == "622200001")
        #expect(new.name.text == "疏通总队" && new.bank?.digits == "622200000009")
        #expect(old.creditCode == new.creditCode)
    }

    @Test("instalments, partial releases, and a refund of one of several payments")
    func instalments() {
        var street = reviewed()
        street.play("""
            03-03            head1    settle  #1 retentionRate=3 warrantyMonths:=12
            03-04            cashier1 pay     #1 amount=400.00 paymentNo=P1
            03-05            cashier1 pay     #1 amount=300.00 paymentNo=P2
            03-06            cashier1 pay     #1 amount=173.01                       ! pay.exceeds
            03-06            cashier1 refund  #1 paymentNo=P1
            03-07            cashier1 pay     #1 paymentNo=P3
            03-08            cashier1 release #1 amount=10.00 paymentNo=R1           ! release.early
            03-08            cashier1 release #1 amount=10.00 paymentNo=R1 reason=资金周转
            2027-03-02T10:00 cashier1 release #1 amount=5.00 paymentNo=R2
            2027-03-03T10:00 cashier1 refund  #1 paymentNo=R1
            2027-03-04T10:00 cashier1 release #1 paymentNo=R3
            """)
        let payments = street.job(1)?.payments.map {
            $0.paymentNo.text + " " + $0.amount.yuan + ($0.refunded ? " back" : "")
        }
        #expect(payments == [
            "P1 400.00 back", "P2 300.00", "P3 573.00", "R1 10.00 back", "R2 5.00", "R3 22.00",
        ])
        #expect(street.status(1) == "passed/paid")
        // What came back of 2026 stays paid in 2026 and came back in 2027.
        #expect(street.balance(.paid, "M26") == "910.00" && street.balance(.retention, "M26") == "0.00")
        #expect(street.balance(.cameBack, "M26") == "10.00")
    }

    @Test("a reversal in a later year carries that year's day; the turnover of the account is the right amount")
    func laterYear() {
        var street = reviewed()
        street.play("""
            12-30            head1    settle  #1
            2027-01-05T10:00 leader1  reverse #1
            2027-01-06T10:00 officer1 claim   #1 total=900.00
            2027-01-06T11:00 finance1 review  #1 approved=800.00
            2027-01-07T10:00 head1    settle  #1
            """)
        let vouchers = street.records.flatMap(\.vouchers).suffix(3)
        #expect(vouchers.map(\.day.text) == ["2026-12-30", "2027-01-05", "2027-01-07"])
        #expect(vouchers.map { $0.reverses?.text } == [nil, vouchers.first?.number.text, nil])
        let turnover = vouchers.flatMap(\.lines).filter { $0.account == .payable && $0.side == .credit }
        #expect(turnover.map(\.amount.fen.yuan) == ["900.00", "-900.00", "800.00"])
        #expect(turnover.reduce(Fen.zero) { $0 + $1.amount.fen }.yuan == "800.00")
    }

    @Test("a number that was skipped is found by a replay")
    func skipped() throws {
        var street = reviewed()
        street.play("03-03 head1 settle #1")
        let last = try #require(street.stored.last)
        var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
        for record in street.stored.dropLast() { _ = try replay.take(record) }
        let body = last.body.replacing("JS2026-0001", with: "JS2026-0002")
        let hash = Chain.hash(.sha256, prev: last.prev, seq: last.seq, body: body, with: FakeDigest.bytes)
        do throws(Finding) {
            _ = try replay.take(StoredRecord(seq: last.seq, body: body, prev: last.prev, hash: hash))
            Issue.record("the gap was not found")
        } catch {
            #expect(error.field == "body.events.document.number" && error.expected == "JS2026-0001")
        }
    }
}
