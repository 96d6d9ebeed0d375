import Bank
import Intake
import Formats
import Journal
import Kernel
import TestKit
import Testing

/// Everything that is wrong with a file is named with its row, and nothing is taken silently.
@Suite struct StatementFaultTests {
    private typealias Fixtures = StatementFixtures

    @Test("faults are named with row and column, all at once", arguments: [
        // Balances.
        [("\"88,000.00\"", "\"88,000.01\""), ("", "")],
        // Money, day, currency, both sides, side, zero.
        [("\"12,000.00\",,1", "\"12,00.00\",,1"), ("2026-03-05 15:00:00", "2026-02-30")],
        [("借,350.50,0.00,102301000003,付款,修缮款,云岭修缮队,\"87,649.50\"", "贷,350.50,1.00,1,付款,修缮款,云岭修缮队,\"87,649.50\""), ("", "")],
        [("借,350.50,0.00,102301000003,付款,修缮款,云岭修缮队,\"87,649.50\"", "借,0.00,,1,付款,修缮款,云岭修缮队,"), ("", "")],
        // Totals, another account.
        [("合计,,\"12,701.00\"", "合计,,\"12,701.01\""), ("", "")],
        [("ZF0003,1001202609000000001", "ZF0003,1001202609000000002"), ("", "")],
    ])
    func icbc(changes: [(String, String)]) throws {
        let text = changes.reduce(Fixtures.icbc) { $1.0.isEmpty ? $0 : $0.replacing($1.0, with: $1.1) }
        #expect(text != Fixtures.icbc)
        let statement = try Fixtures.read(text)
        let expected: [String: [String]] = [
            "\"88,000.01\"": ["input.balance@4:12", "input.balance@5:12"],
            "\"12,00.00\",,1": ["money.format@4:6", "input.value@5:4"],
            "合计,,\"12,701.01\"": ["input.total@7:6"],
            "ZF0003,1001202609000000002": ["input.account@6:2"],
        ]
        let found = Fixtures.faults(statement)
        if let wanted = expected[changes[0].1] {
            #expect(found == wanted)
        } else if changes[0].1.hasPrefix("贷") {
            #expect(found == ["input.value@5:7"])
        } else {
            // A row of 0.00 is passed over, and the sum below tells that it was not.
            #expect(found == ["input.total@7:6"])
        }
        for fault in statement.faults { #expect(!fault.refusal.message(.zh).contains("—")) }
    }

    @Test("a foreign currency is refused")
    func currency() throws {
        let statement = try Fixtures.read(Fixtures.boc.replacing("150000,CNY", with: "150000,USD"))
        #expect(Fixtures.faults(statement) == ["input.value@3:8"])
    }

    @Test("a row that is there twice is named")
    func duplicate() throws {
        var lines = Fixtures.icbc.split(separator: "\n").map(String.init)
        lines.insert(lines[4], at: 5)
        lines[lines.count - 1] = ""
        let icbc = try Fixtures.read(lines.joined(separator: "\n"))
        #expect(Fixtures.faults(icbc) == ["input.duplicateRow@6:12"] && icbc.faults.first?.refusal["first"] == "5")
        let ccb = try StatementReader.read(TestZip.workbook(Fixtures.ccb + [Fixtures.ccb[5]]))
        #expect(Fixtures.faults(ccb) == ["input.duplicateRow@7:4"])
    }

    @Test("two equal payments on a day stay two")
    func equals() throws {
        let text = """
            凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息
            ,1,62220001,2026-03-05,借,50.00,,,付款,,甲,100.00,
            ,1,62220001,2026-03-05,借,50.00,,,付款,,甲,50.00,
            ,1,62220001,2026-03-05,贷,,50.00,,退款,,甲,100.00,
            ,1,62220001,2026-03-05,借,50.00,,,付款,,甲,50.00,
            """
        let statement = try Fixtures.read(text)
        #expect(Fixtures.faults(statement) == [])
        #expect(statement.lines.map { $0.nth ?? 1 } == [1, 1, 1, 2])
        #expect(Set(statement.lines.map { $0.key(of: statement.bank) }).count == 4)
    }

    @Test("an amount whose comma was not quoted, and a total beyond the table, are named")
    func beyond() throws {
        let header = "凭证号,收款人账号,金额,日期,指标文号\n"
        #expect(Fixtures.faults(try Fixtures.read(header + "A,1,12,000.00,2026-03-05,文\n")) == ["input.malformed@2:6"])
        #expect(try Fixtures.read(header + "A,1,12.00,2026-03-05,文,,\n").faults.isEmpty)
        let total = try Fixtures.read(header + "A,1,12.00,2026-03-05,文\n合计,,12.00,,,,共2笔\n")
        #expect(Fixtures.faults(total) == ["input.total@3:7"])
    }

    @Test("page subtotals begin anew, and header rows may be repeated")
    func pages() throws {
        let header = "凭证号,收款人账号,金额,日期,指标文号\n"
        let page = { (no: Int, sum: String) in
            header + "A\(no),1,10.00,2026-03-05,文\nB\(no),1,5.00,2026-03-05,文\n本页小计,,\(sum),,\n"
        }
        #expect(try Fixtures.read(page(1, "15.00") + page(2, "15.00") + "总计,共4笔,30.00,,\n").faults.isEmpty)
        #expect(Fixtures.faults(try Fixtures.read(page(1, "15.00") + page(2, "30.00"))) == ["input.total@8:3"])
        #expect(Fixtures.faults(try Fixtures.read(page(1, "15.00") + "总计,共3笔,15.00,,\n")) == ["input.total@5:2"])
    }

    @Test("camt: sums, currencies and marks are checked")
    func camt() throws {
        let changes = [
            (">88000.00<", ">88000.01<", "input.balance"), ("Ccy=\"CNY\">12000", "Ccy=\"USD\">12000", "input.value"),
            ("<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK", "<Sts><Cd>BOOK", "input.missingField"),
        ]
        for (part, other, code) in changes {
            let found = try Fixtures.read(Fixtures.camt.replacing(part, with: other)).faults
            #expect(found.map(\.refusal.code.rawValue) == [code], "\(other)")
        }
    }

    @Test("what is no statement is refused whole", arguments: [
        ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", RefusalCode.inputDoctype),
        ("<Document><BkToCstmrStmt>", .inputTruncated), ("<Document></Other>", .inputMalformed), ("<Document/>", .inputColumn),
        ("<?xml version=\"1.0\" encoding=\"x-none\"?><a/>", .inputEncoding),
        (String(repeating: "<a>", count: 40), .inputLimit), ("甲,乙\n1,2\n", .inputColumn), ("", .inputColumn),
        ("凭证号,收款人账号,金额,日期,指标文号,金额\n", .inputDuplicateKey),
    ])
    func nonsense(text: String, code: RefusalCode) {
        let found = refusal { () throws(Refusal) in try StatementReader.read(Array(text.utf8)) }
        #expect(found?.code == code)
    }

    @Test("workbooks that are none, or too much, are refused")
    func workbooks() {
        let good = TestZip.workbook(StatementFixtures.ccb)
        let wide = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
        let long = String(repeating: "长", count: 40_000)
        let cell = "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row></sheetData></worksheet>"
        let cases: [([UInt8], RefusalCode)] = [
            (Array(good.prefix(good.count / 2)), .inputWorkbook), ([0xD0, 0xCF, 0x11, 0xE0, 0], .inputWorkbook),
            (TestZip.archive([("a", [1])]), .inputWorkbook),
            (TestZip.archive([("xl/workbook.xml", Array("<a/>".utf8))], claim: 300 << 20), .inputLimit),
            (TestZip.archive([("xl/workbook.xml", Array("<a/>".utf8))], claim: 3), .inputWorkbook),
            (TestZip.archive([("xl/workbook.xml", Array("<a/>".utf8))], method: 8), .inputWorkbook),
            (TestZip.workbook([], sheet: wide), .inputLimit), (TestZip.workbook([], sheet: cell), .inputLimit),
        ]
        for (bytes, code) in cases {
            let found = refusal { () throws(Refusal) in try StatementReader.read(bytes) }
            #expect(found?.code == code)
        }
    }

    @Test("no byte of a file makes the reader fail otherwise than by a refusal")
    func noise() {
        var dice = SplitMix64(seed: 4)
        let files = [Array(Fixtures.icbc.utf8), Array(Fixtures.camt.utf8), TestZip.workbook(Fixtures.ccb)]
        for _ in 0..<300 {
            var bytes = files[Int.random(in: 0..<3, using: &dice)]
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            _ = refusal { () throws(Refusal) in try StatementReader.read(bytes) }
        }
    }
}
