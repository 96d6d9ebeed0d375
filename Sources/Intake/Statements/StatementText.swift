import Formats
import Journal
import Kernel

/// Cells of statements as people and banks write them: full-width digits, thousands commas, blanks, quotes
/// that keep a spreadsheet from counting, dashes for nothing.
enum StatementText {
    /// A column's name as it is compared: without the part in square brackets (the second language),
    /// without blanks, full-width signs as ASCII.
    static func heading(_ text: String) -> String {
        let folded = text.halfWidth
        let name = folded.prefix { $0 != "[" }
        return String((name.isEmpty ? folded[...] : name).filter { !$0.isWhitespace })
    }

    /// The cell's words on one line, or nil where it says nothing: empty, dashes.
    static func words(_ text: String) -> String? {
        var line = text.oneLine
        if line.hasPrefix("=\""), line.hasSuffix("\""), line.utf8.count >= 3 {
            line = String(line.dropFirst(2).dropLast())
        }
        if line.hasPrefix("'") { line = String(line.dropFirst()) }
        line = line.oneLine
        return line.allSatisfy { "-—–".contains($0) } ? nil : line
    }

    /// An amount in yuan, or nil where the cell is empty; `-` and brackets mean negative. Throws
    /// `money.format`, `money.range`.
    static func money(_ text: String) throws(Refusal) -> Fen? {
        guard let words = words(text) else { return nil }
        let wrong = Refusal(.moneyFormat, ["value": words.excerpt])
        var plain = words.halfWidth.filter { !$0.isWhitespace && $0 != "¥" && $0 != "\u{FFE5}" }
        var negative = false
        if plain.hasPrefix("("), plain.hasSuffix(")") {
            plain = String(plain.dropFirst().dropLast())
            negative = true
        } else if let sign = plain.first, sign == "-" || sign == "+" {
            plain.removeFirst()
            negative = sign == "-"
        }
        guard let digits = ungrouped(plain) else { throw wrong }
        let fen: Fen
        do {
            fen = try Fen(yuan: digits).bounded()
        } catch {
            throw error.code == .moneyFormat ? wrong : error
        }
        return negative ? -fen : fen
    }

    /// The text without its thousands commas, which stand after every third digit or not at all; zeros that
    /// only fill up at either end are cut. Nil when the commas stand elsewhere.
    private static func ungrouped(_ text: String) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        var whole = groups.joined()[...]
        while whole.count > 1, whole.hasPrefix("0") { whole = whole.dropFirst() }
        guard parts.count == 2 else { return String(whole) }
        var fraction = parts[1]
        while fraction.count > 2, fraction.hasSuffix("0") { fraction = fraction.dropLast() }
        return (whole.isEmpty ? "0" : String(whole)) + "." + fraction
    }
}
