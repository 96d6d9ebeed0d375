import Journal
import Kernel
import TestKit
import Testing

/// Bad input gets a named error with its field, and nothing is written.
struct InputTests {
    private static let good = """
        {'id':'x','org':'NHL','by':'finance1','at':'2026-03-01T10:00:00+08:00','do':'fund.appropriate',\
        'with':{'appropriation':'A','source':'minsheng','kind':'original','amount':'12.00','documentNo':'1'}}
        """

    /// Code, field (or `-`), and the envelope with one part of it replaced.
    struct Row: Sendable, CustomTestStringConvertible {
        let code: String
        let field: String
        let part: String
        let replacement: String
        var testDescription: String { "\(part) → \(replacement.prefix(40))" }

        init(_ code: String, _ field: String, _ part: String, _ replacement: String) {
            (self.code, self.field, self.part, self.replacement) = (code, field, part, replacement)
        }
    }

    @Test("an amount that is not money", arguments: [
        ("12.00", "input.wrongType"), ("12", "input.wrongType"), ("-1", "input.wrongType"),
        ("true", "input.wrongType"), ("null", "input.null"), ("{}", "input.wrongType"),
        ("'1e3'", "money.format"), ("'1,000.00'", "money.format"), ("'-0.01'", "money.format"),
        ("'0.005'", "money.format"), ("'１２.００'", "money.format"), ("'١٢'", "money.format"), ("''", "money.format"),
        ("' 12'", "money.format"), ("'.5'", "money.format"), ("'5.'", "money.format"), ("'05'", "money.format"), ("'+5'", "money.format"),
        ("'NaN'", "money.format"), ("'0x10'", "money.format"), ("'12.00元'", "money.format"),
        ("'92233720368547758.08'", "money.range"), ("'9999999999999999999999'", "money.range"),
    ])
    func money(amount: String, code: String) {
        check(Row(code, "with.amount", "'12.00'", amount))
    }

    @Test("more than the ledger can hold is refused", arguments: ["92233720368547758.07", "10000000000000000.01"])
    func capacity(amount: String) {
        check(Row("money.range", "-", "'12.00'", "'\(amount)'"))
    }

    @Test("an envelope or a form that is not one", arguments: [
        Row("input.truncated", "-", "'1'}}", "'1'}"),
        Row("input.truncated", "-", "'1'}}", "'1"),
        Row("input.malformed", "-", "'1'}}", "'1'}}}"),
        Row("input.malformed", "-", "'id':'x',", "'id':'x',,"),
        Row("input.malformed", "-", "'id':'x',", "id:'x',"),
        Row("input.malformed", "-", "'id':'x'", "'id':'\\ud800'"),
        Row("input.malformed", "-", "'12.00'", "NaN"),
        Row("input.bom", "-", "{'id'", "\u{FEFF}{'id'"),
        Row("input.duplicateKey", "id", "'id':'x',", "'id':'x','id':'x',"),
        Row("input.duplicateKey", "kind", "'kind':'original',", "'kind':'original','kind':'original',"),
        Row("input.missingField", "id", "'id':'x',", ""),
        Row("input.missingField", "org", "'org':'NHL',", ""),
        Row("input.missingField", "by", "'by':'finance1',", ""),
        Row("input.missingField", "do", "'do':'fund.appropriate',", ""),
        Row("input.missingField", "with.amount", "'amount':'12.00',", ""),
        Row("input.unknownField", "note", "'id':'x',", "'id':'x','note':'',"),
        Row("input.unknownField", "with.sum", "'kind'", "'sum':'1','kind'"),
        Row("input.unknownField", "with.Kind", "'kind'", "'Kind':'original','kind'"),
        Row("input.null", "at", "'2026-03-01T10:00:00+08:00'", "null"),
        Row("input.wrongType", "id", "'x'", "7"),
        Row("input.wrongType", "do", "'fund.appropriate'", "7"),
        Row("input.unknownCommand", "do", "fund.appropriate", "fund.spend"),
        Row("input.unknownCommand", "do", "fund.appropriate", "job.explode"),
        Row("input.unknownCommand", "do", "fund.appropriate", "year.reopen"),
        Row("input.value", "at", "2026-03-01T10:00:00+08:00", "2026-03-01"),
        Row("input.value", "at", "2026-03-01T10:00:00+08:00", "2026-02-29T10:00:00+08:00"),
        Row("input.value", "with.kind", "'original'", "'extra'"),
        Row("input.wrongType", "with.originYear", "'kind'", "'originYear':'2026','kind'"),
        Row("input.wrongType", "with.originYear", "'kind'", "'originYear':2026.0,'kind'"),
    ])
    func structure(row: Row) { check(row) }

    @Test("a text that cannot be kept", arguments: [
        Row("input.empty", "id", "'x'", "''"),
        Row("input.empty", "with.documentNo", "'1'", "''"),
        Row("input.empty", "with.documentNo", "'1'", "' \u{3000}'"),
        Row("input.textTooLong", "id", "'x'", "'" + String(repeating: "长", count: 65) + "'"),
        Row("input.textTooLong", "with.documentNo", "'1'", "'" + String(repeating: "1", count: 201) + "'"),
        Row("input.textTooLong", "with.documentNo", "'1'", "'" + String(repeating: "字", count: 1 << 20) + "'"),
        Row("input.control", "id", "'x'", "'a\\u0000b'"),
        Row("input.control", "with.documentNo", "'1'", "'a\\nb'"),
        Row("input.control", "with.documentNo", "'1'", "'a\\u001bb'"),
        Row("input.control", "with.documentNo", "'1'", "'a\u{7F}'"),
        Row("input.control", "with.documentNo", "'1'", "'a\u{202E}b'"),
    ])
    func texts(row: Row) { check(row) }

    @Test("the field's whole path is named")
    func path() {
        var street = MemoryStreet.funded
        street.play("grid1 call \n grid1 accept #1")
        let survey = """
            officer1 survey #1 lines:=[{'kind':'labour','item':'x','quantity':'1','unit':'x','unitPrice':'1'},\
            {'kind':'labour','item':'x','quantity':'1','unit':'x','unitPrice':'1.005'}]
            """
        let refusal = street.line(survey).refusal
        #expect(refusal?.code == .moneyFormat && refusal?["field"] == "with.lines.1.unitPrice")
        let none = street.line("officer1 survey -job").refusal
        #expect(none?.code == .inputMissingField && none?["field"] == "with.job")
    }

    @Test("a value that a rule refuses is shown with what is expected", arguments: [
        "dispatcher1 dispatch #1 workers:=0", "dispatcher1 dispatch #1 vehicles:=[{'kind':'吸污车','count':0}]",
        "grid1 visit #1 visitors:=[]", "admin1 user.add user=x name=x roles:=[]",
        "head1 settle #1 warrantyMonths:=601",
    ])
    func values(line: String) throws {
        var street = MemoryStreet.funded
        street.play("""
            grid1 call
            grid1 accept #1
            officer1 survey #1 total=9.00
            head1 sign #1
            """)
        if line.contains("settle") {
            street.play("""
                dispatcher1 dispatch #1 \n crew1 start #1 \n crew1 finish #1 \n inspector1 inspect #1
                officer1 claim #1 total=9.00 \n finance1 review #1 approved=9.00
                """)
        }
        let refusal = try #require(street.line(line).refusal)
        #expect(["input.value", "input.empty"].contains(refusal.code.rawValue))
        let messages = refusal.message(.en) + refusal.message(.zh)
        #expect(!messages.contains("—"), "\(messages)")
    }

    private func check(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) {
        var street = MemoryStreet.standard
        let text = Self.good.replacing(row.part, with: row.replacement).replacing("'", with: "\"")
        #expect(text != Self.good.replacing("'", with: "\""), sourceLocation: sourceLocation)
        let before = street
        let refusal = street.run(text).refusal
        #expect(refusal?.code.rawValue == row.code, sourceLocation: sourceLocation)
        #expect(row.field == "-" || refusal?["field"] == row.field, sourceLocation: sourceLocation)
        #expect(street.records.count == before.records.count, sourceLocation: sourceLocation)
        #expect(street.state.difference(from: before.state) == nil, sourceLocation: sourceLocation)
    }

    @Test("the envelope that the rows above spoil is good")
    func unspoilt() {
        var street = MemoryStreet.standard
        #expect(street.run(Self.good.replacing("'", with: "\"")).refusal == nil)
    }
}
