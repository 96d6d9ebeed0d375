/// An amount of money in 分 (1/100 yuan). In JSON and CSV it is a string of yuan with two decimals,
/// `"12000.00"`.
///
/// Sums that meet money from outside go through ``adding(_:)`` and ``sum(_:)``, which refuse to leave 64
/// bits; plain `+` and `-` are for amounts that a rule has already bounded, and stop the program rather
/// than wrap.
package struct Fen: Hashable, Comparable, Sendable {
    package let value: Int64

    package init(_ value: Int64) { self.value = value }

    package static let zero = Fen(0)

    /// The most that one amount, one sum or one balance may be: 10^13 fen, a hundred billion yuan. What is
    /// read and what is computed keep to it, so that no sum of balances, and no day's turnover of fewer
    /// than 900,000 such amounts, can leave 64 bits.
    package static let largest = Fen(10_000_000_000_000)

    /// The amount itself, or `money.range` when it is larger than any may be.
    package func bounded() throws(Refusal) -> Fen {
        guard value.magnitude <= Self.largest.value.magnitude else {
            throw Refusal(.moneyRange, ["value": yuan, "limit": Self.largest.yuan])
        }
        return self
    }

    /// Reads yuan with at most two decimals. Throws `money.format` or `money.range`.
    package init(yuan text: String, signed: Bool = false) throws(Refusal) {
        do {
            value = try FixedPoint.parse(text, decimals: 2, signed: signed)
        } catch {
            switch error {
            case .form: throw Refusal(.moneyFormat, ["value": text.excerpt])
            case .range: throw Refusal(.moneyRange, ["value": text.excerpt, "limit": Self.largest.yuan])
            }
        }
    }

    /// Yuan with two decimals, `12000.00`.
    package var yuan: String { FixedPoint.text(value, decimals: 2) }

    /// Yuan with thousands separators for people to read, `12,000.00`.
    package var grouped: String {
        let text = Array(yuan.utf8)
        let start = value < 0 ? 1 : 0
        var out = ""
        for (index, byte) in text.enumerated() {
            let left = text.count - 3 - index
            if index > start, left > 0, left % 3 == 0 { out += "," }
            out.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return out
    }

    /// A text that is nothing but an amount in yuan with two decimals, with thousands separators; nil for
    /// any other.
    package static func grouped(in text: String) -> String? {
        guard text.dropLast(2).last == ".", let fen = try? Fen(yuan: text, signed: true), fen.yuan == text else { return nil }
        return fen.grouped
    }

    package var isNegative: Bool { value < 0 }
    package var isPositive: Bool { value > 0 }

    package static func < (a: Fen, b: Fen) -> Bool { a.value < b.value }
    package static func + (a: Fen, b: Fen) -> Fen { Fen(a.value + b.value) }
    package static func - (a: Fen, b: Fen) -> Fen { Fen(a.value - b.value) }
    package static prefix func - (a: Fen) -> Fen { Fen(-a.value) }
    package static func += (a: inout Fen, b: Fen) { a = a + b }
    package static func -= (a: inout Fen, b: Fen) { a = a - b }

    /// The sum, or `money.range` when it is larger than any amount may be.
    package func adding(_ other: Fen) throws(Refusal) -> Fen {
        try Fen.sum([self, other])
    }

    /// The sum of all, or `money.range` when it is larger than any amount may be.
    package static func sum(_ amounts: some Sequence<Fen>) throws(Refusal) -> Fen {
        try Fen(exactly: amounts.reduce(Int128(0)) { $0 + Int128($1.value) })
    }

    /// The amount of a wide intermediate result, or `money.range`.
    package init(exactly wide: Int128) throws(Refusal) {
        guard let narrow = Int64(exactly: wide) else {
            throw Refusal(.moneyRange, ["value": "\(wide / 100)", "limit": Self.largest.yuan])
        }
        self = try Fen(narrow).bounded()
    }
}

extension Fen: Codable {
    package init(from decoder: any Decoder) throws {
        self = try Fen(yuan: decoder.singleValueContainer().decode(String.self)).bounded()
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(yuan)
    }
}

extension String {
    /// At most 40 characters of a text, for quoting it in a message.
    package var excerpt: String { count > 40 ? prefix(40) + "…" : self }
}

/// An amount that a rule allows to be negative: a red line, a slip's change. Same text form, with an
/// optional `-`.
package struct SignedFen: Hashable, Sendable, Codable {
    package let fen: Fen

    package init(_ fen: Fen) { self.fen = fen }

    package init(from decoder: any Decoder) throws {
        fen = try Fen(yuan: decoder.singleValueContainer().decode(String.self), signed: true).bounded()
    }

    package func encode(to encoder: any Encoder) throws { try fen.encode(to: encoder) }
}
