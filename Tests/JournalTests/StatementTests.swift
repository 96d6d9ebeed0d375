import Bank
import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// Statements and matches in the journal: nothing comes in twice, nothing is matched twice, everything is derived again.
struct StatementTests {
    @Test("an import adds what is new, by number or by what is printed")
    func overlap() {
        var street = MemoryStreet.funded
        street.play("""
            cashier1 bank.import rows=01-01:-5.00,01-02:-7.00
            finance1 bank.import rows=01-02:-7.00,01-02:-8.00
            finance1 bank.import rows=01-01:-5.00,01-02:-7.00,01-02:-8.00 ! statement.known
            finance1 bank.import account=2002 bank=ccb rows=01-01:-5.00::S1,01-02:-5.00::S2
            finance1 bank.import account=2002 bank=ccb rows=01-02:-6.00::S2,01-02:-5.00::S3 ! statement.differs
            finance1 bank.import account=2002 bank=ccb rows=01-02:-5.00::S2,01-02:-5.00::S3
            grid1    bank.import rows=01-01:-1.00 ! role.required
            finance1 bank.import rows=01-01:0.00 ! amount.zero
            finance1 bank.import lines:=[] ! input.empty
            finance1 bank.import file=abc rows=01-01:-1.00 ! input.value
            """)
        #expect(Self.lines(street) == [
            "1001 -5.00", "1001 -7.00", "1001 -8.00", "2002 -5.00", "2002 -5.00", "2002 -5.00",
        ])
        let accounts = street.state.bank.accounts.values.map { "\($0.account.text) \($0.custody)" }
        #expect(accounts.sorted() == ["1001 bank", "2002 bank"])
    }

    @Test("any cut, order and overlap of files gives the same lines", arguments: 0..<20)
    func shuffled(seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        // Days of up to four lines of few amounts, so that many are equal; files hold whole days.
        let days = (1...9).map { day in
            (0..<Int.random(in: 1...4, using: &dice)).map { _ in
                StatementLine(
                    day: Day.first(of: 2026) + day, direction: .out, amount: Fen(Int64.random(in: 1...2, using: &dice)),
                    summary: try? Label("付款"))
            }
        }
        var expected: [String]?
        for _ in 0..<4 {
            var street = MemoryStreet.funded
            street.play("2026-02-01 admin1 user.add user=x name=x roles:=['grid']")
            var spans = (0..<6).map { _ in
                let first = Int.random(in: 0..<9, using: &dice)
                return first...Int.random(in: first..<9, using: &dice)
            } + [0...3, 3...8]
            spans.shuffle(using: &dice)
            for span in spans {
                let form = ImportStatementForm(
                    account: try Label("1001"), bank: .icbc, file: try Code(String(repeating: "0a", count: 32)),
                    newAccount: true, lines: days[span].flatMap { $0.shuffled(using: &dice) }.numbered(of: .icbc))
                let command = street.envelope("finance1 bank.import").with("with", JSON(form))
                let refusal = street.run(command).refusal
                #expect(refusal == nil || refusal?.code == .statementKnown)
            }
            let found = street.state.bank.lines.values.map { $0.line.key(of: .icbc) }.sorted()
            #expect(found == days.flatMap { $0.numbered(of: .icbc) }.map { $0.key(of: .icbc) }.sorted())
            #expect(expected == nil || expected == found)
            expected = found
        }
    }

    @Test("payments are divided by whose money it was; refunds come in on their day")
    func items() throws {
        var street = MemoryStreet.funded
        street.play(Self.paidFromBoth + "+3d cashier1 refund #1 paymentNo=P1")
        #expect(Self.items(street) == [
            "bank P1 2026-01-02 -400.00", "bank receipt:R1 2026-01-02 9000.00", "bank refund:P1 2026-01-05 400.00",
            "treasury P2 2026-01-02 -600.00",
        ])
    }

    @Test("a record of both custodies under one number, from before that was refused, is two items")
    func oldItems() throws {
        var street = MemoryStreet.funded
        street.play(Self.paidFromBoth)
        let record = try #require(street.records.last)
        let shares = [Share(try Code("M26"), Fen(300)), Share(try Code("B26"), Fen(200))]
        let event = JobEvent.paid(
            paymentNo: try Label("P9"), day: record.at.day, amount: Fen(500), shares: shares)
        let job = try Code("2026-0001")
        try street.remember(.job(job: job, event: event), job: job)
        #expect(Self.items(street).filter { $0.contains("P9") } == [
            "bank P9 2026-01-02 -2.00", "treasury P9 2026-01-02 -3.00",
        ])
    }

    @Test("matches hold lines and items of equal sums, and are taken apart")
    func matches() throws {
        var street = MemoryStreet.funded
        street.play(Self.paidFromBoth + "finance1 bank.import rows=01-02:-400.00,01-02:-250.00,01-02:-150.00,01-02:150.00")
        let seq = street.records.count
        street.play("""
            cashier1 match.make on=\(seq).1 pay=P1 ! role.required
            finance1 match.make on=\(seq).2 pay=P1 ! match.sum
            finance1 match.make on=\(seq).2,\(seq).3 pay=P1 note=两笔
            finance1 match.make on=\(seq).1 pay=P1 ! match.taken
            finance1 match.undo match:=\(seq + 1)
            finance1 match.make on=\(seq).1 pay=P1 rule=number confidence=sure
            finance1 match.make on=\(seq).3,\(seq).4 payments:=[]
            """)
        #expect(street.state.bank.lines.values.filter { $0.match == nil }.map(\.id.text) == ["\(seq).2"])
        #expect(street.state.bank.items.values.compactMap(\.match) == [seq + 3])
        #expect(street.state.bank.matches.values.filter(\.undone).map(\.number) == [seq + 1])
    }

    @Test("the journal read again gives the same book of the bank")
    func replay() throws {
        let script = Self.paidFromBoth + """
            finance1 bank.import rows=01-02:-400.00:P1,01-02:-250.00
            finance1 match.make on=\(MemoryStreet.funded.records.count + 16).1 pay=P1
            finance1 match.undo match:=\(MemoryStreet.funded.records.count + 17)
            """
        let lines = script.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
        #expect(StreetCheck.firstFailure(of: lines, from: .funded) == nil)
    }

    /// 400.00 at the bank, paid as P1, and 600.00 of the treasury, as P2.
    static let paidFromBoth = """
        finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
        cashier1 fund.receive appropriation=B26 amount=9000.00 receiptNo=R1
        grid1 call
        grid1 accept #1
        officer1 survey #1 total=1000.00 fund=M26:60%,B26:40%
        head1 sign #1
        dispatcher1 dispatch #1
        crew1 start #1
        crew1 finish #1
        inspector1 inspect #1
        officer1 claim #1 total=1000.00
        finance1 review #1 approved=1000.00
        head1 settle #1
        cashier1 pay #1 paymentNo=P1 custody=bank
        cashier1 pay #1 paymentNo=P2 custody=treasury

        """

    private static func lines(_ street: MemoryStreet) -> [String] {
        street.state.bank.lines.values.sorted { $0.id < $1.id }.map { "\($0.account.text) \($0.line.effect.yuan)" }.sorted()
    }

    private static func items(_ street: MemoryStreet) -> [String] {
        street.state.bank.items.values
            .map { "\($0.custody) \($0.name.text) \($0.day.text) \($0.effect.fen.yuan)" }.sorted()
    }
}
