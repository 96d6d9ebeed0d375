import Kernel

/// What people type, made into what a command holds: full-width digits, thousands commas, `¥`, `2026/3/5`.
/// Anything doubtful is a fault with an example; the command's own strict reading does not change.
enum Typed {
    struct Fault: Error, Equatable {
        let text: Phrase

        init(_ zh: String, _ en: String) { text = Phrase(zh, en) }
    }

    static func plain(_ text: String) -> String {
        let half = text.halfWidth
        let blanks: Set<Character> = [" ", "\t", "\u{3000}", "\u{A0}"]
        return String(half.drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
    }

    /// `１２，０００` → `12000.00`. Commas must stand where thousands end.
    static func money(_ text: String, signed: Bool = false) -> Result<String, Fault> {
        var digits = plain(text).filter { $0 != " " && $0 != "¥" && $0 != "￥" }
        if digits.hasSuffix("元") { digits.removeLast() }
        if digits.contains(",") {
            let whole = digits.split(separator: ".", omittingEmptySubsequences: false)[0].drop { $0 == "-" }
            let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
            guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst()
                .allSatisfy({ $0.count == 3 }) else { return .failure(amount) }
            digits = digits.filter { $0 != "," }
        }
        guard let fen = try? Fen(yuan: digits, signed: signed) else { return .failure(amount) }
        return .success(fen.yuan)
    }

    private static let amount = Fault("金额写成 1,234.50 这样，至多两位小数", "write amounts like 1,234.50, with two decimals at most")

    static func quantity(_ text: String, signed: Bool) -> Result<String, Fault> {
        let digits = plain(text)
        guard let quantity = try? Quantity(digits), signed || quantity.thousandths > 0 else {
            return .failure(Fault("数量写成 6.5 这样，至多三位小数", "write quantities like 6.5, with three decimals at most"))
        }
        return .success(quantity.text)
    }

    static func percent(_ text: String) -> Result<String, Fault> {
        var digits = plain(text)
        if digits.hasSuffix("%") { digits = plain(String(digits.dropLast())) }
        guard let percent = try? Percent(digits) else {
            return .failure(Fault("百分比写成 3 或 2.5", "write percentages like 3 or 2.5")) }
        return .success(percent.text)
    }

    static func count(_ text: String) -> Result<Int, Fault> {
        guard let number = Int(plain(text)), number >= 0 else { return .failure(Fault("写一个整数", "write a whole number")) }
        return .success(number)
    }

    static func digits(_ text: String, _ count: Int) -> Result<String, Fault> {
        let typed = plain(text)
        guard typed.utf8.count == count, typed.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return .failure(Fault("写 \(count) 位数字", "write \(count) digits"))
        }
        return .success(typed)
    }

    /// Degrees, as a map or a phone gives them.
    static func coordinate(_ text: String) -> Result<String, Fault> {
        guard let found = try? Coordinate(plain(text)) else {
            return .failure(Fault("坐标写成 118.7625 这样的度数", "write coordinates in degrees, like 118.7625"))
        }
        return .success(found.text)
    }

    /// `2026-03-05`, `2026/3/5`, `2026年3月5日`, `20260305`.
    static func day(_ text: String) -> Result<String, Fault> {
        let typed = plain(text)
        var parts = typed.split { "-/.年月日 ".contains($0) }.map(String.init)
        if parts.count == 1, typed.count == 8 {
            parts = [String(typed.prefix(4)), String(typed.dropFirst(4).prefix(2)), String(typed.suffix(2))]
        }
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
              let found = Day(year, month, day) else { return .failure(Fault("日期写成 2026-03-05", "write days like 2026-03-05")) }
        return .success(found.text)
    }

    /// `2026-03-05 09:12`, or the clock alone for a day.
    static func moment(_ text: String, on today: Day) -> Result<String, Fault> {
        let wrong = Fault("时间写成 2026-03-05 09:12", "write times like 2026-03-05 09:12")
        var words = plain(text).replacing("T", with: " ").split(separator: " ").map(String.init)
        if words.count == 1 { words.insert(today.text, at: 0) }
        guard words.count == 2, case .success(let day) = day(words[0]) else { return .failure(wrong) }
        let clock = words[1].split(separator: ":").map(String.init)
        guard clock.count == 2, let hour = part(clock[0], below: 24), let minute = part(clock[1], below: 60),
              let found = try? Day(day) else { return .failure(wrong) }
        return .success(Instant(found, hour: hour, minute: minute).text)
    }

    /// A part of a clock: one or two digits and no sign.
    private static func part(_ text: String, below end: Int) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text),
              number < end else { return nil }
        return number
    }
}
