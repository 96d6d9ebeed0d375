package import Kernel

/// Names a statement line for people and commands: the record that imported it and its place there, `57.3`.
package struct LineID: Hashable, Comparable, Sendable, Codable {
    package let seq: Int
    /// From 1.
    package let n: Int

    package init(seq: Int, n: Int) {
        self.seq = seq
        self.n = n
    }

    /// Reads `57.3`. Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int(parts[0]), let n = Int(parts[1]), seq > 0, n > 0,
              "\(seq).\(n)" == text else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "57.3"])
        }
        self.init(seq: seq, n: n)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var text: String { "\(seq).\(n)" }

    package static func < (a: LineID, b: LineID) -> Bool { (a.seq, a.n) < (b.seq, b.n) }
}
