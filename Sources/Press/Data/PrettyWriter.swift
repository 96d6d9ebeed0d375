import Kernel

/// Writes JSON as ``JSON/pretty`` does, a value at a time: what is long is never held whole.
struct PrettyWriter {
    private var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true

    var count: Int { bytes.count }

    /// Hands over what was written and forgets it.
    mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Begins an array or an object, as a member where it has a name.
    mutating func open(_ bracket: Unicode.Scalar, _ name: String? = nil) {
        if depth > 0 { begin(name) }
        bytes.append(UInt8(ascii: bracket))
        (depth, isFirst) = (depth + 1, true)
    }

    mutating func close(_ bracket: Unicode.Scalar) {
        depth -= 1
        if !isFirst { newLine() }
        bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    mutating func put(_ name: String?, _ value: JSON) {
        begin(name)
        // Line breaks within texts are escaped.
        for byte in value.pretty.utf8 {
            if byte == 0x0A { newLine() } else { bytes.append(byte) }
        }
    }

    private mutating func begin(_ name: String?) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine()
        if let name { bytes += (JSON.string(name).text + ": ").utf8 }
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: depth * 2)
    }
}
