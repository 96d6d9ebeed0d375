import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// What happened until a moment, from the records.
struct StepBookTests {
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00") + """
            03-03T10:00 officer1 contractor.update code=c1 name=疏通一队 bank:={'bank':'工商银行','account':'6222020000000009'}
            03-04T10:00 officer1 contractor.update code=c1 name=疏通二队
            03-05T10:00 officer1 contractor.update code=c2 name=修缮二队 bank:={'bank':'工商银行','account':'6222020000000008'}
            03-06T10:00 cashier1 pay #1
            """)
        return street
    }()

    private static func book(_ until: String) throws -> StepBook {
        var book = StepBook(until: try Instant(until + ":00+08:00"))
        for record in street.records { book.take(record) }
        return book
    }

    @Test("the steps of a job in their order, none later than the moment", arguments: [
        ("2026-03-02T08:29", 3), ("2026-03-02T08:30", 4), ("2026-03-02T23:00", 11), ("2026-03-06T09:59", 11), ("2026-03-06T10:00", 12),
    ])
    func steps(until: String, count: Int) throws {
        let steps = try Self.book(until).steps(of: try #require(Self.street.job(1)).number)
        #expect(steps.count == count)
        #expect(steps.map(\.seq) == steps.map(\.seq).sorted())
        #expect(try Self.book(until).steps(of: try Code("2026-0009")).isEmpty)
    }

    @Test("a step knows its voucher and the day of its books")
    func vouchers() throws {
        let steps = try Self.book("2026-03-31T10:00").steps(of: try #require(Self.street.job(1)).number)
        #expect(steps.last?.vouchers.count == 1 && steps.last?.bookedOn.text == "2026-03-06")
        #expect(steps.first?.vouchers.isEmpty == true && steps.first?.bookedOn.text == "2026-03-02")
    }

    /// The first firm had an account from the start, the second one had none.
    @Test("another account is a change; another name is none, and neither is a first account")
    func accounts() throws {
        let book = try Self.book("2026-03-31T10:00")
        let (firm, estate) = (try Code("c1"), try Code("e1"))
        #expect(book.accountChanges.map(\.key.text) == ["c1"])
        #expect(book.accountChanges[firm]?.map(\.text) == ["2026-03-03T10:00:00+08:00"])
        #expect(book.firms[firm]?.name.text == "疏通二队" && book.estates[estate]?.transferred == true)
        #expect(try Self.book("2026-03-03T09:59").accountChanges.isEmpty)
    }
}
