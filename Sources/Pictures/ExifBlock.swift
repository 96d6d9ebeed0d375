/// Finds the Exif block of a JPEG (JFIF APP1), a PNG (`eXIf`) or a WebP (`EXIF`).
enum ExifBlock {
    /// More blocks than any camera writes; a file that has more says nothing.
    private static let most = 256
    private static let mark = Array("Exif\0\0".utf8)

    /// nil where there is none.
    static func find(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return webp(bytes) }
        return nil
    }

    /// Segments of a marker and a length, until the picture itself begins.
    private static func jpeg(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var at = 2
        for _ in 0..<most {
            guard at + 4 <= bytes.count, bytes[at] == 0xFF else { return nil }
            let marker = bytes[at + 1]
            // A marker may be led by any number of fill bytes.
            if marker == 0xFF {
                at += 1
                continue
            }
            if marker == 0xDA || marker == 0xD9 { return nil }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            guard length >= 2, at + 2 + length <= bytes.count else { return nil }
            let content = bytes[(at + 4)..<(at + 2 + length)]
            if marker == 0xE1, content.starts(with: mark) { return content.dropFirst(mark.count) }
            at += 2 + length
        }
        return nil
    }

    /// Chunks of a length, a name, content and a check sum.
    private static func png(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var at = 8
        for _ in 0..<most {
            guard at + 12 <= bytes.count else { return nil }
            let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - at - 12 else { return nil }
            if bytes[(at + 4)..<(at + 8)].elementsEqual("eXIf".utf8) { return bytes[(at + 8)..<(at + 8 + length)] }
            at += 12 + length
        }
        return nil
    }

    /// Chunks of a name, a length and content, filled up to an even number of bytes.
    private static func webp(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var at = 12
        for _ in 0..<most {
            guard at + 8 <= bytes.count else { return nil }
            let length = bytes[(at + 4)..<(at + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - at - 8 else { return nil }
            if bytes[at..<(at + 4)].elementsEqual("EXIF".utf8) {
                let content = bytes[(at + 8)..<(at + 8 + length)]
                return content.starts(with: mark) ? content.dropFirst(mark.count) : content
            }
            at += 8 + length + length % 2
        }
        return nil
    }
}
