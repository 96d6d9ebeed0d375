/// A part of a value that is passed over where the value is read in brief (``JSONScan/isBrief``), as a
/// report over all jobs of a street reads them. It cannot be asked for then: that stops the program, in a
/// test first.
///
/// Stored, compared and hashed as the part alone.
@propertyWrapper
package struct Detail<Value> {
    private let value: Value?

    package init(wrappedValue: Value) { value = wrappedValue }

    private init(passed: Void) { value = nil }

    fileprivate static var passed: Detail { Detail(passed: ()) }

    package var wrappedValue: Value {
        guard let value else { preconditionFailure("a report asks for a part that was passed over") }
        return value
    }
}

extension Detail: Sendable where Value: Sendable {}
extension Detail: Equatable where Value: Equatable {}
extension Detail: Hashable where Value: Hashable {}

extension Detail: Codable where Value: Codable {
    package init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
    package func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension JSONScan {
    package mutating func take<Value: Stored>(detail name: StaticString) throws(Foreign) -> Detail<Value> {
        guard has(name) else { throw Foreign() }
        guard isBrief else { return Detail(wrappedValue: try Value(scan: &self)) }
        try skip()
        return .passed
    }
}
