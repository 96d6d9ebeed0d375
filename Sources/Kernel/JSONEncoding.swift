extension JSON {
    /// The JSON of a value: members in the order of its declaration, nothing for nil.
    ///
    /// Everything here encodes to strings, whole numbers, booleans, arrays and objects, so encoding cannot
    /// fail.
    package init(_ value: some Encodable) {
        let encoder = NodeEncoder()
        do {
            try value.encode(to: encoder)
        } catch {
            preconditionFailure("\(type(of: value)) has a part that JSON cannot hold: \(error)")
        }
        self = encoder.slot.value
    }
}

/// Where an encoder leaves its value: containers are filled while their parent already holds the slot.
private final class Slot {
    enum Kind { case leaf, object, array }

    var kind = Kind.object
    var leaf = JSON.null
    private var members: [(name: String, slot: Slot)] = []
    private var items: [Slot] = []

    var value: JSON {
        switch kind {
        case .leaf: leaf
        case .object: .object(members.map { JSON.Member($0.name, $0.slot.value) })
        case .array: .array(items.map(\.value))
        }
    }

    func set(_ value: JSON) {
        kind = .leaf
        leaf = value
    }

    func member(_ name: String) -> Slot {
        let slot = Slot()
        members.append((name, slot))
        return slot
    }

    func item() -> Slot {
        let slot = Slot()
        items.append(slot)
        return slot
    }
}

private struct NodeEncoder: Encoder, SingleValueEncodingContainer {
    let slot: Slot

    init(slot: Slot = Slot()) { self.slot = slot }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.kind = .object
        return KeyedEncodingContainer(ObjectSink<Key>(slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.kind = .array
        return ArraySink(slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    mutating func encodeNil() throws { slot.set(.null) }
    mutating func encode(_ value: Bool) throws { slot.set(.bool(value)) }
    mutating func encode(_ value: String) throws { slot.set(.string(value)) }
    mutating func encode(_ value: Double) throws {
        throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "floating point"))
    }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) throws { whole(value) }
    mutating func encode(_ value: Int8) throws { whole(value) }
    mutating func encode(_ value: Int16) throws { whole(value) }
    mutating func encode(_ value: Int32) throws { whole(value) }
    mutating func encode(_ value: Int64) throws { whole(value) }
    mutating func encode(_ value: UInt) throws { whole(value) }
    mutating func encode(_ value: UInt8) throws { whole(value) }
    mutating func encode(_ value: UInt16) throws { whole(value) }
    mutating func encode(_ value: UInt32) throws { whole(value) }
    mutating func encode(_ value: UInt64) throws { whole(value) }
    mutating func encode(_ value: some Encodable) throws { try value.encode(to: self) }

    private func whole(_ value: some FixedWidthInteger) { slot.set(.number(String(value))) }
}

private struct ObjectSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) throws {}
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try value.encode(to: NodeEncoder(slot: slot.member(key.stringValue)))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(slot: slot.member(key.stringValue)).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        NodeEncoder(slot: slot.member(key.stringValue)).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { NodeEncoder(slot: slot) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { NodeEncoder(slot: slot.member(key.stringValue)) }
}

private struct ArraySink: UnkeyedEncodingContainer {
    let slot: Slot
    var count = 0
    var codingPath: [any CodingKey] { [] }

    init(slot: Slot) { self.slot = slot }

    mutating func encodeNil() throws {}
    mutating func encode(_ value: some Encodable) throws { try value.encode(to: next()) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { next() }

    private mutating func next() -> NodeEncoder {
        count += 1
        return NodeEncoder(slot: slot.item())
    }
}
