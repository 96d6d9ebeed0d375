import CPostgres
import Kernel

/// A column's type, as far as this program meets it, and how its bytes become a value.
enum PostgresType: Equatable {
    case int8, int4, int2, bool, text, bytea, numeric
    /// Of the catalogue's number (OID).
    case other(UInt32)

    init(_ oid: Oid) {
        self = switch oid {
        case 16: .bool
        case 17: .bytea
        case 20: .int8
        case 21: .int2
        case 23: .int4
        case 19, 25, 705, 1043: .text
        case 1700: .numeric
        case let oid: .other(oid)
        }
    }

    /// Whether ``binary(_:)`` reads it.
    var hasBinary: Bool {
        switch self {
        case .int8, .int4, .int2, .bool, .text, .bytea: true
        case .numeric, .other: false
        }
    }

    /// For messages.
    var name: String {
        switch self {
        case .int8, .int4, .int2: "integer"
        case .bool: "boolean"
        case .text: "text that is not UTF-8"
        case .bytea: "blob"
        case .numeric: "numeric"
        case .other(700), .other(701): "real"
        case .other(let oid): "type \(oid)"
        }
    }

    /// The value in the server's binary format; nil when it does not fit.
    func binary(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        switch self {
        case .int8: bytes.count == 8 ? .integer(Int64(bitPattern: Self.bits(bytes))) : nil
        case .int4: bytes.count == 4 ? .integer(Int64(Int32(truncatingIfNeeded: Self.bits(bytes)))) : nil
        case .int2: bytes.count == 2 ? .integer(Int64(Int16(truncatingIfNeeded: Self.bits(bytes)))) : nil
        case .bool: bytes.count == 1 ? .integer(bytes[0] == 0 ? 0 : 1) : nil
        case .text: String(utf8Bytes: bytes.assumingMemoryBound(to: UInt8.self)).map { .text($0) }
        case .bytea: .blob(Array(bytes))
        case .numeric, .other: nil
        }
    }

    /// The value in the server's text format; nil when it does not fit.
    func text(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        guard let text = String(utf8Bytes: bytes.assumingMemoryBound(to: UInt8.self)) else { return nil }
        return switch self {
        case .int8, .int4, .int2: Int64(text).map { .integer($0) }
        case .bool: .integer(text == "t" ? 1 : 0)
        case .text: .text(text)
        case .bytea: text.hasPrefix("\\x") ? Hex.decode(Array(text.utf8.dropFirst(2))).map { .blob($0) } : nil
        case .numeric: Self.whole(text).map { .integer($0) }
        case .other: nil
        }
    }

    /// A sum of 64-bit numbers comes as `numeric`; one with a fraction other than zeros is none of ours.
    private static func whole(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
        return Int64(parts[0])
    }

    /// The bytes as one number, the first being the highest.
    private static func bits(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
