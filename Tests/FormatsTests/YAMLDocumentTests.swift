import Formats
import Kernel
import Testing

private func refusal(_ text: String) -> Refusal? {
    do {
        _ = try YAMLDocument.json(text: text, file: "p.yaml")
        return nil
    } catch {
        return error
    }
}

@Suite struct YAMLDocumentTests {
    @Test(arguments: [
        ("a: 12", #"{"a":12}"#), ("a: -3", #"{"a":-3}"#), ("a: 0", #"{"a":0}"#), ("a: 007", #"{"a":"007"}"#),
        ("a: 12000.00", #"{"a":"12000.00"}"#), ("a: 1e3", #"{"a":"1e3"}"#), ("a: 0x1F", #"{"a":"0x1F"}"#),
        ("a: +5", #"{"a":"+5"}"#), ("a: 1_000", #"{"a":"1_000"}"#), ("a: -0", #"{"a":"-0"}"#),
        ("a: true\nb: false", #"{"a":true,"b":false}"#),
        ("a: yes\nb: on\nc: True", #"{"a":"yes","b":"on","c":"True"}"#),
        ("a: 2026-03-05", #"{"a":"2026-03-05"}"#), ("a: 08:30", #"{"a":"08:30"}"#),
        ("a: 12:30:00", #"{"a":"12:30:00"}"#),
        ("a: \"12\"\nb: '12'\nc: !!str 12", #"{"a":"12","b":"12","c":"12"}"#),
        ("a:\nb: ~\nc: null\nd: \"\"", #"{"a":null,"b":null,"c":null,"d":""}"#),
        ("- 一\n- [1, x]\n- {k: v}", #"["一",[1,"x"],{"k":"v"}]"#),
        ("a: |\n  一\n  二\n", #"{"a":"一\n二\n"}"#),
        ("a: &x {k: 1}\nb: *x", #"{"a":{"k":1},"b":{"k":1}}"#),
        ("12: a\ntrue: b", #"{"12":"a","true":"b"}"#),
        ("99999999999999999999: 99999999999999999999", #"{"99999999999999999999":99999999999999999999}"#),
    ])
    func reads(_ text: String, _ json: String) throws {
        #expect(try YAMLDocument.json(text: text, file: nil).text == json)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3", RefusalCode.inputDuplicateKey, "1", "1"),
        ("a:\n  1: x\n  \"1\": y", .inputDuplicateKey, "2", "3"),
        ("a: 1\n b: 2", .inputMalformed, "2", "3"),
        ("a: *x", .inputMalformed, "1", "4"),
        ("a: &x {k: 1}\nb:\n  <<: *x", .inputMalformed, "3", "3"),
        ("a: !mine 1", .inputMalformed, "1", "4"),
        ("a: !!int \"1\"", .inputMalformed, "1", "4"),
        ("a: 1\n---\nb: 2", .inputMalformed, "2", "1"),
        ("? [a]\n: 1", .inputMalformed, "1", "3"),
        ("a: [1,\n", .inputTruncated, "2", "1"),
        ("a: \"x", .inputTruncated, "1", "6"),
        ("a: \u{7}", .inputControl, "1", "4"),
    ])
    func refuses(_ text: String, _ code: RefusalCode, _ line: String, _ column: String) {
        let found = refusal(text)
        #expect(found?.code == code)
        #expect(found?["file"] == "p.yaml")
        #expect(found?["line"] == line)
        #expect(found?["column"] == column)
    }

    @Test(arguments: ["", "# nothing\n"])
    func refusesAnEmptyText(_ text: String) {
        #expect(refusal(text)?.code == .inputEmpty)
    }

    @Test func refusesAliasesThatGrow() {
        let names = (1...9).map { "a\($0)" }
        let lines = zip(names, names.dropFirst()).map { previous, name in
            "\(name): &\(name) [" + String(repeating: "*\(previous), ", count: 9) + "x]"
        }
        #expect(refusal("a1: &a1 [x, x]\n" + lines.joined(separator: "\n"))?.code == .inputTooLong)
    }

    @Test func refusesDepthAndLength() {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(refusal(deep)?.code == .inputMalformed)
        #expect(refusal(String(repeating: "[", count: 100_000))?.code == .inputMalformed)
        #expect(refusal("a: " + String(repeating: "x", count: 1_100_000))?.code == .inputTooLong)
    }
}
