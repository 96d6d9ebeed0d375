extension JSON {
    /// Reads a form out of JSON, strictly: an unknown, missing or null field and a wrong type are refused
    /// with the field's path (`with.lines.0.quantity`). Forms are plain `Decodable` structs; the checks
    /// live here, once.
    ///
    /// Throws `input.unknownField`, `input.missingField`, `input.null`, `input.wrongType`, `input.value`,
    /// and whatever the values themselves refuse, with the fact `field`.
    package func decode<Form: Decodable>(_ type: Form.Type = Form.self, at path: String = "") throws(Refusal) -> Form {
        do {
            return try NodeDecoder(node: self, path: path).single(type)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.inputValue, ["field": path, "value": "\(error)", "expected": "—"])
        }
    }
}

/// One JSON value being decoded, and where it stands.
struct NodeDecoder: Decoder, SingleValueDecodingContainer {
    let node: JSON
    let path: String

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = node else { throw wrongType("object") }
        if let unknown = members.first(where: { Key(stringValue: $0.name) == nil }) {
            throw Refusal(.inputUnknownField, ["field": child(unknown.name.excerpt)])
        }
        return KeyedDecodingContainer(ObjectContainer<Key>(members: members, decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let items) = node else { throw wrongType("array") }
        return ArrayContainer(items: items, decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func child(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

    func wrongType(_ expected: String) -> Refusal {
        if case .null = node { return Refusal(.inputNull, ["field": path]) }
        return Refusal(.inputWrongType, ["field": path.isEmpty ? "$" : path, "expected": expected])
    }

    /// Decodes a value and puts the field's path into whatever it refuses.
    func single<T: Decodable>(_ type: T.Type) throws -> T {
        do {
            return try T(from: self)
        } catch let refusal as Refusal {
            throw refusal.adding("field", path)
        } catch is DecodingError {
            // What the compiler's own decoding code throws: an unknown case of an enumeration.
            throw Refusal(.inputValue, ["field": path, "value": written.excerpt, "expected": Self.cases(of: type)])
        }
    }

    private var written: String {
        switch node {
        case .string(let text), .number(let text): text
        case .null, .bool, .array, .object: node.text
        }
    }

    /// The cases of an enumeration of texts: `phone|written`.
    private static func cases<T>(of type: T.Type) -> String {
        guard let type = type as? any CaseIterable.Type else { return "—" }
        return names(of: type).joined(separator: "|")
    }

    private static func names<T: CaseIterable>(of type: T.Type) -> [String] {
        type.allCases.map { ($0 as? any RawRepresentable)?.rawValue as? String ?? "\($0)" }
    }

    func decodeNil() -> Bool { node == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let value) = node else { throw wrongType("true|false") }
        return value
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .string(let value) = node else { throw wrongType("string") }
        return value
    }

    /// Whole numbers only, without exponent or point, and only as a JSON number.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard let integer = T.self as? any FixedWidthInteger.Type else { return try single(type) }
        guard case .number(let text) = node, let value = integer.init(text) as? T else { throw wrongType("integer") }
        return value
    }

    // Floating point is never read: money, quantities and percentages are strings.
    func decode(_ type: Double.Type) throws -> Double { throw wrongType("string") }
    func decode(_ type: Float.Type) throws -> Float { throw wrongType("string") }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard case .number(let text) = node, let value = T(text) else { throw wrongType("integer") }
        return value
    }
}

/// The members of an object, looked up by name.
private struct ObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [JSON.Member]
    let decoder: NodeDecoder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { members.contains { $0.name == key.stringValue } }

    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try node(key).single(type)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        contains(key) ? try decode(type, forKey: key) : nil
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try node(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try node(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try node(key) }

    private func node(_ key: Key) throws(Refusal) -> NodeDecoder {
        let field = decoder.child(key.stringValue)
        guard let member = members.first(where: { $0.name == key.stringValue }) else {
            throw Refusal(.inputMissingField, ["field": field])
        }
        return NodeDecoder(node: member.value, path: field)
    }
}

/// The items of an array, one after another.
private struct ArrayContainer: UnkeyedDecodingContainer {
    let items: [JSON]
    let decoder: NodeDecoder
    var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    mutating func decodeNil() throws -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().single(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws(Refusal) -> NodeDecoder {
        guard !isAtEnd else { throw Refusal(.inputMissingField, ["field": decoder.child(String(currentIndex))]) }
        defer { currentIndex += 1 }
        return NodeDecoder(node: items[currentIndex], path: decoder.child(String(currentIndex)))
    }
}
