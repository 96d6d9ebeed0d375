import Desk
import Reports
import Journal
import Kernel
import Seal
import Store

/// What a copy has proved, for a person and for a program.
extension StreetMove.Outcome {
    func text(_ language: Language) -> String {
        let head = difference.map { finding in
            Phrase("✗ \(org.text) 两边不同：\(finding.words.zh)", "✗ \(org.text) differs: \(finding.words.en)")
        } ?? Phrase("✓ \(org.text) 已复制，两边一致", "✓ \(org.text) is copied and equal on both sides")
        let lines = [head] + facts
        return lines.map { $0(language) + "\n" }.joined() + photos.losses(language)
    }

    private var facts: [Phrase] {
        let (verdict, reports) = (portrait.verdict, portrait.exhibits.map(\.name).joined(separator: ", "))
        let bytes = portrait.exhibits.reduce(0) { $0 + $1.bytes.count }
        return [
            Phrase(
                "  记录 \(verdict.records) 条（本次 \(added) 条），分录 \(verdict.lines) 行，链尾 \(verdict.head)",
                "  \(verdict.records) records (\(added) in this run), \(verdict.lines) lines, head \(verdict.head)"),
            Phrase(
                "  余额 \(portrait.standings) 行、发生额 \(portrait.balances) 行，派生数据 \(verdict.rows) 行：两边均已验证",
                "  \(portrait.standings) balances, \(portrait.balances) of turnover, \(verdict.rows) derived rows: "
                    + "verified on both sides"),
            Phrase("  报表 \(reports)：\(bytes) 字节相同", "  reports \(reports): the same \(bytes) bytes"),
            Phrase(
                "  来电人 \(beside(\.callers))，访问记录 \(beside(\.access))，"
                    + "照片 \(photos.copied)（原有 \(photos.kept)），密钥：\(keyWords.zh)",
                "  callers \(beside(\.callers)), access entries \(beside(\.access)), \(photos.copied) photos "
                    + "(\(photos.kept) were there), key: \(keyWords.en)"),
        ]
    }

    /// A number at the source and at the target, which may have erased callers and noted more by itself.
    private func beside(_ count: KeyPath<Portrait, Int>) -> String {
        "\(portrait[keyPath: count]) → \(made?[keyPath: count] ?? 0)"
    }

    private var keyWords: Phrase {
        switch key {
        case .same: Phrase("相同", "the same")
        case .written: Phrase("已随街道写入", "written beside the copy")
        case .lost: Phrase("没有", "none")
        }
    }

    var json: JSON {
        .members([
            "org": org.text.json, "ok": .bool(isEqual), "records": portrait.verdict.records.json, "added": added.json,
            "lines": portrait.verdict.lines.json, "head": portrait.verdict.head.json,
            "standing": portrait.standings.json, "balance": portrait.balances.json, "rows": portrait.verdict.rows.json,
            "reports": .array(portrait.exhibits.map(Self.json)), "callers": (made?.callers ?? 0).json,
            "access": (made?.access ?? 0).json, "sourceCallers": portrait.callers.json,
            "sourceAccess": portrait.access.json, "photos": photos.json, "key": key.rawValue.json,
            "difference": difference.map { $0.words.en.json },
        ])
    }

    private static func json(_ exhibit: Portrait.Exhibit) -> JSON {
        .members([
            "name": exhibit.name.json, "bytes": exhibit.bytes.count.json,
            "sha256": Hex.encode(Digest.of(.sha256, exhibit.bytes)).json,
        ])
    }
}
