package import Journal
package import Kernel
import Ledger

/// 摘要 of vouchers, for reports that list lines: as bytes one behind the other, since a street may have some
/// hundred thousand vouchers and a ledger needs nothing else of them.
package struct VoucherNotes: Sendable {
    private let names: ReportNames
    private let until: Day
    private var bytes: [UInt8] = []
    /// Of each voucher, in the order of booking: its record, and where it is told.
    private var places: [(seq: Int32, at: Int)] = []

    /// Vouchers of later days are left out.
    package init(_ names: ReportNames, until: Day) { (self.names, self.until) = (names, until) }

    /// Takes in the next record that has vouchers.
    package mutating func take(_ record: Record) {
        for entry in VoucherBook.entries(of: record, until: until) { take(entry) }
    }

    package mutating func take(_ entry: VoucherBook.Entry) {
        places.append((Int32(entry.seq), bytes.count))
        let words = entry.summary(names)
        for text in [entry.voucher.number.text, words.zh, words.en] {
            bytes.append(UInt8(truncatingIfNeeded: text.utf8.count))
            bytes.append(UInt8(truncatingIfNeeded: text.utf8.count >> 8))
            bytes += text.utf8
        }
    }

    /// What is said of a voucher of a record.
    package subscript(seq: Int, voucher: String) -> Phrase? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].seq < seq { low = middle + 1 } else { high = middle }
        }
        while low < places.count, places[low].seq == seq {
            var at = places[low].at
            if text(&at).sameBytes(as: voucher) {
                let zh = text(&at)
                return Phrase(zh, text(&at))
            }
            low += 1
        }
        return nil
    }

    private func text(_ at: inout Int) -> String {
        let start = at + 2, end = start + Int(bytes[at]) + Int(bytes[at + 1]) << 8
        at = end
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
