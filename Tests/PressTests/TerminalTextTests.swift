@testable import Press
import Testing

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("汉字", 4), ("ａｂ", 4), ("（一）", 6), ("，。", 4), ("é", 1), ("e\u{301}", 1),
        ("—…✓", 3),
        ("🌧️", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("🚰", 2), ("1️⃣", 2), ("\u{200B}", 0), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("𠮷", 2), ("ｱ", 1), ("¥￥", 3), ("㎡", 2), ("①", 1),
    ])
    func measures(_ text: String, _ width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test("what needs no look-up measures as it would with one")
    func plain() {
        for value in [0x20..<0x7F, 0x3001..<0x302A, 0x4E00..<0xA000, 0xFF01..<0xFF61].joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = String(scalar)
            #expect(DisplayWidth.of(text) == DisplayWidth.of(Character(scalar)), "\(value)")
            // Beside a letter with an accent the slow way is taken.
            #expect(DisplayWidth.of(text + "e\u{301}") == DisplayWidth.of(text) + 1, "\(value)")
        }
    }

    @Test(arguments: [
        ("井盖", 6, Alignment.left, "井盖  "), ("井盖", 6, .right, "  井盖"), ("井盖", 3, .left, "井盖"),
        ("", 2, .right, "  "),
    ])
    func pads(_ text: String, _ width: Int, _ alignment: Alignment, _ expected: String) {
        #expect(text.padded(to: width, alignment) == expected)
    }

    /// Nothing is lost: the lines put together are the text, but for the blanks at which it was broken.
    @Test(arguments: [
        ("下水道堵塞", 10, ["下水道堵塞"]), ("下水道堵塞", 9, ["下水道堵", "塞"]), ("下水道，堵塞", 6, ["下水", "道，堵", "塞"]),
        ("管（堵）塞", 4, ["管", "（堵）", "塞"]), ("a long word", 6, ["a long", "word"]), ("no longerword here", 6, ["no", "longerword", "here"]),
        ("付：26322000000000000001号", 8, ["付：", "26322000000000000001", "号"]), ("", 4, [""]), ("👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ])
    func wraps(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(text.wrapped(to: width) == expected)
    }

    @Test(arguments: [
        ("a\nb\r\nc\td", "a b c d"), ("x\u{1B}[31m", "x\u{FFFD}[31m"), ("a\u{202E}b", "a\u{FFFD}b"),
        ("汉字", "汉字"),
        ("a\u{9B}31m", "a\u{FFFD}31m"),
    ])
    func keepsTextFromMovingTheCursor(_ text: String, _ expected: String) {
        #expect(text.forTerminal == expected)
    }
}
