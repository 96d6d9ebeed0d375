import Foundation
import Testing

@testable import Kernel

/// What a refusal says is there, in both languages, and names only what the refusal carries.
struct RefusalTextTests {
    @Test("every refusal has a text of its own in both languages", arguments: RefusalCode.allCases)
    func present(code: RefusalCode) throws {
        let text = try #require(RefusalTexts.all[code], "no text for \(code.rawValue)")
        for phrase in [text.what, text.remedy] {
            for part in [phrase.zh, phrase.en] { #expect(part.count > 1 && part != code.rawValue, "\(code.rawValue)") }
            #expect(phrase.zh.unicodeScalars.contains { $0.value > 0x3000 }, "\(code.rawValue): \(phrase.zh)")
            #expect(phrase.en.unicodeScalars.allSatisfy { !(0x3000...0x9FFF).contains($0.value) }, "\(code.rawValue)")
        }
    }

    /// What a person typed is shown as it was typed; what stands against an amount is one.
    @Test("amounts are shown with their thousands apart, and told plainly to programs", arguments: [
        ("asked", "1234567.80", "", "1,234,567.80"), ("asked", "-1000.00", "", "-1,000.00"), ("asked", "999.99", "", "999.99"),
        ("asked", "1000.0", "", "1000.0"), ("asked", "01000.00", "", "01000.00"), ("value", "20260301.00", "a day", "20260301.00"),
        ("value", "20260301.00", "", "20260301.00"), ("value", "2000.00", "3000.00", "2,000.00"),
    ])
    func amounts(name: String, value: String, expected: String, shown: String) {
        let code: RefusalCode = name == "asked" ? .payExceeds : .inputValue
        var refusal = Refusal(code).adding(name, value)
        if !expected.isEmpty { refusal = refusal.adding("expected", expected) }
        #expect(refusal.message(.zh).contains(shown), "\(refusal.message(.zh))")
        #expect(refusal[name] == value)
    }

    @Test("no text is given twice, and none to a name that is no refusal")
    func once() {
        let words = RefusalCode.allCases.map { $0.text.what.en }
        let twice = Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test("both languages name the same facts", arguments: RefusalCode.allCases)
    func sameFacts(code: RefusalCode) {
        let (what, remedy) = (code.text.what, code.text.remedy)
        let chinese = Self.placeholders(what.zh + remedy.zh)
        #expect(chinese == Self.placeholders(what.en + remedy.en), "\(code.rawValue)")
    }

    /// Where a refusal is made, its facts stand within the next lines, or are added by whoever knows them. Those that a reader
    /// adds on the way out (`line`, `field` …) are given for all codes.
    @Test("every placeholder is a fact that is given somewhere", arguments: RefusalCode.allCases)
    func given(code: RefusalCode) {
        let wanted = Self.placeholders(code.text.what.zh + code.text.remedy.zh)
        let missing = wanted.subtracting(Self.added).subtracting(Self.facts[code] ?? [])
        #expect(missing.isEmpty, "\(code.rawValue): nobody gives \(missing.sorted().joined(separator: ", "))")
    }

    private static func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([A-Za-z]+)\}/).map { String($0.1) })
    }

    private static let sources: [String] = {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let files = FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") && !$0.contains("RefusalTexts") && !$0.contains("RefusalCode") }
            .compactMap { try? String(contentsOfFile: root + "/Sources/" + $0, encoding: .utf8) }
    }()

    /// Names of facts that are added to refusals made elsewhere.
    private static let added: Set<String> = Set(sources.flatMap { text in
        text.matches(of: /adding\(\s*"([A-Za-z]+)"/).map { String($0.1) }
    })

    /// The names that follow the code's name up to the next code's, in every file.
    private static let facts: [RefusalCode: Set<String>] = {
        var found: [RefusalCode: Set<String>] = [:]
        let names = Dictionary(uniqueKeysWithValues: RefusalCode.allCases.map { ("\($0)", $0) })
        for text in sources {
            for match in text.matches(of: /\.([a-z][A-Za-z]+)\b/) {
                guard let code = names[String(match.1)] else { continue }
                let rest = text[match.range.upperBound...].prefix(500)
                let keys = rest.matches(of: /"([A-Za-z]+)":/).map { String($0.1) }
                found[code, default: []].formUnion(keys)
            }
        }
        return found
    }()
}
