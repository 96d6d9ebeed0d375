/// A value whose JSON is written and read straight to and from bytes, member by member in the order of its
/// declaration: the very text that `Codable` gives (``JSON/init(_:)``), without a tree in between. It is done
/// by hand for what every command reads and writes; everything else stays `Codable` (design §10).
@usableFromInline package protocol Stored {
    func write(to text: inout JSONText)

    /// Reads what ``write(to:)`` writes. Throws ``JSONScan/Foreign`` for any other text, also one that says
    /// the same in another way: the slow reader then tells whether it is right and what is wrong with it.
    init(scan: inout JSONScan) throws(JSONScan.Foreign)
}

extension Stored {
    /// The value's JSON.
    package var storedText: String {
        var text = JSONText()
        write(to: &text)
        return text.string
    }
}

extension Stored where Self: Decodable {
    /// Reads a stored value. Throws what strict reading refuses (``JSON/decode(_:at:)``).
    package init(storedText text: String) throws(Refusal) {
        let bytes = Array(text.utf8)
        do throws(JSONScan.Foreign) {
            self = try JSONScan.whole(bytes)
        } catch {
            self = try JSONParser.parse(bytes).decode(Self.self)
        }
    }
}
