import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// The two worked years of books.md B1 §10: every line of every voucher, and every balance.
struct YearCloseTests {
    private static let withAccrual = WorkedStreet.closedTwice(accrual: true)
    private static let without = WorkedStreet.closedTwice(accrual: false)

    @Test("with accrual: what lapses goes back, the rest is accrued, closed and carried, twice")
    func accrual() {
        let street = Self.withAccrual
        #expect(street.worked(2026).joined(separator: "\n") == WorkedVouchers.ordinary + "\n"
            + WorkedVouchers.closeAccrual.upTo("2027-000001"))
        #expect(street.worked(2027).joined(separator: "\n") == WorkedVouchers.closeAccrual.from("2027-000001") + "\n"
            + WorkedVouchers.nextYear + "\n" + WorkedVouchers.closeNext.upTo("2028-000001"))
        #expect(street.worked(2028).joined(separator: "\n") == WorkedVouchers.closeNext.from("2028-000001"))
    }

    @Test("without accrual: older money is income when it is paid, and nothing is confirmed")
    func none() {
        let street = Self.without
        let carried = "  SG-25 F: Dr F1201 20000.00 · Cr F3001 20000.00\n  SG-25 B: Dr B8001.03 20000.00 · Cr B8101.07 20000.00\n"
        let ordinary = WorkedVouchers.ordinary.replacing(carried, with: "").income("5000.00", in: "2026-000007")
        // The last two vouchers are numbered one less, and equal.
        let last = WorkedVouchers.closeAccrual.from("2026-000019").replacing("2026-000019", with: "2026-000018")
        #expect(street.worked(2026).joined(separator: "\n") == ordinary + "\n" + WorkedVouchers.closeNone + "\n"
            + last.upTo("2027-000001"))
        let paid = WorkedVouchers.nextYear.income("10922.68", in: "2027-000002").income("2800.00", in: "2027-000006")
        let year = street.worked(2027)
        #expect(year.prefix(8).joined(separator: "\n") == last.from("2027-000001") + "\n" + paid)
        #expect(year.dropFirst(8).joined(separator: "\n") == Self.closeNextWithout)
    }

    /// Not printed in the specification: its balances are.
    private static let closeNextWithout = """
        2027-000009 12-31 adjusting 年末收回
          SG-25 I: Dr I2101 200.00 · Cr I1009 200.00
        2027-000010 12-31 closing 结转本年收入费用、预算收入支出
          MS-26 F: Dr F4001 10922.68 · Cr F3301 10922.68
          SG-25 F: Dr F4001 2800.00 · Cr F3301 2800.00 · Dr F3301 2800.00 · Cr F5001 2800.00
          MS-26 B: Dr B6001 10922.68 · Cr B8101.06 10922.68 · Dr B8101.06 10922.68 · Cr B7101 10922.68
          SG-25 B: Dr B6001 2800.00 · Cr B8101.06 2800.00 · Dr B8101.06 7800.00 · Cr B7101 7800.00
          MS-26-BK B: Dr B8101.06 180.00 · Cr B7101 180.00
        2027-000011 12-31 closing 结转盈余、财政拨款结转
          MS-26 F: Dr F3301 10922.68 · Cr F3302 10922.68 · Dr F3302 10922.68 · Cr F3001 10922.68
          SG-25 B: Dr B8101.01 5000.00 · Cr B8101.07 5000.00 · Dr B8101.07 5000.00 · Cr B8101.06 5000.00
          MS-26-BK B: Dr B8101.07 10000.00 · Cr B8101.04 10000.00 · Dr B8101.07 180.00 · Cr B8101.06 180.00
        2027-000012 12-31 closing 结转下年
          MS-26 I: Dr I2101 80739.50 · Dr I2301 8000.00 · Dr I2402 337.82 · Cr I2601 89077.32
          MS-26-BK I: Dr I2101 14000.00 · Cr I2601 14000.00
        """

    /// The specification's table: on 31 December before closing and after, of 2026 and of 2027.
    @Test("balances of both books, before and after each close", arguments: [true, false])
    func balances(accrual: Bool) {
        let street = accrual ? Self.withAccrual : Self.without
        let columns = [(2026, false), (2026, true), (2027, false), (2027, true)].map { year, after in
            street.balances(of: year, closed: after)
        }
        let text = Account.allCases.filter { $0.book != .control }.compactMap { account -> String? in
            let amounts = columns.map { $0[account].map { $0.sided(account) } ?? "" }
            if amounts.allSatisfy(\.isEmpty) { return nil }
            return ([account.rawValue] + amounts).joined(separator: " | ")
        }
        #expect(text.joined(separator: "\n") == (accrual ? Self.tableWith : Self.tableWithout))
    }

    private static let tableWith = """
        F1002 | Dr 18180.00 | Dr 18180.00 | Dr 8000.00 | Dr 8000.00
        F1201 | Dr 15000.00 | Dr 103000.00 | Dr 89277.32 | Dr 89077.32
        F2302 | Cr 10922.68 | Cr 10922.68 | 0.00 | 0.00
        F2307 | Cr 180.00 | Cr 180.00 | 0.00 | 0.00
        F2502 | Cr 337.82 | Cr 337.82 | Cr 337.82 | Cr 337.82
        F3001 | Cr 20000.00 | Cr 109739.50 | Cr 99739.50 | Cr 96739.50
        F3301 |  | 0.00 |  | 0.00
        F3302 |  | 0.00 |  | 0.00
        F4001 | Cr 24000.00 | 0.00 |  | 
        F5001 | Dr 22260.50 | 0.00 | Dr 2800.00 | 0.00
        B6001 | Cr 24000.00 | 0.00 |  | 
        B7101 | Dr 10820.00 | 0.00 | Dr 18902.68 | 0.00
        B8001.02 | Dr 18180.00 | Dr 18180.00 | Dr 8000.00 | Dr 8000.00
        B8001.03 | Dr 15000.00 | Dr 103000.00 | Dr 89277.32 | Dr 89077.32
        B8101.01 |  |  | Cr 5000.00 | 0.00
        B8101.04 |  | 0.00 | Dr 10000.00 | 0.00
        B8101.06 |  | 0.00 |  | 0.00
        B8101.07 | Cr 20000.00 | Cr 121180.00 | Cr 121180.00 | Cr 97077.32
        """

    private static let tableWithout = """
        F1002 | Dr 18180.00 | Dr 18180.00 | Dr 8000.00 | Dr 8000.00
        F1201 |  |  | 0.00 | 0.00
        F2302 | Cr 10922.68 | Cr 10922.68 | 0.00 | 0.00
        F2307 | Cr 180.00 | Cr 180.00 | 0.00 | 0.00
        F2502 | Cr 337.82 | Cr 337.82 | Cr 337.82 | Cr 337.82
        F3001 |  | Cr 6739.50 | Dr 3260.50 | Cr 7662.18
        F3301 |  | 0.00 |  | 0.00
        F3302 |  | 0.00 |  | 0.00
        F4001 | Cr 29000.00 | 0.00 | Cr 13722.68 | 0.00
        F5001 | Dr 22260.50 | 0.00 | Dr 2800.00 | 0.00
        B6001 | Cr 29000.00 | 0.00 | Cr 13722.68 | 0.00
        B7101 | Dr 10820.00 | 0.00 | Dr 18902.68 | 0.00
        B8001.02 | Dr 18180.00 | Dr 18180.00 | Dr 8000.00 | Dr 8000.00
        B8001.03 |  |  | 0.00 | 0.00
        B8101.01 |  |  | Cr 5000.00 | 0.00
        B8101.04 |  |  | Dr 10000.00 | 0.00
        B8101.06 |  | 0.00 |  | 0.00
        B8101.07 |  | Cr 18180.00 | Cr 18180.00 | Cr 8000.00
        """

    @Test("what lapsed can no longer be held, from the first of January on, closed or not")
    func lapsed() {
        for var street in [WorkedStreet.closed(accrual: true), WorkedStreet.played(accrual: true)] {
            street.play("""
                2027-01-12T08:00 grid1    call
                2027-01-12T08:10 grid1    accept 2027-0001 tenure=transferred estate=e1
                2027-01-12T09:00 officer1 survey 2027-0001 total=200.00 fund=SG-25:200.00
                2027-01-12T10:00 leader1  sign   2027-0001 ! funds.lapsed
                """.replacing("2027-0001", with: "#2027-0001"))
        }
    }

    @Test("the closes verify: everything is derived again from the records")
    func replay() throws {
        for street in [Self.withAccrual, Self.without] {
            var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
            for stored in street.stored { _ = try replay.take(stored) }
            #expect(replay.state.difference(from: street.state) == nil)
        }
    }
}

extension String {
    fileprivate func upTo(_ number: String) -> String {
        range(of: number).map { String(self[..<$0.lowerBound].dropLast()) } ?? self
    }

    fileprivate func from(_ number: String) -> String { range(of: number).map { String(self[$0.lowerBound...]) } ?? "" }

    private func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }

    /// A payment of an older appropriation, from this year's income.
    fileprivate func income(_ amount: String, in number: String) -> String {
        guard let start = firstRange(of: number)?.lowerBound else { return self }
        let rest = self[start...].replacing("Cr F1201 " + amount, with: "Cr F4001 " + amount, maxReplacements: 1)
            .replacing("Cr B8001.03 " + amount, with: "Cr B6001 " + amount, maxReplacements: 1)
        return String(self[..<start] + rest)
    }
}

extension Fen {
    /// `Dr 18180.00`, on the side where the balance stands.
    fileprivate func sided(_ account: Account) -> String {
        if self == .zero { return yuan }
        let side = isNegative ? account.normal.opposite : account.normal
        return (side == .debit ? "Dr " : "Cr ") + (isNegative ? -self : self).yuan
    }
}

extension MemoryStreet {
    /// What stands on each account when a year ends, over all appropriations, without what its close booked or
    /// with it; accounts that have nothing and were not booked in the year are left out.
    fileprivate func balances(of year: Int, closed: Bool) -> [Account: Fen] {
        var (sums, booked): ([Account: Fen], Set<Account>) = ([:], [])
        for (key, turnover) in state.ledger.turnover where key.day <= Day.last(of: year) {
            let isOfClose = key.phase == .closing || key.phase == .adjusting
            if isOfClose, key.day.year == year, !closed { continue }
            sums[key.account, default: .zero] += turnover.effect(on: key.account)
            if key.day.year == year { booked.insert(key.account) }
        }
        return sums.filter { $0.value != .zero || booked.contains($0.key) }
    }
}
