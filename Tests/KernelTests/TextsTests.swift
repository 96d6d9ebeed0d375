import Kernel
import Testing

@Suite struct TextsTests {
    /// One text through all three kinds: short key, line, prose.
    private func codes(_ text: String) -> [RefusalCode?] {
        [refusal { try Code(text) }, refusal { try Label(text) }, refusal { try Prose(text) }].map { $0?.code }
    }

    @Test(arguments: [
        "a", "li.wei", "幸福路12号楼3单元", "水管爆裂 💧", "𠮷野家", "0", "“引号”", #"C:\path"#, "<b>", "👨‍👩‍👧",
    ])
    func keepsOrdinaryText(text: String) throws {
        #expect(try Code(text).text == text)
        #expect(try Label(text).text == text)
        #expect(try Prose(text).text == text)
    }

    @Test(arguments: ["", " ", "   ", "\u{3000}", "\u{A0}", "\u{200D}", "\u{3164}"])
    func refusesWhatShowsNothing(text: String) {
        #expect(codes(text) == [.inputEmpty, .inputEmpty, .inputEmpty])
    }

    @Test(arguments: [
        "\u{0}", "a\u{0}b", "\t", "a\r", "a\r\n", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9F}", "\u{FEFF}a",
        // Every character of the property Bidi_Control.
        "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
        "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        // Breaks and blanks that are not seen.
        "a\u{2028}b", "a\u{2029}b", "a\u{200B}b", "a\u{2060}b",
    ])
    func refusesControls(text: String) {
        #expect(codes(text) == [.inputControl, .inputControl, .inputControl])
    }

    @Test func onlyProseHasLines() throws {
        #expect(codes("一\n二") == [.inputControl, .inputControl, nil])
        #expect(refusal { try Prose("\n \n") }?.code == .inputEmpty)
    }

    @Test(arguments: ["a", "水", "𠮷"])
    func lengthsCountCharactersNotBytes(letter: String) {
        func text(_ count: Int) -> String { String(repeating: letter, count: count) }
        #expect(codes(text(64)) == [nil, nil, nil])
        #expect(codes(text(65)) == [.inputTextTooLong, nil, nil])
        #expect(codes(text(201)) == [.inputTextTooLong, .inputTextTooLong, nil])
        #expect(codes(text(4001)) == [.inputTextTooLong, .inputTextTooLong, .inputTextTooLong])
        #expect(refusal { try Label(text(200)) } == nil)
        #expect(refusal { try Prose(text(4000)) } == nil)
    }

    @Test func combiningMarksAreCounted() {
        let stacked = "a" + String(repeating: "\u{301}", count: 64)
        #expect(refusal { try Code(stacked) }?.code == .inputTextTooLong)
    }

    @Test func namesTheCharacterAndTheLimit() {
        #expect(refusal { try Code("a\u{202E}") } == Refusal(.inputControl, ["character": "U+202E"]))
        let long = String(repeating: "a", count: 201)
        #expect(refusal { try Label(long) } == Refusal(.inputTextTooLong, ["limit": "200"]))
    }
}
