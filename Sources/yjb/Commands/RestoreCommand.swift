import ArgumentParser
import Desk
import Disk
import Jobs
import Journal
import Kernel
import Seal

/// Makes a new database of a backup, and keeps it only when it verifies.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "恢复 · Make a new database of a backup, and verify it.",
        discussion: """
            --db must be new: a path where nothing is, or a database on a server whose schema has no tables of ours. A
            file that does not verify leaves nothing behind. Put the key files, which no backup holds, beside it
            afterwards. From one kind of database to the other: restore first, then yjb copy.

            EXAMPLE
              yjb restore 2026-12-31.sqlite --db restored.sqlite
              yjb restore city.dump --db postgres://yjb@db2/city --files /srv/yjb --photos backup-photos
            """)

    @Argument(help: "The backup.")
    var file: String

    @Option(help: ArgumentHelp("Copy the photos from this folder.", valueName: "folder"))
    var photos: String?

    @Flag(help: "Bring a backup of an earlier version up to date before it is verified.")
    var upgrade = false

    @OptionGroup var options: Options

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let place = try options.place()
            try BackupFormat(of: file).check(file, for: place)
            let streets = try await restore(place, language)
            let outcome = BackupOutcome(file: place.shown, streets: streets, photos: try copyPhotos(streets, place))
            try Console.out(options.json ? outcome.json.text + "\n" : outcome.text(language))
            let keys = place.keyNames(of: streets.map(\.org))
            Console.message(Phrase("请把密钥文件放回：\(keys)", "Put the key files back: \(keys)")(language))
            try await Verification.keys(of: streets, place)
            return outcome.isWhole ? Exit.done : Exit.refused
        }
    }

    private func restore(_ place: Place, _ language: Language) async throws(Refusal) -> [CleanStreet] {
        if place.isServer { return try await restoreToServer(place, language) }
        Leftovers.sweep(beside: place.database, language)
        return try await BackupFile.make(place.database, speakingOf: file) { (made) async throws(Refusal) in
            try Files.fill(made, from: file)
            return try await Verification.run(Place(file: made.temporary), upgrade: upgrade)
        } confirm: { () async throws(Refusal) in
            _ = try await Verification.run(Place(file: place.database))
        }
    }

    /// A server's tables are there before they can be verified: whoever must not use them is told so,
    /// whatever went wrong.
    private func restoreToServer(_ place: Place, _ language: Language) async throws(Refusal) -> [CleanStreet] {
        try await ServerBackup.restore(file, to: place)
        do throws(Refusal) {
            return try await ServerBackup.admit(place, upgrade: upgrade)
        } catch {
            Console.message(Phrase(
                "⚠ 已恢复到 \(place.shown)，但未通过验证：不要使用，请删除",
                "⚠ Restored to \(place.shown), but not verified: do not use it, drop it")(language))
            throw error
        }
    }

    private func copyPhotos(_ streets: [CleanStreet], _ place: Place) throws(Refusal) -> BackupOutcome.Photos {
        let all = streets.flatMap(\.photos)
        guard let photos else { return .left(Set(all.map(\.hash)).count) }
        return .copied(try PhotoTransfer.run(all, from: PhotoFolder(path: photos), to: try place.photoFolder()))
    }
}
