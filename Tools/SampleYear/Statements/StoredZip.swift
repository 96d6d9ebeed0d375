/// A zip archive whose members are stored as they are (PKWARE APPNOTE 4.3), all of one date, so that the same
/// members make the same bytes.
struct StoredZip {
    private var members: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    mutating func add(_ name: String, _ text: String) {
        let (name, bytes, offset) = (Array(name.utf8), Array(text.utf8), UInt32(members.count))
        let common = Self.common(name, bytes)
        members += Self.bytes(UInt32(0x0403_4B50)) + common + name + bytes
        // The maker's version, then as in the member; no comment, disk 0, no attributes, and its place.
        directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(20)) + common
        directory += [UInt8](repeating: 0, count: 10) + Self.bytes(offset) + name
        count += 1
    }

    /// The members, the central directory, and its end record.
    var finished: [UInt8] {
        let counts = [0, 0, count, count].flatMap(Self.bytes)
        let place = Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(members.count))
        return members + directory + Self.bytes(UInt32(0x0605_4B50)) + counts + place + [0, 0]
    }

    /// Version needed, flags (names are UTF-8), method (stored), time, date (1980-01-01), checksum, sizes,
    /// lengths.
    private static func common(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
        let head: [UInt16] = [20, 0x0800, 0, 0, 0x0021]
        let size = bytes(UInt32(content.count))
        return head.flatMap(bytes) + bytes(crc32(content)) + size + size + bytes(UInt16(name.count)) + [0, 0]
    }

    /// Least significant byte first.
    private static func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Value($0 * 8)) }
    }

    /// CRC-32 of ISO 3309, bit by bit: the files are small.
    private static func crc32(_ content: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
        }
        return ~sum
    }
}
