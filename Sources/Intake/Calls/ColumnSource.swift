import Kernel

/// Where a value comes from: one column, or several joined. In a mapping: `A`, `[A, B]` (joined by a blank),
/// or `{names: [A, B], separator: "，"}`. Empty cells are left out of the joining.
package struct ColumnSource: Sendable, Equatable, Decodable {
    package let names: [String]
    package let separator: String

    package init(_ names: [String], separator: String = " ") {
        self.names = names
        self.separator = separator
    }

    private enum Keys: String, CodingKey {
        case names, separator
    }

    package init(from decoder: any Decoder) throws {
        if let one = try Self.ifFits({ try Label(from: decoder) }) {
            self.init([one.text])
        } else if let list = try Self.ifFits({ try decoder.unkeyedContainer() }) {
            self.init(try Self.all(list))
        } else {
            let container = try decoder.container(keyedBy: Keys.self)
            let list = try container.nestedUnkeyedContainer(forKey: .names)
            let separator = try container.decodeIfPresent(String.self, forKey: .separator)
            self.init(try Self.all(list), separator: separator ?? " ")
        }
    }

    private static func all(_ list: any UnkeyedDecodingContainer) throws -> [String] {
        var list = list
        var names: [String] = []
        while !list.isAtEnd { names.append(try list.decode(Label.self).text) }
        if names.isEmpty { throw Refusal(.inputEmpty) }
        return names
    }

    /// Nil when the value is of another type; every other refusal goes on.
    private static func ifFits<Value>(_ read: () throws -> Value) throws -> Value? {
        do {
            return try read()
        } catch let refusal as Refusal where refusal.code == .inputWrongType {
            return nil
        }
    }
}
