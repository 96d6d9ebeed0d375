import Formats
import Kernel
import Testing

/// Every row's fields joined by `|`, rows by `/`.
private func rows(
    _ bytes: [UInt8], delimiter: CSVDelimiter = .comma, encoding: TextEncoding = .utf8, piece: Int = 65_536
) throws(Refusal) -> String {
    let source = MemorySource(bytes, name: "a.csv", piece: piece)
    var reader = try CSVReader(source, delimiter: delimiter, encoding: encoding)
    var rows: [String] = []
    while let row = try reader.next() { rows.append(row.texts.joined(separator: "|")) }
    return rows.joined(separator: "/")
}

private func refusal(_ bytes: [UInt8], encoding: TextEncoding = .utf8) -> Refusal? {
    do {
        _ = try rows(bytes, encoding: encoding)
        return nil
    } catch {
        return error
    }
}

@Suite struct CSVReaderTests {
    @Test(arguments: [
        ("a,b\nc,d\n", "a|b/c|d"),
        ("a,b\r\nc,d\r\n", "a|b/c|d"),
        ("a,b\nc,d", "a|b/c|d"),
        ("\u{FEFF}a,b\n", "a|b"),
        ("\"a,\nb\",\"say \"\"yes\"\"\"\n", "a,\nb|say \"yes\""),
        ("a,,\n,,\n", "a||/||"),
        ("\n\na\n\r\nb\n\n", "a/b"),
        ("a\n\"\"\nb\n", "a//b"),
        ("\"汉,字\",é\n", "汉,字|é"),
        ("a\tb,c\n", "a\tb|c"),
        ("a,", "a|"),
        ("a,b\nc,4\" d\n", "a|b/c|4\" d"),
        ("=\"6222\",x\n", "6222|x"),
        ("", ""),
    ])
    func reads(_ text: String, _ expected: String) throws {
        #expect(try rows(Array(text.utf8)) == expected)
        #expect(try rows(Array(text.utf8), piece: 1) == expected, "in pieces of one byte")
    }

    @Test(arguments: [
        ("a\n\"b\"c,d\n", RefusalCode.inputMalformed, "2", "1"),
        ("a\rb\n", .inputMalformed, "1", "1"),
        ("a,b\r", .inputMalformed, "1", "2"),
        ("a\nb,\"c\nd\n", .inputTruncated, "2", "2"),
        ("a,b\0\n", .inputControl, "1", "2"),
        ("a,\"b\u{1B}\"\n", .inputControl, "1", "2"),
        ("\"x\ny\",\"z\u{7}\"", .inputControl, "2", "2"),
    ])
    func refuses(_ text: String, _ code: RefusalCode, _ line: String, _ column: String) {
        let found = refusal(Array(text.utf8))
        #expect(found?.code == code)
        #expect(found?["file"] == "a.csv")
        #expect(found?["line"] == line)
        #expect(found?["column"] == column)
    }

    @Test(arguments: [
        [UInt8]("a,b\nc,".utf8) + [0xE6, 0xB1] + [UInt8]("\n".utf8),
        [UInt8]("a,b\nc,".utf8) + [0xFF],
        [UInt8]("a,b\nc,".utf8) + [0xE6, 0x2C, 0xB1, 0x89],
        [UInt8]("a,b\nc,\"".utf8) + [0xE6, 0x22, 0x2C, 0xB1, 0x89],
    ])
    func refusesBytesThatAreNotUTF8(_ bytes: [UInt8]) {
        let found = refusal(bytes)
        #expect(found?.code == .inputEncoding)
        #expect(found?["line"] == "2")
        #expect(found?["column"] == "2")
    }

    @Test func refusesARowWithoutEnd() {
        let found = refusal(Array("a\n\"".utf8) + [UInt8](repeating: 0x78, count: 1_100_000))
        #expect(found?.code == .inputTooLong)
        #expect(found?["line"] == "2")
    }

    @Test(arguments: [(CSVDelimiter.tab, "a,b\tc;d\n", "a,b|c;d"), (.semicolon, "a,b;c\td\n", "a,b|c\td")])
    func readsOtherDelimiters(_ delimiter: CSVDelimiter, _ text: String, _ expected: String) throws {
        #expect(try rows(Array(text.utf8), delimiter: delimiter) == expected)
    }

    @Test func tellsWhereEachFieldBegan() throws {
        var reader = try CSVReader(MemorySource(Array("h,i,j\n\"a\nb\",\"c\nd\",e\nf,g,h\n".utf8)))
        _ = try reader.next()
        let second = try #require(try reader.next())
        #expect((0..<second.count).map(second.line(of:)) == [2, 3, 4])
        #expect(try reader.next()?.line == 5)
    }
}

@Suite struct EncodingTests {
    /// 汉字,街 / 㐀,a in GB18030: characters of two bytes and one of four.
    private static let gb: [UInt8] = [
        0xBA, 0xBA, 0xD7, 0xD6, 0x2C, 0xBD, 0xD6, 0x0A, 0x81, 0x39, 0xEE, 0x39, 0x2C, 0x61,
    ]

    @Test(arguments: [TextEncoding.gb18030, .auto])
    func readsGB18030(_ encoding: TextEncoding) throws {
        for piece in 1...5 {
            #expect(try rows(Self.gb, encoding: encoding, piece: piece) == "汉字|街/㐀|a", "pieces of \(piece)")
        }
    }

    @Test func takesUTF8WhereTheWholeFileIsUTF8() throws {
        for piece in 1...4 {
            #expect(try rows(Array("汉字,街\n🌧,b".utf8), encoding: .auto, piece: piece) == "汉字|街/🌧|b")
        }
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x62, 0x2C, 0xBA, 0xBA, 0xFF, 0xFF], RefusalCode.inputEncoding),
        ([0x61, 0x0A, 0x62, 0x2C, 0xBA], .inputTruncated),
    ] as [([UInt8], RefusalCode)])
    func tellsWhereGB18030Breaks(_ bytes: [UInt8], _ code: RefusalCode) {
        let found = refusal(bytes, encoding: .gb18030)
        #expect(found?.code == code)
        #expect(found?["line"] == "2")
        #expect(found?["column"] == "2")
    }

    @Test func namesAFileThatIsNotThere() {
        let found = #expect(throws: Refusal.self) { try FileSource(path: "no/such.csv") }
        #expect(found?.code == .fileMissing)
        #expect(found?["path"] == "no/such.csv")
    }
}
