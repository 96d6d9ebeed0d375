import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// What holds whatever a street is asked to do (design §7, §10).
struct RandomStreetTests {
    static let start: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=90000.00
            finance1 fund.appropriate appropriation=M25 source=minsheng amount=30000.00 kind=carried originYear:=2025
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=60000.00 kind=supplement
            finance1 fund.appropriate appropriation=S26 source=sangong  amount=50000.00
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=40000.00 channel=bank
            cashier1 fund.receive     appropriation=B26 amount=20000.00
            """)
        return street
    }()

    static let length = 300

    static let seeds: ClosedRange<UInt64> = 1...8

    @Test("identity, limits, gapless vouchers, same id, nothing changed by a refusal, replay", arguments: seeds)
    func holds(seed: UInt64) {
        let lines = walk(seed).lines
        guard let failure = StreetCheck.firstFailure(of: lines, from: Self.start) else { return }
        let short = shortened(lines) { StreetCheck.firstFailure(of: $0, from: Self.start) != nil }
        let reason = StreetCheck.firstFailure(of: short, from: Self.start) ?? failure
        Issue.record("seed \(seed): \(reason)\n\(short.joined(separator: "\n"))")
    }

    @Test("the walks reach every step, and are refused too")
    func deep() {
        let walks = Self.seeds.map(walk)
        var accepted: [String: Int] = [:]
        let records = walks.flatMap { $0.street.records.dropFirst(Self.start.records.count) }
        for record in records {
            accepted[record.command["do"]?.string ?? "", default: 0] += 1
        }
        for verb in Verb.allCases { #expect(accepted[verb.does, default: 0] > 0, "no \(verb.does)") }
        for money in ["settle", "pay", "refund", "reverse", "release", "close"] {
            #expect(accepted["job.\(money)", default: 0] >= 8, "few job.\(money)")
        }
        let booked = Set(records.flatMap(\.vouchers).flatMap(\.lines).map(\.account))
        // What the year's close books is not here, and no source is another government's.
        let unused: Set<Account> = [
            .broughtForward, .unallotted, .carriedForward, .quota, .prepayment, .quotaFunds, .periodSurplus,
            .surplusDistribution, .nonFiscalIncome, .nonFiscalBudgetIncome, .carryOverOfYear, .carryOver,
            .balanceReturned, .balanceTransferredIn, .balance, .nonFiscalAdjustment, .nonFiscalReturned,
            .nonFiscalOfYear, .nonFiscalCarryOver,
        ]
        #expect(Set(Account.allCases).subtracting(booked) == unused, "accounts that no walk books")
        let asked = walks.count * Self.length
        #expect(accepted.values.reduce(0, +) > asked / 2 && accepted.values.reduce(0, +) < asked)
    }

    private func walk(_ seed: UInt64) -> (lines: [String], street: MemoryStreet) {
        var way = StreetWalk(seed: seed)
        var street = Self.start
        let lines = (0..<Self.length).map { _ in
            let line = way.next(street)
            _ = street.line(line)
            return line
        }
        return (lines, street)
    }

    @Test("a break is shortened to the lines that matter")
    func shrinks() {
        let pairs = (1...9).flatMap { ["grid1 call", "dispatcher1 reject #\($0)"] }
        let short = shortened(pairs) { lines in
            var street = Self.start
            for line in lines { _ = street.line(line) }
            return street.state.jobs.values.filter { $0.works == .rejected }.count >= 2
        }
        #expect(short == ["grid1 call", "dispatcher1 reject #1", "grid1 call", "dispatcher1 reject #2"])
    }
}
