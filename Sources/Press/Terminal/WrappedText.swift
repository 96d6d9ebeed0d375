/// Breaks words over lines without cutting anything: between words, and between 汉字 where typesetting allows
/// it.
extension String {
    /// The lines, none of them wider than a width in columns unless one piece of it is: a number or a word
    /// is never broken, so that it can be read, found and copied.
    package func wrapped(to width: Int) -> [String] {
        if displayWidth <= width { return [self] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces {
            let own = DisplayWidth.of(piece)
            if used > 0, used + DisplayWidth.of(piece.withoutTrailingBlanks) > width {
                lines.append(line.withoutTrailingBlanks)
                (line, used) = ("", 0)
            }
            line += piece
            used += own
        }
        return lines + [line.withoutTrailingBlanks]
    }

    /// The text behind a lead, its further lines under its first; `painted` is the lead as it is shown.
    func hung(behind lead: String, painted: String? = nil, _ width: Int?) -> [String] {
        let indent = lead.displayWidth
        let lines = width.map { wrapped(to: max(1, $0 - indent)) } ?? [self]
        return lines.enumerated().map { index, line in
            ((index == 0 ? painted ?? lead : String(repeating: " ", count: indent)) + line).withoutTrailingBlanks
        }
    }

    /// The width of the widest part that is never broken.
    var widestPiece: Int { pieces.reduce(0) { max($0, DisplayWidth.of($1.withoutTrailingBlanks)) } }

    /// What is never broken, with the blanks behind it.
    private var pieces: [String] {
        var pieces: [String] = []
        var last: Character?
        for character in self {
            if let before = last, !Self.breaks(before, character), let piece = pieces.popLast() {
                pieces.append(piece + String(character))
            } else {
                pieces.append(String(character))
            }
            last = character
        }
        return pieces
    }

    private static func breaks(_ before: Character, _ after: Character) -> Bool {
        if before == " " { return after != " " }
        if after == " " || neverFirst.contains(after) || neverLast.contains(before) { return false }
        return DisplayWidth.of(before) == 2 || DisplayWidth.of(after) == 2
    }

    /// 避头尾: signs that do not begin a line, and that do not end one.
    private static let neverFirst: Set<Character> = [
        "，", "。", "、", "；", "：", "！", "？", "）", "】", "》", "〉", "」", "』", "％", "”", "’", "…", "·", ",", ".", ";", ":", ")",
    ]
    private static let neverLast: Set<Character> = ["（", "【", "《", "〈", "「", "『", "“", "‘", "("]
}
