import Desk
import Journal
import Kernel

/// What an audit of a street has found, for a person and for a program.
struct AuditOutcome {
    let org: Code
    let result: Result<AuditVerdict, Finding>
    /// nil: not looked at.
    var photos: PhotoCheck?

    /// Writes it, and gives the exit code.
    func show(_ options: Options, _ language: Language) throws(Refusal) -> Int32 {
        try Console.out(options.json ? json.text + "\n" : text(language))
        switch result {
        case .success: return photos?.isWhole == false ? Exit.refused : Exit.done
        case .failure: return Exit.refused
        }
    }

    private func text(_ language: Language) -> String {
        let audit = switch result {
        case .success(let verdict): text(verdict)
        case .failure(let finding): text(finding)
        }
        return audit(language) + "\n" + (photos?.text(language) ?? "")
    }

    private func text(_ verdict: AuditVerdict) -> Phrase {
        Phrase(
            "✓ \(org.text) 账套一致：记录 \(verdict.records) 条，分录 \(verdict.lines) 行，派生数据 \(verdict.rows) 行\n"
                + "  链尾 \(verdict.head)",
            "✓ \(org.text) is clean: \(verdict.records) records, \(verdict.lines) lines, \(verdict.rows) derived rows\n"
                + "  head \(verdict.head)")
    }

    private func text(_ finding: Finding) -> Phrase {
        let (record, shown) = (finding.seq.map(String.init) ?? "—", finding.window)
        return Phrase(
            "✗ \(org.text) 账套不一致：第 \(record) 条记录，字段 \(finding.field)\n  应为 \(shown.expected)\n"
                + "  实为 \(shown.found)",
            "✗ \(org.text) is not clean: record \(record), field \(finding.field)\n"
                + "  expected \(shown.expected)\n  found    \(shown.found)")
    }

    private var json: JSON {
        switch result {
        case .success(let verdict):
            .members([
                "org": org.text.json, "ok": .bool(photos?.isWhole != false), "records": verdict.records.json,
                "lines": verdict.lines.json, "rows": verdict.rows.json, "head": verdict.head.json, "photos": photos?.json,
            ])
        case .failure(let finding):
            .members([
                "org": org.text.json, "ok": .bool(false), "seq": finding.seq?.json, "field": finding.field.json,
                "expected": finding.expected.json, "found": finding.found.json, "photos": photos?.json,
            ])
        }
    }
}

extension SchemaFound {
    /// Writes what is not as it must be, and what is not ours; nothing where all is well. Gives the exit
    /// code.
    func show(_ options: Options, _ language: Language) throws(Refusal) -> Int32 {
        let exit = finding == nil ? Exit.done : Exit.refused
        guard finding != nil || !strangers.isEmpty else { return exit }
        try Console.out(options.json ? json.text + "\n" : text(language))
        return exit
    }

    private func text(_ language: Language) -> String {
        let wrong = finding.map { finding in
            let shown = finding.window
            return Phrase(
                "✗ 数据库结构不一致：\(finding.field)\n  应为 \(shown.expected)\n  实为 \(shown.found)\n",
                "✗ The schema is not clean: \(finding.field)\n  expected \(shown.expected)\n  found    \(shown.found)\n")
        }
        let list = strangers.joined(separator: language == .zh ? "、" : ", ")
        let others = strangers.isEmpty ? nil : Phrase("⚠ 不属于本程序的对象：\(list)\n", "⚠ Not ours: \(list)\n")
        return [wrong, others].compactMap { $0?(language) }.joined()
    }

    private var json: JSON {
        .members(["schema": .members([
            "ok": .bool(finding == nil), "field": finding?.field.json, "expected": finding?.expected.json,
            "found": finding?.found.json, "strangers": strangers.json,
        ])])
    }
}
