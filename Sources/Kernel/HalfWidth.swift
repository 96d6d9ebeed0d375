extension String {
    /// Full-width ASCII (ＡＢＣ１２３，．) as ASCII, the minus sign as `-`, 【】 as brackets, an ideographic blank as
    /// a blank: banks and people type both for the same.
    package var halfWidth: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000: out.append(" ")
            case 0x2212: out.append("-")
            case 0x3010: out.append("[")
            case 0x3011: out.append("]")
            case _: out.append(scalar)
            }
        }
        return String(out)
    }
}
