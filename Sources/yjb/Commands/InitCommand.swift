import ArgumentParser
import Desk
import Disk
import Reports
import Formats
import Glibc
import Jobs
import Journal
import Kernel
import Seal

/// Makes a new database and its key file; with `--org`, opens a street in it too.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "新建账套 · Make a new database and its key file.",
        discussion: """
            The key file PATH.key (mode 0600) opens callers' names and phones: keep it, and keep it apart from backups.
            For a server, --files names the folder of the key (street.key) and of the photos.

            EXAMPLE
              yjb init --db new.sqlite
              yjb init --db nhl.sqlite --org NHL --name 宁海路街道 --year 2026 --as admin --policy samples/policy.yaml
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
            var store = try NewStore(place)
            for path in Set([store.key] + (place.isServer ? [] : [place.database])) {
                Leftovers.sweep(beside: path, language)
            }
            let path = try await store.make(forStreet: options.org != nil)
            guard options.org != nil else {
                try tell(path, store.key, language)
                return Exit.done
            }
            return try await openStreet(adopted, in: store, path, language)
        }
    }

    /// Opens the street and adopts its policy, both or neither; without it the database is not kept either.
    private func openStreet(
        _ policy: JSON?, in store: NewStore, _ path: String, _ language: Language
    ) async throws(Refusal) -> Int32 {
        do throws(Refusal) {
            return try await Session.with(options) { (session) throws(Refusal) in
                var intake: [Desk.Intake] = []
                for (does, with) in orders(policy) { intake.append(try await session.order(does, with, at: at)) }
                let (answers, kept) = try await session.desk.executeTogether(intake)
                guard kept else { throw answers.lazy.compactMap(\.refusal).first ?? Refusal(.storeIO) }
                try tell(path, store.key, language)
                for answer in answers { _ = try session.show(answer, language) }
                return Exit.done
            }
        } catch {
            await store.undo()
            throw error
        }
    }

    /// The commands that open the street.
    private func orders(_ policy: JSON?) -> [(does: String, with: JSON)] {
        let present = Instant(milliseconds: Int64(time(nil)) * 1000).day
        let code = options.org ?? ""
        let opened = JSON.members([
            "code": .string(code), "name": .string(name ?? code), "year": .int(year ?? present.year),
            "sandbox": sandbox ? .bool(true) : nil, "hash": hash.map { .string($0) },
        ])
        guard let policy else { return [("org.open", opened)] }
        let adopted = JSON.members(["effective": JSON(Day.first(of: year ?? present.year)), "policy": policy])
        return [("org.open", opened), ("policy.adopt", adopted)]
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
}
