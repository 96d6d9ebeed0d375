import Kernel

/// Reads the few tags of an Exif block (CIPA DC-008, which is TIFF 6.0 inside) that anybody here asks for.
/// Every place is looked up by ``number(_:_:)``, which knows the end; no directory leads to a third one, so
/// nothing can go in a circle.
struct ExifReader {
    private let bytes: [UInt8]
    private let isLittle: Bool

    private enum Tag {
        static let exif = 0x8769, gps = 0x8825, taken = 0x9003, offset = 0x9011
        static let latRef = 1, lat = 2, lonRef = 3, lon = 4
    }

    /// A directory of more entries is none of a camera's.
    private static let mostEntries = 512

    init(_ block: ArraySlice<UInt8>) {
        bytes = Array(block)
        isLittle = bytes.starts(with: "II".utf8)
    }

    var facts: PictureFacts {
        guard isLittle || bytes.starts(with: "MM".utf8), number(2, 2) == 42, let first = number(4, 4) else {
            return PictureFacts()
        }
        let top = directory(first)
        var facts = PictureFacts()
        if let place = top[Tag.exif].flatMap(pointer) { facts.takenAt = moment(directory(place)) }
        if let place = top[Tag.gps].flatMap(pointer) {
            let gps = directory(place)
            let lat = coordinate(gps[Tag.lat], gps[Tag.latRef], signs: ["N": 1, "S": -1], most: 90)
            let lon = coordinate(gps[Tag.lon], gps[Tag.lonRef], signs: ["E": 1, "W": -1], most: 180)
            if let lat, let lon { (facts.lat, facts.lon) = (lat, lon) }
        }
        return facts
    }
}

/// Directories and values.
extension ExifReader {
    private struct Entry {
        let type: Int
        let count: Int
        /// Where its value is, or the place of it.
        let at: Int
    }

    private func number(_ at: Int, _ length: Int) -> Int? {
        guard at >= 0, at <= bytes.count - length else { return nil }
        let digits = bytes[at..<(at + length)]
        return isLittle ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The first entry of each tag; what goes past the end is not there.
    private func directory(_ at: Int) -> [Int: Entry] {
        guard let count = number(at, 2), count <= Self.mostEntries else { return [:] }
        var entries: [Int: Entry] = [:]
        for index in 0..<count {
            let place = at + 2 + index * 12
            guard let tag = number(place, 2), let type = number(place + 2, 2), let many = number(place + 4, 4),
                  number(place + 8, 4) != nil else { break }
            if entries[tag] == nil { entries[tag] = Entry(type: type, count: many, at: place + 8) }
        }
        return entries
    }

    private func pointer(_ entry: Entry) -> Int? { entry.type == 4 && entry.count == 1 ? number(entry.at, 4) : nil }

    /// A text of at most 64 bytes, without the zero at its end.
    private func text(_ entry: Entry?) -> String? {
        guard let entry, entry.type == 2, (1...64).contains(entry.count) else { return nil }
        let place = entry.count <= 4 ? entry.at : number(entry.at, 4)
        guard let place, place <= bytes.count - entry.count else { return nil }
        return String(validating: bytes[place..<(place + entry.count)].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// `2026:06:12 09:08:31`, with `+08:00` beside it; a camera that says no offset stands in China.
    private func moment(_ exif: [Int: Entry]) -> Instant? {
        guard let text = text(exif[Tag.taken]), text.utf8.count == 19 else { return nil }
        let parts = text.split(separator: " ")
        guard parts.count == 2 else { return nil }
        let said = self.text(exif[Tag.offset]).flatMap { $0.utf8.count == 6 ? $0 : nil }
        return try? Instant(parts[0].replacing(":", with: "-") + "T" + parts[1] + (said ?? "+08:00"))
    }

    /// Degrees, minutes and seconds as fractions, to six decimals: a tenth of a metre.
    private func coordinate(_ entry: Entry?, _ ref: Entry?, signs: [String: Int], most: Int) -> Coordinate? {
        guard let entry, entry.type == 5, entry.count == 3, let place = number(entry.at, 4),
              let sign = text(ref).flatMap({ signs[$0] }) else { return nil }
        var millionths = 0
        for (index, share) in [1, 60, 3600].enumerated() {
            guard let over = number(place + index * 8, 4), let under = number(place + index * 8 + 4, 4),
                  under > 0 else { return nil }
            // 32 bits times a million, and at most 32 bits times 3600 below: both fit.
            millionths += (over * 1_000_000 + under * share / 2) / (under * share)
        }
        guard millionths <= most * 1_000_000 else { return nil }
        let decimals = String(millionths % 1_000_000)
        let text = "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - decimals.count) + decimals
        return try? Coordinate((sign < 0 && millionths > 0 ? "-" : "") + text)
    }
}
