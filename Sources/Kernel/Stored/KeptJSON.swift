/// JSON that is stored with something and seldom asked for: kept as the text that it is, and made a value
/// only where somebody asks. Two are equal when their values are.
package struct KeptJSON: Equatable, Sendable {
    private enum Form: Sendable {
        case value(JSON)
        /// A part of some bytes that ``JSONPass`` has passed, so that reading it cannot fail.
        case text([UInt8], Range<Int>)
    }

    private let form: Form

    package init(_ value: JSON) { form = .value(value) }

    package var value: JSON {
        switch form {
        case .value(let value): return value
        case .text(let bytes, let range):
            guard let value = try? JSONParser.parse(Array(bytes[range])) else {
                preconditionFailure("what was passed as JSON is none")
            }
            return value
        }
    }

    /// A member that is a text; nil where there is none of that name.
    package func text(_ name: StaticString) -> String? {
        switch form {
        case .value(let value): value["\(name)"]?.string
        case .text(let bytes, let range): JSONPass.text(of: name, in: bytes, from: range.lowerBound)
        }
    }

    package static func == (a: KeptJSON, b: KeptJSON) -> Bool { a.value == b.value }
}

extension KeptJSON: Stored {
    package func write(to text: inout JSONText) {
        switch form {
        case .value(let value): value.write(to: &text)
        case .text(let bytes, let range): text.with { $0 += bytes[range] }
        }
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        let start = scan.at
        if let end = JSONPass.end(of: start, in: scan.bytes) {
            form = .text(scan.bytes, start..<end)
            scan.at = end
        } else {
            form = .value(try JSON(scan: &scan))
        }
    }
}
