package import Kernel
import Ledger

/// What a check of the works looks at of a record. It is read straight from the stored record: the command,
/// which its events tell again, and the lines of its vouchers are passed over.
package struct StepRecord: Sendable {
    package let seq: Int
    package let by: Code
    package let at: Instant
    package let events: [Event]
    package let vouchers: [Booked]

    /// A voucher without its lines.
    package struct Booked: Sendable {
        package let number: Code
        package let day: Day
        package let reverses: Code?
    }

    package init(_ record: Record) {
        (seq, by, at, events) = (record.seq, record.by, record.at, record.events)
        vouchers = record.vouchers.map { Booked(number: $0.number, day: $0.day, reverses: $0.reverses) }
    }

    /// Throws `store.damaged` and what strict reading refuses.
    package init(body: String) throws(Refusal) {
        do throws(JSONScan.Foreign) {
            self = try JSONScan.whole(Array(body.utf8)) { (scan) throws(JSONScan.Foreign) in try StepRecord(scan: &scan) }
        } catch {
            self.init(try Record(body: body))
        }
    }

    private init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        var (seq, by, at): (Int?, Code?, Instant?) = (nil, nil, nil)
        var (events, vouchers): ([Event]?, [Booked]) = (nil, [])
        try scan.open()
        while let name = try scan.member() {
            switch true {
            case scan.spells(name, "seq"): seq = try Int(scan: &scan)
            case scan.spells(name, "by"): by = try Code(scan: &scan)
            case scan.spells(name, "at"): at = try Instant(scan: &scan)
            case scan.spells(name, "events"): events = try scan.list()
            case scan.spells(name, "vouchers"): vouchers = try Self.booked(&scan)
            case _: try scan.skip()
            }
        }
        guard let seq, let by, let at, let events else { throw JSONScan.Foreign() }
        (self.seq, self.by, self.at, self.events, self.vouchers) = (seq, by, at, events, vouchers)
    }

    private static func booked(_ scan: inout JSONScan) throws(JSONScan.Foreign) -> [Booked] {
        var list: [Booked] = []
        try scan.expect(0x5B)
        while !scan.ends(0x5D) {
            if !list.isEmpty { try scan.expect(0x2C) }
            var (number, day, reverses): (Code?, Day?, Code?) = (nil, nil, nil)
            try scan.open()
            while let name = try scan.member() {
                switch true {
                case scan.spells(name, "number"): number = try Code(scan: &scan)
                case scan.spells(name, "day"): day = try Day(scan: &scan)
                case scan.spells(name, "reverses"): reverses = try Code(scan: &scan)
                case _: try scan.skip()
                }
            }
            guard let number, let day else { throw JSONScan.Foreign() }
            list.append(Booked(number: number, day: day, reverses: reverses))
        }
        return list
    }
}
