import ArgumentParser
import Desk
import Exchange
import Journal
import Kernel
import Seal
import Store

struct ImportStatement: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "statement", "导入对账单", "Take in the lines of a bank's or the treasury's statement.",
        example: """
            yjb import statement samples/statements/icbc.csv --as wu.fang
            yjb import statement samples/statements/treasury.csv --bank treasury --as wu.fang
            """,
        notes: """
            CSV (UTF-8 or GB18030), XLSX or camt.053 XML; the format is found by its header. All or nothing: every fault \
            is named with its row. Lines that were imported before are left alone, so that a file imported twice changes \
            nothing and an overlapping one adds what is new.
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

    @Option(help: ArgumentHelp("When it is imported, RFC 3339. Default: now.", valueName: "time"))
    var at: String?

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let bytes = try Files.bytes(file, limit: 64 << 20)
            let statement = try StatementReader.read(bytes, bank: try Self.bank(bank), file: file)
            var work = StatementImport(
                session, org: try await session.org(), user: try options.actor(), statement: statement,
                account: try account(of: statement), digest: Hex.encode(Digest.of(.sha256, bytes)), file: file)
            try await work.leaveKnown()
            if work.faults.isEmpty { try await work.add(custody: custody, at: at) }
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

    /// The account that the file names and the one that is given must be one. Throws `input.account`, `setting.missing`.
    private func account(of statement: Statement) throws(Refusal) -> Label {
        let given: Label? = if let account { try Label(account) } else { nil }
        if let given, let named = statement.account, given != named {
            throw Refusal(.inputAccount, ["value": named.text, "expected": given.text, "file": file])
        }
        if let account = given ?? statement.account { return account }
        if statement.bank == .treasury { return try Label("国库") }
        throw Refusal(.settingMissing, ["option": "--account"])
            .adding("setting", "account", Phrase("本方账号", "the street's own account"))
    }

    private func show(_ work: StatementImport, _ language: Language) throws(Refusal) -> Int32 {
        if options.json {
            try Console.out(work.json(language).text + "\n")
            return work.exit
        }
        for fault in work.faults { Console.message(work.line(fault, language)) }
        try Console.out(work.summary(language) + "\n")
        return work.exit
    }
}
