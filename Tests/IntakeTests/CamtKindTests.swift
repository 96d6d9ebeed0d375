import Bank
import Intake
import Formats
import Journal
import Kernel
import Testing

/// The ways in which banks fill a camt.053.
@Suite struct CamtKindTests {
    private typealias Fixtures = StatementFixtures

    private static func entry(_ amount: String, _ inner: String = "", day: String = "2026-03-05") -> String {
        let size = amount.drop { $0 == "-" }
        return """
            <Ntry><Amt Ccy="CNY">\(size)</Amt><CdtDbtInd>\(amount.hasPrefix("-") ? "DBIT" : "CRDT")</CdtDbtInd>\
            \(inner.contains("ValDt") ? "" : "<BookgDt><Dt>\(day)</Dt></BookgDt>")\(inner)</Ntry>
            """
    }

    private static func balance(_ code: String, _ amount: String, _ day: String) -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <Dt><Dt>\(day)</Dt></Dt></Bal>
        """
    }

    private static func statement(_ parts: String..., account: String = "33001111") -> String {
        "<Stmt><Acct><Id><Othr><Id>\(account)</Id></Othr></Id></Acct>\(parts.joined())</Stmt>"
    }

    private static func read(_ statements: String..., account: String? = nil) throws -> Statement {
        let text = "<Document><BkToCstmrStmt>\(statements.joined())</BkToCstmrStmt></Document>"
        return try StatementReader.read(Array(text.utf8), account: account.map { try Label($0) }, file: "f")
    }

    private static func effects(_ statement: Statement) -> [String] { statement.lines.map(\.effect.yuan) }

    @Test("what stands for a reference and is none", arguments: ["NONREF", "NOTPROVIDED", "nonref", "-"])
    func none(text: String) throws {
        let entries = ["-1.00", "-2.00"].map { Self.entry($0, "<AcctSvcrRef>\(text)</AcctSvcrRef>") }
        let statement = try Self.read(Self.statement(entries.joined()))
        #expect(statement.faults.isEmpty && statement.lines.map(\.serial) == [nil, nil])
        #expect(Set(statement.lines.map { $0.key(of: .camt) }).count == 2)
    }

    @Test("one reference on a payment and its fee is two lines, whatever their order")
    func shared() throws {
        let entries = ["-100.00", "-5.00"].map { Self.entry($0, "<AcctSvcrRef>R</AcctSvcrRef>") }
        for some in [entries, entries.reversed()] {
            let keys = try Self.read(Self.statement(some.joined())).lines.map { $0.effect.yuan + " " + $0.key(of: .camt) }
            #expect(Set(keys) == ["-100.00 #R|2026-03-05", "-5.00 #R|2026-03-05|2"])
        }
    }

    @Test("entries that say the same are two where the balances say so, and else one that is there twice")
    func twice() throws {
        let both = Self.entry("-5.00", "<AcctSvcrRef>R</AcctSvcrRef>") + Self.entry("-5.00", "<AcctSvcrRef>R</AcctSvcrRef>")
        #expect(try Self.read(Self.statement(both)).faults.map(\.refusal.code) == [.inputDuplicateRow])
        let summed = try Self.read(Self.statement(
            Self.balance("OPBD", "10.00", "2026-03-01"), Self.balance("CLBD", "0.00", "2026-03-31"), both))
        #expect(summed.faults.isEmpty && summed.lines.map { $0.nth ?? 1 } == [1, 2])
    }

    @Test("a batch is one line for each payment, and their sum is the entry's")
    func batch() throws {
        let part = { (amount: String, name: String) -> String in
            "<TxDtls><Refs><EndToEndId>ZF\(name)</EndToEndId></Refs>" + amount
                + "<RltdPties><Cdtr><Nm>\(name)</Nm></Cdtr></RltdPties></TxDtls>"
        }
        let amount = { (yuan: String) -> String in "<AmtDtls><TxAmt><Amt Ccy=\"CNY\">\(yuan)</Amt></TxAmt></AmtDtls>" }
        let whole = { (parts: String) -> String in
            Self.statement(Self.entry("-300.00", "<AcctSvcrRef>R</AcctSvcrRef><NtryDtls>\(parts)</NtryDtls>"))
        }
        let good = try Self.read(whole(part(amount("100.00"), "甲") + part(amount("200.00"), "乙")))
        #expect(good.lines.map { "\($0.effect.yuan) \($0.name?.text ?? "") \($0.reference?.text ?? "") \($0.serial?.text ?? "")" }
            == ["-100.00 甲 ZF甲 R", "-200.00 乙 ZF乙 R"])
        #expect(Set(good.lines.map { $0.key(of: .camt) }).count == 2)
        let wrong = try Self.read(whole(part(amount("100.00"), "甲") + part(amount("200.01"), "乙"))).faults
        #expect(wrong.map(\.refusal.code) == [.inputTotal] && wrong.first?.refusal["expected"] == "-300.01")
        // Without amounts it stays one line, of nobody, that names both.
        let one = try #require(try Self.read(whole(part("", "甲") + part("", "乙"))).lines.first)
        #expect(one.name == nil && one.reference == nil && one.purpose?.text == "ZF甲 ZF乙")
        #expect(try Self.read(whole(part("", "甲") + part("", "甲"))).lines.first?.name?.text == "甲")
    }

    @Test("numbers stand in many places")
    func numbers() throws {
        let details = """
            <NtryDtls><Btch><PmtInfId>B7</PmtInfId></Btch><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><InstrId>I1</InstrId>\
            <PmtInfId>P2</PmtInfId></Refs><RmtInf><Ustrd>款</Ustrd><Strd><CdtrRefInf><Ref>S3</Ref></CdtrRefInf>\
            <RfrdDocInf><Nb>D4</Nb></RfrdDocInf></Strd></RmtInf><AddtlTxInf>附</AddtlTxInf></TxDtls></NtryDtls>
            """
        let line = try Self.read(Self.statement(Self.entry("-1.00", details))).lines.first
        #expect(line?.reference?.text == "I1" && line?.purpose?.text == "P2 款 S3 D4 附 B7")
    }

    @Test("statements of a file in any order, each with its own sums")
    func several() throws {
        let months = [("03", "0.00", "100.00"), ("04", "100.00", "300.00"), ("05", "300.00", "350.00")].map { month, from, to in
            let sum = (Int(to.dropLast(3)) ?? 0) - (Int(from.dropLast(3)) ?? 0)
            return Self.statement(
                Self.balance("OPBD", from, "2026-\(month)-01"), Self.balance("CLBD", to, "2026-\(month)-28"),
                Self.entry("\(sum).00", day: "2026-\(month)-09"))
        }
        let statement = try Self.read(months[2], months[0], months[1])
        #expect(statement.faults.isEmpty && Self.effects(statement) == ["100.00", "200.00", "50.00"])
        #expect(statement.stated.map { "\($0.from.text) \($0.closing?.fen.yuan ?? "")" }
            == ["2026-03-01 100.00", "2026-04-01 300.00", "2026-05-01 350.00"])
        let broken = try Self.read(months[0], months[1].replacing(">300.00<", with: ">301.00<"))
        #expect(broken.faults.map(\.refusal.code) == [.inputBalance])
    }

    @Test("one of several accounts is taken, whatever is wrong with the others")
    func accounts() throws {
        let own = Self.statement(Self.entry("1.00"))
        let other = Self.statement(Self.entry("2.00").replacing("CNY", with: "USD"), account: "44002222")
        let both = try Self.read(own, other)
        #expect(both.faults.first?.refusal["value"] == "33001111, 44002222")
        let one = try Self.read(own, other, account: "3300-1111")
        #expect(one.faults.isEmpty && one.otherAccounts == ["44002222"] && Self.effects(one) == ["1.00"])
        #expect(try Self.read(own, other, account: "44002222").faults.map(\.refusal.code) == [.inputValue])
        #expect(try Self.read(own, account: "44002222").account?.text == "33001111")
    }

    @Test("balances without entries or references are told, and zero entries counted")
    func balances() throws {
        let quiet = try Self.read(Self.statement(
            Self.balance("PRCD", "70.00", "2026-02-28"), Self.balance("CLBD", "70.00", "2026-03-31")))
        #expect(quiet.lines.isEmpty && quiet.stated.map { "\($0.from.text) \($0.to.text)" } == ["2026-03-01 2026-03-31"])
        let zero = try Self.read(Self.statement(Self.entry("0.00"), Self.entry("-1.00")))
        #expect(zero.zeros == 1 && Self.effects(zero) == ["-1.00"])
    }

    @Test("days and times of every form", arguments: [
        ("<BookgDt><Dt>2026-03-05+08:00</Dt></BookgDt>", "2026-03-05 —"), ("<BookgDt><Dt>2026-03-05Z</Dt></BookgDt>", "2026-03-05 —"),
        ("<BookgDt><DtTm>2026-03-05T10:20:30.123456789</DtTm></BookgDt>", "2026-03-05 10:20:30"),
        ("<BookgDt><DtTm>2026-03-05T18:20:30Z</DtTm></BookgDt>", "2026-03-06 02:20:30"),
        ("<BookgDt><DtTm>2026-03-05T10:20:30.1+01:00</DtTm></BookgDt>", "2026-03-05 17:20:30"),
        ("<ValDt><Dt>2026-03-05</Dt></ValDt>", "2026-03-05 —"),
    ])
    func days(element: String, expected: String) throws {
        let entry = Self.entry("1.00", "<ValDt/>").replacing("<ValDt/>", with: element)
        let statement = try Self.read(Self.statement(entry))
        #expect(statement.lines.map { "\($0.day.text) \($0.time?.text ?? "—")" } == [expected])
    }

    @Test("a reversal keeps the payee and says that it is one")
    func reversal() throws {
        let details = "<RvslInd>true</RvslInd><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>甲队</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>"
        let line = try #require(try Self.read(Self.statement(Self.entry("100.00", details))).lines.first)
        #expect(line.direction == .in && line.name?.text == "甲队" && line.purpose?.text == "冲正")
    }

    @Test("long texts are kept as prose, a long name is cut and marked")
    func long() throws {
        let text = String(repeating: "说", count: 500)
        let line = try #require(try Self.read(Self.statement(Self.entry("-1.00", """
            <AddtlNtryInf>\(text)</AddtlNtryInf><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>\(text)</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>
            """))).lines.first)
        #expect(line.summary == nil && line.purpose?.text == text && line.name?.text.count == 200 && line.name?.text.last == "…")
    }

    @Test("XML in the Chinese encodings", arguments: ["GBK", "gb2312", "GB18030"])
    func encodings(name: String) throws {
        let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<Document><BkToCstmrStmt>"
            + Self.statement(Self.entry("-1.00", "<AddtlNtryInf>手续费</AddtlNtryInf>")) + "</BkToCstmrStmt></Document>"
        // In its own encoding, and saved as UTF-8 by a program that left the declaration as it was.
        for bytes in [gb18030(text), Array(text.utf8)] {
            #expect(try StatementReader.read(bytes).lines.first?.summary?.text == "手续费")
        }
        let broken = gb18030(text).filter { $0 < 0x80 }.dropLast(40) + [0xFF, 0xFF]
        #expect(refusal { () throws(Refusal) in try StatementReader.read(Array(broken)) }?.code == .inputEncoding)
    }
}
