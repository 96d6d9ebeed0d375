/// JSON text while it is read, for texts that this program has written: members in their order, no blanks.
@usableFromInline package struct JSONScan {
    /// Not as this program writes it; what it is, the slow reader says.
    @usableFromInline package struct Foreign: Error {
        @inlinable package init() {}
    }

    @usableFromInline let bytes: [UInt8]
    @usableFromInline var at = 0
    /// Whether details are passed over (``Detail``).
    package let isBrief: Bool

    package init(_ bytes: [UInt8], brief: Bool = false) { (self.bytes, isBrief) = (bytes, brief) }

    /// Reads one value that takes up all of a text.
    package static func whole<Value: Stored>(_ bytes: [UInt8]) throws(Foreign) -> Value {
        try whole(bytes) { (scan) throws(Foreign) in try Value(scan: &scan) }
    }

    @inlinable package mutating func open() throws(Foreign) { try expect(0x7B) }
    @inlinable package mutating func close() throws(Foreign) { try expect(0x7D) }

    @inlinable package mutating func take<Value: Stored>(_ name: StaticString) throws(Foreign) -> Value {
        guard has(name) else { throw Foreign() }
        return try Value(scan: &self)
    }

    /// nil where the next member has another name.
    @inlinable package mutating func find<Value: Stored>(_ name: StaticString) throws(Foreign) -> Value? {
        has(name) ? try Value(scan: &self) : nil
    }

    /// Whether the next member has that name; moves on to its value.
    @inlinable package mutating func has(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        var next = at
        if at > 0, bytes[at - 1] != 0x7B {
            guard next < bytes.count, bytes[next] == 0x2C else { return false }
            next += 1
        }
        guard next + count + 3 <= bytes.count, bytes[next] == 0x22, bytes[next + count + 1] == 0x22,
              bytes[next + count + 2] == 0x3A else { return false }
        for index in 0..<count where bytes[next + 1 + index] != name.utf8Start[index] { return false }
        at = next + count + 3
        return true
    }

    /// The name of the only member of an object, whose value is next.
    package mutating func only() throws(Foreign) -> String {
        try open()
        let name = try string()
        try expect(0x3A)
        return name
    }

    @inlinable package mutating func list<Value: Stored>() throws(Foreign) -> [Value] {
        try expect(0x5B)
        var items: [Value] = []
        while !ends(0x5D) {
            if !items.isEmpty { try expect(0x2C) }
            items.append(try Value(scan: &self))
        }
        return items
    }

    /// A text without escapes.
    @usableFromInline package mutating func string() throws(Foreign) -> String {
        let range = try text()
        guard let text = String(utf8Bytes: bytes[range]) else { throw Foreign() }
        return text
    }

    /// The bytes of a text without escapes.
    package mutating func text() throws(Foreign) -> Range<Int> {
        try expect(0x22)
        let start = at
        while at < bytes.count, bytes[at] != 0x22 {
            if bytes[at] < 0x20 || bytes[at] == 0x5C { throw Foreign() }
            at += 1
        }
        let end = at
        try expect(0x22)
        return start..<end
    }

    /// A whole number.
    package mutating func number() throws(Foreign) -> Int64 {
        let negative = ends(0x2D)
        let start = at
        let value = try digits()
        if bytes[start] == 0x30, at - start > 1 || negative { throw Foreign() }
        return negative ? -value : value
    }

    /// At most eighteen digits.
    mutating func digits() throws(Foreign) -> Int64 {
        let start = at
        var value: Int64 = 0
        while at < bytes.count, bytes[at] &- 0x30 < 10 {
            value = value * 10 + Int64(bytes[at] - 0x30)
            at += 1
            if at - start > 18 { throw Foreign() }
        }
        if at == start { throw Foreign() }
        return value
    }

    /// Just so many digits.
    mutating func digits(_ count: Int) throws(Foreign) -> Int {
        guard at + count <= bytes.count else { throw Foreign() }
        var value = 0
        for _ in 0..<count {
            let digit = bytes[at] &- 0x30
            if digit > 9 { throw Foreign() }
            value = value * 10 + Int(digit)
            at += 1
        }
        return value
    }

    @inlinable package mutating func expect(_ byte: UInt8) throws(Foreign) {
        guard ends(byte) else { throw Foreign() }
    }

    /// Whether a byte comes next; moves past it.
    @inlinable package mutating func ends(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }
}
