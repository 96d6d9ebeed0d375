import Bank
import Intake
import Glibc
import Journal
import Kernel
import TestKit
import Testing

@Suite struct StatementReaderTests {
    private typealias Fixtures = StatementFixtures

    private static let three = [
        "2026-03-01 09:00:00 100000.00 09", "2026-03-05 10:20:30 -12000.00 11", "2026-03-05 15:00:00 -350.50 12",
    ]

    @Test func readsICBC() throws {
        let statement = try Fixtures.read(Fixtures.icbc)
        #expect(statement.bank == .icbc && statement.account?.text == "1001202609000000001")
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement) == Self.three.map { $0 + " —" } + ["2026-03-06 08:00:00 -350.50 12 —"])
        let line = try #require(statement.lines.dropFirst().first)
        #expect(line.reference?.text == "ZF0001" && line.name?.text == "云岭疏通工程有限公司" && line.purpose?.text == "疏通工程款")
        #expect(line.balance?.fen.yuan == "88000.00" && line.row == 4)
    }

    @Test func readsICBCInGB18030() throws {
        let plain = try Fixtures.read(Fixtures.icbc)
        #expect(try StatementReader.read(gb18030(Fixtures.icbc)).lines == plain.lines)
    }

    @Test(arguments: [Set<Int>(), [1, 2, 3]])
    func readsCCBFromASheet(numbers: Set<Int>) throws {
        let statement = try StatementReader.read(TestZip.workbook(Fixtures.ccb, numbers: numbers))
        #expect(statement.bank == .ccb && statement.account?.text == "1001202609000000001")
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement) == zip(Self.three, ["1-A1", "2-A2", "3-A3"]).map { $0 + " " + $1 })
    }

    @Test func readsAPackedWorkbook() throws {
        let statement = try StatementReader.read(PackedWorkbook.bytes)
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement) == [Self.three[2].replacing("15:00:00", with: "10:20:30") + " 9-Z9"])
        #expect(statement.lines.first?.balance?.fen.yuan == "649.50" && statement.lines.first?.name?.text == "云岭修缮队")
    }

    @Test func readsBOCBackwards() throws {
        let statement = try Fixtures.read(Fixtures.boc)
        #expect(statement.bank == .boc && statement.account?.text == "1001202609000000001")
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement) == zip(Self.three, ["T1", "T2", "T3"]).map { $0 + " " + $1 })
        #expect(statement.lines.first?.name?.text == "云岭区财政局" && statement.lines.last?.name?.text == "云岭修缮队")
    }

    @Test func readsTheTreasurysList() throws {
        let statement = try Fixtures.read(Fixtures.treasury)
        #expect(statement.bank == .treasury && statement.account == nil)
        #expect(Fixtures.faults(statement) == [])
        #expect(statement.lines.map(\.effect.yuan) == ["-12000.00", "-500.00", "-350.50"])
        #expect(Set(statement.lines.map { $0.key(of: statement.bank) }).count == 3)
        #expect(statement.lines.map { $0.reference?.text } == ["ZF0001", "ZF0001", "ZF0002"])
    }

    @Test("the treasury lists what came back under the numbers of its payment")
    func readsTheTreasurysRefund() throws {
        let back = Fixtures.treasury.replacing(
            "共 3 笔,合计,\"12,850.50\"", with: """
                ZF0002,6222000000000000012,-350.50,2026-03-09,云财预〔2026〕12号
                共 4 笔,合计,"12,500.00"
                """)
        let statement = try Fixtures.read(back)
        #expect(Fixtures.faults(statement) == [])
        #expect(statement.lines.last?.effect.yuan == "350.50")
        #expect(Set(statement.lines.map { $0.key(of: statement.bank) }).count == 4)
    }

    @Test func readsCamt() throws {
        let statement = try Fixtures.read(Fixtures.camt)
        #expect(statement.bank == .camt && statement.account?.text == "1001202609000000001")
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement) == ["2026-03-01 — 100000.00 — R1", "2026-03-05 10:20:30 -12000.00 11 R2"])
        #expect(statement.lines.last?.reference?.text == "ZF0001" && statement.lines.last?.purpose?.text == "疏通工程款")
    }

    @Test("the header may stand anywhere", arguments: 0...6)
    func movedHeader(rows: Int) throws {
        let above = (0..<rows).map { "标题\($0),,\n" }.joined()
        let table = Fixtures.icbc.split(separator: "\n").dropFirst().joined(separator: "\n")
        let texts = [above + table, Fixtures.icbc]
        let lines = try texts.map { try Fixtures.read($0).lines.map { $0.at(row: nil, nth: nil) } }
        #expect(lines[0] == lines[1])
        let book = try StatementReader.read(TestZip.workbook(Fixtures.ccb, from: rows + 1))
        #expect(book.faults.isEmpty && book.lines.count == 3)
    }

    @Test("unknown columns are passed over, columns may be in any order")
    func otherColumns() throws {
        let rows = Fixtures.ccb.map { row in row.count < 12 ? row : ["x"] + row.reversed() }
        let statement = try StatementReader.read(TestZip.workbook(rows))
        #expect(statement.faults.isEmpty && statement.lines.map(\.serial?.text) == ["1-A1", "2-A2", "3-A3"])
    }

    @Test("missing columns are named", arguments: [
        (",余额,", ",余款,", "余额"), ("本方账号,对方账号", "账号甲,账号乙", "对方账号"),
    ])
    func missingColumns(part: String, other: String, named: String) throws {
        let refusal = refusal { () throws(Refusal) in
            try StatementReader.read(Array(Fixtures.icbc.replacing(part, with: other).utf8), file: "f.csv")
        }
        #expect(refusal?.code == .inputColumn && refusal?["column"] == named && refusal?["file"] == "f.csv")
    }

    @Test("amounts as banks and people write them", arguments: [
        ("\"12,000.00\"", "-12000.00"), ("１２，０００．００", "-12000.00"), ("\"￥12,000\"", "-12000.00"), ("12000", "-12000.00"),
        ("\"+12,000.000\"", "-12000.00"), ("\" 12,000.0 \"", "-12000.00"), ("012000.00", "-12000.00"),
    ])
    func amounts(text: String, effect: String) throws {
        let statement = try Fixtures.read(Fixtures.icbc.replacing("\"12,000.00\"", with: text))
        #expect(Fixtures.faults(statement) == [])
        #expect(statement.lines.dropFirst().first?.effect.yuan == effect)
    }

    @Test("a red amount is the other direction")
    func redAmount() throws {
        let statement = try Fixtures.read("""
            凭证号,收款人账号,金额,日期,指标文号
            A,1,100.00,2026-03-05,文1
            B,2,-100.00,2026-03-06,文1
            C,3,（50.00）,2026-03-06,文1
            """)
        #expect(statement.faults.isEmpty && statement.lines.map(\.effect.yuan) == ["-100.00", "100.00", "50.00"])
    }

    @Test("days as banks write them", arguments: [
        "2026-03-05 10:20:30", "2026/3/5 10:20:30", "20260305102030", "20260305 10:20:30", "2026年3月5日 10:20:30",
        "2026.03.05 10:20:30.0", "2026-03-05T10:20:30",
    ])
    func days(text: String) throws {
        let statement = try Fixtures.read(Fixtures.icbc.replacing("2026-03-05 10:20:30", with: text))
        #expect(Fixtures.faults(statement) == [])
        #expect(Fixtures.summary(statement)[1] == Self.three[1] + " —")
    }

    @Test func countsTheDaysOfASheet() throws {
        var rows = Fixtures.ccb
        // 2026-03-05 10:20:30.
        rows[4][0] = "46086.430902777778"
        let statement = try StatementReader.read(TestZip.workbook(rows, numbers: [0]))
        #expect(Fixtures.faults(statement) == [] && Fixtures.summary(statement)[1] == Self.three[1] + " 2-A2")
    }

    @Test("binary fractions of a sheet are what was typed")
    func fractions() throws {
        var rows = Fixtures.ccb
        rows[5][1] = "350.50000000000006"
        let statement = try StatementReader.read(TestZip.workbook(rows, numbers: [1]))
        #expect(Fixtures.faults(statement) == [] && statement.lines.last?.amount.yuan == "350.50")
    }
}

/// The refusal that `body` throws, or nil.
func refusal<T>(_ body: () throws(Refusal) -> T) -> Refusal? {
    do throws(Refusal) { _ = try body() } catch { return error }
    return nil
}

/// The text in GB18030, by the system's iconv.
func gb18030(_ text: String) -> [UInt8] {
    guard let handle = iconv_open("GB18030", "UTF-8") else { return [] }
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    var left = output.count
    input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            var count = source.count
            _ = iconv(handle, &from, &count, &to, &left)
        }
    }
    return output.prefix(output.count - left).map { UInt8(bitPattern: $0) }
}
