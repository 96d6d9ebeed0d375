import Kernel
import Testing

@Suite struct JSONParserTests {
    @Test(arguments: [
        ("null", JSON.null), (" true ", .bool(true)), ("false\n", .bool(false)), ("0", .number("0")),
        ("-0.50e+10", .number("-0.50e+10")), ("12345678901234567890", .number("12345678901234567890")),
        (#""""#, .string("")), (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u6c34\u6C34""#, .string("水水")), (#""\ud83d\udca7""#, .string("💧")),
        (#""\u0000""#, .string("\u{0}")),
        ("[]", .array([])), ("{}", .object([])), ("[ 1 , [ ] ]", .array([.number("1"), .array([])])),
        (#"{"b":1,"a":{}}"#, .object([.init("b", .number("1")), .init("a", .object([]))])),
    ])
    func reads(text: String, value: JSON) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("{a:1}", 2), ("{'a':1}", 2), (#"{"a" 1}"#, 6), (#"{"a":1,}"#, 8), ("[1,]", 4), ("[,1]", 2),
        ("[1 2]", 4), ("{,}", 2),
        ("1 2", 3), ("{}x", 3), ("01", 2), ("-a", 2), ("1.a", 3), (".5", 1), ("+1", 1), ("1ee", 3),
        ("NaN", 1), ("nul!", 4),
        ("TRUE", 1), ("]", 1), ("[}", 2), (#""a\x""#, 4), (#""\u12G4""#, 6), ("\"a\nb\"", 3), ("\"a\tb\"", 3),
        ("// a\n1", 1),
        ("\u{A0}1", 1), ("\u{0}", 1), (#"["a":1]"#, 5),
    ])
    func malformed(text: String, column: Int) {
        #expect(parse(text) == Refusal(.inputMalformed, ["column": String(column)]))
    }

    @Test(arguments: [
        #""\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#, #""\udca7""#, #""\ud83d\ud83d""#, #""\udca7\ud83d""#,
    ])
    func loneSurrogates(text: String) {
        #expect(parse(text)?.code == .inputMalformed)
    }

    /// Cut anywhere, a text is truncated and nothing else, never a shorter value.
    @Test func truncatedAnywhere() {
        let text = Array(#"{"id":"a\u6c34\ud83d\udca7","n":[-1.5e+3,true,false,null,{"x":[]}],"水":{}}"#.utf8)
        #expect(refusal { try JSONParser.parse(text) } == nil)
        for length in 0..<text.count {
            let cut = refusal { try JSONParser.parse(Array(text.prefix(length))) }
            #expect(cut?.code == .inputTruncated, "\(length) bytes")
            #expect((Int(cut?["column"] ?? "") ?? 0) <= length + 1)
        }
    }

    @Test(arguments: [
        "", " ", "{", "[", "{ ", "[[", #"{"a":{"#, #"{"a""#, #"{"a":"#, "[1,", "-", "1.", "1e", "1e+", "\"",
        "tru",
    ])
    func truncated(text: String) {
        #expect(parse(text) == Refusal(.inputTruncated, ["column": String(text.utf8.count + 1)]))
    }

    @Test func duplicateKeys() {
        #expect(parse(#"{"a":1,"b":2,"a":3}"#) == Refusal(.inputDuplicateKey, ["field": "a", "column": "14"]))
        #expect(parse(#"{"a":1,"\u0061":2}"#)?.code == .inputDuplicateKey)
        #expect(parse(#"[{"x":{"a":1,"a":1}}]"#)?.code == .inputDuplicateKey)
        #expect(parse(#"[{"a":1},{"a":1}]"#) == nil)
        #expect(parse(#"{"a":{"a":1},"A":1}"#) == nil)
    }

    @Test func byteOrderMark() {
        #expect(parse("\u{FEFF}{}") == Refusal(.inputBOM, ["column": "1"]))
        #expect(parse("{}\u{FEFF}") == Refusal(.inputMalformed, ["column": "3"]))
        #expect(parse("\"\u{FEFF}\"") == nil)
    }

    @Test(arguments: [
        [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0xB0], [0xFF],
        [0xC4, 0xE3],
    ] as [[UInt8]])
    func bytesThatAreNotUTF8(bytes: [UInt8]) {
        let text = Array(" [\"".utf8) + bytes + Array("\"]".utf8)
        #expect(refusal { try JSONParser.parse(text) } == Refusal(.inputEncoding, ["column": "3"]))
    }

    @Test func depth() {
        func nested(_ depth: Int, _ open: String, _ close: String) -> Refusal? {
            parse(String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth))
        }
        #expect(nested(64, "[", "]") == nil)
        #expect(nested(65, "[", "]") == Refusal(.inputMalformed, ["column": "65"]))
        #expect(nested(64, #"{"a":"#, "}") == nil)
        #expect(nested(100_000, #"{"a":"#, "}")?.code == .inputMalformed)
        // Width is not depth.
        #expect(parse("[" + String(repeating: "[],", count: 1000) + "{}]") == nil)
    }

    /// A hostile object of many names must not take quadratic time: comparing each with all before it had not
    /// ended after two minutes.
    @Test(.timeLimit(.minutes(1))) func manyNames() {
        let names = (0..<200_000).map { #""k\#($0)":1"# }.joined(separator: ",")
        #expect(parse("{" + names + "}") == nil)
    }

    private func parse(_ text: String) -> Refusal? {
        refusal { try JSONParser.parse(Array(text.utf8)) }
    }
}
