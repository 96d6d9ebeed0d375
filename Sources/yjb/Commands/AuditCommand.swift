import ArgumentParser
import Desk
import Journal
import Kernel
import Store

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "审计 · Check a journal from its first record, or make its projections afresh.",
        subcommands: [VerifyCommand.self, RebuildCommand.self])
}

/// Ends with 0 when the street is clean, and with 1 when it names the first record and field that differ.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "验证 · Read every record from the first, and derive everything again.",
        discussion: """
            EXAMPLE
              yjb audit verify --db street.sqlite
            """)

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp(
        "A record noted before, such as a report's stamp: it must still be there.", valueName: "record:hash"))
    var expect: String?

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let anchor = try anchor()
            var exit = Exit.done
            for org in try await session.auditedStreets() {
                let result = try await session.desk.ask { (connection, _) throws(Refusal) in
                    try Audit(connection, org: org).verify(against: anchor)
                }
                exit = max(exit, try AuditOutcome(org: org, result: result).show(options, language))
            }
            return exit
        }
    }

    /// Throws `setting.invalid`.
    private func anchor() throws(Refusal) -> Audit.Anchor? {
        guard let expect else { return nil }
        let parts = expect.split(separator: ":")
        guard parts.count == 2, let seq = Int(parts[0]), seq > 0 else {
            throw Refusal(.settingInvalid, ["setting": "--expect", "value": expect.excerpt, "expected": "57:9f2c…"])
        }
        return Audit.Anchor(seq: seq, hash: String(parts[1]))
    }
}

extension Session {
    /// The street named, or every street that any table knows. Throws `org.unknown`.
    fileprivate func auditedStreets() async throws(Refusal) -> [Code] {
        if let org = options.org ?? Console.environment("YJB_ORG") { return [try Code(org)] }
        let all = try await desk.ask { (connection, _) throws(Refusal) in try Queries(connection).traces() }
        if all.isEmpty { throw Refusal(.orgUnknown, ["org": "—"]) }
        return all
    }
}

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "重建 · Make the projections afresh from the journal.",
        discussion: """
            EXAMPLE
              yjb audit rebuild --db street.sqlite
            """)

    @OptionGroup var options: Options

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let org = try await session.org()
            let result = try await session.desk.tend(org) { (connection, _) throws(Refusal) in
                try Audit(connection, org: org).rebuild()
            }
            return try AuditOutcome(org: org, result: result).show(options, language)
        }
    }
}

private struct AuditOutcome {
    let org: Code
    let result: Result<Audit.Verdict, Finding>

    func show(_ options: Options, _ language: Language) throws(Refusal) -> Int32 {
        switch result {
        case .success(let verdict):
            try Console.out(options.json ? json(verdict).text + "\n" : text(verdict)(language) + "\n")
            return Exit.done
        case .failure(let finding):
            try Console.out(options.json ? json(finding).text + "\n" : text(finding)(language) + "\n")
            return Exit.refused
        }
    }

    private func text(_ verdict: Audit.Verdict) -> Phrase {
        Phrase(
            "✓ \(org.text) 账套一致：记录 \(verdict.records) 条，分录 \(verdict.lines) 行，派生数据 \(verdict.rows) 行\n"
                + "  链尾 \(verdict.head)",
            "✓ \(org.text) is clean: \(verdict.records) records, \(verdict.lines) lines, \(verdict.rows) derived rows\n"
                + "  head \(verdict.head)")
    }

    private func text(_ finding: Finding) -> Phrase {
        let record = finding.seq.map(String.init) ?? "—"
        return Phrase(
            "✗ \(org.text) 账套不一致：第 \(record) 条记录，字段 \(finding.field)\n  应为 \(finding.expected.excerpted)\n"
                + "  实为 \(finding.found.excerpted)",
            "✗ \(org.text) is not clean: record \(record), field \(finding.field)\n"
                + "  expected \(finding.expected.excerpted)\n  found    \(finding.found.excerpted)")
    }

    private func json(_ verdict: Audit.Verdict) -> JSON {
        .members([
            "org": .string(org.text), "ok": .bool(true), "records": .int(verdict.records), "lines": .int(verdict.lines),
            "rows": .int(verdict.rows), "head": .string(verdict.head),
        ])
    }

    private func json(_ finding: Finding) -> JSON {
        .members([
            "org": .string(org.text), "ok": .bool(false), "seq": finding.seq.map { .int($0) },
            "field": .string(finding.field), "expected": .string(finding.expected), "found": .string(finding.found),
        ])
    }
}

extension String {
    /// Enough of a long value to recognise it.
    fileprivate var excerpted: String { count > 400 ? prefix(400) + "…" : self }
}
