@testable import Intake
import Formats
import Kernel
import Testing

/// What bounds the memory and the time that a hostile or broken file takes.
@Suite struct LimitTests {
    @Test func aThousandFaultsAreKeptAndTheRestCounted() throws {
        let mapping = try CallMapping.read(yaml: """
            name: 热线
            columns: {ref: 编号, calledAt: 时间, category: 类, description: 内容, address: 地点}
            dateFormat: "%Y-%m-%d %H:%M:%S"
            zone: Asia/Shanghai
            categories: {table: {堵: drain}}
            constants: {channel: "12345"}
            """, file: "m.yaml")
        let text = "编号,时间,类,内容,地点\n" + String(repeating: "x\n", count: 30_000) + "A1,2026-03-05 09:00:00,堵,x,甲路\n"
        let source = MemorySource(Array(text.utf8), name: "c.csv")
        let batch = try mapping.read(source)
        #expect(batch.bad == 30_000 && batch.calls.count == 1)
        #expect(batch.faults.count == 30_000 && Array(batch.faults).count == 1_000 && batch.faults.more == 29_000)
        var rows = 0
        try mapping.rejects(from: source, refused: [:], .zh) { _ in rows += 1 }
        #expect(rows == 30_001)
    }

    @Test func listsOfFaultsAreJoined() {
        var one = FaultList<Int>(), other = FaultList<Int>()
        other += 0..<2_500
        one += 0..<999
        one += other.mapped { -$0 }
        #expect(Array(one).suffix(2) == [998, 0] && one.more == 2_499 && one.count == 3_499)
    }

    @Test(arguments: [(1_024, true), (1_025, false)])
    func columnsAreBounded(columns: Int, passes: Bool) throws {
        var reader = try CSVReader(MemorySource(Array((String(repeating: ",", count: columns - 1) + "\n").utf8)))
        do {
            let count = try reader.next()?.count
            #expect(passes && count == columns)
        } catch {
            #expect(!passes && error.code == .inputLimit && error["line"] == "1", "\(error)")
        }
    }

    /// Expat reads a token from its beginning with every piece that does not end it: without a bound the time for one
    /// would grow with the square of its length.
    @Test(arguments: ["<!--", "<?x ", "<Ntry a='", "<", "</"])
    func anXMLTokenIsBounded(token: String) throws {
        let text = "<Document><Stmt>" + token + String(repeating: "y", count: 3 << 20)
        do {
            try XMLParts.each(Array(text.utf8), wanted: ["Ntry"]) { _, _ in }
            Issue.record("was read")
        } catch {
            #expect(error.code == .inputLimit, "\(error)")
        }
    }

    @Test func aLongTextIsNoToken() throws {
        let long = String(repeating: "y ", count: 1 << 20)
        let text = "<Document><Stmt>\(long)<![CDATA[\(long)]]><!-- \(long.prefix(900_000)) --></Stmt><Ntry/></Document>"
        var found = 0
        try XMLParts.each(Array(text.utf8), wanted: ["Ntry"]) { _, _ in found += 1 }
        #expect(found == 1)
    }
}
