import Formats
import Kernel
import Testing

private func table(_ text: String, _ wanted: [String]) throws(Refusal) -> CSVTable {
    try CSVTable(CSVReader(MemorySource(Array(text.utf8), name: "a.csv")), wanted: wanted)
}

private func refusal(_ text: String, _ wanted: [String]) -> Refusal? {
    do {
        _ = try table(text, wanted)
        return nil
    } catch {
        return error
    }
}

@Suite struct CSVTableTests {
    @Test func findsTheHeaderByName() throws {
        var found = try table("某街道工单导出\n导出时间,2026-03-05\n编号, 时间 ,备注\n1,08:00,x\n", ["时间", "编号"])
        #expect(found.header == ["编号", "时间", "备注"])
        let row = try #require(try found.next())
        let place = try #require(found.places["时间"])
        #expect(row[place] == "08:00")
        #expect(row.line == 4)
    }

    @Test func namesTheMissingColumnsOfTheNearestRow() {
        let found = refusal("a,b\na,b,c\n1,2,3\n", ["a", "c", "d", "e"])
        #expect(found == Refusal(.inputColumn, ["column": "d、e", "file": "a.csv"]))
    }

    @Test(arguments: [(29, true), (30, false)])
    func looksAtThirtyRows(_ above: Int, _ found: Bool) {
        let text = String(repeating: "x\n", count: above) + "a,b\n"
        #expect((refusal(text, ["a", "b"]) == nil) == found)
    }

    @Test func refusesAWantedNameThatStandsTwice() {
        let found = refusal("a,b,a\n", ["a", "b"])
        #expect(found?.code == .inputDuplicateKey)
        #expect(found?["column"] == "3")
        #expect(refusal("a,b,a\n", ["b"]) == nil)
    }

    @Test func tellsARowOfAnotherLength() throws {
        var found = try table("a,b\n1\n1,2\n", ["a"])
        let short = try #require(try found.next())
        #expect(found.shapeFault(short)?.code == .inputMalformed)
        #expect(found.shapeFault(short)?["line"] == "2")
        let good = try #require(try found.next())
        #expect(found.shapeFault(good) == nil)
    }
}

@Suite struct CSVWriterTests {
    @Test(arguments: [
        (CSVCell.text("汉字"), "汉字"), (.text("a,b"), "\"a,b\""), (.text("say \"yes\""), "\"say \"\"yes\"\"\""),
        (.text("a\nb"), "\"a\nb\""), (.text(" a"), "\" a\""), (.text("=1+1"), "'=1+1"),
        (.text("+86"), "'+86"),
        (.text("-1"), "'-1"), (.text("@x"), "'@x"), (.text("\tx"), "'\tx"), (.text("\rx"), "\"'\rx\""),
        (.value("-12.50"), "-12.50"), (.blank, ""), (.raw("-71.05"), "-71.05"), (.raw("-1+2"), "'-1+2"),
        (.raw("-"), "'-"), (.raw("2026-03-05"), "2026-03-05"),
    ])
    func writes(_ cell: CSVCell, _ expected: String) throws {
        var writer = CSVWriter()
        try writer.row([cell, .value("z")])
        #expect(writer.text == expected + ",z\n")
    }

    @Test func writesMarkAndDelimiter() throws {
        var writer = CSVWriter(delimiter: .semicolon, mark: true)
        try writer.row([.text("a;b"), .text("c,d")])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("\"a;b\";c,d\n".utf8))
    }

    @Test(arguments: ["\0", "a\u{1B}[0m", "\u{7F}"])
    func refusesControlCharacters(_ text: String) {
        #expect(throws: Refusal.self) {
            var writer = CSVWriter()
            try writer.row([.text(text)])
        }
    }

    @Test(arguments: [["", "b"], [""], ["a\r\nb", "\"", "汉,字"], [" ", "x\n"]])
    func whatIsWrittenIsReadAgain(_ texts: [String]) throws {
        var writer = CSVWriter()
        try writer.row(texts.map(CSVCell.text))
        var reader = try CSVReader(MemorySource(writer.bytes))
        #expect(try reader.next()?.texts == texts)
        #expect(try reader.next() == nil)
    }
}
