import Bank
@testable import Desk
import Journal
import Kernel
import Store
import Testing
import TestKit

/// What is compared folded, shared or taken out again: the same in the store as in memory, verified and rebuilt.
struct BankCorrectionTests {
    /// Two jobs of one contractor, paid by one transfer that is written in two ways.
    private static let paid: String = (1...2).map { number in
        """
        grid1 call
        grid1 accept #\(number)
        officer1 survey #\(number) total=1000.00
        head1 sign #\(number)
        dispatcher1 dispatch #\(number)
        crew1 start #\(number)
        crew1 finish #\(number)
        inspector1 inspect #\(number)
        officer1 claim #\(number) total=1000.00
        finance1 review #\(number) approved=1000.00
        head1 settle #\(number)
        cashier1 pay #\(number) paymentNo=\(number == 1 ? "ZF-01" : "zf01")

        """
    }.joined()

    private static let start = MemoryStreet.funded.records.count + 24
    private static let script = paid + """
        finance1 bank.import bank=treasury account=国-库 rows=01-02:-2000.00:ZF-01:A,01-02:-1.00::B
        finance1 bank.import bank=treasury account=国库 rows=01-02:-2000.00:ZF-01:A,01-02:-2.00::C -newAccount
        finance1 bank.import bank=treasury account=国库 rows=01-02:-2.00::C -newAccount
        finance1 bank.import bank=treasury account=国厍 rows=01-02:-2.00::C -newAccount
        finance1 bank.import bank=treasury account=国厍 rows=01-02:-2.00::C
        finance1 match.make on=\(start + 1).1 pay=zf01
        finance1 bank.void record:=\(start + 1)
        finance1 bank.void record:=\(start + 3)
        finance1 bank.void record:=\(start + 3)
        finance1 match.undo match:=\(start + 4)
        finance1 bank.void record:=\(start + 1)
        finance1 bank.import bank=treasury account=国库 rows=01-02:-2000.00:ZF-01:A
        cashier1 refund #2 paymentNo=ZF-01
        cashier1 pay #2 paymentNo=zf-01
        cashier1 refund #1 paymentNo=zf01
        finance1 match.make on=\(start + 8).1 pay=ZF01 rule=number confidence=sure
        """

    @Test(arguments: Engine.allCases)
    func isTheSameAsInMemory(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(Self.script)
            let org = try DeskStreet.org()
            let book = try await street.desk.look { (connection, _) throws(Refusal) in
                try BankReader(connection, org: org).book()
            }
            #expect(book == memory.state.bank)
            let items = book.items.values.map { "\($0.name.text) \($0.effect.fen.yuan) \($0.jobs.count)" }
            #expect(items.sorted() == ["ZF-01 -2000.00 2", "refund:ZF-01 2000.00 2"])
            #expect(book.accounts.keys.map(\.text) == ["国-库"])
            #expect(book.lines.keys.map(\.text).sorted() == ["\(Self.start + 2).1", "\(Self.start + 8).1"])
            _ = try await street.verify().get()
            let before = try await street.dump()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    @Test("the store answers what memory answers", arguments: Engine.allCases)
    func answers(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = MemoryStreet.funded
            var expected: [String] = []
            let envelopes = memory.envelopes + Self.script.split(separator: "\n").map { line in
                let envelope = memory.envelope(String(line))
                expected.append(memory.run(envelope).json(.en).text)
                return envelope
            }
            let answers = try await street.desk.execute(envelopes.map(street.desk.read))
            #expect(answers.suffix(expected.count).map { $0.json(.en).text } == expected)
            let refusals = answers.suffix(16).map { $0.refusal?.code.rawValue ?? "ok" }
            #expect(refusals == [
                "ok", "ok", "statement.known", "account.new", "ok", "ok", "statement.matched", "ok", "statement.voided",
                "ok", "ok", "ok", "ok", "payment.taken", "ok", "ok",
            ])
        }
    }
}
