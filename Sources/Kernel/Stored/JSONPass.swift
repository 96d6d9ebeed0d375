/// Looks through JSON without making anything of it. What passes is as this program writes what it keeps: no
/// blanks, no escapes, whole numbers, names of ASCII in their order, none twice. ``JSONParser`` takes all of
/// that; of what does not pass nothing is said.
struct JSONPass {
    /// Less deep than ``JSONParser`` goes.
    private static let deepest = 32

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int

    /// Where the value that begins at `start` ends; nil when it does not pass.
    static func end(of start: Int, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var pass = JSONPass(bytes: bytes, at: start)
            return pass.value(0) ? pass.at : nil
        }
    }

    /// The text that a member of the object at `start` is; the object has passed.
    static func text(of wanted: StaticString, in bytes: [UInt8], from start: Int) -> String? {
        bytes.withUnsafeBufferPointer { bytes in
            var pass = JSONPass(bytes: bytes, at: start)
            guard pass.take(0x7B) else { return nil }
            while let name = pass.text(), pass.take(0x3A) {
                let isWanted = pass.spells(wanted, name)
                guard let value = isWanted ? pass.text() : (pass.value(0) ? 0..<0 : nil) else { return nil }
                if isWanted { return String(decoding: bytes[value], as: UTF8.self) }
                if !pass.take(0x2C) { return nil }
            }
            return nil
        }
    }

    private mutating func value(_ depth: Int) -> Bool {
        guard at < bytes.count, depth < Self.deepest else { return false }
        switch bytes[at] {
        case 0x7B: return object(depth)
        case 0x5B: return array(depth)
        case 0x22: return text() != nil
        case 0x74: return word("true")
        case 0x66: return word("false")
        case 0x6E: return word("null")
        case _: return number()
        }
    }

    private mutating func object(_ depth: Int) -> Bool {
        at += 1
        if take(0x7D) { return true }
        var last: Range<Int>?
        repeat {
            guard let name = text(), last.map({ isBefore($0, name) }) ?? true, isASCII(name), take(0x3A), value(depth + 1)
            else { return false }
            last = name
        } while take(0x2C)
        return take(0x7D)
    }

    private mutating func array(_ depth: Int) -> Bool {
        at += 1
        if take(0x5D) { return true }
        repeat {
            if !value(depth + 1) { return false }
        } while take(0x2C)
        return take(0x5D)
    }

    /// Where a text stands, between its quotes; nil for one with escapes or that is not plain UTF-8.
    private mutating func text() -> Range<Int>? {
        guard take(0x22) else { return nil }
        let start = at
        while at < bytes.count, bytes[at] != 0x22 {
            switch bytes[at] {
            case 0x20...0x5B, 0x5D...0x7F: at += 1
            case 0xC2...0xDF where isContinued(1): at += 2
            // But E0 and ED, whose second byte is bound to a range.
            case 0xE1...0xEC where isContinued(2), 0xEE...0xEF where isContinued(2): at += 3
            case _: return nil
            }
        }
        let end = at
        return take(0x22) ? start..<end : nil
    }

    private func isContinued(_ count: Int) -> Bool {
        guard at + count < bytes.count else { return false }
        return (1...count).allSatisfy { bytes[at + $0] & 0xC0 == 0x80 }
    }

    private mutating func number() -> Bool {
        _ = take(0x2D)
        if take(0x30) { return true }
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        return at > start
    }

    private mutating func word(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private func isASCII(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0] < 0x80 } }

    private func isBefore(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        bytes[a].lexicographicallyPrecedes(bytes[b])
    }

    private func spells(_ word: StaticString, _ range: Range<Int>) -> Bool {
        range.count == word.utf8CodeUnitCount && range.indices.allSatisfy { bytes[$0] == word.utf8Start[$0 - range.lowerBound] }
    }
}
