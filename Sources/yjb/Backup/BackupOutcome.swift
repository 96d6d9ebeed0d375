import Desk
import Glibc
import Journal
import Kernel
import Seal

/// What a backup or a restore has made, for a person and for a program.
struct BackupOutcome {
    enum Photos {
        case copied(PhotoTransfer)
        /// How many there are that were not asked for.
        case left(Int)
    }

    let file: String
    /// nil: not verified.
    let streets: [CleanStreet]?
    let photos: Photos

    /// Whether nothing is missing that was asked for.
    var isWhole: Bool {
        switch photos {
        case .copied(let transfer): transfer.lost.isEmpty
        case .left: true
        }
    }

    func text(_ language: Language) -> String {
        let head = streets == nil
            ? Phrase("⚠ \(file) 未经验证：不能当作可用的备份\n", "⚠ \(file) is NOT verified: do not rely on it\n")
            : Phrase("✓ \(file) 已写入并逐街道验证\n", "✓ \(file) is written and verified street by street\n")
        return head(language) + (streets ?? []).map { $0.text(language) }.joined() + photoText(language)
    }

    private func photoText(_ language: Language) -> String {
        switch photos {
        case .copied(let transfer):
            let line = Phrase(
                "  照片 \(transfer.copied)（原有 \(transfer.kept)）\n",
                "  \(transfer.copied) photos (\(transfer.kept) were there)\n")
            return line(language) + transfer.losses(language)
        case .left(0): return ""
        case .left(let count):
            return Phrase("  照片 \(count) 张不在其中（--photos）\n", "  \(count) photos are not in it (--photos)\n")(language)
        }
    }

    var json: JSON {
        let verified: JSON = .bool(streets != nil)
        let list: JSON? = streets.map { .array($0.map(\.json)) }
        return switch photos {
        case .copied(let transfer):
            .members(["file": file.json, "verified": verified, "streets": list, "photos": transfer.json])
        case .left(let count):
            .members(["file": file.json, "verified": verified, "streets": list, "photosLeft": count.json])
        }
    }
}

extension CleanStreet {
    func text(_ language: Language) -> String {
        Phrase(
            "  \(org.text)：记录 \(verdict.records) 条，分录 \(verdict.lines) 行，链尾 \(verdict.head)\n",
            "  \(org.text): \(verdict.records) records, \(verdict.lines) lines, head \(verdict.head)\n")(language)
    }

    var json: JSON {
        .members([
            "org": org.text.json, "records": verdict.records.json, "lines": verdict.lines.json,
            "head": verdict.head.json,
        ])
    }
}

extension Place {
    /// The key files that are there, of all streets and of these.
    func keyFiles(of streets: [Code]) -> String {
        guard let keys else { return "--files" }
        let found = ([keys.main] + streets.map { keys.own($0.text) }).filter { access($0, F_OK) == 0 }
        return found.isEmpty ? keys.main : found.joined(separator: ", ")
    }

    /// Where a restored database looks for its keys.
    func keyNames(of streets: [Code]) -> String {
        guard let keys else { return "--files" }
        return ([keys.main] + streets.map { keys.own($0.text) }).joined(separator: ", ")
    }
}
