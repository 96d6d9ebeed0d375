/// A value kept behind a reference: copying what holds it copies one pointer instead of all its parts. For
/// the large parts of values that are handed on at every step and seldom changed; a change makes a new box.
///
/// Stored, compared and hashed as the value alone.
@propertyWrapper
package struct Boxed<Value> {
    fileprivate final class Box {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    package init(wrappedValue: Value) { box = Box(wrappedValue) }

    package var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

/// The same of a value that may not be there: nothing takes no box.
@propertyWrapper
package struct BoxedIfAny<Value> {
    private var box: Boxed<Value>.Box?

    package init(wrappedValue: Value?) { box = wrappedValue.map(Boxed<Value>.Box.init) }

    package var wrappedValue: Value? {
        get { box?.value }
        set { box = newValue.map(Boxed<Value>.Box.init) }
    }
}

// A box's value is never changed.
extension Boxed.Box: Sendable where Value: Sendable {}
extension Boxed: Sendable where Value: Sendable {}
extension BoxedIfAny: Sendable where Value: Sendable {}

extension Boxed: Equatable where Value: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.box === b.box || a.wrappedValue == b.wrappedValue }
}

extension BoxedIfAny: Equatable where Value: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.box === b.box || a.wrappedValue == b.wrappedValue }
}

extension Boxed: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension BoxedIfAny: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension Boxed: Codable where Value: Codable {
    package init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
    package func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension BoxedIfAny: Codable where Value: Codable {
    package init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
    package func encode(to encoder: any Encoder) throws { try wrappedValue?.encode(to: encoder) }
}

// A member that is not there is left out and read as nothing, as every other optional one.
extension KeyedDecodingContainer {
    package func decode<Value: Codable>(
        _ type: BoxedIfAny<Value>.Type, forKey key: Key
    ) throws -> BoxedIfAny<Value> {
        BoxedIfAny(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    package mutating func encode<Value: Codable>(_ value: BoxedIfAny<Value>, forKey key: Key) throws {
        try encodeIfPresent(value.wrappedValue, forKey: key)
    }
}
