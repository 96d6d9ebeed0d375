import Journal
import Kernel
import TestKit
import Testing

/// Each refusal by a rule, caused once (docs/ERRORS.md): the code, nothing changed, and a message without
/// gaps.
struct RefusalTests {
    @Test("a refusal names its code, changes nothing and speaks both languages", arguments: RefusalScript.all)
    func refuses(script: RefusalScript) throws {
        var street = script.street
        street.play(script.lines.dropLast().joined(separator: "\n"))
        let before = street
        let answer = street.line(script.lines.last ?? "")
        let refusal = try #require(answer.refusal, "accepted: \(script.lines.last ?? "")")
        #expect(refusal.code.rawValue == script.code)
        #expect(street.records.count == before.records.count)
        #expect(street.state.difference(from: before.state) == nil)
        for language in Language.allCases {
            let message = refusal.message(language)
            #expect(!message.contains("—") && !message.contains("{") && !message.contains("}"), "\(message)")
        }
        #expect(answer.json(.zh)["ok"] == .bool(false))
    }

    @Test("every refusal of the rules has its way")
    func complete() {
        let elsewhere: Set = [
            "input", "store", "key", "file", "clock", "setting", "settlement", "copy", "backup", "tool", "chart", "glyph", "photo",
        ]
        // These are answers to questions, not to commands.
        let questions: Set<RefusalCode> = [
            .orgMixed, .voucherUnknown, .recordUnknown, .rightRequired, .reportUnknown, .paperMissing, .yearOpen,
        ]
        let needed = RefusalCode.allCases.filter { !elsewhere.contains($0.group) && !questions.contains($0) }
            + [.clockForbidden]
        let caused = Set(RefusalScript.all.map(\.code))
        #expect(needed.map(\.rawValue).filter { !caused.contains($0) } == [])
        #expect(caused.count == RefusalScript.all.count, "a code twice")
    }
}
