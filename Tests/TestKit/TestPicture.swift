/// Pictures for tests, made byte by byte.
package enum TestPicture {
    /// A PNG of one colour a pixel; `claimed` is what its head says it measures.
    package static func png(_ width: Int, _ height: Int, claiming claimed: (Int, Int)? = nil, _ colour: (Int, Int) -> [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width { rows += colour(x, y) }
        }
        let (wide, high) = claimed ?? (width, height)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", four(wide) + four(high) + [8, 2, 0, 0, 0])
            + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    /// A photograph as far as its colours go: more of them than a drawing has.
    package static func colourful(_ width: Int, _ height: Int) -> [UInt8] {
        png(width, height) { x, y in [UInt8(x * 7 & 255), UInt8(y * 5 & 255), UInt8((x + y) & 255)] }
    }

    /// A JPEG with an Exif block after its first two bytes: turned by `orientation`, taken 2026-06-12 09:08:31.
    package static func withExif(_ jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
        var tiff = Array("MM".utf8) + [0, 42] + four(8) + [0, 2]
        tiff += [0x01, 0x12, 0, 3] + four(1) + [0, orientation, 0, 0] + [0x87, 0x69, 0, 4] + four(1) + four(38) + four(0)
        tiff += [0, 1] + [0x90, 0x03, 0, 2] + four(20) + four(56) + four(0) + Array("2026:06:12 09:08:31\0".utf8)
        let block = Array("Exif\0\0".utf8) + tiff, length = block.count + 2
        return Array(jpeg.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + block + jpeg.dropFirst(2)
    }

    private static func four(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return four(content.count) + named + four(Int(crc(named)))
    }

    /// zlib without compression.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01], a: UInt32 = 1, b: UInt32 = 0
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let piece = bytes[start..<min(start + 65_535, bytes.count)], count = UInt16(piece.count)
            out += [start + 65_535 >= bytes.count ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)] + piece
        }
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return out + four(Int(b << 16 | a))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}
