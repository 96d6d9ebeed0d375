extension String {
    /// An address as it is compared: 南苑路 102 号 and 南苑路１０２号 are one.
    package var comparedAddress: String { plainSearched(blanks: false) ?? searched.filter { !$0.isWhitespace } }

    /// A text as searches compare it: half-width, lower case, one line.
    package var searched: String { plainSearched(blanks: true) ?? halfWidth.lowercased().oneLine }

    /// ``searched``, with or without its blanks, of a text of printable ASCII, 汉字 and their punctuation: by a
    /// look at its bytes, since two columns of every job are made so whenever it is written. nil for any
    /// other text.
    private func plainSearched(blanks: Bool) -> String? {
        var copy = self
        return copy.withUTF8 { text in
            var isPlain = true
            let found = String(unsafeUninitializedCapacity: text.count) { out in
                let count = Self.search(text, blanks, into: out)
                isPlain = count != nil
                return count ?? 0
            }
            return isPlain ? found : nil
        }
    }

    private static func search(
        _ text: UnsafeBufferPointer<UInt8>, _ blanks: Bool, into out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        var (at, count, waits) = (0, 0, false)
        while at < text.count {
            let length = text[at] < 0x80 ? 1 : 3
            guard let ascii = plainASCII(text, at) else { return nil }
            defer { at += length }
            if ascii == 0x20 {
                waits = blanks && count > 0
                continue
            }
            if waits {
                out[count] = 0x20
                (count, waits) = (count + 1, false)
            }
            if ascii > 0 {
                out[count] = ascii
                count += 1
            } else {
                for offset in 0..<3 { out[count + offset] = text[at + offset] }
                count += 3
            }
        }
        return count
    }

    /// What a character comes to: ASCII, lower case, a blank for any white space; 0 for one that stays as it
    /// is; nil for one that must be asked about. The bytes are UTF-8 in order.
    private static func plainASCII(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8? {
        switch text[at] {
        case 0x09...0x0D, 0x20: return 0x20
        case 0x21..<0x7F: return lower(text[at])
        case 0xE3 where text[at + 1] == 0x80: return punctuation(text[at + 2])
        case 0xE4 where text[at + 1] >= 0xB8: return 0
        case 0xE5...0xE9: return 0
        // U+FF01 to U+FF5E.
        case 0xEF where text[at + 1] == 0xBC && text[at + 2] > 0x80: return lower(text[at + 2] - 0x60)
        case 0xEF where text[at + 1] == 0xBD && text[at + 2] < 0x9F: return lower(text[at + 2] - 0x20)
        case _: return nil
        }
    }

    /// U+3000 to U+303F but the marks that join what stands before them.
    private static func punctuation(_ last: UInt8) -> UInt8? {
        switch last {
        case 0x80: 0x20
        case 0x90: UInt8(ascii: "[")
        case 0x91: UInt8(ascii: "]")
        case 0xAA...0xAF: nil
        case _: 0
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
