import Kernel
import Testing
@testable import Web

/// What people type, and what becomes of it.
struct TypedTests {
    private static func taken(_ result: Result<String, Typed.Fault>) -> String? { try? result.get() }

    @Test("amounts", arguments: [
        ("12000", "12000.00"), ("１２，０００", "12000.00"), ("12,000.5", "12000.50"), (" ¥ 3.20 ", "3.20"), ("8元", "8.00"), ("1,234,567.89", "1234567.89"),
        ("12,00", nil), ("1.2.3", nil), ("1e3", nil), ("1,2345", nil), (",100", nil), ("-5", nil), ("", nil), ("12.345", nil), ("一千", nil),
    ])
    func money(text: String, expected: String?) { #expect(Self.taken(Typed.money(text)) == expected) }

    @Test("an amount below zero only where one may be")
    func signed() {
        #expect(Self.taken(Typed.money("−1,600", signed: true)) == "-1600.00")
        #expect(Self.taken(Typed.quantity("-2", signed: true)) == "-2")
        #expect(Self.taken(Typed.quantity("-2", signed: false)) == nil && Self.taken(Typed.quantity("0", signed: false)) == nil)
    }

    @Test("days", arguments: [
        ("2026-03-05", "2026-03-05"), ("2026/3/5", "2026-03-05"), ("2026年3月5日", "2026-03-05"), ("20260305", "2026-03-05"), ("２０２６．３．５", "2026-03-05"),
        ("2026-02-30", nil), ("26-3-5", nil), ("3月5日", nil), ("2026-13-01", nil), ("20260", nil),
    ])
    func day(text: String, expected: String?) { #expect(Self.taken(Typed.day(text)) == expected) }

    @Test("moments are of the street's zone; a clock alone is today's")
    func moment() throws {
        let today = try Day("2026-06-12")
        #expect(Self.taken(Typed.moment("09:05", on: today)) == "2026-06-12T09:05:00+08:00")
        #expect(Self.taken(Typed.moment("2026/6/1 7：30", on: today)) == "2026-06-01T07:30:00+08:00")
        for text in ["25:00", "上午", "-3:-5", "+3:05", "009:05", "9:5:1", "9:", "2026-06-01"] {
            #expect(Self.taken(Typed.moment(text, on: today)) == nil, "\(text)")
        }
    }

    @Test("what is typed stays text on a page")
    func escaping() {
        for text in ["\"><img src=x onerror=1>", "</script>", "'\"&<>"] {
            let html: HTML = "<p title=\"\(text)\">\(text)</p>"
            #expect(html.text.filter { $0 == "<" }.count == 2 && html.text.filter { $0 == "\"" }.count == 2, "\(html.text)")
        }
        let turned: HTML = "\("a\u{202E}b\u{0007}c")"
        #expect(turned.text == "a\u{FFFD}b\u{FFFD}c")
        let plain: HTML = "\("宁安路“甲”—乙")"
        #expect(plain.text == "宁安路“甲”—乙")
    }

    @Test("forms as browsers send them")
    func fields() {
        #expect(Fields(urlencoded: "a=1&b=%E6%B0%B4+x&a=2")?.all("a") == ["1", "2"])
        #expect(Fields(urlencoded: "a=1&b=%E6%B0%B4+x")?["b"] == "水 x")
        #expect(Fields(urlencoded: "a=%E6%B0") == nil && Fields(urlencoded: "a=%zz") == nil)
    }

    @Test("a way back leads to this server only", arguments: ["//evil.example", "https://evil.example", "/\\evil", "javascript:1", "", "/a\nb"])
    func back(path: String) { #expect(BackPath.safe(path) == nil) }
}
