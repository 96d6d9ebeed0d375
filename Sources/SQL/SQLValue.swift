import Kernel

/// What goes into a statement and comes out of a row. There are no fractions: money, days and instants are
/// integers.
package enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// Texts are equal when their bytes are, as the database has it.
    package static func == (a: SQLValue, b: SQLValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.integer(let a), .integer(let b)): a == b
        case (.text(let a), .text(let b)): a.sameBytes(as: b)
        case (.blob(let a), .blob(let b)): a == b
        case _: false
        }
    }

    package init(_ value: Int) { self = .integer(Int64(value)) }
    package init(_ value: Int64) { self = .integer(value) }
    package init(_ value: String) { self = .text(value) }
    package init(_ value: [UInt8]) { self = .blob(value) }

    /// 1 or 0: neither database needs a type of its own for it.
    package init(_ value: Bool) { self = .integer(value ? 1 : 0) }

    /// `null` for nil.
    package init(_ value: Int?) { self = value.map { .init($0) } ?? .null }
    /// `null` for nil.
    package init(_ value: Int64?) { self = value.map { .init($0) } ?? .null }
    /// `null` for nil.
    package init(_ value: String?) { self = value.map { .init($0) } ?? .null }

    /// The name of the value's type, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .text: "text"
        case .blob: "blob"
        }
    }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(nilLiteral: ()) { self = .null }
}
