import ArgumentParser
import Desk
import Journal
import Kernel
import Press

/// How a command answers: what every command lets its user choose.
protocol Speaking {
    var json: Bool { get }
    var lang: String? { get }
}

extension Speaking {
    /// Throws `setting.invalid`.
    func language() throws(Refusal) -> Language {
        guard let name = lang ?? Console.environment("YJB_LANG") else { return .zh }
        guard let language = Language(rawValue: name) else {
            throw Refusal(.settingInvalid, ["setting": "--lang", "value": name.excerpt, "expected": "zh|en"])
        }
        return language
    }
}

/// The options that every command has.
struct Options: ParsableArguments, Speaking {
    @Option(help: ArgumentHelp(
        "The database: a path, or postgres://USER@HOST/DATABASE. Default: YJB_DB.", valueName: "path|url"))
    var db: String?

    @Option(help: ArgumentHelp(
        "For a server: the folder of the key and the photos. Default: YJB_FILES.", valueName: "folder"))
    var files: String?

    @Option(help: ArgumentHelp("The street's code. Default: YJB_ORG, or the only street.", valueName: "code"))
    var org: String?

    @Option(name: .customLong("as"), help: ArgumentHelp(
        "Who acts or asks; - for whoever holds the database. Default: YJB_USER.", valueName: "user"))
    var user: String?

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Write tables as wide as they are. Default: the width of COLUMNS or of the terminal; in a pipe, whole.")
    var wide = false

    @Option(help: ArgumentHelp("Language: zh or en. Default: YJB_LANG, or zh.", valueName: "zh|en"))
    var lang: String?

    /// Throws `setting.missing`.
    func place() throws(Refusal) -> Place {
        guard let database = db ?? Console.environment("YJB_DB") else {
            throw Refusal(.settingMissing, ["option": "--db PATH"])
                .adding("setting", "db", Phrase("账套", "the database"))
        }
        return try Place(database, files: files ?? Console.environment("YJB_FILES"))
    }

    /// Nobody is named, or `-`: whoever holds the database asks, who could read the file anyway.
    var asksAsOwner: Bool { [nil, "-"].contains(user ?? Console.environment("YJB_USER")) }

    /// Who asks, at their word. Throws `input.…`.
    func reader() throws(Refusal) -> Reader {
        guard !asksAsOwner, let name = user ?? Console.environment("YJB_USER") else { return .owner }
        return .user(try Code(name))
    }

    /// Throws `setting.missing`.
    func actor() throws(Refusal) -> String {
        guard let user = user ?? Console.environment("YJB_USER") else {
            throw Refusal(.settingMissing, ["option": "--as USER"]).adding("setting", "as", Phrase("经办人", "the user"))
        }
        return user
    }
}

extension ParsableCommand {
    /// Runs a command's work: a refusal is told in the language asked for, and becomes the exit code.
    func running(_ options: some Speaking, _ work: (Language) async throws(Refusal) -> Int32) async throws {
        let code: Int32
        do throws(Refusal) {
            let language = try options.language()
            do throws(Refusal) {
                code = try await work(language)
            } catch {
                code = Self.report(error, language, json: options.json)
            }
        } catch {
            code = Self.report(error, .zh, json: options.json)
        }
        if code != Exit.done { throw ExitCode(code) }
    }

    /// The same with the database open while the work lasts.
    func serving(
        _ options: Options, readOnly: Bool = false, _ work: (Session, Language) async throws(Refusal) -> Int32
    ) async throws {
        try await running(options) { (language) throws(Refusal) in
            try await Session.with(options, readOnly: readOnly) { (session) throws(Refusal) in
                try await work(session, language)
            }
        }
    }

    /// A refusal goes to stderr in words, and where JSON was asked for to stdout too: a program looks in
    /// one place.
    private static func report(_ refusal: Refusal, _ language: Language, json: Bool) -> Int32 {
        if json { try? Console.out(Answer.refused(id: nil, refusal).json(language).text + "\n") }
        Console.message(refusal.line(language))
        return Exit.code(of: refusal)
    }
}

extension Refusal {
    /// The refusal as a line of messages: its name, the place in a file where there is one, what happened,
    /// what to do.
    func line(_ language: Language) -> String {
        let place = self["file"].map { file in
            ([file] + [self["line"], self["column"]].compactMap(\.self)).joined(separator: ":") + ": "
        }
        return "\(code.rawValue): \(place ?? "")\(message(language))"
    }
}
