/// JSON text while it is written, byte by byte.
@usableFromInline package struct JSONText {
    @usableFromInline var bytes: [UInt8] = []

    @inlinable package init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    @inlinable package mutating func open() { bytes.append(0x7B) }
    @inlinable package mutating func close() { bytes.append(0x7D) }

    /// The name of the next member of an object; a member before it is closed by a comma.
    @inlinable package mutating func name(_ name: StaticString) {
        if bytes.last != 0x7B { bytes.append(0x2C) }
        bytes.append(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(0x3A)
    }

    @inlinable package mutating func put<Value: Stored>(_ name: StaticString, _ value: Value) {
        self.name(name)
        value.write(to: &self)
    }

    /// Nothing for nil.
    @inlinable package mutating func put<Value: Stored>(_ name: StaticString, _ value: Value?) {
        if let value { put(name, value) }
    }

    @inlinable package mutating func list<Value: Stored>(_ items: [Value]) {
        bytes.append(0x5B)
        for item in items {
            if bytes.last != 0x5B { bytes.append(0x2C) }
            item.write(to: &self)
        }
        bytes.append(0x5D)
    }

    package mutating func plain(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A text that is known to need no quoting, between quotes.
    package mutating func quoted(plain bytes: some Collection<UInt8>) {
        self.bytes.append(0x22)
        self.bytes.append(contentsOf: bytes)
        self.bytes.append(0x22)
    }

    package mutating func quoted(_ text: String) {
        var text = text
        text.withUTF8 { JSON.quote($0, into: &bytes) }
    }

    package mutating func number(_ value: Int64) {
        if value < 0 { bytes.append(0x2D) }
        digits(value.magnitude)
    }

    /// Digits with leading zeros up to a width.
    package mutating func digits(_ value: UInt64, width: Int = 1) {
        var (unit, count): (UInt64, Int) = (1, 1)
        while value / unit >= 10 { (unit, count) = (unit * 10, count + 1) }
        while count < width {
            bytes.append(0x30)
            count += 1
        }
        while unit > 0 {
            bytes.append(0x30 + UInt8(value / unit % 10))
            unit /= 10
        }
    }

    package mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// Lends the bytes to what writes by itself.
    package mutating func with(_ body: (inout [UInt8]) -> Void) { body(&bytes) }
}
