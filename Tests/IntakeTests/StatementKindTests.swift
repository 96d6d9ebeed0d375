import Bank
import Intake
import Formats
import Journal
import Kernel
import Testing

/// The ways in which tables of banks and of people who have opened them come in.
@Suite struct StatementKindTests {
    private typealias Fixtures = StatementFixtures

    private static let rows = Fixtures.icbc.split(separator: "\n").dropFirst().map(String.init)

    private static func keys(_ statement: Statement) -> Set<String> {
        Set(statement.lines.map { "\($0.effect.yuan) " + $0.key(of: statement.bank) })
    }

    @Test("the separator is the one with which there is a header", arguments: ["\t", ";", "|"])
    func separators(separator: String) throws {
        let plain = Self.rows.map { $0.replacing("\"12,000.00\"", with: "12000.00") }.filter { !$0.hasPrefix(",") }
        let text = plain.map { row in
            row.replacing("\"100,000.00\"", with: "100000.00").replacing("\"88,000.00\"", with: "88000.00")
                .replacing("\"87,649.50\"", with: "87649.50").replacing("\"87,299.00\"", with: "87299.00")
                .replacing(",", with: separator)
        }.joined(separator: "\n")
        // A line of another sign above the table says nothing.
        let noise = "说明,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
        for given in [text, noise + text] {
            let statement = try Fixtures.read(given)
            #expect(Fixtures.faults(statement) == [] && statement.lines.count == 4)
        }
    }

    @Test("the text of 中国银行 between strokes")
    func piped() throws {
        let statement = try Fixtures.read("""
            账号：1001202609000000001
            |交易日期|交易时间|借方金额|贷方金额|余额|对方账号|对方名称|交易流水号|摘要|附言|
            |20260301|09:00:00||100,000.00|100,000.00|2000000000000000009|云岭区财政局|T1|拨款|财政拨入|
            |20260305|10:20:30|12,000.00||88,000.00|6222000000000000011|云岭疏通工程有限公司|T2|付款|ZF0001|
            """)
        #expect(statement.bank == .boc && statement.account?.text == "1001202609000000001")
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement)
            == ["2026-03-01 09:00:00 100000.00 09 T1", "2026-03-05 10:20:30 -12000.00 11 T2"])
    }

    @Test("the forms of one bank tell the same lines")
    func icbcForms() throws {
        let head = "2000000000000000009,2026-03-01 09:00:00,"
        let pay = "6222000000000000011,2026-03-05 10:20:30,"
        let forms = [
            "对方账号,交易时间,借贷标志,对方单位,用途,摘要,附言,发生额,余额,币种\n"
                + head + "贷,财政局,,拨款,,100000.00,100000.00,人民币\n" + pay + "借,甲队,,付款,,12000.00,88000.00,人民币\n",
            "对方账号,交易时间,对方单位,用途,摘要,附言,余额,转出金额,转入金额\n"
                + head + "财政局,,拨款,,100000.00,0.00,100000.00\n" + pay + "甲队,,付款,,88000.00,12000.00,0.00\n",
            "对方账号,交易日期,对方户名,摘要,收入,支出,余额\n"
                + head + "财政局,拨款,100000.00,,100000.00\n" + pay + "甲队,付款,,12000.00,88000.00\n",
            "凭证号,本方账号,对方账号,交易时间,借方发生额,贷方发生额,摘要,对方单位名称,余额\n"
                + "0,1001," + head + ",100000.00,拨款,财政局,100000.00\n" + "0,1001," + pay + "12000.00,,付款,甲队,88000.00\n",
        ]
        let all = try forms.map { try Fixtures.read($0) }
        for statement in all {
            #expect(statement.bank == .icbc && Fixtures.faults(statement) == [])
            #expect(Self.keys(statement) == Self.keys(all[0]) && statement.lines.count == 2)
            for (mine, first) in zip(statement.lines, all[0].lines) { #expect(mine.difference(from: first) == nil) }
        }
    }

    @Test("an amount with its side, red or black", arguments: [
        ("借,12.00", "-12.00"), ("贷,12.00", "12.00"), ("借,-12.00", "12.00"), ("贷,-12.00", "-12.00"), ("支出,12.00", "-12.00"),
        ("收入,12.00", "12.00"), ("丙,12.00", "input.value@2:3"), (",12.00", "input.empty@2:3"),
    ])
    func sides(cells: String, expected: String) throws {
        let statement = try Fixtures.read("对方账号,交易时间,借贷标志,发生额,余额,摘要,对方单位\n6222000011,2026-03-05,\(cells),50.00,付款,甲\n")
        #expect(statement.lines.map(\.effect.yuan) + Fixtures.faults(statement) == [expected])
    }

    @Test("a file that somebody sorted is read in the order of time")
    func handSorted() throws {
        let expected = try Fixtures.read(Fixtures.icbc)
        let table = Self.rows.dropLast()
        let header = table.first ?? ""
        for sorted in [Array(table.dropFirst().sorted()), table.dropFirst().sorted().reversed(), [1, 3, 0, 2].map { table[table.startIndex + 1 + $0] }] {
            let statement = try Fixtures.read(([header] + sorted).joined(separator: "\n"))
            #expect(Fixtures.faults(statement) == [])
            #expect(statement.lines.map { $0.at(row: nil, nth: $0.nth) } == expected.lines.map { $0.at(row: nil, nth: $0.nth) })
        }
        // Without times, and with amounts that come and go, the balances alone tell.
        let day = [("借,50.00,", "50.00"), ("贷,,50.00", "100.00"), ("借,50.00,", "50.00"), ("贷,,20.00", "70.00"), ("借,70.00,", "0.00")]
        let rows = day.map { ",1,62220001,2026-03-05,\($0.0),,付款,,甲,\($0.1)," }
        let plain = "凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息\n"
        let mixed = try Fixtures.read(plain + [3, 0, 4, 1, 2].map { rows[$0] }.joined(separator: "\n"))
        #expect(Fixtures.faults(mixed) == [] && mixed.lines.map { $0.balance?.fen.yuan } == day.map(\.1))
        #expect(mixed.stated.map { "\($0.opening?.fen.yuan ?? "") \($0.closing?.fen.yuan ?? "")" } == ["100.00 0.00"])
        // A row that is missing is a fault in any order.
        let lacking = try Fixtures.read(plain + [3, 0, 4, 2].map { rows[$0] }.joined(separator: "\n"))
        #expect(!lacking.faults.isEmpty)
    }

    @Test("what stands below a table is no line", arguments: [
        "支出合计,,,,,\"12,701.00\"", "收入合计,,,,,,100000.00", "支出合计：12701.00", "打印时间：2026-04-01 10:00:00", "以上明细仅供参考", "[END]",
        ",,,本月合计,,1.00,2.00", ",,,本年累计,,1.00,2.00", "期末余额,,,,,,,,,,,\"87,299.00\"", "共4笔", "借方发生总额,12701.00",
    ])
    func footers(row: String) throws {
        #expect(Fixtures.faults(try Fixtures.read(Self.rows.dropLast().joined(separator: "\n") + "\n" + row)) == [])
    }

    @Test("sums below a table are checked, and a line without day and amount between two is a fault", arguments: [
        ("支出合计,,,,,12701.01", "input.total@6:6"), ("收入合计,,,,,,1.00", "input.total@6:7"), ("共5笔", "input.total@6:1"),
        ("支出合计：12701.01", "input.total@6:1"),
    ])
    func wrongFooters(row: String, fault: String) throws {
        #expect(Fixtures.faults(try Fixtures.read(Self.rows.dropLast().joined(separator: "\n") + "\n" + row)) == [fault])
        var rows = Array(Self.rows.dropLast())
        rows.insert("附注", at: 2)
        #expect(Fixtures.faults(try Fixtures.read(rows.joined(separator: "\n"))).contains("input.empty@3:4"))
    }

    @Test("sums above a table are checked", arguments: [
        ("总笔数,4", ""), ("总笔数,3", "input.total@1:2"), ("借方发生总额：12701.00", ""), ("借方发生总额,\"12,701.10\"", "input.total@1:2"),
        ("贷方总金额[ Total ],100000.00", ""), ("贷方总笔数,2", "input.total@1:2"), ("收入总额：1.00", "input.total@1:1"),
    ])
    func heads(row: String, fault: String) throws {
        let text = row + "\n" + Self.rows.dropLast().joined(separator: "\n")
        #expect(Fixtures.faults(try Fixtures.read(text)) == (fault.isEmpty ? [] : [fault]))
    }

    @Test("units", arguments: [
        ("金额单位：万元", "万元"), ("（单位：千元）", "千元"), ("货币单位：美元", "美元"), ("币种：USD", "USD"), ("单位：元", ""),
        ("金额单位：人民币元", ""), ("单位名称：云岭街道", ""), ("预算单位：万元户社区", ""), ("开户单位：云岭街道办事处", ""),
    ])
    func units(text: String, named: String) throws {
        let list = ",,\(text),\n凭证号,收款人账号,金额,日期,指标文号\nZF1,6222000011,1.20,2026-03-05,文\n"
        let statement = try Fixtures.read(list)
        #expect(Fixtures.faults(statement) == (named.isEmpty ? [] : ["input.value@1:3"]))
        #expect(statement.faults.first?.refusal["value"] == (named.isEmpty ? nil : named))
    }

    @Test("a unit behind a column's name", arguments: [("金额(万元)", "input.value@1:3"), ("金额（元）", ""), ("金额(单位：元)", "")])
    func columnUnits(title: String, fault: String) throws {
        let statement = try Fixtures.read("凭证号,收款人账号,\(title),日期,指标文号\nZF1,6222000011,1.20,2026-03-05,文\n")
        #expect(Fixtures.faults(statement) == (fault.isEmpty ? [] : [fault]))
    }

    @Test("rows of 0.00 are counted, and leave the balance as it is")
    func zeros() throws {
        let zero = { (balance: String) in
            var rows = Array(Self.rows.dropLast())
            rows.insert("0,1001202609000000001,,2026-03-02 09:00:00,,0.00,0.00,,余额确认,,,\(balance),", at: 2)
            return try Fixtures.read(rows.joined(separator: "\n"))
        }
        let good = try zero("100000.00")
        #expect(good.zeros == 1 && good.lines.count == 4 && Fixtures.faults(good) == [])
        #expect(Fixtures.faults(try zero("99999.00")) == ["input.balance@3:12"])
    }

    @Test("several accounts in a column: the one asked for")
    func accounts() throws {
        var rows = Array(Self.rows.dropLast())
        rows.insert("0,2002,6222000000000000012,2026-03-02,借,7.00,,,付款,,乙,1.00,", at: 2)
        let text = rows.joined(separator: "\n")
        #expect(Fixtures.faults(try Fixtures.read(text)) == ["input.account@3:2"])
        let own = try StatementReader.read(Array(text.utf8), account: try Label("1001-202609-000000001"))
        #expect(own.faults.isEmpty && own.lines.count == 4 && own.otherAccounts == ["2002"])
        let other = try StatementReader.read(Array(text.utf8), account: try Label("2002"))
        #expect(other.faults.isEmpty && other.lines.map(\.effect.yuan) == ["-7.00"])
        #expect(try StatementReader.read(Array(text.utf8), account: try Label("3003")).lines.isEmpty)
    }

    @Test("digits that a spreadsheet took")
    func spoilt() throws {
        let own = Fixtures.icbc.replacing("1001202609000000001", with: "1.0012E+18")
        #expect(Fixtures.faults(try Fixtures.read(own)) == ["input.value@3:2"])
        let payee = Fixtures.icbc.replacing("6222000000000000011", with: "6.222E+18")
        #expect(Fixtures.faults(try Fixtures.read(payee)) == ["input.value@4:3"])
        var rows = Fixtures.ccb
        rows[1] = ["账号：", "1001202609000000000"]
        #expect(Fixtures.faults(try StatementReader.read(TestZip.workbook(rows))) == ["input.value@2:2"])
        rows[1] = ["账号：1001202609000000001"]
        rows[4][6] = "6.222E+18"
        // Where the bank numbers its lines the other side's account is kept as it is.
        let kept = try StatementReader.read(TestZip.workbook(rows))
        #expect(kept.faults.isEmpty && kept.lines[1].account?.text == "6.222E+18")
        let list = [["凭证号", "收款人账号", "金额", "日期", "指标文号"], ["ZF1", "6222000000000011", "1.00", "2026-03-05", "文"]]
        #expect(Fixtures.faults(try StatementReader.read(TestZip.workbook(list, numbers: [1]))) == ["input.value@2:2"])
        #expect(Fixtures.faults(try StatementReader.read(TestZip.workbook(list))) == [])
    }

    @Test("the sheets of a workbook are read as one, and those without a statement named")
    func sheets() throws {
        let (head, lines) = (Array(Fixtures.ccb[0..<3]), Array(Fixtures.ccb[3...]))
        let book = TestZip.workbook(sheets: [
            ("3月", head + [lines[0]], false), ("说明", [["仅供内部使用"]], false), ("4月", head + Array(lines[1...]), false),
            ("旧", head + [lines[0]], true), ("空", [], false),
        ])
        let statement = try StatementReader.read(book)
        #expect(Fixtures.faults(statement) == [] && statement.lines.count == 3 && statement.otherSheets == ["说明"])
        let second = TestZip.workbook(sheets: [("说明", [["仅供内部使用"]], false), ("明细", Fixtures.ccb, false)])
        #expect(try StatementReader.read(second).lines.count == 3)
        let none = TestZip.workbook(sheets: [("甲", [["1"]], false), ("乙", [["2"]], false)])
        #expect(refusal { () throws(Refusal) in try StatementReader.read(none) }?.code == .inputColumn)
    }

    @Test("one voucher in several lines, and paid again after it came back")
    func vouchers() throws {
        let header = "凭证号,收款人账号,金额,日期,指标文号,经济分类\n"
        let pay = { (amount: String, day: String, kind: String) in "ZF1,6222000011,\(amount),2026-03-\(day),文,\(kind)\n" }
        let parts = [pay("400.00", "05", "30201"), pay("600.00", "05", "30213")]
        let both = try [parts, parts.reversed()].map { try Fixtures.read(header + $0.joined()) }
        #expect(both[0].faults.isEmpty && Self.keys(both[0]).count == 2 && Self.keys(both[0]) == Self.keys(both[1]))
        let again = try Fixtures.read(header + pay("600.00", "05", "1") + pay("-600.00", "08", "1") + pay("600.00", "10", "1"))
        #expect(again.faults.isEmpty && Set(again.lines.map { $0.key(of: .treasury) }).count == 3)
        // A row that says the same in every cell is one that is there twice, unless a total says otherwise.
        let twice = header + parts[0] + parts[0]
        #expect(Fixtures.faults(try Fixtures.read(twice)) == ["input.duplicateRow@3:1"])
        #expect(Fixtures.faults(try Fixtures.read(twice + "合计,,800.00,,,\n")) == [])
    }

    @Test("a summary longer than a summary is kept as prose")
    func long() throws {
        let text = String(repeating: "说", count: 300)
        let statement = try Fixtures.read(Fixtures.icbc.replacing("付款,疏通工程款", with: text + ",疏通工程款"))
        #expect(Fixtures.faults(statement) == [])
        #expect(statement.lines[1].summary == nil && statement.lines[1].purpose?.text == text + " 疏通工程款")
    }
}
