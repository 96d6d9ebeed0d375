import Kernel
import TestKit
import Testing

@Suite struct DayTests {
    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Counts every day of two centuries by hand, and every text and weekday with it.
    @Test func everyDayFrom1900To2100() throws {
        var number = try #require(Day(1900, 1, 1)).number
        for year in 1900...2100 {
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for month in 1...12 {
                let length = month == 2 && leap ? 29 : Self.lengths[month - 1]
                for day in 1...length {
                    let made = try #require(Day(year, month, day))
                    try #require(made.number == number)
                    try #require(made.civil == (year, month, day))
                    try #require(try Day(made.text) == made)
                    number += 1
                }
                try #require(Day(year, month, length + 1) == nil)
            }
        }
        #expect(Day(number: number).text == "2101-01-01")
    }

    @Test(arguments: [
        (1900, 1, 1, 1), (1970, 1, 1, 4), (2000, 1, 1, 6), (2000, 2, 29, 2), (2024, 2, 29, 4),
        (2026, 3, 5, 4),
        (2026, 11, 22, 7), (2026, 11, 23, 1), (2100, 2, 28, 7), (2999, 12, 31, 2),
    ])
    func weekdays(year: Int, month: Int, day: Int, weekday: Int) throws {
        #expect(try #require(Day(year, month, day)).weekday == weekday)
    }

    @Test(arguments: [
        (1900, 2, 29), (2023, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
        (2026, 1, 32), (1899, 12, 31), (3000, 1, 1), (-1, 1, 1), (Int.max, 1, 1),
    ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test(arguments: [
        "", "2026-3-5", "2026/03/05", "20260305", "2026-03-05 ", " 2026-03-05", "2026-03-05T00:00",
        "2026-02-30",
        "1899-12-31", "3000-01-01", "０2026-03", "2026-0３", "-026-03-05", "+026-03-05", "2026-03-5\u{0}",
        "05-03-2026",
    ])
    func refusesOtherForms(text: String) {
        #expect(refusal { try Day(text) }?.code == .inputValue)
    }

    /// The last day stands where the month is shorter (民法典 §202).
    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-15", 24, "2028-01-15"),
        ("2026-12-31", 2, "2027-02-28"), ("2026-11-30", 1, "2026-12-30"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-01", -1, "2025-12-01"), ("2024-02-29", 12, "2025-02-28"), ("2026-08-31", 0, "2026-08-31"),
    ])
    func addsMonths(from: String, months: Int, to: String) throws {
        #expect(try Day(from).adding(months: months).text == to)
    }

    @Test func arithmeticAndOrder() throws {
        let (first, last) = (Day.first(of: 2024), Day.last(of: 2024))
        #expect(last - first == 365)
        #expect(first + 59 == (try Day("2024-02-29")))
        #expect(first < last && last.year == 2024 && last.month == 12)
        #expect((Day.last(of: 1969) + 1).number == 0)
    }
}
