extension Fen {
    /// The amount in capital figures (大写金额): 人民币壹万零伍元整.
    ///
    /// 会计基础工作规范 art. 52: 整 stands after 元 or 角 and never after 分; zeros in the middle, however many, are
    /// read as one 零; where 元 is zero and 角 is not, 零 may be left out, and is.
    package var capitals: String {
        let size = value.magnitude
        let (yuan, jiao, fen) = (size / 100, Int(size / 10 % 10), Int(size % 10))
        var text = yuan > 0 || size == 0 ? Capitals.whole(yuan) + "元" : ""
        if jiao > 0 {
            text += Capitals.digits[jiao] + "角"
        } else if fen > 0, yuan > 0 {
            text += "零"
        }
        text += fen > 0 ? Capitals.digits[fen] + "分" : "整"
        return "人民币" + (isNegative ? "负" : "") + text
    }
}

private enum Capitals {
    static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let places = ["仟", "佰", "拾", ""]

    /// A whole number in groups of four digits: 亿 and 万 are the units of groups.
    static func whole(_ number: UInt64) -> String {
        if number == 0 { return digits[0] }
        if number >= 100_000_000 {
            return whole(number / 100_000_000) + "亿" + rest(number % 100_000_000, below: 10_000_000)
        }
        if number >= 10_000 { return group(number / 10_000) + "万" + rest(number % 10_000, below: 1000) }
        return group(number)
    }

    /// What follows 亿 or 万: nothing, or with 零 before it where its first digit is missing.
    private static func rest(_ number: UInt64, below first: UInt64) -> String {
        number == 0 ? "" : (number < first ? digits[0] : "") + whole(number)
    }

    /// 1 to 9999; zeros between digits are one 零.
    private static func group(_ number: UInt64) -> String {
        var text = ""
        var gap = false
        for (place, unit) in zip([1000, 100, 10, 1] as [UInt64], places) {
            let digit = Int(number / place % 10)
            if digit == 0 {
                gap = !text.isEmpty
            } else {
                text += (gap ? digits[0] : "") + digits[digit] + unit
                gap = false
            }
        }
        return text
    }
}
