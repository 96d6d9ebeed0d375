import TestKit
import Testing

@testable import Kernel

/// Values in hand-written form are the text that `Codable` gives, and nothing else is read the fast way.
struct StoredValueTests {
    private func check<Value: Stored & Codable & Equatable>(_ value: Value, _ place: SourceLocation = #_sourceLocation) throws {
        let text = JSON(value).text
        #expect(value.storedText == text, sourceLocation: place)
        #expect(try Value(storedText: text) == value, sourceLocation: place)
        #expect(try JSONParser.parse(Array(text.utf8)).decode(Value.self) == value, sourceLocation: place)
    }

    @Test func amounts() throws {
        var dice = SplitMix64(seed: 3)
        for fen in [0, 1, 10, 99, 100, 101, 1_000_000, Fen.largest.value] + (0..<200).map({ _ in
            Int64.random(in: 0...Fen.largest.value, using: &dice) / [1, 1000, 1_000_000][Int.random(in: 0..<3, using: &dice)]
        }) {
            try check(Fen(fen))
            try check(SignedFen(Fen(-fen)))
        }
    }

    @Test func moments() throws {
        var dice = SplitMix64(seed: 4)
        for _ in 0..<300 {
            let day = Day(number: Int.random(in: -25_000...375_000, using: &dice))
            try check(day)
            let part = Int64.random(in: 0..<Instant.dayLength, using: &dice)
            try check(Instant(day) + part / 1000 * 1000)
            try check(Instant(day) + part)
        }
    }

    @Test("texts with whatever a text may have", arguments: [
        "a", "A b", "马先生", "3号楼—东", "“好”", "a\"b\\c", "路，院（门）", "ａ　ｂ", "é", "e\u{301}", "👨‍👩‍👧", "\u{4DC0}x", "ﾊﾛｰ",
    ])
    func texts(_ text: String) throws {
        try check(try Code(text))
        try check(try Label(text))
        try check(try Prose(text + "\nb\tc".replacing("\t", with: "")))
    }

    /// The quick look at the bytes never lets pass what the whole look refuses.
    @Test func plainTexts() {
        let signs: [Unicode.Scalar] = [
            " ", "a", "~", "\u{7F}", "\n", "\t", "\u{A0}", "\u{85}", "\u{3000}", "\u{3001}", "\u{303F}", "\u{3164}", "中", "\u{9FFF}",
            "\u{4DFF}", "\u{FEFF}", "\u{FF01}", "\u{FF5E}", "\u{FF5F}", "\u{FFA0}", "\u{200B}", "\u{2028}", "é",
        ]
        for a in signs {
            for b in signs {
                for c in signs {
                    var text = ""
                    for sign in [a, b, c] { text.unicodeScalars.append(sign) }
                    for lines in [false, true] {
                        let holds = text.withUTF8 { PlainText.holds($0, limit: 3, lines: lines) }
                        let passes = text.unicodeScalars.allSatisfy { !$0.isControl || (lines && $0 == "\n") }
                            && !text.allSatisfy(\.isWhitespace)
                            && (lines || text.first?.isWhitespace == false && text.last?.isWhitespace == false)
                        if holds { #expect(passes, "\(text.unicodeScalars.map(\.value))") }
                    }
                }
            }
        }
        for (text, limit) in [("中文", 1), ("ab", 1)] {
            var text = text
            #expect(!text.withUTF8 { PlainText.holds($0, limit: limit, lines: false) })
        }
    }

    @Test("what our hand does not write is not read by hand", arguments: [
        "\"1\"", "\"01.00\"", "\"-0.00\"", "\"1.0\"", "1.00", "\"1.000\"", " \"1.00\"", "\"100000000000.01\"", "\"1.00", "\"\"",
    ])
    func foreignAmounts(_ text: String) {
        #expect(throws: JSONScan.Foreign.self) { try JSONScan.whole(Array(text.utf8)) as SignedFen }
    }

    @Test("other zones, dates that are none", arguments: [
        "\"2026-03-05T09:12:00Z\"", "\"2026-02-30T09:12:00+08:00\"", "\"2026-03-05T24:00:00+08:00\"", "\"2026-03-05T09:12:00.5+08:00\"",
    ])
    func foreignMoments(_ text: String) {
        #expect(throws: JSONScan.Foreign.self) { try JSONScan.whole(Array(text.utf8)) as Instant }
    }

    @Test("whole numbers as they are written", arguments: [0, 7, -7, 1_234_567_890_123, 999_999_999_999_999_999])
    func numbers(_ number: Int) throws { try check(number) }

    @Test func decimals() throws {
        var dice = SplitMix64(seed: 5)
        for decimals in 0...4 {
            for _ in 0..<200 {
                let value = Int64.random(in: -10_000_000...10_000_000, using: &dice) / [1, 10, 100, 100_000][Int.random(in: 0..<4, using: &dice)]
                let (all, short) = (FixedPoint.text(value, decimals: decimals), FixedPoint.text(value, decimals: decimals, trimmed: true))
                #expect(try FixedPoint.parse(all, decimals: decimals, signed: true) == value)
                #expect(try FixedPoint.parse(short, decimals: decimals, signed: true) == value)
                #expect(all.split(separator: ".").count == (decimals == 0 ? 1 : 2) && short.last != ".")
            }
        }
        #expect(FixedPoint.text(.min, decimals: 2) == "-92233720368547758.08")
        #expect(try FixedPoint.parse("-92233720368547758.08", decimals: 2, signed: true) == .min)
        #expect(throws: FixedPoint.Fault.range) { try FixedPoint.parse("92233720368547758.08", decimals: 2) }
        for text in ["", ".5", "5.", "05", "-", "1.234", "1..2", "1.2x", "x"] {
            #expect(throws: FixedPoint.Fault.form) { try FixedPoint.parse(text, decimals: 2, signed: true) }
        }
    }
}
