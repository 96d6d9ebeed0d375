extension String {
    /// How a number that people copy from paper is compared: a document's, a payment's, a receipt's, an
    /// invoice's, an account's (design §9). Width, case, blanks, hyphens and the shape of brackets do not
    /// count, so that `财预〔2026〕1号` and `财预(2026) 1号`, `zf-01` and `ＺＦ０１` are the same.
    package var folded: String {
        var out = String.UnicodeScalarView()
        for scalar in halfWidth.unicodeScalars where !scalar.isHyphen && !scalar.properties.isWhitespace {
            switch scalar.value {
            case 0x61...0x7A: out.append(Unicode.Scalar(UInt8(scalar.value - 0x20)))
            case 0x3014, 0x5B, 0xFF3B: out.append("(")
            case 0x3015, 0x5D, 0xFF3D: out.append(")")
            case _: out.append(scalar)
            }
        }
        return String(out)
    }
}

extension Unicode.Scalar {
    /// Every dash that a keyboard or a word processor writes for a hyphen.
    fileprivate var isHyphen: Bool {
        switch value {
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        case _: false
        }
    }
}
