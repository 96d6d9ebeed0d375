import Journal
import Kernel
import TestKit
import Testing

/// Whose the broken thing is decides whether the street may take it (design §6).
struct ScopeTests {
    @Test("acceptance decides the scope", arguments: [
        ("", "tenure=unowned", ""),
        ("", "tenure=unowned estate=e2", ""),
        ("", "tenure=unowned estate=e9", "! estate.unknown"),
        ("", "tenure=transferred estate=e1", ""),
        ("", "tenure=transferred", "! scope.estate"),
        ("", "tenure=transferred estate=e2", "! estate.notTransferred"),
        ("site:={'address':'1号','estate':'e1'}", "tenure=transferred", ""),
        ("site:={'address':'1号','estate':'e2'}", "tenure=transferred", "! estate.notTransferred"),
        ("", "tenure=managed urgency=critical hazard=collapse", ""),
        ("", "tenure=managed urgency=urgent hazard=collapse", "! scope.managed"),
        ("", "tenure=managed urgency=critical", "! scope.managed"),
        ("", "tenure=managed urgency=critical hazard=flood", "! hazard.unknown"),
        ("", "tenure=unowned hazard=flood", "! hazard.unknown"),
        ("", "tenure=unowned category=wall", ""),
        ("", "tenure=unowned category=moon", "! category.unknown"),
    ])
    func accepts(call: String, form: String, answer: String) {
        var street = MemoryStreet.funded
        street.play("""
            resident1 call \(call)
            grid1 accept #1 \(form) \(answer)
            """)
    }

    @Test("a position has both of its parts", arguments: [
        ("'lat':'32.05'", "! input.missingField"), ("'lon':'118.78'", "! input.missingField"),
        ("'lat':'32.05','lon':'118.78'", ""),
    ])
    func positions(position: String, answer: String) {
        var street = MemoryStreet.funded
        street.play("resident1 call site:={'address':'1号',\(position)} \(answer)")
    }

    @Test("a policy with a gap is refused", arguments: [
        ("'tenures':['transferred']", "'tenures':[]"),
        ("'code':'sangong'", "'code':'minsheng'"),
        ("{'role':'committee'}", "{'upTo':'60000.00','role':'committee'}"),
        ("'upTo':'50000.00'", "'upTo':'10000.00'"),
        ("'role':'head'", "'role':'committee'"),
        ("'role':'head'", "'role':'officer'"),
        ("'retentionCap':'3'", "'retentionCap':'100.0001'"),
        ("'paperworkDays':3", "'paperworkDays':0"),
        ("'makeUpDays':['2026-05-09']", "'makeUpDays':['2026-05-01']"),
        ("'hours':['09:00-12:00','14:00-18:00']", "'hours':[]"),
        ("'14:00-18:00'", "'11:00-18:00'"),
        ("'eraseAfterDays':180", "'eraseAfterDays':0"),
        ("'code':'wall'", "'code':'drain'"),
    ])
    func policies(part: String, replacement: String) {
        var street = MemoryStreet.standard
        let refusal = street.adopt(replacing: part, with: replacement, effective: "2026-02-01").refusal
        #expect(refusal?.code.rawValue == "policy.invalid", "\(refusal?.message(.en) ?? "adopted")")
    }
}
