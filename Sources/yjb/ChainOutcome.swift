import Journal
import Kernel

/// What looking at the chain alone has come to.
struct ChainOutcome {
    let org: Code
    let result: Result<ChainVerdict, Finding>

    /// Writes it, and gives the exit code.
    func show(_ options: Options, _ language: Language) throws(Refusal) -> Int32 {
        switch result {
        case .success(let verdict):
            try Console.out(options.json ? json(verdict).text + "\n" : text(verdict)(language) + "\n")
            return Exit.done
        case .failure(let finding): return try AuditOutcome(org: org, result: .failure(finding)).show(options, language)
        }
    }

    private func text(_ verdict: ChainVerdict) -> Phrase {
        Phrase(
            "✓ \(org.text) 链完整：记录 \(verdict.records) 条（未核对内容）\n  链尾 \(verdict.head)",
            "✓ \(org.text) has an unbroken chain: \(verdict.records) records, what they say not checked\n  head \(verdict.head)")
    }

    private func json(_ verdict: ChainVerdict) -> JSON {
        .members([
            "org": org.text.json, "ok": .bool(true), "records": verdict.records.json, "head": verdict.head.json,
        ])
    }
}
