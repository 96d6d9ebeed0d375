import Kernel

/// How an export writes its times: in one format, or in one of several where spreadsheets and people have
/// had it in hand.
package struct DateFormats: Sendable, Decodable {
    private let first: DateFormat
    private let others: [DateFormat]

    /// A format or a list of them. Throws `input.value` for what is none, `input.empty` for an empty list.
    package init(from decoder: any Decoder) throws {
        if let one = try? decoder.singleValueContainer().decode(String.self) {
            first = try DateFormat(one)
            others = []
            return
        }
        let all = try decoder.singleValueContainer().decode([DateFormat].self)
        guard let first = all.first else { throw Refusal(.inputEmpty) }
        self.first = first
        others = Array(all.dropFirst())
    }

    /// By the first format that a text fits. Throws `input.value` with an example of each.
    func reading(_ text: String) throws(Refusal) -> DateFormat.Shown {
        for format in [first] + others {
            if let shown = try? format.reading(text) { return shown }
        }
        let examples = ([first] + others).map(\.example).joined(separator: " · ")
        throw Refusal(.inputValue, ["value": text.excerpt, "expected": examples])
    }

    /// What a clock of the zone shows, in the first format.
    func text(local: Int64, in zone: LocalZone) -> String { first.text(local: local, in: zone) }
}
