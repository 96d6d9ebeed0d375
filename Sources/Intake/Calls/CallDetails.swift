import Formats
import Kernel

/// The parts of a call that an export may leave out.
struct CallDetails {
    let community: Label?
    let estate: Code?
    let position: ImportedCall.Position?
    let caller: ImportedCall.Caller?
    let target: Instant?
    let closed: Instant?
    let label: CallLabel?

    init(_ mapping: CallMapping, calledAt: Instant?, _ cells: inout CallCells) {
        let columns = mapping.columns
        let constants = mapping.constants
        community = cells.optional(columns.community, Self.label) ?? constants.community
        estate = cells.optional(columns.estate, Self.code) ?? constants.estate
        position = Self.position(columns, &cells)
        let name = cells.optional(columns.callerName, secret: true, Self.label)
        let phone = cells.optional(columns.callerPhone, secret: true, Self.label)
        caller = name == nil && phone == nil
            ? nil : ImportedCall.Caller(name: name, phone: phone, confidential: mapping.confidential)
        target = cells.optional(columns.target, mapping.instant)
        closed = cells.optional(columns.closed) { (text) throws(Refusal) in
            let closed = try mapping.instant(text)
            if let calledAt, closed < calledAt { throw Self.early }
            return closed
        }
        label = cells.optional(columns.label) { text throws(Refusal) in
            guard let label = mapping.labels[text.oneLine] else {
                throw Refusal(.inputValue, ["expected": mapping.labels.keys.sorted().joined(separator: "、")])
            }
            return label
        }
    }

    /// A closing before the call would make rates and durations of nothing.
    private static var early: Refusal {
        let expected = Phrase("不早于来电时间", "not before the call")
        return Refusal(.inputValue).adding("expected", expected.en, expected)
    }

    static func label(_ text: String) throws(Refusal) -> Label { try Label(text.oneLine) }

    static func prose(_ text: String) throws(Refusal) -> Prose { try Prose(text.prose) }

    /// An outside number. Throws `input.value` when a spreadsheet took its digits.
    static func ref(_ text: String) throws(Refusal) -> Code {
        if text.isSpoiltNumber { throw .spoiltNumber(text) }
        return try code(text)
    }

    static func code(_ text: String) throws(Refusal) -> Code { try Code(text.oneLine) }

    /// Both or neither: half a position is a fault of the empty half.
    private static func position(
        _ columns: CallMapping.Columns, _ cells: inout CallCells
    ) -> ImportedCall.Position? {
        let before = cells.faults.count
        let lat = cells.optional(columns.lat) { text throws(Refusal) in try degrees(text.oneLine, most: 90) }
        let lon = cells.optional(columns.lon) { text throws(Refusal) in try degrees(text.oneLine, most: 180) }
        if let lat, let lon { return ImportedCall.Position(lat: lat, lon: lon) }
        let isHalf = cells.faults.count == before && (lat != nil || lon != nil)
        let empty = lat == nil ? columns.lat : columns.lon
        if isHalf, let empty { cells.refuse(Refusal(.inputEmpty), empty) }
        return nil
    }

    /// Decimal degrees, cut to six decimals. Throws `input.value`.
    private static func degrees(_ text: String, most: Int64) throws(Refusal) -> String {
        let wrong = Refusal(.inputValue, ["expected": "-\(most)…\(most)"])
        do {
            let value = try FixedPoint.parse(text, decimals: 15, signed: true)
            guard value.magnitude <= UInt64(most) * 1_000_000_000_000_000 else { throw wrong }
            return FixedPoint.text(value / 1_000_000_000, decimals: 6, trimmed: true)
        } catch {
            throw wrong
        }
    }
}
