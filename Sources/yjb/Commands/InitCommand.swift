import ArgumentParser
import Exchange
import Glibc
import Jobs
import Journal
import Kernel
import Seal
import Store

/// Makes a new database and its key file; with `--org`, opens a street in it too.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "新建账套 · Make a new database and its key file.",
        discussion: """
            The key file PATH.key (mode 0600) opens callers' names and phones: keep it, and keep it apart from backups.
            For a server, --files names the folder of the key (street.key) and of the photos.

            EXAMPLE
              yjb init --db street.sqlite
              yjb init --db street.sqlite --org NHL --name 宁海路街道 --year 2026 --as admin --policy samples/policy.yaml
            """)

    @OptionGroup var options: Options

    @Option(help: "Open a street with --org: its name.")
    var name: String?

    @Option(help: "Its first year. Default: the present year.")
    var year: Int?

    @Flag(help: "A practice street, whose clock is the latest time it has seen.")
    var sandbox = false

    @Option(help: ArgumentHelp("Digest of its chain.", valueName: "sha256|sm3"))
    var hash: String?

    @Option(help: ArgumentHelp("When it is opened. Default: now.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Adopt this policy (YAML) at once.", valueName: "file"))
    var policy: String?

    func validate() throws {
        let forStreet = [name, hash, policy, at].contains { $0 != nil } || year != nil || sandbox
        if options.org == nil, forStreet { throw ValidationError("--org is needed to open a street.") }
        if let hash, DigestAlgorithm(rawValue: hash) == nil { throw ValidationError("--hash is sha256 or sm3.") }
    }

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            // Whatever can be wrong with the policy is said before anything is made.
            let adopted = try readPolicy()
            let place = try options.place()
            guard let key = place.keys?.main else { throw Place.filesMissing }
            try tell(try await make(place, key: key), key, language)
            guard options.org != nil else { return Exit.done }
            return try await Session.with(options) { (session) throws(Refusal) in
                try await openStreet(session, adopted, language)
            }
        }
    }

    /// Makes the schema and the key. On a server an administrator may have made the schema with a script, so there only
    /// what is missing is made. Returns the database's name. Throws `store.exists` when nothing is missing.
    private func make(_ place: Place, key: String) async throws(Refusal) -> String {
        if let files = place.isServer ? key.lastIndex(of: "/").map({ String(key[..<$0]) }) : nil {
            try Files.makeFolder(files)
        }
        let database: any SQLDatabase
        do throws(Refusal) {
            database = try place.open(create: true)
        } catch {
            guard place.isServer, error.code == .storeExists, access(key, F_OK) != 0 else { throw error }
            database = try place.open()
            try await demandNew(database, key: key)
        }
        try await database.close()
        // Beside a database made again on a server, a key from before is still the key.
        if !place.isServer || access(key, F_OK) != 0 { try SecretKey.generate().save(path: key) }
        return database.path
    }

    /// A database that is in use has a key already, on another machine: a second one would open nothing of the first.
    /// Throws `key.missing`.
    private func demandNew(_ database: any SQLDatabase, key: String) async throws(Refusal) {
        let used = try await database.read { (connection) throws(Refusal) in try !Queries(connection).traces().isEmpty }
        guard used else { return }
        try await database.close()
        throw Refusal(.keyMissing, ["path": key])
    }

    private func tell(_ path: String, _ key: String, _ language: Language) throws(Refusal) {
        if options.json { return try Console.out(JSON.members(["db": .string(path), "key": .string(key)]).text + "\n") }
        Console.message(Phrase("已建立账套 \(path) 和密钥 \(key)", "Made \(path) and its key \(key)")(language))
    }

    /// Throws `file.…`, `input.…`, `policy.invalid`.
    private func readPolicy() throws(Refusal) -> JSON? {
        guard let policy else { return nil }
        let json = try YAMLDocument.json(text: try Files.text(policy), file: policy)
        do throws(Refusal) {
            try json.decode(Policy.self).check()
        } catch {
            throw error.adding("file", policy)
        }
        return json
    }

    private func openStreet(
        _ session: Session, _ policy: JSON?, _ language: Language
    ) async throws(Refusal) -> Int32 {
        let present = Instant(milliseconds: Int64(time(nil)) * 1000).day
        let code = options.org ?? ""
        let opened = try await session.execute("org.open", .members([
            "code": .string(code), "name": .string(name ?? code), "year": .int(year ?? present.year),
            "sandbox": sandbox ? .bool(true) : nil, "hash": hash.map { .string($0) },
        ]), at: at)
        let exit = try session.show(opened, language)
        guard exit == Exit.done, let policy else { return exit }
        let adopted = try await session.execute("policy.adopt", .members([
            "effective": JSON(Day.first(of: year ?? present.year)), "policy": policy,
        ]), at: at)
        return try session.show(adopted, language)
    }
}
