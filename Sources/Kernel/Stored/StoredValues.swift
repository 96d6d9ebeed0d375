extension Array: Stored where Element: Stored {
    @inlinable package func write(to text: inout JSONText) { text.list(self) }
    @inlinable package init(scan: inout JSONScan) throws(JSONScan.Foreign) { self = try scan.list() }
}

extension Int: Stored {
    @usableFromInline package func write(to text: inout JSONText) { text.number(Int64(self)) }
    @usableFromInline package init(scan: inout JSONScan) throws(JSONScan.Foreign) { self = Int(try scan.number()) }
}

extension Bool: Stored {
    @usableFromInline package func write(to text: inout JSONText) { text.plain(self ? "true" : "false") }

    @usableFromInline package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = scan.ends(0x74)
        for byte in self ? [0x72, 0x75, 0x65] : [0x66, 0x61, 0x6C, 0x73, 0x65] as [UInt8] { try scan.expect(byte) }
    }
}

/// Names of cases, which need no quoting.
extension Stored where Self: RawRepresentable<String> {
    package func write(to text: inout JSONText) { text.quoted(plain: rawValue.utf8) }

    @inlinable package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        guard let value = Self(rawValue: try scan.string()) else { throw JSONScan.Foreign() }
        self = value
    }
}

extension Code: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Code(text) }
    }
}

extension Label: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Label(text) }
    }
}

extension Prose: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Prose(text) }
    }
}

extension CreditCode: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try CreditCode(text) }
    }
}

extension Coordinate: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Coordinate(text) }
    }
}

extension Percent: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Percent(text) }
    }
}

extension Quantity: Stored {
    package func write(to text: inout JSONText) { text.quoted(self.text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = try scan.checked { (text) throws(Refusal) in try Quantity(text) }
    }
}

extension JSONScan {
    /// A text that its value takes as it is.
    package mutating func checked<Value>(_ make: (String) throws(Refusal) -> Value) throws(Foreign) -> Value {
        let text = try string()
        do throws(Refusal) {
            return try make(text)
        } catch {
            throw Foreign()
        }
    }
}

extension Fen: Stored {
    package func write(to text: inout JSONText) {
        text.byte(0x22)
        if value < 0 { text.byte(0x2D) }
        text.digits(value.magnitude / 100)
        text.byte(0x2E)
        text.digits(value.magnitude % 100, width: 2)
        text.byte(0x22)
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        self = Fen(try scan.fen())
        if isNegative { throw JSONScan.Foreign() }
    }
}

extension SignedFen: Stored {
    package func write(to text: inout JSONText) { fen.write(to: &text) }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) { self.init(Fen(try scan.fen())) }
}

extension JSONScan {
    /// Yuan with two decimals, in quotes.
    fileprivate mutating func fen() throws(Foreign) -> Int64 {
        try expect(0x22)
        let negative = ends(0x2D)
        let start = at
        let yuan = try digits()
        if bytes[start] == 0x30, at - start > 1 { throw Foreign() }
        try expect(0x2E)
        let (value, over) = yuan.multipliedReportingOverflow(by: 100)
        let fen = value &+ Int64(try digits(2))
        try expect(0x22)
        guard !over, fen <= Fen.largest.value, fen != 0 || !negative else { throw Foreign() }
        return negative ? -fen : fen
    }
}

extension Day: Stored {
    package func write(to text: inout JSONText) {
        text.byte(0x22)
        text.date(self)
        text.byte(0x22)
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.expect(0x22)
        self = try scan.date()
        try scan.expect(0x22)
    }
}

extension Instant: Stored {
    package func write(to text: inout JSONText) {
        text.byte(0x22)
        text.moment(self)
        text.byte(0x22)
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.expect(0x22)
        let day = try scan.date()
        try scan.expect(0x54)
        let hour = try scan.digits(2)
        try scan.expect(0x3A)
        let minute = try scan.digits(2)
        try scan.expect(0x3A)
        let second = try scan.digits(2)
        let fraction = scan.ends(0x2E) ? try scan.digits(3) : 0
        for byte in [0x2B, 0x30, 0x38, 0x3A, 0x30, 0x30, 0x22] as [UInt8] { try scan.expect(byte) }
        guard hour < 24, minute < 60, second < 60 else { throw JSONScan.Foreign() }
        self = Instant(day, hour: hour, minute: minute) + (Int64(second) * Self.second + Int64(fraction))
    }
}

extension JSONText {
    /// `2026-03-05`.
    mutating func date(_ day: Day) {
        let (year, month, day) = day.civil
        digits(UInt64(max(0, year)), width: 4)
        byte(0x2D)
        digits(UInt64(month), width: 2)
        byte(0x2D)
        digits(UInt64(day), width: 2)
    }

    /// `2026-03-05T09:12:00+08:00`, with thousandths where there are any.
    mutating func moment(_ instant: Instant) {
        let time = UInt64(instant.timeOfDay)
        date(instant.day)
        byte(0x54)
        digits(time / UInt64(Instant.hour), width: 2)
        byte(0x3A)
        digits(time / UInt64(Instant.minute) % 60, width: 2)
        byte(0x3A)
        digits(time / UInt64(Instant.second) % 60, width: 2)
        let fraction = time % UInt64(Instant.second)
        if fraction > 0 {
            byte(0x2E)
            digits(fraction, width: 3)
        }
        plain("+08:00")
    }
}

extension JSONScan {
    fileprivate mutating func date() throws(Foreign) -> Day {
        let year = try digits(4)
        try expect(0x2D)
        let month = try digits(2)
        try expect(0x2D)
        guard let day = Day(year, month, try digits(2)) else { throw Foreign() }
        return day
    }
}

/// Whatever is kept as it came.
extension JSON: Stored {
    package func write(to text: inout JSONText) { text.with { write(into: &$0) } }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        do throws(Refusal) {
            self = try JSONParser.parse(scan.bytes, from: &scan.at)
        } catch {
            throw JSONScan.Foreign()
        }
    }
}
