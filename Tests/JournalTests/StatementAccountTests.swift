import Bank
import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Whose account a statement is of, and how what came in by mistake is taken out again.
struct StatementAccountTests {
    @Test("an account is compared however it is written, and written as it is known")
    func folded() {
        var street = MemoryStreet.funded
        street.play("""
            finance1 bank.import account=3300-1111-2222-3333 rows=01-01:-5.00::S1
            finance1 bank.import account=3300111122223333 rows=01-01:-5.00::S1 ! statement.known
            finance1 bank.import account=3300—1111—22223333 rows=01-01:-5.00::S1,01-02:-6.00::S2 -newAccount
            finance1 bank.import account=３３００１１１１２２２２３３３３ rows=01-02:9.00 custody=treasury ! statement.custody
            """)
        #expect(street.state.bank.accounts.keys.map(\.text) == ["3300-1111-2222-3333"])
        #expect(Set(street.state.bank.lines.values.map(\.account.text)) == ["3300-1111-2222-3333"])
        #expect(street.state.bank.lines.count == 2)
    }

    @Test("an account that no statement has named is opened only when the form says so")
    func new() throws {
        var street = MemoryStreet.funded
        let first = try #require(street.line("finance1 bank.import rows=01-01:1.00 -newAccount").refusal)
        #expect(first.code == .accountNew && first["known"] == "" && first.message(.zh).contains("尚无"))
        street.play("finance1 bank.import rows=01-01:1.00")
        let second = try #require(street.line("finance1 bank.import account=1002 rows=01-01:1.00 newAccount:=false").refusal)
        #expect(second.code == .accountNew && second["known"] == "1001" && second["account"] == "1002")
        #expect(second["bank"] == "icbc")
        street.play("finance1 bank.import rows=01-02:1.00 -newAccount")
    }

    @Test("an account whose digits a spreadsheet took is refused, new or not", arguments: [
        "1.0012E+18", "1001202609000000000",
    ])
    func spoilt(account: String) throws {
        var street = MemoryStreet.funded
        let refusal = try #require(street.line("finance1 bank.import account=\(account) rows=01-01:1.00").refusal)
        #expect(refusal.code == .inputValue && refusal["field"] == "with.account" && refusal.message(.zh).contains("电子表格"))
        #expect(street.state.bank.accounts.isEmpty)
    }

    @Test("a journal with an account in two spellings, from before they were one, still replays")
    func twoSpellings() throws {
        var street = MemoryStreet.funded
        street.play("finance1 bank.import account=33-11 rows=01-01:-5.00::S1")
        let record = try #require(street.records.last)
        guard case .statementImported(let form) = try #require(record.events.first) else { return }
        let other = ImportStatementForm(account: try Label("3311"), bank: form.bank, file: form.file, lines: form.lines)
        try street.remember(.statementImported(form: other))
        #expect(street.state.bank.account(try Label("3311"))?.account.text == "3311")
        #expect(street.state.bank.account(try Label("３３-11"))?.account.text == "33-11")
        // The first account's line is taken out without setting free what the second one holds.
        street.play("finance1 bank.void record:=\(record.seq)")
        #expect(street.line("finance1 bank.import account=3311 rows=01-01:-5.00::S1").refusal?.code == .statementKnown)
    }

    @Test("a voided import may come again, also as the account's first")
    func void() throws {
        var street = MemoryStreet.funded
        street.play("+2d finance1 bank.import account=1002 rows=01-01:-5.00,01-03:-5.00")
        let record = street.records.count
        street.play("""
            cashier1 bank.void record:=\(record) ! role.required
            finance1 bank.void record:=\(record + 1) ! statement.unknown
            finance1 bank.void record:=1 ! statement.unknown
            finance1 bank.void record:=\(record)
            finance1 bank.void record:=\(record) ! statement.voided
            """)
        #expect(street.state.bank.accounts.isEmpty && street.state.bank.lines.isEmpty)
        street.play("""
            finance1 bank.import account=1002 rows=01-01:-5.00 -newAccount ! account.new
            finance1 bank.import account=1001 rows=01-01:-5.00,01-03:-5.00
            finance1 bank.void record:=\(record) ! statement.voided
            """)
        #expect(street.state.bank.accounts.keys.map(\.text) == ["1001"])
    }

    @Test("what is matched stands in the way, and is named")
    func matched() throws {
        var street = MemoryStreet.funded
        street.play("finance1 bank.import rows=01-01:-5.00,01-01:5.00,01-01:7.00")
        let record = street.records.count
        street.play("finance1 match.make on=\(record).1,\(record).2 payments:=[]")
        let refusal = try #require(street.line("finance1 bank.void record:=\(record)").refusal)
        #expect(refusal.code == .statementMatched && refusal["count"] == "2")
        #expect(refusal["lines"] == "\(record).1 (\(record + 1)), \(record).2 (\(record + 1))")
        street.play("""
            finance1 match.undo match:=\(record + 1)
            finance1 bank.void record:=\(record)
            """)
        #expect(street.state.bank.lines.isEmpty)
    }

    @Test("the days of an account shrink with a voided import, so that another format may bring them")
    func spans() throws {
        var street = MemoryStreet.funded
        street.play("finance1 bank.import rows=01-01:-5.00")
        let first = street.records.count
        street.play("+5d finance1 bank.import rows=01-05:-6.00,01-07:-6.00")
        let form = "finance1 bank.import bank=ccb rows=01-06:9.00::S1"
        street.play(form + " ! statement.format")
        street.play("finance1 bank.void record:=\(first + 1)")
        let account = try #require(street.state.bank.account(try Label("1001")))
        #expect(account.spans.map { "\($0.bank) \($0.first.text) \($0.last.text)" } == ["icbc 2026-01-01 2026-01-01"])
        street.play(form)
    }

    @Test("another format may begin the day after the last day of the one before", arguments: [
        ("01-07", "statement.format"), ("01-08", nil), ("01-04", nil), ("01-05", "statement.format"),
    ] as [(String, String?)])
    func formats(day: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play("01-10T09:00 finance1 bank.import rows=01-05:-6.00,01-07:-6.00")
        let answer = street.line("finance1 bank.import bank=ccb rows=\(day):9.00::S1")
        #expect(answer.refusal?.code.rawValue == refusal)
    }

    @Test("the journal read again gives the same accounts and lines")
    func replay() {
        let record = MemoryStreet.funded.records.count + 1
        let script = [
            "finance1 bank.import rows=01-01:-5.00", "finance1 bank.import rows=01-02:-5.00",
            "finance1 bank.void record:=\(record)", "finance1 bank.import account=10-01 rows=01-01:-5.00 -newAccount",
        ]
        #expect(StreetCheck.firstFailure(of: script, from: .funded) == nil)
    }
}
