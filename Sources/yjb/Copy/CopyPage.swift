import Desk
import Reports
import Journal
import Kernel

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
        let source = atSource
        let (verdict, reports) = (source.verdict, source.reports.map(\.name).joined(separator: ", "))
        let bytes = source.reports.reduce(0) { $0 + $1.bytes }
        return [
            Phrase(
                "  记录 \(verdict.records) 条（本次 \(added) 条），分录 \(verdict.lines) 行，链尾 \(verdict.head)",
                "  \(verdict.records) records (\(added) in this run), \(verdict.lines) lines, head \(verdict.head)"),
            Phrase(
                "  余额 \(source.standings) 行、发生额 \(source.balances) 行，派生数据 \(verdict.rows) 行：两边均已验证",
                "  \(source.standings) balances, \(source.balances) of turnover, \(verdict.rows) derived rows: "
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
    private func beside(_ count: KeyPath<SideFacts, Int>) -> String {
        "\(atSource[keyPath: count]) → \(atTarget?[keyPath: count] ?? 0)"
    }

    private var keyWords: Phrase {
        switch key {
        case .same: Phrase("相同", "the same")
        case .written: Phrase("已随街道写入", "written beside the copy")
        case .lost: Phrase("没有", "none")
        }
    }

    var json: JSON {
        let (source, target, verdict) = (atSource, atTarget, atSource.verdict)
        return .members([
            "org": org.text.json, "ok": .bool(isEqual), "records": verdict.records.json, "added": added.json,
            "lines": verdict.lines.json, "head": verdict.head.json, "standing": source.standings.json,
            "balance": source.balances.json, "rows": verdict.rows.json, "reports": .array(source.reports.map(Self.json)),
            "callers": (target?.callers ?? 0).json, "access": (target?.access ?? 0).json,
            "sourceCallers": source.callers.json, "sourceAccess": source.access.json, "photos": photos.json,
            "key": key.rawValue.json, "difference": difference.map { $0.words.en.json },
        ])
    }

    private static func json(_ report: SideFacts.Report) -> JSON {
        .members(["name": report.name.json, "bytes": report.bytes.json, "sha256": report.sha256.json])
    }
}
