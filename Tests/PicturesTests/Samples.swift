/// Pictures made byte by byte, so that each test says what is in them.
enum Samples {
    /// Numbers of an Exif block, in either order of bytes.
    struct Order {
        let isLittle: Bool

        func two(_ value: Int) -> [UInt8] { turned([UInt8(value >> 8 & 255), UInt8(value & 255)]) }
        func four(_ value: Int) -> [UInt8] { turned((0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) }) }
        private func turned(_ bytes: [UInt8]) -> [UInt8] { isLittle ? bytes.reversed() : bytes }
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            two(tag) + two(type) + four(count) + value + [UInt8](repeating: 0, count: 4 - value.count)
        }
    }

    /// 2026-06-12 09:08:31, 32° 2' 29.4" N, 118° 46' 12.6" E. Places: directory at 8, Exif at 38, GPS at 68, values from 122 on.
    static func tiff(little: Bool, time: String = "2026:06:12 09:08:31", offset: String? = "+08:00", west: Bool = false, under: Int = 10) -> [UInt8] {
        let order = Order(isLittle: little)
        var bytes = Array((little ? "II" : "MM").utf8) + order.two(42) + order.four(8)
        bytes += order.two(2) + order.entry(0x8769, 4, 1, order.four(38)) + order.entry(0x8825, 4, 1, order.four(68)) + order.four(0)
        let values = 122
        bytes += order.two(2) + order.entry(0x9003, 2, 20, order.four(values)) + order.entry(offset == nil ? 0x9999 : 0x9011, 2, 7, order.four(values + 20)) + order.four(0)
        bytes += order.two(4) + order.entry(1, 2, 2, Array("N\0".utf8)) + order.entry(2, 5, 3, order.four(values + 28))
        bytes += order.entry(3, 2, 2, Array((west ? "W\0" : "E\0").utf8)) + order.entry(4, 5, 3, order.four(values + 52)) + order.four(0)
        bytes += Array(time.utf8) + [0] + Array((offset ?? "+08:00").utf8) + [0, 0]
        for (over, below) in [(32, 1), (2, 1), (294, under), (118, 1), (46, 1), (126, under)] { bytes += order.four(over) + order.four(below) }
        return bytes
    }

    static func jpeg(_ tiff: [UInt8]) -> [UInt8] {
        let block = Array("Exif\0\0".utf8) + tiff, length = block.count + 2
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + block
            + [0xFF, 0xDA, 0, 4, 1, 1, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
    }

    static func png(_ tiff: [UInt8]) -> [UInt8] {
        let chunk = { (name: String, content: [UInt8]) in Order(isLittle: false).four(content.count) + Array(name.utf8) + content + [0, 0, 0, 0] }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [UInt8](repeating: 1, count: 13)) + chunk("eXIf", tiff) + chunk("IEND", [])
    }

    static func webp(_ tiff: [UInt8]) -> [UInt8] {
        let little = Order(isLittle: true)
        let chunk = { (name: String, content: [UInt8]) in Array(name.utf8) + little.four(content.count) + content + (content.count % 2 == 0 ? [] : [0]) }
        let content = Array("WEBP".utf8) + chunk("VP8X", [UInt8](repeating: 0, count: 10)) + chunk("EXIF", tiff)
        return Array("RIFF".utf8) + little.four(content.count) + content
    }

    static let kinds: [@Sendable ([UInt8]) -> [UInt8]] = [jpeg, png, webp]
}
