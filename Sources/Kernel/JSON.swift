/// A JSON value as it was written: numbers keep their text, members keep their order.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The digits as written; never turned into floating point.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }

        package static func == (a: Member, b: Member) -> Bool { a.name.sameBytes(as: b.name) && a.value == b.value }

        package func hash(into hasher: inout Hasher) {
            name.hashBytes(into: &hasher)
            hasher.combine(value)
        }
    }

    /// Texts are compared by their bytes, as they are stored and hashed.
    package static func == (a: JSON, b: JSON) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a.sameBytes(as: b)
        case (.string(let a), .string(let b)): a.sameBytes(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        case _: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let text), .string(let text): text.hashBytes(into: &hasher)
        case .array(let items): hasher.combine(items)
        case .object(let members): hasher.combine(members)
        }
    }

    /// An object from a literal list, leaving out what is nil.
    package static func members(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
        .object(pairs.compactMap { pair in pair.value.map { Member(pair.key, $0) } })
    }

    package static func int(_ value: Int) -> JSON { .number(String(value)) }

    /// The member of that name, or nil.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        for index in members.indices where members[index].name.sameBytes(as: name) { return members[index].value }
        return nil
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var array: [JSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The same object with one member replaced where it stood, or added at the end.
    package func with(_ name: String, _ value: JSON) -> JSON {
        guard case .object(var members) = self else { return self }
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = value
        } else {
            members.append(Member(name, value))
        }
        return .object(members)
    }

    /// The same value with the members of every object in the order of their names: two values that differ
    /// only in key order have equal canonical forms (design §12: content is the envelope's JSON, key order
    /// aside).
    package var canonical: JSON {
        switch self {
        case .null, .bool, .number, .string: self
        case .array(let items): .array(items.map(\.canonical))
        case .object(let members):
            .object(members.map { Member($0.name, $0.value.canonical) }.sorted { $0.name < $1.name })
        }
    }
}
