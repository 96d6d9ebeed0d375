import ArgumentParser
import Desk
import Journal
import Kernel

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "审计 · Check a journal, show one record or voucher, or make the projections afresh.",
        discussion: """
            EXAMPLE
              export YJB_DB=street.sqlite
              yjb audit verify
              yjb audit show 57
            """,
        subcommands: [
            VerifyCommand.self, AuditShow.self, AuditExport.self, AuditKey.self, AuditImportCheck.self, AuditAccess.self,
            RebuildCommand.self,
        ])
}

/// Ends with 0 when the street is clean, and with 1 when it names the first record and field that differ.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "验证 · Read every record from the first, and derive everything again.",
        discussion: """
            EXAMPLE
              yjb audit verify --db street.sqlite
              yjb audit verify --db street.sqlite --json
            """)

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp(
        "A record noted before, such as a report's stamp, with at least 8 digits of its hash: it must still be there.",
        valueName: "record:hash"))
    var expect: String?

    @Flag(help: "Look also at every photo that a record names: is its file there, and is it that photo?")
    var photos = false

    @Flag(help: "The chain alone: numbers, links and hashes of all records, not what they say.")
    var chain = false

    func validate() throws {
        if chain, photos { throw ValidationError("--chain looks at no photos / --chain 不检查照片") }
    }

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let anchor = try anchor()
            let folder = photos ? try options.place().photoFolder() : nil
            let reader = try options.reader()
            var exit = Exit.done
            for org in try await session.auditedStreets() {
                if chain {
                    let result = try await session.desk.verifyChain(org, against: anchor, as: reader)
                    exit = max(exit, try ChainOutcome(org: org, result: result).show(options, language))
                    continue
                }
                let found = try await session.desk.verify(org, against: anchor, photos: photos, as: reader)
                let check = folder.map { PhotoCheck(found.photos, in: $0) }
                exit = max(exit, try AuditOutcome(org: org, result: found.result, photos: check).show(options, language))
            }
            return chain ? exit : max(exit, try await session.desk.checkSchema().show(options, language))
        }
    }

    /// Throws `setting.invalid`.
    private func anchor() throws(Refusal) -> Anchor? {
        guard let expect else { return nil }
        guard let anchor = Anchor(expect) else {
            let form = Phrase(
                "记录号:哈希的前 \(Anchor.fewestDigits) 位或更多，如 57:9f2c8a01",
                "RECORD:HASH, the hash with its first \(Anchor.fewestDigits) signs or more, as 57:9f2c8a01")
            throw Refusal(.settingInvalid, ["setting": "--expect", "value": expect.excerpt]).adding("expected", form.en, form)
        }
        return anchor
    }
}

extension Session {
    /// The street named, or every street that any table knows. Throws `org.unknown`.
    fileprivate func auditedStreets() async throws(Refusal) -> [Code] {
        if let org = options.org ?? Console.environment("YJB_ORG") { return [try Code(org)] }
        return try await desk.traces()
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
            let result = try await session.desk.rebuild(org).result
            return try AuditOutcome(org: org, result: result).show(options, language)
        }
    }
}
