import Desk
import Kernel

/// What became of photos, for a person and for a program.
extension PhotoCheck {
    func text(_ language: Language) -> String {
        let head = isWhole
            ? Phrase("  照片 \(named) 张，均在且完好\n", "  \(named) photos, all there and sound\n")
            : Phrase("✗ 照片 \(named) 张，缺少或损坏 \(lost.count) 张\n", "✗ \(named) photos, \(lost.count) missing or damaged\n")
        return head(language) + Self.list(lost, language)
    }

    var json: JSON {
        .members([
            "named": named.json,
            "lost": .array(lost.map { .members(["hash": $0.hash.json, "reason": $0.reason.en.json]) }),
        ])
    }

    /// A line for each of the first that are lost.
    static func list(_ lost: [(hash: String, reason: Phrase)], _ language: Language) -> String {
        lost.prefix(10).map { "    \($0.hash) \($0.reason(language))\n" }.joined() + (lost.count > 10 ? "    …\n" : "")
    }
}

extension PhotoTransfer {
    var json: JSON {
        .members([
            "copied": copied.json, "kept": kept.json,
            "lost": .array(lost.map { .members(["hash": $0.hash.json, "reason": $0.reason.en.json]) }),
        ])
    }

    /// A line for each of the first that are lost, and how many there are.
    func losses(_ language: Language) -> String {
        guard !lost.isEmpty else { return "" }
        let head = Phrase(
            "✗ 来源处缺少或损坏的照片：\(lost.count)\n", "✗ photos missing or damaged at the source: \(lost.count)\n")
        return head(language) + PhotoCheck.list(lost, language)
    }
}
