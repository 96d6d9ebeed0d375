import Formats
import Kernel

/// Days and times of ISO 20022: a date, with or without a zone (which a day of a book has not), and a time
/// in UTC, with an offset, or local, each with or without a fraction.
enum CamtDay {
    /// The day of booking; where only a value date is told, that one. Throws `input.missingField`,
    /// `input.value`.
    static func of(_ entry: XMLNode) throws(Refusal) -> StatementDay {
        for field in ["BookgDt", "ValDt"] {
            if let text = entry.text(field + "/Dt") ?? entry.text(field + "/DtTm") { return try read(text) }
        }
        throw Refusal(.inputMissingField, ["field": "BookgDt"])
    }

    /// Throws `input.value`.
    static func read(_ text: String) throws(Refusal) -> StatementDay {
        guard let mark = text.firstIndex(of: "T") else {
            return try StatementDay(SheetRow.Cell(text: String(text.prefix(10))))
        }
        let clock = text[text.index(after: mark)...]
        let hasZone = clock.contains { $0 == "Z" || $0 == "+" || $0 == "-" }
        let local = hasZone ? String(try Instant(text).text.prefix(19)) : text
        return try StatementDay(SheetRow.Cell(text: local))
    }

    /// The day alone, or nil where the text is none.
    static func day(_ text: String?) -> Day? { text.flatMap { try? read($0).day } }
}
