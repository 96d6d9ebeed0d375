/// Bytes as hexadecimal text and back, by table: hashes are shown and read by the million.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    /// The value of each ASCII character as a hexadecimal digit; 0xFF where it is none.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
        for (value, digit) in "ABCDEF".utf8.enumerated() { table[Int(digit)] = UInt8(10 + value) }
        return table
    }()

    /// Two lowercase digits a byte, without prefix or separators.
    package static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { text in
            for (index, byte) in bytes.enumerated() {
                text[index * 2] = digits[Int(byte >> 4)]
                text[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return bytes.count * 2
        }
    }

    /// The same over the text that is there, of just that length: without making a new one.
    package static func encode(_ bytes: [UInt8], over text: inout [UInt8]) {
        precondition(text.count == bytes.count * 2)
        let digits = digits
        for (index, byte) in bytes.enumerated() {
            text[index * 2] = digits[Int(byte >> 4)]
            text[index * 2 + 1] = digits[Int(byte & 15)]
        }
    }

    /// The same of a part, as of a digest that is cut short.
    package static func encode(_ bytes: ArraySlice<UInt8>) -> String { encode(Array(bytes)) }

    /// The bytes of a text of two digits a byte in either case, or nil when the count is odd or a character
    /// is no digit.
    package static func decode(_ text: String) -> [UInt8]? {
        decode(Array(text.utf8))
    }

    /// The same for text that is still bytes.
    package static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            let (high, low) = (values[Int(text[index])], values[Int(text[index + 1])])
            guard high < 16, low < 16 else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
