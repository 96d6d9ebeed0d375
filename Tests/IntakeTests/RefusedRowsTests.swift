import Intake
import Formats
import Kernel
import Testing

@Suite struct RefusedRowsTests {
    private static let mapping = """
        name: 热线
        columns: {ref: 编号, calledAt: 时间, category: 类, description: 内容, address: 地点, target: 期限}
        dateFormat: "%Y-%m-%d %H:%M:%S"
        zone: Asia/Shanghai
        categories: {table: {堵: drain}}
        constants: {channel: "12345"}
        """

    private static let text = """
        编号,时间,类,内容,地点,期限
        A1,2026-03-05 09:00:00,堵,"两行
        内容",甲路,2026-03-06 09:00:00
        A2,昨天,堵,x,乙路,
        A3,2026-03-05 11:00:00,堵,y,丙路,

        """

    @Test func saysTheFormOfACall() throws {
        let mapping = try CallMapping.read(yaml: Self.mapping, file: "m.yaml")
        let batch = try mapping.read(MemorySource(Array(Self.text.utf8), name: "c.csv"))
        #expect(batch.calls.map(\.form.text) == [
            #"{"ref":"A1","channel":"12345","site":{"address":"甲路"},"category":"drain","description":"两行\n内容","#
                + #""outside":{"target":"2026-03-06T09:00:00+08:00"}}"#,
            #"{"ref":"A3","channel":"12345","site":{"address":"丙路"},"category":"drain","description":"y"}"#,
        ])
    }

    @Test func addsWhatARuleRefusedInTheOrderOfTheFile() throws {
        let mapping = try CallMapping.read(yaml: Self.mapping, file: "m.yaml")
        let source = MemorySource(Array(Self.text.utf8), name: "c.csv")
        var rows: [[UInt8]] = []
        let refused = [2: Refusal(.refTaken, ["ref": "A1", "job": "2026-0001"])]
        try mapping.rejects(from: source, refused: refused, .en) { rows.append($0) }
        #expect(rows.count == 3)
        let written = String(decoding: rows.joined(), as: UTF8.self)
        #expect(written.contains("\"两行\n内容\""))
        #expect(written.contains("A1,") && written.contains("A2,") && !written.contains("A3,"))
    }
}
