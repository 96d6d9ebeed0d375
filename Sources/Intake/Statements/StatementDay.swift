import Formats
import Journal
import Kernel

/// The dates and times of statements: `2026-03-05`, `2026/3/5`, `2026.03.05`, `20260305`, `2026年3月5日`, each
/// with or without a time behind it (`10:20:30`, `102030`), and the day count of a spreadsheet.
struct StatementDay {
    let day: Day
    /// `10:20:30`, or nil.
    let time: Code?

    /// Throws `input.value`.
    init(_ cell: SheetRow.Cell, is1904: Bool = false) throws(Refusal) {
        let text = cell.text.oneLine.halfWidth
        if cell.isNumber, let counted = try Self.counted(text, is1904) {
            self = counted
            return
        }
        var rest = Array(text.utf8)[...]
        guard let day = Self.date(&rest) else { throw Self.wrong(text) }
        while let byte = rest.first, byte == 0x20 || byte == UInt8(ascii: "T") { rest = rest.dropFirst() }
        self.day = day
        time = rest.isEmpty ? nil : try Self.clock(rest, text)
    }

    private init(_ day: Day, _ time: Code?) {
        self.day = day
        self.time = time
    }

    /// A time that stands in a column of its own, or nil where it is empty. Throws `input.value`.
    static func time(_ cell: SheetRow.Cell) throws(Refusal) -> Code? {
        guard let text = StatementText.words(cell.text.halfWidth) else { return nil }
        return try clock(Array(text.utf8)[...], text)
    }

    private static func wrong(_ text: String) -> Refusal {
        Refusal(.inputValue, ["value": text.excerpt, "expected": "2026-03-05, 20260305, 2026年3月5日"])
    }

    private static func counted(_ text: String, _ is1904: Bool) throws(Refusal) -> StatementDay? {
        guard let (day, seconds) = parts(counted: text, is1904) else { return nil }
        if seconds == 0 || seconds >= 86_400 { return StatementDay(day, nil) }
        return StatementDay(day, try Code(clock(seconds / 3600, seconds / 60 % 60, seconds % 60)))
    }

    /// What a clock shows, in milliseconds since 1970-01-01 00:00 on that clock, when a cell counts days;
    /// else nil.
    static func local(counted cell: SheetRow.Cell, is1904: Bool) -> Int64? {
        parts(counted: cell.text.oneLine.halfWidth, is1904).map { day, seconds in
            Int64(day.number) * Instant.dayLength + Int64(seconds) * Instant.second
        }
    }

    /// Days since 1899-12-30 (1904-01-01 in the other system), with the fraction of the day in seconds.
    /// Eight digits are a date, and no count.
    private static func parts(counted text: String, _ is1904: Bool) -> (day: Day, seconds: Int)? {
        guard let count = Double(text), count >= 1, count < 300_000 else { return nil }
        let days = Int(count)
        // Day 1 is 1900-01-01, and the 1900 system counts a 29 February that never was.
        let day = Day.first(of: 1900) + (days - 2) + (is1904 ? 1462 : 0)
        return (day, Int(((count - Double(days)) * 86_400).rounded()))
    }

    private static func date(_ rest: inout ArraySlice<UInt8>) -> Day? {
        guard let year = number(&rest, 4, least: 4) else { return nil }
        if let first = rest.first, isDigit(first) {
            guard let month = number(&rest, 2, least: 2), let day = number(&rest, 2, least: 2) else { return nil }
            return Day(year, month, day)
        }
        let marks: [(String, String, String)] = [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")]
        for (first, second, last) in marks {
            var copy = rest
            guard take(first, &copy), let month = number(&copy, 2, least: 1), take(second, &copy),
                  let day = number(&copy, 2, least: 1), take(last, &copy) else { continue }
            rest = copy
            return Day(year, month, day)
        }
        return nil
    }

    /// `10:20:30`, `10:20`, `102030`; a fraction of the second is cut.
    private static func clock(_ bytes: ArraySlice<UInt8>, _ text: String) throws(Refusal) -> Code {
        var rest = bytes
        let compact = rest.prefix(6).count { isDigit($0) } == 6
        guard let hour = number(&rest, 2, least: compact ? 2 : 1), compact || take(":", &rest),
              let minute = number(&rest, 2, least: 2) else { throw wrong(text) }
        var second = 0
        if compact || take(":", &rest) {
            guard let given = number(&rest, 2, least: 2) else { throw wrong(text) }
            second = given
        }
        if take(".", &rest) { _ = number(&rest, 9, least: 1) }
        guard rest.isEmpty, hour < 24, minute < 60, second < 60 else { throw wrong(text) }
        return try Code(clock(hour, minute, second))
    }

    private static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        [hour, minute, second].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func take(_ text: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ most: Int, least: Int) -> Int? {
        let digits = rest.prefix(most).prefix(while: isDigit)
        guard digits.count >= least else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
