import Bank
import Journal
import Kernel
import TestKit
import Testing

/// The balances that statements state as a whole: what they lead to, and where one is missing between two.
struct StatedBalanceTests {
    private static func stated(_ from: String, _ to: String, _ opening: String, _ closing: String) -> String {
        "{'from':'2026-\(from)','to':'2026-\(to)','opening':'\(opening)','closing':'\(closing)'}"
    }

    /// A street, on 1 December, with a camt of each of these, which have no lines.
    private static func street(_ all: String...) -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play("12-01 grid1 call")
        for one in all { street.play("finance1 bank.import bank=camt lines:=[] stated:=[\(one)]") }
        return street
    }

    private static func gaps(_ street: MemoryStreet) -> [String] {
        street.state.bank.accounts.values.flatMap(\.gaps).map {
            "\($0.after.text) \($0.closing.yuan) \($0.before.text) \($0.opening.yuan)"
        }
    }

    @Test("a statement without lines says what the balance is, once")
    func quiet() {
        var street = Self.street(Self.stated("03-01", "03-31", "10.00", "10.00"))
        street.play("""
            finance1 bank.import bank=camt lines:=[] stated:=[\(Self.stated("03-01", "03-31", "10.00", "10.00"))] ! statement.known
            finance1 bank.import bank=icbc lines:=[] stated:=[\(Self.stated("05-01", "05-31", "10.00", "10.00"))] ! statement.known
            finance1 bank.import bank=camt lines:=[] stated:=[] ! input.empty
            """)
        #expect(street.state.bank.account(try! Label("1001"))?.stated.count == 1)
        street.play("finance1 bank.void record:=\(street.records.count)")
        #expect(street.state.bank.accounts.isEmpty)
    }

    @Test("a month that is missing is named, in whatever order the files come")
    func gap() {
        let march = Self.stated("03-01", "03-31", "0.00", "1000.00")
        let may = Self.stated("05-01", "05-31", "700.00", "600.00")
        let found = "2026-03-31 1000.00 2026-05-01 700.00"
        #expect(Self.gaps(Self.street(march, may)) == [found] && Self.gaps(Self.street(may, march)) == [found])
        let april = Self.stated("04-01", "04-30", "1000.00", "700.00")
        #expect(Self.gaps(Self.street(march, may, april)).isEmpty)
    }

    @Test("what overlaps, or begins on the day on which another ends, is not compared")
    func overlap() {
        #expect(Self.gaps(Self.street(
            Self.stated("03-01", "03-20", "0.00", "5.00"), Self.stated("03-20", "03-31", "4.00", "9.00"),
            Self.stated("03-10", "03-25", "3.00", "8.00"), Self.stated("04-01", "04-30", "9.00", "9.00"))).isEmpty)
        // Two of one day, the later one listed first.
        #expect(Self.gaps(Self.street(
            Self.stated("03-01", "03-04", "0.00", "5.00"), Self.stated("03-05", "03-05", "7.00", "9.00"),
            Self.stated("03-05", "03-05", "5.00", "7.00"), Self.stated("03-06", "03-06", "9.00", "9.00"))).isEmpty)
    }

    @Test("the journal read again gives the same balances")
    func replay() {
        let script = [
            "finance1 bank.import bank=camt rows=01-01:-5.00::S1 stated:=[\(Self.stated("01-01", "01-02", "9.00", "4.00"))]",
        ]
        #expect(StreetCheck.firstFailure(of: script, from: .funded) == nil)
    }
}
