import Kernel
import Reports
import Testing

/// The forecast by the worked example of books.md B4, and at its edges.
struct PacingTests {
    /// G 1,000,000.00, U 620,000.00, held 80,000.00 of which 60,000.00 come due, A 300,000.00, κ 0.95, t 95 %, r 2,000.00, W 70.
    private static let example: Pacing = {
        var pacing = Pacing()
        pacing.gross = Fen(1_000_000_00)
        pacing.used = Fen(620_000_00)
        pacing.held = Fen(80_000_00)
        pacing.due = Fen(60_000_00)
        pacing.available = Fen(300_000_00)
        pacing.target = Percent(tenThousandths: 950_000)
        pacing.kept = Ratio(95, of: 100)
        pacing.placed = Ratio(Int64(2_000_00) * 60, of: 60)
        pacing.workdays = 70
        return pacing
    }()

    @Test func theExample() {
        let pacing = Self.example
        #expect(pacing.needed.yuan == "330000.00")
        #expect(pacing.expected.yuan == "57000.00")
        #expect(pacing.low.yuan == "677000.00" && Ratio(pacing.low, of: pacing.gross).percent == "67.70")
        #expect(pacing.mid?.yuan == "810000.00")
        #expect(pacing.high.yuan == "981000.00" && Ratio(pacing.high, of: pacing.gross).percent == "98.10")
        #expect(pacing.toPlace?.yuan == "287368.42")
        #expect(pacing.toPlaceEachDay?.yuan == "4105.26")
        #expect(pacing.isReachable && pacing.gap == .zero)
    }

    @Test("the target is reached: nothing is to be placed, also when no day is left")
    func reached() {
        var pacing = Self.example
        pacing.used = Fen(950_000_00)
        pacing.workdays = 0
        #expect(pacing.needed == .zero && pacing.toPlace == .zero && pacing.toPlaceEachDay == nil)
        #expect(pacing.isReachable && pacing.gap == .zero)
    }

    /// One fen short of 95 %: a fen is needed, and what is held gives it.
    @Test("a hair below the target")
    func hair() {
        var pacing = Self.example
        pacing.used = Fen(949_999_99)
        #expect(pacing.needed == Fen(1) && pacing.toPlace == .zero && pacing.isReachable)
        pacing.gross = Fen(1_000_000_01)
        #expect(pacing.needed == Fen(2), "95 % of a fen more is rounded up")
    }

    @Test("nothing is free: what must be placed is the gap")
    func nothingFree() {
        var pacing = Self.example
        pacing.available = .zero
        #expect(pacing.mid == pacing.low)
        #expect(!pacing.isReachable && pacing.gap?.yuan == "287368.42")
    }

    @Test("no day is left to place work: nothing new is forecast, and the target is out of reach")
    func noDayLeft() {
        var pacing = Self.example
        pacing.workdays = 0
        #expect(pacing.mid == pacing.low && pacing.toPlaceEachDay == nil)
        #expect(!pacing.isReachable && pacing.gap == .zero)
    }

    @Test("no settlement yet, and too few days: all that is held counts, and no new work is forecast")
    func young() {
        var pacing = Self.example
        pacing.kept = Ratio(1, of: 1)
        pacing.placed = nil
        #expect(pacing.expected == pacing.due && pacing.mid == nil)
        #expect(pacing.toPlace?.yuan == "270000.00")
    }

    @Test("more was given back than placed, or far more placed than is free: the forecast keeps within its bounds")
    func bounds() {
        var pacing = Self.example
        pacing.placed = Ratio(-5_000_00, of: 60)
        #expect(pacing.mid == pacing.low)
        pacing.placed = Ratio(Int64(900_000_00) * 60, of: 60)
        // 620,000.00 + 0.95 × (60,000.00 + 300,000.00)
        #expect(pacing.mid?.yuan == "962000.00")
        pacing.kept = Ratio(2, of: 1)
        #expect(pacing.mid == pacing.gross)
        pacing.kept = Ratio(0, of: 1)
        #expect(pacing.toPlace == nil && !pacing.isReachable && pacing.gap == nil)
    }

    /// October 2026 with holidays 1–7 October, and Saturday the 10th worked.
    @Test("a month with make-up days")
    func makeUpDays() throws {
        let day = { (text: String) in try Day("2026-10-" + text) }
        let holidays = try (1...7).map { try day("0\($0)") }
        let calendar = WorkCalendar(holidays: Set(holidays), makeUpDays: [try day("10")], hours: [])
        #expect(calendar.workdays(after: try Day("2026-09-30"), until: try day("11")) == 3)
        #expect(calendar.workdays(after: try day("11"), until: try day("11")) == 0)
        #expect(calendar.day(leaving: 2, until: try day("11")) == (try day("08")))
        #expect(calendar.day(leaving: 3, until: try day("11")) == (try Day("2026-09-30")))
        #expect(calendar.day(leaving: 0, until: try day("11")) == (try day("10")))
    }
}
