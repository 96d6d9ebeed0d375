import TestKit
import Testing

@testable import Kernel

/// What is kept as text is what it would be as a value.
struct KeptJSONTests {
    private func read(_ text: String) -> KeptJSON? { try? JSONScan.whole(Array(text.utf8)) }

    @Test("texts as the program keeps them pass", arguments: [
        "{}", "[]", "0", "-1", "12345678901234567890", "true", "false", "null", "\"\"", "\"路，é\"",
        "{\"a\":[1,{\"b\":\"c\"},[]],\"aa\":null,\"b\":{}}",
    ])
    func passes(text: String) throws {
        #expect(JSONPass.end(of: 0, in: Array(text.utf8)) == text.utf8.count)
        let kept = try #require(read(text)), value = try JSONParser.parse(Array(text.utf8))
        #expect(kept.value == value && kept == KeptJSON(value))
        #expect(kept.storedText == text && KeptJSON(value).storedText == text)
    }

    @Test("others are read as values, or refused as the parser refuses them", arguments: [
        "{ }", "[1.5]", "[1e3]", "\"a\\n\"", "\"👍\"", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"é\":1}", "[01]", "-", "tru",
        "{\"a\"}", "[1,]", "[", "\"a", "\"\u{1}\"", "{\"a\":1,}", "", "nul", String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ])
    func passedOver(text: String) {
        #expect(JSONPass.end(of: 0, in: Array(text.utf8)) == nil)
        #expect(read(text)?.value == (try? JSONParser.parse(Array(text.utf8))))
    }

    @Test func bytesThatAreNoUTF8DoNotPass() {
        for bytes in [[0x80], [0xC1, 0x80], [0xC2], [0xE5, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF8]] as [[UInt8]] {
            #expect(JSONPass.end(of: 0, in: [0x22] + bytes + [0x22]) == nil)
        }
    }

    @Test func membersAreFoundByName() throws {
        for text in ["{\"a\":{\"id\":\"x\"},\"id\":\"路1\",\"n\":2}", "{\"id\":\"路1\", \"a\":1,\"n\":2}"] {
            let kept = try #require(read(text))
            #expect(kept.text("id") == "路1" && kept.text("n") == nil && kept.text("i") == nil)
        }
        #expect(read("[]")?.text("id") == nil)
    }

    /// Whatever passes, the parser takes.
    @Test func nothingPassesThatIsNoJSON() {
        var dice = SplitMix64(seed: 11)
        let signs = [
            "{", "}", "[", "]", "\"", ":", ",", "a", "b", "\\", "0", "1", "-", "é", "路", "true", "null", " ", "\"a\":", "\"b\":1",
            "{}",
        ]
        for _ in 0..<40_000 {
            let text = (0..<Int.random(in: 1...9, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "" }.joined()
            let bytes = Array(text.utf8)
            guard let end = JSONPass.end(of: 0, in: bytes) else { continue }
            #expect((try? JSONParser.parse(Array(bytes[..<end]))) != nil, "\(text)")
        }
    }
}
