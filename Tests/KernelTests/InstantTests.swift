import Kernel
import TestKit
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-03-05T09:12:00+08:00", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05T01:12:00Z", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05t01:12:00z", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05T01:12:00-00:00", "2026-03-05T09:12:00+08:00"),
        ("2026-03-04T20:12:00-05:00", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05T06:57:00+05:45", "2026-03-05T09:12:00+08:00"),
        ("2026-12-31T16:00:00Z", "2027-01-01T00:00:00+08:00"),
        ("2026-12-31T15:59:59.999Z", "2026-12-31T23:59:59.999+08:00"),
        ("2026-03-05T09:12:00.5+08:00", "2026-03-05T09:12:00.500+08:00"),
        ("2026-03-05T09:12:00.05+08:00", "2026-03-05T09:12:00.050+08:00"),
        ("2026-03-05T09:12:00.000+08:00", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05T09:12:00.123999999+08:00", "2026-03-05T09:12:00.123+08:00"),
        ("1969-12-31T23:59:59.999Z", "1970-01-01T07:59:59.999+08:00"),
        ("1900-01-01T00:00:00+08:00", "1900-01-01T00:00:00+08:00"),
        ("2999-12-31T23:59:59.999+08:00", "2999-12-31T23:59:59.999+08:00"),
    ])
    func reads(text: String, shown: String) throws {
        let instant = try Instant(text)
        #expect(instant.text == shown)
        #expect(try Instant(instant.text) == instant)
    }

    @Test(arguments: [
        "", "2026-03-05", "2026-03-05T09:12", "2026-03-05T09:12+08:00", "2026-03-05T09:12:00",
        "2026-03-05 09:12:00Z",
        "2026-03-05T24:00:00Z", "2026-03-05T09:60:00Z", "2026-03-05T09:12:60Z", "2026-02-29T09:12:00Z",
        "2026-03-05T09:12:00+0800", "2026-03-05T09:12:00+08", "2026-03-05T09:12:00+24:00",
        "2026-03-05T09:12:00+08:60",
        "2026-03-05T09:12:00.Z", "2026-03-05T09:12:00,5Z", "2026-03-05T09:12:00.1234567890Z",
        "2026-03-05T09:12:00ZZ",
        "2026-03-05T9:12:00+08:00", "2026-03-05T09-12-00Z", " 2026-03-05T09:12:00Z", "2026-03-05T09:12:00Z ",
        "２026-03-05T09:12:00Z", "1772673120000", "2026-03-05T-9:12:00Z",
        // Outside the years that a day has, once it is cut at +08:00.
        "1900-01-01T00:00:00+14:00", "2999-12-31T23:59:59Z",
    ])
    func refusesOtherForms(text: String) {
        #expect(refusal { try Instant(text) }?.code == .inputValue)
    }

    @Test func epochAndParts() throws {
        #expect(try Instant("1970-01-01T00:00:00Z").milliseconds == 0)
        #expect(try Instant("2001-09-09T01:46:40Z").milliseconds == 1_000_000_000_000)
        let instant = try Instant("2026-03-04T23:30:15.250Z")
        #expect(instant.day.text == "2026-03-05")
        #expect(instant.timeOfDay == 7 * Instant.hour + 30 * Instant.minute + 15_250)
        #expect(instant.short == "2026-03-05 07:30")
        #expect(Instant(instant.day, hour: 7, minute: 30) + 15_250 == instant)
    }

    @Test func anyMomentSurvivesItsText() throws {
        let range = Instant(Day.first(of: 1900)).milliseconds..<Instant(Day.first(of: 3000)).milliseconds
        for value in cases(2000, seed: 2, { Int64.random(in: range, using: &$0) }) {
            #expect(try Instant(Instant(milliseconds: value).text).milliseconds == value)
        }
    }
}
