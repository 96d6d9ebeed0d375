import ArgumentParser
import Bank
import Desk
import Disk
import Reports
import Formats
import Intake
import Journal
import Kernel
import Seal

struct ImportStatement: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "statement", "导入对账单", "Take in the lines of a bank's or the treasury's statement.",
        example: """
            yjb import statement samples/statements/icbc.csv --new-account --as wu.fang
            yjb import statement samples/statements/treasury.csv --bank treasury --new-account --as wu.fang
            """,
        notes: """
            CSV (UTF-8 or GB18030), XLSX or camt.053 XML; the format is found by its header. All or nothing: every fault \
            is named with its row. Lines that were imported before are left alone, so that a file imported twice changes \
            nothing and an overlapping one adds what is new. An account's first statement needs --new-account; what \
            came in by mistake is taken out with yjb finance void-import.
            """)

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("Whose format it is.", valueName: "icbc|ccb|boc|treasury|camt|auto"))
    var bank = "auto"

    @Option(help: ArgumentHelp("The street's own account, where the file does not name it.", valueName: "number"))
    var account: String?

    @Option(help: ArgumentHelp(
        "Whose money the account holds. Default: the format's. An account of authorised payments is the treasury's.",
        valueName: "treasury|bank"))
    var custody: String?

    @Flag(help: "Open the account, which no statement has named before.")
    var newAccount = false

    @Option(help: ArgumentHelp("When it is imported, RFC 3339. Default: now.", valueName: "time"))
    var at: String?

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let bytes = try Files.bytes(file, limit: 64 << 20)
            let asked: Label? = if let account { try Label(account) } else { nil }
            let statement = try StatementReader.read(bytes, bank: try Self.bank(bank), account: asked, file: file)
            var work = StatementImport(
                session.desk, org: try await session.org(), user: try options.actor(), statement: statement,
                account: try account(of: statement, asked), digest: Hex.encode(Digest.of(.sha256, bytes)), file: file)
            try await work.leaveKnown()
            if work.faults.isEmpty {
                try await work.add(custody: custody, newAccount: newAccount, at: at)
                try await work.findGaps()
            }
            return try show(work, language)
        }
    }

    /// Throws `setting.invalid`.
    private static func bank(_ name: String) throws(Refusal) -> Bank? {
        if name == "auto" { return nil }
        guard let bank = Bank(rawValue: name) else {
            let expected = (Bank.allCases.map(\.rawValue) + ["auto"]).joined(separator: "|")
            throw Refusal(.settingInvalid, ["setting": "--bank", "value": name.excerpt, "expected": expected])
        }
        return bank
    }

    /// Throws `input.account`, `setting.missing`.
    private func account(of statement: Statement, _ given: Label?) throws(Refusal) -> Label {
        if let account = try StatementImport.account(of: statement, given, file: file) { return account }
        throw Refusal(.settingMissing, ["option": "--account"])
            .adding("setting", "account", Phrase("本方账号", "the street's own account"))
    }

    private func show(_ work: StatementImport, _ language: Language) throws(Refusal) -> Int32 {
        if options.json {
            try Console.out(work.json(language).text + "\n")
            return work.exit
        }
        for fault in work.faults { Console.message(work.line(fault, language)) }
        for note in work.notes { Console.message(note(language)) }
        try Console.out(work.summary(language) + "\n")
        return work.exit
    }
}
