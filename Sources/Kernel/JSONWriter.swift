extension JSON {
    /// Compact JSON text: no blanks, only the escapes that JSON requires.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// JSON text with two blanks of indent a level, for people to read.
    package var pretty: String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `indent` nil writes compact text.
    func write(into bytes: inout [UInt8], indent: Int? = nil) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let text): bytes += text.utf8
        case .string(var text): text.withUTF8 { Self.quote($0, into: &bytes) }
        case .array(let items):
            Self.list(items, "[", "]", &bytes, indent) { item, bytes, inner in item.write(into: &bytes, indent: inner) }
        case .object(let members):
            Self.list(members, "{", "}", &bytes, indent) { member, bytes, inner in
                var name = member.name
                name.withUTF8 { Self.quote($0, into: &bytes) }
                bytes += (inner == nil ? ":" : ": ").utf8
                member.value.write(into: &bytes, indent: inner)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ bytes: inout [UInt8], _ indent: Int?,
        _ each: (Item, inout [UInt8], Int?) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        let inner = indent.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(inner, &bytes)
            each(item, &bytes, inner)
        }
        if !items.isEmpty { newLine(indent, &bytes) }
        bytes.append(UInt8(ascii: close))
    }

    private static func newLine(_ indent: Int?, _ bytes: inout [UInt8]) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes += [UInt8](repeating: 0x20, count: indent * 2)
    }

    private static let hex = Array("0123456789abcdef".utf8)

    /// Writes a text between quotes, in runs of what needs no escape.
    static func quote(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        bytes.append(0x22)
        var run = 0
        for at in text.indices where text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x5C {
            bytes.append(contentsOf: text[run..<at])
            escape(text[at], into: &bytes)
            run = at + 1
        }
        bytes.append(contentsOf: text[run...])
        bytes.append(0x22)
    }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case 0x22: bytes += [0x5C, 0x22]
        case 0x5C: bytes += [0x5C, 0x5C]
        case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
        case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
        case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
        case _: bytes += "\\u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
}
