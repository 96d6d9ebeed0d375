/// Reading a part of an object: what is not wanted is passed over, without being made.
extension JSONScan {
    /// Reads one value that takes up all of a text.
    package static func whole<Value>(
        _ bytes: [UInt8], brief: Bool = false, _ read: (inout JSONScan) throws(Foreign) -> Value
    ) throws(Foreign) -> Value {
        var scan = JSONScan(bytes, brief: brief)
        let value = try read(&scan)
        if scan.at < bytes.count { throw Foreign() }
        return value
    }

    /// Where the name of the next member stands, whose value is next; nil after the last one.
    package mutating func member() throws(Foreign) -> Range<Int>? {
        if ends(0x7D) { return nil }
        if at == 0 || bytes[at - 1] != 0x7B { try expect(0x2C) }
        let name = try text()
        try expect(0x3A)
        return name
    }

    /// Whether a name is this one.
    package func spells(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where bytes[range.lowerBound + index] != name.utf8Start[index] { return false }
        return true
    }

    /// One member of the object that is next, or nil; the object is passed.
    package mutating func part<Value: Stored>(_ wanted: StaticString) throws(Foreign) -> Value? {
        var found: Value?
        try open()
        while let name = try member() {
            if spells(name, wanted) { found = try Value(scan: &self) } else { try skip() }
        }
        return found
    }

    /// Passes over the value that is next, whatever it is.
    package mutating func skip() throws(Foreign) {
        let end = bytes.withUnsafeBufferPointer { Self.end(of: at, in: $0) }
        guard let end, end > at else { throw Foreign() }
        at = end
    }

    /// Where a value ends: texts are looked through for their quote, everything else for what closes it.
    private static func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var (at, depth) = (start, 0)
        while at < bytes.count {
            switch bytes[at] {
            case 0x22:
                at += 1
                while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
                if depth == 0 { return at < bytes.count ? at + 1 : nil }
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                if depth == 0 { return at }
                depth -= 1
                if depth == 0 { return at + 1 }
            case 0x2C where depth == 0: return at
            case _: break
            }
            at += 1
        }
        return depth == 0 ? at : nil
    }
}
