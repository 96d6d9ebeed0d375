import Kernel
import Ledger
import Testing

/// The limits of a ledger asked directly: at the end of every day, for what a booking makes worse (design §7).
struct LimitTests {
    private static let (a, b) = ("A", "B")

    private func code(_ text: String) throws -> Code { try Code(text) }
    private func day(_ number: Int) -> Day { Day.first(of: 2026) + (number - 1) }

    /// `Dr I2101 10.00 A` lines, one after the other with commas.
    private func lines(_ text: String) throws -> [Line] {
        try text.split(separator: ",").map { part in
            let words = part.split(separator: " ").map(String.init)
            let account = try #require(Account(rawValue: words[1]))
            return Line(words[0] == "Dr" ? .debit : .credit, account, try Fen(yuan: words[2], signed: true), try code(words[3]))
        }
    }

    /// A and B opened, and what was booked on days of January, unchecked.
    private func ledger(_ booked: [(Int, String)]) throws -> Ledger {
        var ledger = Ledger()
        for (index, name) in [Self.a, Self.b].enumerated() {
            ledger.add(Appropriation(
                code: try code(name), source: try code("s"), originYear: 2026, channel: .bank, documentNo: try Label(name),
                position: index + 1))
        }
        for (number, text) in booked { try ledger.book(try lines(text), on: day(number)) }
        return ledger
    }

    private func refusal(_ ledger: Ledger, _ bookings: [(Int, String)]) throws -> String? {
        let bookings = try bookings.map { Ledger.Booking(day: day($0.0), lines: try lines($0.1)) }
        do throws(Refusal) {
            try ledger.check(bookings)
            return nil
        } catch {
            return error.code.rawValue + " " + (error["day"] ?? "")
        }
    }

    private static let granted = "Dr I1001 100.00 A,Cr I2101 100.00 A"

    @Test("the first day that would be short is named, also when a later booking of the same command mends it")
    func everyDay() throws {
        let ledger = try ledger([(10, Self.granted)])
        #expect(try refusal(ledger, [(5, "Dr I2101 1.00 A,Cr I2301 1.00 A")]) == "funds.insufficient 2026-01-05")
        #expect(try refusal(ledger, [(10, "Dr I2101 100.00 A,Cr I2301 100.00 A")]) == nil)
        #expect(try refusal(ledger, [(10, "Dr I2101 100.01 A,Cr I2301 100.01 A")]) == "funds.insufficient 2026-01-10")
        let mended = [(12, "Dr I2101 120.00 A,Cr I2301 120.00 A"), (20, "Dr I1002 50.00 A,Cr I2101 50.00 A")]
        #expect(try refusal(ledger, mended) == "funds.insufficient 2026-01-12")
        #expect(try refusal(ledger, mended.reversed()) == "funds.insufficient 2026-01-12")
        #expect(try refusal(ledger, [(20, "Dr I1002 50.00 A,Cr I2101 50.00 A"), (25, mended[0].1)]) == nil)
    }

    /// 100.00 on the 10th, of which 90.00 are held on the 20th: only 10.00 may be held in between.
    @Test("what is held later is not there earlier")
    func later() throws {
        let ledger = try ledger([(10, Self.granted), (20, "Dr I2101 90.00 A,Cr I2301 90.00 A")])
        #expect(try refusal(ledger, [(15, "Dr I2101 10.00 A,Cr I2301 10.00 A")]) == nil)
        #expect(try refusal(ledger, [(15, "Dr I2101 10.01 A,Cr I2301 10.01 A")]) == "funds.insufficient 2026-01-20")
        #expect(ledger.room(on: .available, of: try code(Self.a), from: day(15)).yuan == "10.00")
        #expect(ledger.room(on: .available, of: try code(Self.a), from: day(9)).yuan == "0.00")
        #expect(ledger.room(on: .available, of: try code(Self.b), from: day(15)).yuan == "0.00")
    }

    @Test("a day that was short before stops only what makes it shorter")
    func shortBefore() throws {
        let ledger = try ledger([(10, Self.granted), (5, "Dr I2101 150.00 A,Cr I2301 150.00 A")])
        #expect(try refusal(ledger, [(12, "Dr I2301 10.00 A,Cr I2101 10.00 A")]) == nil)
        #expect(try refusal(ledger, [(5, "Dr I2301 10.00 A,Cr I2101 10.00 A")]) == nil)
        #expect(try refusal(ledger, [(12, "Dr I2101 0.01 A,Cr I2301 0.01 A")]) == "funds.insufficient 2026-01-12")
        // More in the bank than is still to be paid, as an older version let it: it may become less, not more.
        let bank = try self.ledger([(10, Self.granted), (10, "Dr F1002 120.00 A,Cr F4001 120.00 A")])
        #expect(try refusal(bank, [(11, "Dr F4001 5.00 A,Cr F1002 5.00 A")]) == nil)
        #expect(try refusal(bank, [(11, "Dr F1002 0.01 A,Cr F4001 0.01 A")]) == "receive.exceeds 2026-01-11")
    }

    @Test("each appropriation for itself")
    func apart() throws {
        let ledger = try ledger([(10, Self.granted), (10, "Dr I1001 30.00 B,Cr I2101 30.00 B")])
        let both = "Dr I2101 90.00 A,Cr I2301 90.00 A,Dr I2101 30.00 B,Cr I2301 30.00 B"
        #expect(try refusal(ledger, [(10, both)]) == nil)
        #expect(try refusal(ledger, [(10, "Dr I2101 31.00 B,Cr I2301 31.00 B,Dr I1002 9.00 A,Cr I2101 9.00 A")])
            == "funds.insufficient 2026-01-10")
    }

    @Test("nothing that may not be negative ever is", arguments: [
        "I2101", "I2201", "I2301", "I2401", "I2402", "F1218", "F2103", "F2307.09",
    ])
    func negative(account: String) throws {
        let known = try #require(Account(rawValue: account))
        let (down, up) = known.normal == .debit ? ("Cr", "Dr") : ("Dr", "Cr")
        let ledger = try ledger([(10, Self.granted)])
        let line = "\(down) \(account) 0.01 A"
        #expect(try refusal(ledger, [(10, line)]) == (account == "I2101" ? nil : "funds.insufficient 2026-01-10"))
        #expect(try refusal(ledger, [(10, "\(up) \(account) 0.01 A,\(line)")]) == nil)
    }

    /// 100.00 granted, 40.00 paid: 60.00 are still to be paid, so no more lies in the bank for the grant. What was lent out is the
    /// grant's too; interest, and money nobody knows, are not.
    @Test("money in the bank is what is still to be paid, with what was lent and without what is not the street's", arguments: [
        ("Dr F1002 60.00 A", nil), ("Dr F1002 60.01 A", "receive.exceeds 2026-01-11"),
        ("Dr F1218 10.00 A,Dr F1002 50.00 A", nil), ("Dr F1218 10.00 A,Dr F1002 50.01 A", "receive.exceeds 2026-01-11"),
        ("Cr F2103 5.00 A,Dr F1002 65.00 A", nil), ("Cr F2103 5.00 A,Dr F1002 65.01 A", "receive.exceeds 2026-01-11"),
        ("Cr F2307.09 5.00 A,Dr F1002 65.00 A", nil), ("Cr F2307.09 5.00 A,Dr F1002 65.01 A", "receive.exceeds 2026-01-11"),
        ("Cr F1002 0.01 A", "pay.bank 2026-01-11"),
    ] as [(String, String?)])
    func bank(booking: String, expected: String?) throws {
        let ledger = try ledger([(10, Self.granted), (10, "Dr I2101 40.00 A,Cr I2501 40.00 A")])
        #expect(try refusal(ledger, [(11, booking)]) == expected)
    }

    @Test("what was carried into another year is no longer to be paid here")
    func carried() throws {
        let ledger = try ledger([(10, Self.granted), (11, "Dr I2101 30.00 A,Cr I2601 30.00 A,Dr I2101 20.00 A,Cr I2501 20.00 A")])
        let standing = ledger.standing(of: try code(Self.a))
        #expect(standing.unpaid.yuan == "50.00" && standing.net.yuan == "100.00" && standing.isIdentical)
    }

    @Test("all that was granted, added or carried counts for the bound")
    func grantedInAll() throws {
        let ledger = try ledger([
            (1, "Dr I1001 1.00 A,Cr I2101 1.00 A"), (2, "Dr I1002 10.00 A,Cr I2101 10.00 A"),
            (3, "Dr I1003 100.00 B,Cr I2101 100.00 B"), (4, "Dr I1004 5.00 B,Cr I2101 5.00 B"),
        ])
        #expect(ledger.grantedInAll.yuan == "111.00")
    }

    @Test("a voucher balances in each book and for each appropriation", arguments: [
        ("Dr I2101 5.00 A,Cr I2301 5.00 A", true), ("Dr I2101 5.00 A,Cr I2301 5.00 B", false),
        ("Dr I2101 5.00 A,Cr I2301 5.00 A,Dr F5001 3.00 A,Cr F2302 3.00 A", true),
        ("Dr I2101 5.00 A,Cr F2302 5.00 A", false), ("Dr I2101 5.00 A,Dr I2301 -5.00 A", true),
        ("Dr I2101 5.00 A", false),
    ])
    func balanced(text: String, expected: Bool) throws { #expect(try lines(text).areBalanced == expected) }

    @Test("open statuses are all that stand for money still to come to its end")
    func open() {
        #expect(Account.openStatuses == Account.statuses.filter { $0 != .paid && $0 != .carriedForward })
        #expect(Account.heldByJob == Account.limited.filter { $0 != .available })
    }

    @Test("what leads from one set of shares to another: what is kept, what is new, and what has gone")
    func moves() throws {
        let share = { (name: String, amount: Int64) in Share(try Code(name), Fen(amount)) }
        let moves = Move.between(
            [try share("A", 500), try share("B", 300), try share("C", 7)],
            [try share("D", 1), try share("B", 400), try share("C", 7)])
        #expect(moves.map { "\($0.appropriation.text) \($0.change.fen.yuan)" } == ["D 0.01", "B 1.00", "A -5.00"])
    }

    @Test("an appropriation without money carries nothing, wherever it stands in the order")
    func empty() throws {
        let offer = { (name: String, year: Int, place: Int, amount: Int64, rank: Int) in
            Funding.Offer(Appropriation(
                code: try Code(name), source: try Code("s"), originYear: year, channel: .direct, documentNo: try Label(name),
                position: place), available: Fen(amount), rank: rank)
        }
        let offers = [
            try offer("N", 2026, 4, 900, 0), try offer("Z", 2025, 1, 0, 0), try offer("R", 2026, 2, 100, 1),
            try offer("O", 2025, 3, 50, 9), try offer("M", 2026, 5, 100, 0), try offer("X", 2025, 2, -5, 0),
        ]
        let shares = try Funding.automatic(Fen(1020), from: offers)
        // The oldest year, then the lower rank, then the earlier place.
        #expect(shares.map { "\($0.appropriation.text) \($0.amount.value)" } == ["O 50", "N 900", "M 70"])
    }
}
