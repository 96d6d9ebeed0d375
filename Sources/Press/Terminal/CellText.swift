package import Documents
package import Kernel

extension Cell {
    /// The cell as a person reads it: thousands commas, `—` where there is nothing to divide by, ✓ and ✗
    /// beside words.
    package func display(in kind: Table.Kind = .text, _ language: Language) -> String {
        switch self {
        case .blank: kind == .percent ? "—" : ""
        case .text(let text): text
        case .link(let link): link.text
        case .phrase(let phrase), .named(_, let phrase): phrase(language)
        case .money(let amount): amount.grouped
        case .ratio(let ratio): ratio.percent.map { $0 + " %" } ?? "—"
        case .count(let count): String(count)
        case .day(let day): day.text
        case .instant(let instant): instant.short
        case .duration(let milliseconds): Self.duration(milliseconds, language)
        case .flag(let flag): Self.flag(flag)(language)
        case .list(let items): Self.list(items, language)
        }
    }

    private static func flag(_ flag: Bool) -> Phrase {
        flag ? Phrase("✓ 是", "✓ yes") : Phrase("✗ 否", "✗ no")
    }

    static func list(_ items: [Cell.Named], _ language: Language) -> String {
        items.map { $0.title(language) }.joined(separator: Phrase("、", ", ")(language))
    }

    /// `2天 03:15`; minutes are cut, not rounded, as a clock does.
    private static func duration(_ milliseconds: Int64, _ language: Language) -> String {
        let minutes = milliseconds.magnitude / UInt64(Instant.minute)
        let (days, rest) = minutes.quotientAndRemainder(dividingBy: 24 * 60)
        let (hours, left) = rest.quotientAndRemainder(dividingBy: 60)
        let clock = (hours < 10 ? "0" : "") + "\(hours):" + (left < 10 ? "0" : "") + "\(left)"
        let whole = days == 0 ? "" : Phrase("\(days)天 ", "\(days) d ")(language)
        return (milliseconds < 0 && minutes > 0 ? "-" : "") + whole + clock
    }

    /// The colour of a cell whose text already says the same.
    var role: TextStyle.Role? {
        switch self {
        case .money(let amount) where amount.isNegative: .bad
        case .flag(let flag): flag ? .good : .bad
        case .blank, .text, .phrase, .named, .link, .money, .ratio, .count, .day, .instant, .duration, .list: nil
        }
    }
}

extension Table.Kind {
    /// Numbers stand on the right so that their digits line up.
    var alignment: Alignment {
        switch self {
        case .text, .label, .name, .day, .flag: .left
        case .money, .percent, .count: .right
        }
    }
}
