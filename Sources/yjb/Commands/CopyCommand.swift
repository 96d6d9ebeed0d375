import ArgumentParser
import Desk
import Kernel

/// Copies streets between databases, of one kind or of two, and proves that the copy is equal.
struct CopyCommand: AsyncParsableCommand, Speaking {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "复制账套 · Copy a street, or all, to another database: SQLite or PostgreSQL, either way.",
        discussion: """
            The target is made when it is not there. Broken off, the command goes on where it was when it is run again;
            run later, it brings over what is new. Keys, callers, access log and photos come along. At the end records,
            head, audit, balances and the bytes of the reports are compared; it ends with 1 when anything differs.
            Nothing is changed or deleted at the source. To move a street, put the source away afterwards: two copies
            that are both written to can never be one again.

            EXAMPLE
              yjb copy --from street.sqlite --to second.sqlite --without-photos
              yjb copy --from street.sqlite --to postgres://yjb@db1/city --to-files /srv/yjb
              yjb copy --from postgres://yjb@db1/city --from-files /srv/yjb --to nhl.sqlite --org NHL
            """)

    @Option(help: ArgumentHelp("The database to copy from.", valueName: "path|url"))
    var from: String

    @Option(help: ArgumentHelp("The database to copy to.", valueName: "path|url"))
    var to: String

    @Option(help: ArgumentHelp("For a server: the folder of the keys and the photos to copy.", valueName: "folder"))
    var fromFiles: String?

    @Option(help: ArgumentHelp("For a server: the folder that keys and photos are copied to.", valueName: "folder"))
    var toFiles: String?

    @Option(help: ArgumentHelp("A street's code. May be repeated. Default: all streets.", valueName: "code"))
    var org: [String] = []

    @Flag(help: "The key is lost: copy the sealed callers, which nobody can open, without it.")
    var withoutKey = false

    @Flag(help: "Leave the photos where they are.")
    var withoutPhotos = false

    @Flag(help: "Write JSON, one line a street.")
    var json = false

    @Option(help: ArgumentHelp("Language: zh or en. Default: YJB_LANG, or zh.", valueName: "zh|en"))
    var lang: String?

    func validate() throws {
        if from == to { throw ValidationError("--from and --to are the same database.") }
    }

    func run() async throws {
        try await running(self) { (language) throws(Refusal) in
            let source = try CopySide.source(from, files: fromFiles)
            return try await source.closing { () async throws(Refusal) in
                let streets = try await source.streets(org)
                if !withoutKey { try await source.demandKeys(streets) }
                let target = try CopySide.target(to, files: toFiles)
                Leftovers.sweep(in: target.photos.path, language)
                return try await target.closing { () async throws(Refusal) in
                    try await copy(streets, source, target, language)
                }
            }
        }
    }

    private func copy(
        _ streets: [Code], _ source: CopySide, _ target: CopySide, _ language: Language
    ) async throws(Refusal) -> Int32 {
        var exit = Exit.done
        for street in streets {
            let move = StreetMove(org: street, source: source, target: target, withoutPhotos: withoutPhotos)
            let progress = ProgressBar(label: street.text)
            defer { progress.clear() }
            let outcome = try await move.run { progress.show($0, of: $1) }
            progress.clear()
            try Console.out(json ? outcome.json.text + "\n" : outcome.text(language))
            if !outcome.isEqual { exit = Exit.refused }
        }
        return exit
    }
}
