import ArgumentParser
import Desk
import Disk
import Jobs
import Journal
import Kernel
import Seal

/// Writes a verified backup while others go on working.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "备份 · Back up the whole database to a file, and verify it.",
        discussion: """
            Others may go on reading and writing. The file appears only when it is whole, on the disk and verified street
            by street; a file that is there is never written over. SQLite: a database file. PostgreSQL: pg_dump's custom
            format (Debian: postgresql-client), verified by restoring it into a database yjb_verify_… that is made for it
            and dropped. Keys are never in a backup: keep them, and keep them apart. Photos are not in the file either:
            see --photos.

            EXAMPLE
              yjb backup 2026-12-31.sqlite --db street.sqlite
              yjb backup city.dump --db postgres://yjb@db1/city --files /srv/yjb --photos backup-photos
            """)

    @Argument(help: "The file to write.")
    var file: String

    @Option(help: ArgumentHelp("Copy to this folder the photos that it does not have yet.", valueName: "folder"))
    var photos: String?

    @Option(help: ArgumentHelp("PostgreSQL: verify in this empty database, which is cleared again.", valueName: "url"))
    var scratch: String?

    @Flag(help: "Write the file without verifying it.")
    var noVerify = false

    @OptionGroup var options: Options

    func validate() throws {
        if noVerify, scratch != nil { throw ValidationError("--scratch is for verifying.") }
    }

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let place = try options.place()
            if let scratch, !place.isServer || !Place.isServer(scratch) {
                throw Refusal(.settingInvalid, ["setting": "--scratch", "value": "…", "expected": "postgres://…"])
            }
            Leftovers.sweep(beside: file, language)
            if let photos { Leftovers.sweep(in: photos, language) }
            let streets = try await BackupFile.make(file, speakingOf: file) { (made) async throws(Refusal) in
                try await write(place, made.temporary)
            } confirm: { () async throws(Refusal) in
                if !place.isServer, !noVerify { _ = try await Verification.run(Place(file: file)) }
            }
            let transfer = try await copyPhotos(place)
            return try show(BackupOutcome(file: file, streets: streets, photos: transfer), place, language)
        }
    }

    /// The streets that were verified in the copy; nil without verification.
    private func write(_ place: Place, _ temporary: String) async throws(Refusal) -> [CleanStreet]? {
        if place.isServer {
            let backup = ServerBackup(place: place)
            try await backup.dump(to: temporary)
            return noVerify ? nil : try await backup.verify(temporary, scratch: scratch)
        }
        let bar = ProgressBar(label: file)
        defer { bar.clear() }
        try await place.copyFile(to: temporary) { bar.show($0, of: $1) }
        return noVerify ? nil : try await Verification.run(Place(file: temporary))
    }

    /// What became of the photos; without `--photos`, how many there are to be copied.
    private func copyPhotos(_ place: Place) async throws(Refusal) -> BackupOutcome.Photos {
        let all = try await place.photosNamed()
        guard let photos else { return .left(Set(all.map(\.hash)).count) }
        let target = PhotoFolder(path: photos)
        return .copied(try PhotoTransfer.run(all, from: try place.photoFolder(), to: target))
    }

    private func show(_ outcome: BackupOutcome, _ place: Place, _ language: Language) throws(Refusal) -> Int32 {
        try Console.out(options.json ? outcome.json.text + "\n" : outcome.text(language))
        let keys = place.keyFiles(of: (outcome.streets ?? []).map(\.org))
        Console.message(Phrase(
            "密钥不在备份中，请另行保管：\(keys)", "Keys are not in the backup; keep them apart: \(keys)")(language))
        return outcome.isWhole ? Exit.done : Exit.refused
    }
}
