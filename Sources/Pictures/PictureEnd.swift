/// Whether a picture goes on to its end. Decoders fill up what is missing with grey and call it done; half a
/// picture that came over a bad line must be sent again instead.
package enum PictureEnd {
    /// True also for what is of none of the three kinds: that is for others to say.
    package static func isThere(in bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes) }
        if bytes.starts(with: "RIFF".utf8) { return webp(bytes) }
        return true
    }

    /// Segments by their lengths, scans by their markers, until the end of the image. What cameras append
    /// after it does not matter.
    private static func jpeg(_ bytes: [UInt8]) -> Bool {
        var at = 2
        while at + 1 < bytes.count {
            guard bytes[at] == 0xFF else {
                // Inside a scan, up to the next marker.
                guard let next = bytes[at...].firstIndex(of: 0xFF) else { return false }
                at = next
                continue
            }
            switch bytes[at + 1] {
            case 0xD9: return true
            // A byte of the scan that looks like a marker; restarts; fill.
            case 0x00, 0x01, 0xD0...0xD8: at += 2
            case 0xFF: at += 1
            case _:
                guard at + 3 < bytes.count else { return false }
                at += 2 + max(2, Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
            }
        }
        return false
    }

    private static func png(_ bytes: [UInt8]) -> Bool {
        var at = 8
        while at + 12 <= bytes.count {
            let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - at - 12 else { return false }
            if bytes[(at + 4)..<(at + 8)].elementsEqual("IEND".utf8) { return true }
            at += 12 + length
        }
        return false
    }

    private static func webp(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12 else { return false }
        return bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } <= bytes.count - 8
    }
}
