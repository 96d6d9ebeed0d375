import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// The financial and the budget book, as tables (design §7).
struct BookScenarioTests {
    /// A job of contractor c1 that is passed, with its form signed; the claim comes next.
    static func passed(_ money: String, total: String, from start: MemoryStreet = .standard) -> MemoryStreet {
        var street = start
        street.play(money)
        street.play("""
            03-05T09:00 grid1       call
            03-05T10:00 grid1       accept   #1
            03-06T10:00 officer1    survey   #1 total=\(total)
            03-06T11:00 leader1     sign     #1
            03-06T12:00 dispatcher1 dispatch #1
            03-07T08:00 crew1       start    #1
            03-07T16:00 crew1       finish   #1
            03-08T09:00 inspector1  inspect  #1
            """)
        return street
    }

    private static func grant(_ rest: String) -> String {
        "finance1 fund.appropriate appropriation=A source=minsheng amount=50000.00 \(rest)"
    }

    private static let papers = """
        03-09 officer1 claim  #1 total=11850.00
        03-10 finance1 review #1 approved=11260.50
        03-11 leader2  settle #1 retentionRate=3
        """

    @Test("the issue's job in all books: owed when it is settled, spent when it is paid")
    func issue() {
        var street = Self.passed(Self.grant(""), total: "12000.00")
        street.play(Self.papers)
        let before = street.records.count
        #expect(street.vouchers(after: before - 1, of: [.financial, .budget]) == """
            3   03-11 Dr F5001       11260.50 A c1
                      Cr F2302       10922.68 A c1
                      Cr F2307         337.82 A c1
            """)
        street.play("""
            03-12 cashier1 pay     #1 paymentNo=P1
            03-13 cashier1 release #1 amount=100.00
            03-14 cashier1 refund  #1 paymentNo=P1
            """)
        #expect(street.vouchers(after: before, of: [.financial, .budget]) == """
            4   03-12 Dr F2302       10922.68 A c1
                      Cr F4001       10922.68 A c1
                      Dr B7101       10922.68 A c1
                      Cr B6001       10922.68 A c1
            5   03-13 Dr F2307         100.00 A c1
                      Cr F4001         100.00 A c1
                      Dr B7101         100.00 A c1
                      Cr B6001         100.00 A c1
            6   03-14 Dr F2302      -10922.68 A c1 reverses 4
                      Cr F4001      -10922.68 A c1
                      Dr B7101      -10922.68 A c1
                      Cr B6001      -10922.68 A c1
            """)
    }

    struct Resource: Sendable, CustomTestStringConvertible {
        let channel: String
        let year: Int
        var accrual = true
        let financial: String
        let budget: String
        var testDescription: String { "\(channel) of \(year)\(accrual ? "" : ", no accrual")" }
    }

    @Test("channel, origin year and accrual decide what a payment is made from", arguments: [
        Resource(channel: "direct", year: 2026, financial: "F4001", budget: "B6001"),
        Resource(channel: "authorized", year: 2026, financial: "F4001", budget: "B6001"),
        Resource(channel: "bank", year: 2026, financial: "F1002", budget: "B8001.02"),
        Resource(channel: "direct", year: 2025, financial: "F1201", budget: "B8001.03"),
        Resource(channel: "authorized", year: 2024, financial: "F1201", budget: "B8001.03"),
        Resource(channel: "bank", year: 2025, financial: "F1002", budget: "B8001.02"),
        Resource(channel: "direct", year: 2026, accrual: false, financial: "F4001", budget: "B6001"),
        Resource(channel: "direct", year: 2025, accrual: false, financial: "F4001", budget: "B6001"),
        Resource(channel: "bank", year: 2025, accrual: false, financial: "F1002", budget: "B8001.02"),
    ])
    func resources(resource: Resource) {
        var start = MemoryStreet.standard
        if resource.accrual {
            let answer = start.adopt(
                replacing: "'privacy':", with: "'yearEndAccrual':true,'privacy':", effective: "2026-01-01")
            #expect(answer.refusal == nil)
        }
        var street = Self.passed(
            Self.grant("channel=\(resource.channel) originYear:=\(resource.year)"
                + (resource.year < 2026 ? " kind=carried" : "")), total: "12000.00", from: start)
        if resource.channel == "bank" { street.play("cashier1 fund.receive appropriation=A amount=50000.00") }
        street.play(Self.papers)
        let before = street.records.count
        street.play("03-12 cashier1 pay #1")
        let credits = street.records.dropFirst(before).flatMap(\.vouchers).flatMap(\.lines)
            .filter { $0.side == .credit && $0.book != .control }.map(\.account.rawValue)
        #expect(credits == [resource.financial, resource.budget])
    }

    @Test("wrong 1,000.00, red −1,000.00, right 900.00: the expense turned over 900.00, the vouchers are linked")
    func corrected() throws {
        var street = Self.passed(Self.grant(""), total: "1000.00")
        street.play("03-09 officer1 claim #1 total=1000.00 \n 03-10 finance1 review #1 approved=1000.00")
        let before = street.records.count
        street.play("""
            03-11 leader2  settle  #1
            03-12 leader1  reverse #1
            03-13 officer1 claim   #1 total=1000.00
            03-14 finance1 review  #1 approved=900.00
            03-15 leader2  settle  #1
            """)
        #expect(street.vouchers(after: before, of: [.financial]) == """
            3   03-11 Dr F5001        1000.00 A c1
                      Cr F2302        1000.00 A c1
            4   03-12 Dr F5001       -1000.00 A c1 reverses 3
                      Cr F2302       -1000.00 A c1
            5   03-15 Dr F5001         900.00 A c1
                      Cr F2302         900.00 A c1
            """)
        let turnover = street.state.ledger.turnover.filter { $0.key.account == .operatingExpense }.values
        #expect(turnover.reduce(.zero) { $0 + $1.debit }.yuan == "900.00")
        #expect(turnover.allSatisfy { $0.credit == .zero })
    }

    @Test("what is taken back in a later year leaves that year's own expense alone")
    func laterYear() {
        var street = Self.passed(Self.grant(""), total: "12000.00")
        street.play(Self.papers)
        street.play("12-20 cashier1 pay #1 paymentNo=P1 \n 12-21 cashier1 release #1 paymentNo=R1")
        let before = street.records.count
        street.play("""
            2027-01-05T10:00 cashier1 refund  #1 paymentNo=P1
            2027-01-06T10:00 cashier1 refund  #1 paymentNo=R1
            2027-01-07T10:00 leader1  reverse #1
            """)
        #expect(street.vouchers(after: before, of: [.financial, .budget]) == """
            1   01-05 Dr F1201       10922.68 A c1 reverses 4
                      Cr F2302       10922.68 A c1
                      Dr B8001.03    10922.68 A c1
                      Cr B8101.01    10922.68 A c1
            2   01-06 Dr F1201         337.82 A c1 reverses 5
                      Cr F2307         337.82 A c1
                      Dr B8001.03      337.82 A c1
                      Cr B8101.01      337.82 A c1
            3   01-07 Dr F2302       10922.68 A c1 reverses 3
                      Dr F2307         337.82 A c1
                      Cr F3501       11260.50 A c1
            """)
        #expect(street.balance(.operatingExpense, "A") == "11260.50")
        #expect(street.balance(.paid, "A") == "11260.50" && street.balance(.cameBack, "A") == "11260.50")
        // What is settled in its place corrects the earlier year too.
        let reversed = street.records.count
        street.play("""
            2027-01-08T10:00 officer1 claim   #1 total=12000.00
            2027-01-08T11:00 finance1 review  #1 approved=400.00
            2027-01-08T12:00 head1    settle  #1
            """)
        #expect(street.vouchers(after: reversed, of: [.financial, .budget]) == """
            4   01-08 Dr F3501         400.00 A c1
                      Cr F2302         400.00 A c1
            """)
    }

    /// 500.00 of quota came back on 10 January. A payment of the 5th was made of this year's income, one of the 11th of the quota.
    @Test("a payment uses the quota of its own day", arguments: [("2027-01-05", "F4001"), ("2027-01-11", "F1201")])
    func quotaOfItsDay(day: String, account: String) {
        var street = MemoryStreet.standard
        street.play(Self.grant(""))
        street.play(JobLines.settled(1, "12-20", total: "500.00", fund: "A:100%") + "12-21 cashier1 pay #1 paymentNo=P1")
        street.play(JobLines.settled(2, "12-22", total: "100.00", fund: "A:100%"))
        street.play("2027-01-10T09:00 cashier1 refund #1 paymentNo=P1")
        let before = street.records.count
        street.play("2027-01-12T09:00 cashier1 pay #2 day=\(day)")
        let credits = street.records.dropFirst(before).flatMap(\.vouchers).flatMap(\.lines)
            .filter { $0.side == .credit && $0.book == .financial }.map(\.account.rawValue)
        #expect(credits == [account])
    }

    @Test("what was paid from the bank in an earlier year comes back into the bank")
    func laterYearBank() {
        var street = Self.passed(Self.grant("channel=bank"), total: "1000.00")
        street.play("""
            03-09 cashier1 fund.receive appropriation=A amount=1000.00
            03-09 officer1 claim    #1 total=1000.00
            03-10 finance1 review   #1 approved=1000.00
            03-11 leader2  settle   #1
            12-20 cashier1 pay      #1 paymentNo=P1 amount=600.00
            12-21 cashier1 pay      #1 paymentNo=P2
            """)
        let before = street.records.count
        street.play("""
            2027-01-05T10:00 cashier1 refund  #1 paymentNo=P2
            2027-01-06T10:00 cashier1 recover #1 amount=100.00
            """)
        #expect(street.vouchers(after: before, of: [.financial, .budget]) == """
            1   01-05 Dr F1002         400.00 A c1 reverses 6
                      Cr F2302         400.00 A c1
                      Dr B8001.02      400.00 A c1
                      Cr B8101.01      400.00 A c1
            2   01-06 Dr F1002         100.00 A c1
                      Cr F3501         100.00 A c1
                      Dr B8001.02      100.00 A c1
                      Cr B8101.01      100.00 A c1
            """)
    }

    /// 600.00 paid in December from that year's income, 100.00 in January from this year's. Of 500.00 that the firm pays back
    /// 100.00 are this year's, in red; 400.00 were paid last year and are quota now. 300.00 are paid of that; another 200.00
    /// that come back are this year's, and quota: the income was given back before. What it cost was another year's (3501).
    @Test("what a firm pays back belongs to the years in which it was paid, and goes where it came from")
    func recoveredOverTheYears() {
        var street = Self.passed(Self.grant(""), total: "1000.00")
        street.play("""
            03-09 officer1 claim    #1 total=1000.00
            03-10 finance1 review   #1 approved=1000.00
            03-11 leader2  settle   #1
            12-20 cashier1 pay      #1 paymentNo=P1 amount=600.00
            2027-01-05T10:00 cashier1 pay     #1 paymentNo=P2 amount=100.00
            """)
        let before = street.records.count
        street.play("""
            2027-02-05T10:00 cashier1 recover #1 amount=500.00
            2027-02-06T10:00 cashier1 pay     #1 paymentNo=P3 amount=300.00
            2027-02-07T10:00 cashier1 recover #1 amount=200.00
            """)
        #expect(street.vouchers(after: before, of: [.control, .financial, .budget]) == """
            2   02-05 Cr I2501        -100.00 A c1
                      Cr I2101         100.00 A c1
                      Dr I1005         400.00 A c1
                      Cr I2101         400.00 A c1
                      Dr F3501        -100.00 A c1
                      Cr F4001        -100.00 A c1
                      Dr F1201         400.00 A c1
                      Cr F3501         400.00 A c1
                      Dr B7101        -100.00 A c1
                      Cr B6001        -100.00 A c1
                      Dr B8001.03      400.00 A c1
                      Cr B8101.01      400.00 A c1
            3   02-06 Dr I2401         300.00 A c1
                      Cr I2501         300.00 A c1
                      Dr F2302         300.00 A c1
                      Cr F1201         300.00 A c1
                      Dr B7101         300.00 A c1
                      Cr B8001.03      300.00 A c1
            4   02-07 Cr I2501        -200.00 A c1
                      Cr I2101         200.00 A c1
                      Dr F3501        -200.00 A c1
                      Cr F1201        -200.00 A c1
                      Dr B7101        -200.00 A c1
                      Cr B8001.03     -200.00 A c1
            """)
    }

    /// One transfer in two parts: 600.00 and 300.00. What comes back is the second part.
    @Test("of two payments under one number the one that comes back gives its own lines in red")
    func sharedNumber() {
        var street = Self.passed(Self.grant(""), total: "1000.00")
        street.play("""
            03-09 officer1 claim    #1 total=1000.00
            03-10 finance1 review   #1 approved=1000.00
            03-11 leader2  settle   #1
            03-12 cashier1 pay      #1 paymentNo=P1 amount=600.00
            03-12 cashier1 pay      #1 paymentNo=P1 amount=300.00
            """)
        let before = street.records.count
        street.play("03-13 cashier1 refund #1 paymentNo=P1")
        #expect(street.vouchers(after: before, of: [.financial]) == """
            6   03-13 Dr F2302        -300.00 A c1 reverses 5
                      Cr F4001        -300.00 A c1
            """)
    }

    /// 400.00 of carried quota are accrued by the policy of 1 January, or are not; a policy of March changes nothing of it.
    @Test("whether quota was accrued is said by the policy of the year's first day", arguments: [true, false])
    func accrual(first: Bool) {
        var street = MemoryStreet.standard
        for (accrued, day) in [(first, "2026-01-01"), (!first, "2026-03-01")] {
            let answer = street.adopt(
                replacing: "'privacy':", with: "'yearEndAccrual':\(accrued),'privacy':", effective: day)
            #expect(answer.refusal == nil)
        }
        let before = street.records.count
        street.play("03-02T09:00 finance1 fund.appropriate appropriation=A source=minsheng kind=carried originYear:=2025 amount=400.00")
        #expect(street.vouchers(after: before, of: [.financial, .budget]).isEmpty == !first)
    }

    /// 500.00 of 1,000.00 were paid in December and come back in January: quota that is owed. The grant's free 500.00 are none.
    @Test("quota that is owed stays when a grant goes back")
    func obliged() {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=A source=minsheng amount=1000.00")
        street.play(JobLines.settled(1, "12-20", total: "500.00", fund: "A:100%"))
        street.play("12-21 cashier1 pay #1 paymentNo=P1\n2027-01-05T09:00 cashier1 refund #1 paymentNo=P1")
        let before = street.records.count
        street.play("2027-01-06T09:00 finance1 fund.recall appropriation=A amount=500.00")
        #expect(street.vouchers(after: before, of: [.financial, .budget]) == "")
        #expect(street.balance(.returnableQuota, "A") == "500.00")
    }

    /// 500.00 lay in the bank when 2026 began, 300.00 arrived in it and 200.00 in January: of 400.00 given back in December
    /// 300.00 were that year's income.
    @Test("what is given back for December is not taken from January's income")
    func givenBack() {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=A source=minsheng kind=carried originYear:=2025 amount=1000.00 channel=bank cash=500.00
            06-01            cashier1 fund.receive appropriation=A amount=300.00
            2027-01-03T09:00 cashier1 fund.receive appropriation=A amount=200.00
            """)
        let before = street.records.count
        street.play("2027-01-05T09:00 cashier1 fund.return appropriation=A amount=400.00 day=2026-12-31")
        #expect(street.vouchers(after: before, of: [.financial]) == """
            3   12-31 Dr F4001         300.00 A
                      Dr F3001         100.00 A
                      Cr F1002         400.00 A
            """)
    }

    @Test("a payment entered in January for December is December's, and so is what it is refunded against")
    func overTheYear() {
        var street = Self.passed(Self.grant(""), total: "12000.00")
        street.play(Self.papers)
        let before = street.records.count
        street.play("""
            2027-01-05T09:00 cashier1 pay    #1 paymentNo=P1 amount=100.00 day=2026-12-31
            2027-01-05T10:00 cashier1 pay    #1 paymentNo=P2 amount=200.00 day=2027-01-05
            2027-01-06T09:00 cashier1 refund #1 paymentNo=P1
            2027-01-06T10:00 cashier1 refund #1 paymentNo=P2
            """)
        let budget = street.vouchers(after: before, of: [.budget]).split(separator: "\n").map { $0.dropFirst(10) }
        #expect(budget == [
            "Dr B7101         100.00 A c1", "Cr B6001         100.00 A c1", "Dr B7101         200.00 A c1",
            "Cr B6001         200.00 A c1", "Dr B8001.03      100.00 A c1 reverses 4", "Cr B8101.01      100.00 A c1",
            "Dr B7101        -200.00 A c1 reverses 1", "Cr B6001        -200.00 A c1",
        ])
    }

    @Test("money in the bank arrives before it is spent, and no more of it than was granted")
    func bank() {
        var street = Self.passed(Self.grant("channel=bank"), total: "12000.00")
        street.play(Self.papers)
        let before = street.records.count
        street.play("""
            03-12 cashier1 pay #1                                                         ! pay.bank
            03-12 cashier1 fund.receive appropriation=A amount=50000.01                  ! receive.exceeds
            03-12 cashier1 fund.receive appropriation=A amount=10000.00 day=2026-03-10
            03-13 cashier1 pay #1                                                         ! pay.bank
            03-13 cashier1 pay #1 amount=10000.00 paymentNo=P1
            03-14 cashier1 fund.receive appropriation=A amount=40000.01                  ! receive.exceeds
            03-15 cashier1 refund #1 paymentNo=P1
            03-16 finance1 fund.recall appropriation=A amount=38739.50
            03-17 cashier1 fund.receive appropriation=A amount=1260.51                   ! receive.exceeds
            03-17 cashier1 fund.receive appropriation=A amount=1260.50
            """)
        #expect(street.vouchers(after: before, of: [.financial, .budget]) == """
            4   03-10 Dr F1002       10000.00 A
                      Cr F4001       10000.00 A
                      Dr B8001.02    10000.00 A
                      Cr B6001       10000.00 A
            5   03-13 Dr F2302       10000.00 A c1
                      Cr F1002       10000.00 A c1
                      Dr B7101       10000.00 A c1
                      Cr B8001.02    10000.00 A c1
            6   03-15 Dr F2302      -10000.00 A c1 reverses 5
                      Cr F1002      -10000.00 A c1
                      Dr B7101      -10000.00 A c1
                      Cr B8001.02   -10000.00 A c1
            8   03-17 Dr F1002        1260.50 A
                      Cr F4001        1260.50 A
                      Dr B8001.02     1260.50 A
                      Cr B6001        1260.50 A
            """)
    }
}
