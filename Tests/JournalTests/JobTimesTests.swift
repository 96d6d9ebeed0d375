import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Part of a stored job is read as the whole is, and the rest is passed over.
struct JobTimesTests {
    @Test("the times of a stored job are those of the job", arguments: 41...44 as ClosedRange<UInt64>)
    func same(seed: UInt64) throws {
        var street = RandomStreetTests.start, way = StreetWalk(seed: seed)
        for _ in 0..<250 { _ = street.run(street.envelope(way.next(street))) }
        #expect(street.state.jobs.count > 5)
        for job in street.state.jobs.values {
            let bytes = Array(job.storedText.utf8)
            // Without the way out of reading the whole job.
            let times = try JSONScan.whole(bytes) { (scan) throws(JSONScan.Foreign) in try JobTimes(scan: &scan) }
            #expect(times == JobTimes(job), "\(job.number.text)")
        }
    }

    @Test("a value is passed over whole, whatever stands in it", arguments: [
        #""x""#, #""\"}]\\""#, #"{"a":{"b":[1,{"c":"]}"}]},"d":null}"#, "[]", "{}", "-12.5e3", "true", "null", #"[[["\\"]]]"#,
    ])
    func passed(value: String) throws {
        for text in [#"{"z":"# + value + #","q":7}"#, #"{"q":7,"z":"# + value + "}"] {
            var scan = JSONScan(Array(text.utf8))
            let found: Int? = try scan.part("q")
            #expect(found == 7, "\(text)")
        }
    }

    @Test("a value that does not end is none", arguments: [#""x"#, #""\""#, "{", #"[{"a":1}"#, ""])
    func cut(value: String) {
        #expect(throws: JSONScan.Foreign.self) {
            var scan = JSONScan(Array((#"{"z":"# + value).utf8))
            let _: Int? = try scan.part("q")
        }
    }
}
