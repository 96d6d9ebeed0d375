import Formats
@testable import Intake
import Kernel
import TestKit
import Testing

/// Exports of calls as people and programs really leave them (cases 38 to 40 and their kin).
@Suite struct CallKindTests {
    private static let columns = "ref: 编号, calledAt: 时间, category: 类, description: 内容, address: 地点, closed: 结案"

    private static func mapping(
        _ format: String = "%Y-%m-%d %H:%M:%S", table: String = "{堵: drain}"
    ) throws(Refusal) -> CallMapping {
        try CallMapping.read(yaml: """
            name: 热线
            columns: {\(columns)}
            dateFormat: "\(format)"
            zone: Asia/Shanghai
            categories: {table: \(table)}
            constants: {channel: "12345"}
            """, file: "m.yaml")
    }

    private static let header = "编号,时间,类,内容,地点,结案\n"

    private static func read(_ rows: String, _ mapping: CallMapping? = nil) throws -> CallBatch {
        try (mapping ?? Self.mapping()).read(MemorySource(Array((header + rows).utf8), name: "c.csv"))
    }

    /// Line, column and value of each fault.
    private static func faults(_ batch: CallBatch) -> [String] {
        batch.faults.map { "\($0.refusal.code.rawValue)@\($0.line):\($0.column ?? 0)" }
    }

    @Test("a call that was closed before it came in is at fault, also in 1900; at the same moment it is not")
    func closedBefore() throws {
        let batch = try Self.read("""
            1,2026-03-05 09:00:00,堵,x,甲路,2026-03-05 08:59:59
            2,2026-03-05 09:00:00,堵,x,甲路,1900-01-01 00:00:00
            3,2026-03-05 09:00:00,堵,x,甲路,2026-03-05 09:00:00
            4,2026-03-05 09:00:00,堵,x,甲路,

            """)
        #expect(Self.faults(batch) == ["input.value@2:6", "input.value@3:6"])
        #expect(batch.calls.map(\.ref.text) == ["3", "4"])
        let words = batch.faults.first { _ in true }?.refusal.message(.zh)
        #expect(words?.contains("不早于来电时间") == true, "\(words ?? "")")
    }

    @Test("an export whose times were written in several ways is read by each; what fits none is told by example")
    func formats() throws {
        let mapping = try CallMapping.read(yaml: """
            name: 热线
            columns: {\(Self.columns)}
            dateFormat: ["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M"]
            zone: Asia/Shanghai
            categories: {table: {堵: drain}}
            constants: {channel: "12345"}
            """, file: "m.yaml")
        let batch = try Self.read("1,2026-03-05 09:00:01,堵,x,甲路,\n2,2026/3/5 9:05,堵,x,甲路,\n3,3月5日,堵,x,甲路,\n", mapping)
        #expect(batch.calls.map(\.at.text) == ["2026-03-05T09:00:01+08:00", "2026-03-05T09:05:00+08:00"])
        #expect(batch.faults.map { $0.refusal["expected"] } == ["2026-12-31 20:30:00 · 2026/12/31 20:30"])
    }

    @Test("an inch sign in a cell is a sign like others; behind a closing quote it is a fault of its row alone")
    func quotes() throws {
        let batch = try Self.read(#"""
            1,2026-03-05 09:00:00,堵,x,甲路,
            2,2026-03-05 09:00:00,堵,4" 水管,甲路,
            3,2026-03-05 09:00:00,堵,"4" 水管,甲路,
            4,2026-03-05 09:00:00,堵,"说""急""",甲路,

            """#)
        #expect(Self.faults(batch) == ["input.malformed@4:4"] && batch.broken == nil)
        #expect(batch.calls.map(\.description.text) == ["x", "4\" 水管", "说\"急\""])
    }

    @Test("rows of nothing but separators and blanks are no rows")
    func emptyRows() throws {
        let batch = try Self.read("1,2026-03-05 09:00:00,堵,x,甲路,\n,,,,,\n , ,,\t,,\n,,\n2,2026-03-05 09:00:00,堵,x,甲路,\n")
        #expect(batch.calls.map(\.line) == [2, 6] && batch.bad == 0)
    }

    @Test("offsets and fractions of seconds", arguments: [
        ("%Y-%m-%dT%H:%M:%S%z", "2026-03-05T09:00:00+08:00", "2026-03-05T01:00:00Z"),
        ("%Y-%m-%dT%H:%M:%S%z", "2026-03-05T09:00:00Z", "2026-03-05T09:00:00Z"),
        ("%Y-%m-%d %H:%M:%S %z", "2026-03-05 09:00:00 -0530", "2026-03-05T14:30:00Z"),
        ("%Y-%m-%dT%H:%M:%S%z", "2026-03-05T09:00:00+09", "2026-03-05T00:00:00Z"),
        ("%Y-%m-%dT%H:%M:%S.%f", "2026-03-05T09:00:00.123456789", "2026-03-05T01:00:00Z"),
    ])
    func times(format: String, text: String, moment: String) throws {
        let batch = try Self.read("1,\(text),堵,x,甲路,\n", try Self.mapping(format))
        #expect(try batch.calls.map(\.at) == [Instant(moment)], "\(Self.faults(batch))")
    }

    @Test("offsets that are none", arguments: ["+8", "+0861", "+15:00", "08:00", ""])
    func noOffset(text: String) throws {
        let batch = try Self.read("1,2026-03-05T09:00:00\(text),堵,x,甲路,\n", try Self.mapping("%Y-%m-%dT%H:%M:%S%z"))
        #expect(Self.faults(batch) == ["input.value@2:2"])
    }

    @Test("an outside number that a spreadsheet spoilt", arguments: ["2.02603E+11", "202603050000000000000"])
    func spoilt(ref: String) throws {
        #expect(Self.faults(try Self.read("\(ref),2026-03-05 09:00:00,堵,x,甲路,\n")) == ["input.value@2:1"])
    }

    @Test("the words of a mapping are folded as the cells are, and may not be the same then")
    func foldedWords() throws {
        let batch = try Self.read("1,2026-03-05 09:00:00,下水  堵,x,甲路,\n", try Self.mapping(table: "{'下水   堵 ': drain}"))
        #expect(batch.calls.count == 1, "\(Self.faults(batch))")
        let twice = refusal { () throws(Refusal) in try Self.mapping(table: "{'下水 堵': drain, '下水  堵': road}") }
        #expect(twice?.code == .inputDuplicateKey)
    }

    private static let head = ["编号", "时间", "类", "内容", "地点", "结案"]

    /// 46086.375 is 2026-03-05 09:00 in the days of a spreadsheet. Cells that are empty at a row's end are not in the file.
    @Test("a workbook is read like a text: days that are counted, short rows, rows that are named as the sheet does")
    func workbook() throws {
        let book = TestZip.workbook(
            [["某热线导出"], Self.head, ["1", "46086.375", "堵", "第一行\n第二行", "甲路"], ["", "", "", "", "", ""],
             ["2", "46086.5", "路", "x", "甲路", "46086.375"], ["3", "2026-03-05 09:00:00", "堵", "x", "甲路", "46087"]],
            numbers: [1, 5])
        let batch = try Self.mapping().read(MemorySource(book, name: "c.xlsx"))
        #expect(batch.calls.map(\.line) == [3, 6])
        #expect(try batch.calls.map(\.at) == [Instant("2026-03-05T09:00:00+08:00"), Instant("2026-03-05T09:00:00+08:00")])
        #expect(batch.calls.first?.description.text == "第一行\n第二行")
        #expect(try batch.calls.last?.closed == Instant("2026-03-06T00:00:00+08:00"))
        #expect(Self.faults(batch) == ["input.value@5:3", "input.value@5:6"])
        // What is handed back for correction is written as the mapping reads it.
        var text: [UInt8] = []
        try Self.mapping().rejects(from: MemorySource(book, name: "c.xlsx"), refused: [:], .en) { text += $0 }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2 && lines.last?.hasPrefix("2,2026-03-05 12:00:00,路,x,甲路,2026-03-05 09:00:00,5,") == true)
    }

    @Test("a number that counts no days is a fault of its row")
    func noDay() throws {
        let book = TestZip.workbook(
            [Self.head, ["1", "20260305", "堵", "x", "甲路"], ["2", "46086.375", "堵", "x", "甲路"]], numbers: [1])
        let batch = try Self.mapping().read(MemorySource(book, name: "c.xlsx"))
        #expect(batch.calls.map(\.ref.text) == ["2"] && Self.faults(batch) == ["input.value@2:2"])
    }

    @Test("a counted day is written in every format as the format reads it", arguments: [
        ("%m/%d/%Y %I:%M:%S %p", "America/New_York"), ("%Y-%m-%dT%H:%M:%S.%f%z", "America/New_York"), ("%y.%m.%d %H:%M:%S", "+05:30"),
        ("%Y年%m月%d日 %I:%M:%S%p", "Asia/Shanghai"), ("%Y-%m-%d %H:%M:%S %z", "-03:30"),
    ])
    func written(format: String, zone: String) throws {
        let (format, zone) = (try DateFormat(format), try LocalZone(zone))
        for clock in ["2026-03-05T00:00:00Z", "2026-07-05T12:34:56Z", "2026-11-30T23:59:59Z", "2026-01-01T11:59:59Z"] {
            let local = try Instant(clock).milliseconds
            let text = format.text(local: local, in: zone)
            #expect(try format.reading(text).instant(in: zone) == zone.instant(local: local), "\(text)")
        }
    }

    @Test("one sheet has the calls: which of two would be meant, and what none lacks, is said")
    func sheets() throws {
        let rows = [Self.head, ["1", "2026-03-05 09:00:00", "堵", "x", "甲路", ""]]
        let read = { (sheets: [(name: String, rows: [[String]], isHidden: Bool)]) throws(Refusal) -> CallBatch in
            try Self.mapping().read(MemorySource(TestZip.workbook(sheets: sheets), name: "c.xlsx"))
        }
        let batch = try read([("说明", [["仅供内部使用"]], false), ("明细", rows, false), ("空", [], false)])
        #expect(batch.calls.count == 1 && batch.otherSheets == ["说明"])
        let two = refusal { () throws(Refusal) in try read([("3月", rows, false), ("4月", rows, false)]) }
        #expect(two?.code == .inputValue && two?["value"] == "3月、4月")
        #expect(refusal { () throws(Refusal) in try read([("说明", [["x"]], false)]) }?.code == .inputColumn)
    }
}
