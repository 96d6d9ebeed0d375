import ArgumentParser
import Kernel
import Seal

/// The key that signs evidence bundles. It is nowhere else: whoever loses it signs with another one from then
/// on.
struct AuditKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "签名密钥 · The key that signs evidence bundles.",
        discussion: """
            EXAMPLE
              yjb audit key new --out office.key
              yjb audit key show office.key
            """,
        subcommands: [AuditKeyNew.self, AuditKeyShow.self])

    /// The public key and its fingerprint, as a bundle and a certificate have them.
    static func tell(_ key: SigningKey, _ language: Language) throws(Refusal) {
        let (text, print) = (Hex.encode(key.publicKey), SigningKey.fingerprint(key.publicKey))
        try Console.out(Phrase("公钥 \(text)\n指纹 \(print)", "Public key \(text)\nFingerprint \(print)")(language) + "\n")
    }
}

struct AuditKeyNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "new", "新建签名密钥", "Make a key, and show its fingerprint.", example: "yjb audit key new --out audit.key",
        notes: "The key never enters the database. Its fingerprint belongs on the printed certificate of the year's close.")

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("Where the new key is kept, mode 0600.", valueName: "file"))
    var out: String

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let key = SigningKey.generate()
            try key.save(path: out)
            try AuditKey.tell(key, language)
            return Exit.done
        }
    }
}

struct AuditKeyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "show", "查看公钥与指纹", "The public key of a key file, and its fingerprint.", example: "yjb audit key show audit.key")

    @OptionGroup var options: Options

    @Argument(help: "The key's file.")
    var file: String

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            try AuditKey.tell(try SigningKey.load(path: file), language)
            return Exit.done
        }
    }
}
