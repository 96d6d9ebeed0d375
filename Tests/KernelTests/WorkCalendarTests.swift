import Kernel
import TestKit
import Testing

@Suite struct WorkCalendarTests {
    /// Around National Day 2026: Thursday 1 to Wednesday 7 October off, Saturday 10 October a make-up
    /// workday.
    private static let calendar = WorkCalendar(
        holidays: Set((1...7).compactMap { Day(2026, 10, $0) }),
        makeUpDays: Set([Day(2026, 10, 10)].compactMap(\.self)),
        hours: [.init(from: 9 * 60, to: 12 * 60), .init(from: 13 * 60 + 30, to: 17 * 60 + 30)])

    @Test(arguments: [
        ("2026-09-30", true), ("2026-10-01", false), ("2026-10-07", false), ("2026-10-08", true),
        ("2026-10-10", true),
        ("2026-10-11", false), ("2026-10-17", false), ("2026-10-19", true),
    ])
    func workdays(day: String, works: Bool) throws {
        #expect(Self.calendar.isWorkday(try Day(day)) == works)
    }

    @Test func aMakeUpDayWinsOverAHoliday() throws {
        let day = try Day("2026-10-01")
        #expect(WorkCalendar(holidays: [day], makeUpDays: [day], hours: []).isWorkday(day))
    }

    /// The first day is not counted; the term ends with business on its last day (民法典 §201, §203).
    @Test(arguments: [
        ("2026-10-12T08:00:00+08:00", 1, "2026-10-13T17:30:00+08:00"),
        ("2026-10-12T23:59:00+08:00", 1, "2026-10-13T17:30:00+08:00"),
        ("2026-10-16T10:00:00+08:00", 1, "2026-10-19T17:30:00+08:00"),
        ("2026-09-30T10:00:00+08:00", 3, "2026-10-10T17:30:00+08:00"),
        ("2026-10-12T10:00:00+08:00", 0, "2026-10-12T17:30:00+08:00"),
    ])
    func endOfWorkingDays(start: String, days: Int, end: String) throws {
        #expect(Self.calendar.end(ofWorkingDays: days, after: try Instant(start)).text == end)
    }

    @Test(arguments: [
        ("2026-10-12T09:00:00+08:00", 60, "2026-10-12T10:00:00+08:00"),
        ("2026-10-12T11:30:00+08:00", 60, "2026-10-12T14:00:00+08:00"),
        ("2026-10-12T11:30:00+08:00", 30, "2026-10-12T12:00:00+08:00"),
        ("2026-10-16T17:00:00+08:00", 60, "2026-10-19T09:30:00+08:00"),
        ("2026-10-17T12:00:00+08:00", 15, "2026-10-19T09:15:00+08:00"),
        ("2026-09-30T17:00:00+08:00", 60, "2026-10-08T09:30:00+08:00"),
        ("2026-10-09T17:00:00+08:00", 60, "2026-10-10T09:30:00+08:00"),
        ("2026-10-12T09:00:00+08:00", 420 * 2, "2026-10-13T17:30:00+08:00"),
        ("2026-10-12T10:00:00+08:00", 0, "2026-10-12T10:00:00+08:00"),
    ])
    func addsWorkingMinutes(start: String, minutes: Int64, end: String) throws {
        let reached = Self.calendar.adding(working: minutes * Instant.minute, to: try Instant(start))
        #expect(reached.text == end)
    }

    @Test(arguments: [
        ("2026-10-16T17:00:00+08:00", "2026-10-19T09:30:00+08:00", 60),
        ("2026-10-17T00:00:00+08:00", "2026-10-18T23:59:00+08:00", 0),
        ("2026-10-12T11:00:00+08:00", "2026-10-12T14:00:00+08:00", 90),
        ("2026-10-12T14:00:00+08:00", "2026-10-12T11:00:00+08:00", 0),
        ("2026-10-01T00:00:00+08:00", "2026-10-12T00:00:00+08:00", 3 * 420),
    ])
    func workingMinutesBetween(start: String, end: String, minutes: Int64) throws {
        let between = Self.calendar.working(from: try Instant(start), to: try Instant(end))
        #expect(between == minutes * Instant.minute)
    }

    @Test func addingAndMeasuringAgree() throws {
        let base = Instant(try Day("2026-09-20"))
        let spans = cases(500, seed: 3) { random in
            (base + Int64.random(in: 0..<40 * Instant.dayLength, using: &random),
             Int64.random(in: 1..<60 * Instant.hour, using: &random))
        }
        for (start, length) in spans {
            let end = Self.calendar.adding(working: length, to: start)
            #expect(Self.calendar.working(from: start, to: end) == length)
            #expect(Self.calendar.working(from: start, to: end + -1) == length - 1)
            #expect(Self.calendar.isWorkday(end.day))
        }
    }

    @Test func workingTimeAddsUp() throws {
        let base = Instant(try Day("2026-09-20"))
        let triples = cases(300, seed: 4) { random in
            (0..<3).map { _ in base + Int64.random(in: 0..<40 * Instant.dayLength, using: &random) }.sorted()
        }
        for moments in triples {
            let parts = Self.calendar.working(from: moments[0], to: moments[1])
                + Self.calendar.working(from: moments[1], to: moments[2])
            #expect(Self.calendar.working(from: moments[0], to: moments[2]) == parts)
        }
    }
}
