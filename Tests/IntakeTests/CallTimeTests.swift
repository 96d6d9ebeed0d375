@testable import Intake
import Kernel
import Testing

@Suite struct CallTimeTests {
    @Test(arguments: [
        ("%m/%d/%Y %I:%M:%S %p", "01/02/2015 09:17:37 AM", "2015-01-02T17:17:37+08:00"),
        ("%m/%d/%Y %I:%M:%S %p", "01/02/2015 12:00:00 AM", "2015-01-02T08:00:00+08:00"),
        ("%m/%d/%Y %I:%M:%S %p", "01/02/2015 12:30:00 pm", "2015-01-02T20:30:00+08:00"),
        ("%Y年%m月%d日 %p%I:%M", "2026年3月5日 下午2:05", "2026-03-05T22:05:00+08:00"),
        ("%Y-%m-%d %H:%M", "2026-03-05   9:05", "2026-03-05T17:05:00+08:00"),
        ("%y%m%d%H%M%S", "260305091205", "2026-03-05T17:12:05+08:00"),
        ("%Y/%m/%d", "2024/2/29", "2024-02-29T08:00:00+08:00"),
    ])
    func readsTimes(_ format: String, _ text: String, _ expected: String) throws {
        let local = try DateFormat(format).reading(text).local
        #expect(try LocalZone("+00:00").instant(local: local).text == expected)
    }

    @Test(arguments: [
        ("%Y-%m-%d", "2026-02-29"), ("%Y-%m-%d", "2026-03-05 "), ("%Y-%m-%d", "26-03-05"),
        ("%Y-%m-%d %H:%M", "2026-03-05 24:00"),
        ("%Y-%m-%d %I %p", "2026-03-05 13 PM"), ("%Y-%m-%d %I %p", "2026-03-05 0 AM"), ("%Y-%m-%d", ""),
        ("%Y-%m-%d", "2026/03/05"), ("%Y-%m-%d %H:%M:%S", "2026-03-05 08:00:60"),
    ])
    func refusesTimes(_ format: String, _ text: String) throws {
        let format = try DateFormat(format)
        let refusal = Refusal(.inputValue, ["value": text, "expected": format.example])
        #expect(throws: refusal) { try format.reading(text) }
    }

    @Test(arguments: ["%Y-%m", "%Y-%m-%d %q", "%Y-%m-%d %I", "%Y-%m-%d %p", "%Y-%y-%m-%d", "%Y-%m-%d %d",
        "%", "", "%H %I %p %Y%m%d"])
    func refusesFormats(_ text: String) {
        #expect(throws: Refusal.self) { try DateFormat(text) }
    }

    @Test(arguments: [
        ("2015-01-02 09:17", "2015-01-02T22:17:00+08:00", "winter, −05:00"),
        ("2015-07-02 09:17", "2015-07-02T21:17:00+08:00", "summer, −04:00"),
        ("2015-03-08 01:59", "2015-03-08T14:59:00+08:00", "before the gap"),
        ("2015-03-08 02:00", "2015-03-08T15:00:00+08:00", "in the gap, moved forward to 03:00"),
        ("2015-03-08 02:30", "2015-03-08T15:30:00+08:00", "in the gap, moved forward to 03:30"),
        ("2015-03-08 03:00", "2015-03-08T15:00:00+08:00", "after the gap"),
        ("2015-11-01 00:59", "2015-11-01T12:59:00+08:00", "before the overlap"),
        ("2015-11-01 01:30", "2015-11-01T13:30:00+08:00", "in the overlap, the first"),
        ("2015-11-01 02:00", "2015-11-01T15:00:00+08:00", "after the overlap"),
    ])
    func followsTheClocksOfAZone(_ text: String, _ expected: String, _ why: Comment) throws {
        let local = try DateFormat("%Y-%m-%d %H:%M").reading(text).local
        #expect(try LocalZone("America/New_York").instant(local: local).text == expected, why)
    }

    @Test(arguments: [
        ("+08:00", "09:12"), ("-05:00", "22:12"), ("Z", "17:12"), ("Asia/Shanghai", "09:12"),
        ("UTC", "17:12"),
    ])
    func takesOffsetsAndZones(_ zone: String, _ clock: String) throws {
        let local = try DateFormat("%Y-%m-%d %H:%M").reading("2026-03-05 09:12").local
        #expect(try LocalZone(zone).instant(local: local).short.hasSuffix(clock))
    }

    @Test(arguments: ["Mars/Olympus", "", "EST5", "+8", "America"])
    func refusesZones(_ text: String) {
        #expect(throws: Refusal.self) { try LocalZone(text) }
    }
}
