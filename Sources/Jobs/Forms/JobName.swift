package import Kernel

/// How a command names a job: by its number, or by the outside number as `ref:…`.
package enum JobName: Hashable, Sendable, Codable {
    case number(Code)
    case ref(Label)

    private static let prefix = "ref:"

    package init(_ text: String) throws(Refusal) {
        if text.hasPrefix(Self.prefix) {
            self = .ref(try Label(String(text.dropFirst(Self.prefix.count))))
        } else {
            self = .number(try Code(text))
        }
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var text: String {
        switch self {
        case .number(let number): number.text
        case .ref(let ref): Self.prefix + ref.text
        }
    }
}

extension Code {
    /// Numbers of a year in the order of their count, also past 9999.
    package var inOrder: (Substring, Int, String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        return (parts.first ?? "", parts.count == 2 ? Int(parts[1]) ?? 0 : 0, text)
    }
}
