import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Which jobs are proposed as the same as a call, why, and in which order.
struct DuplicatesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let earlier: String
        let call: String
        let reasons: [Duplicates.Reason]

        var testDescription: String { earlier + " → " + call }
    }

    private static let here = "'address':'甲','lat':'32.0','lon':'118.8'"
    private static func near(_ lat: String) -> String { "site:={'address':'乙','lat':'\(lat)','lon':'118.8'}" }

    /// A degree of latitude is 111,194.9 m on the sphere: 0.00072 are 80.06 m, 0.00073 are 81.17 m.
    @Test("each reason, and where it ends", arguments: [
        Row(earlier: "site:={'address':'南苑路１０２号'}", call: "site:={'address':'南苑路102号'}", reasons: [.address]),
        Row(earlier: "site:={'address':'甲'}", call: "site:={'address':'乙'}", reasons: []),
        Row(
            earlier: "site:={'address':'甲'} caller:={'phone':'1'}", call: "site:={'address':'乙'} caller:={'phone':'1'}",
            reasons: [.caller]),
        Row(
            earlier: "site:={'address':'甲'} caller:={'phone':'1'}", call: "site:={'address':'乙'} caller:={'phone':'2'}",
            reasons: []),
        Row(earlier: "site:={\(here)}", call: near("32.00072"), reasons: [.near(80)]),
        Row(earlier: "site:={\(here)}", call: near("32.00073"), reasons: []),
        Row(earlier: "site:={\(here)}", call: "site:={'address':'甲','lat':'32.0','lon':'118.8'}", reasons: [.address, .near(0)]),
    ])
    func reasons(row: Row) throws {
        var street = MemoryStreet.funded
        street.play("03-02T09:00 grid1 call \(row.earlier) \n 03-03T09:00 grid1 call \(row.call)")
        let found = Self.likely(try #require(street.job(2)), street)
        #expect(found.flatMap(\.reasons) == row.reasons)
        #expect(found.map(\.job.number.text) == (row.reasons.isEmpty ? [] : ["2026-0001"]))
    }

    private static func likely(_ job: Job, _ street: MemoryStreet, phone: Bool = true) -> [Duplicates.Match] {
        Duplicates.likely(.init(job, phone: phone), among: Array(street.state.jobs.values), days: 30)
    }

    @Test("that a caller is the same is not told to everybody")
    func phone() throws {
        var street = MemoryStreet.funded
        street.play("""
            03-02T09:00 grid1 call site:={'address':'甲'} caller:={'phone':'1'}
            03-03T09:00 grid1 call site:={'address':'乙'} caller:={'phone':'1'}
            """)
        #expect(Self.likely(try #require(street.job(2)), street, phone: false).isEmpty)
    }

    @Test("open ones come first, then the latest, five at most, and no later call")
    func order() throws {
        var street = MemoryStreet.funded
        street.play((2...8).map { "03-0\($0)T09:00 grid1 call site:={'address':'甲'}" }.joined(separator: "\n")
            + "\n 03-08T10:00 dispatcher1 reject #5")
        let found = Self.likely(try #require(street.job(6)), street)
        #expect(found.map(\.job.number.text) == ["2026-0004", "2026-0003", "2026-0002", "2026-0001", "2026-0005"])
    }
}
