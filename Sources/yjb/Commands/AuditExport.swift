import ArgumentParser
import Desk
import Disk
import Kernel
import Reports
import Seal

/// What an audit takes along; more forms come with their own writers.
enum ExportForm: String, CaseIterable, ExpressibleByArgument {
    case plaintext, csv, gbt24589, iso21378, bundle
}

/// How exported text is spelt.
enum ExportEncoding: String, CaseIterable, ExpressibleByArgument {
    case utf8, gb18030

    var known: Question<[String]>.Encoding {
        switch self {
        case .utf8: .utf8
        case .gb18030: .gb18030
        }
    }
}

struct AuditExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "export", "导出账簿", "Write a year's books, for other accounting tools and for auditors.",
        example: """
            yjb audit export --year 2026 --out books
            yjb audit export --year 2026 --format csv --out bureau
            yjb audit key new --out bundle.key
            yjb audit export --year 2026 --format bundle --sign bundle.key --out 2026.zip
            """,
        notes: """
            plaintext: YEAR.journal for hledger and ledger, YEAR.beancount for Beancount, from the street's first day to \
            the end of the year. csv: the tables that an audit bureau takes in, with a table of checks. gbt24589: \
            公共档案.xml and 总账.xml with the element names of GB/T 24589.1-2010. iso21378: flat files with the names of \
            ISO 21378:2019, a profile and a questionnaire. No conformance is claimed. bundle: records, books, \
            reports, exports and papers in one ZIP that can be checked without this program (python3 verify.py FILE).
            """)

    @OptionGroup var options: Options

    @Option(help: "The form of the books.")
    var format = ExportForm.plaintext

    @Option(help: "Until the end of this year. Default: the latest.")
    var year: Int?

    @Option(help: ArgumentHelp(
        "The folder to write to, made where it is not there; of a bundle, the file.", valueName: "folder|file"))
    var out: String

    @Option(help: "How CSV files spell text; what GB18030 has not is an error.")
    var encoding = ExportEncoding.utf8

    @Option(help: ArgumentHelp("The key file that signs a bundle (`yjb audit key new`).", valueName: "file"))
    var sign: String?

    @Flag(inversion: .prefixedNo, help: "With a bundle: its reports and the papers of its jobs as PDF.")
    var documents = true

    @Flag(help: "With a bundle: the photos that records name.")
    var photos = false

    @Option(help: ArgumentHelp("As it was recorded by then: a day, or a time.", valueName: "day|time"))
    var knownAt: String?

    func validate() throws {
        if photos, format != .bundle { throw ValidationError("--photos needs --format bundle / --photos 仅用于 --format bundle") }
        if sign != nil, format != .bundle { throw ValidationError("--sign needs --format bundle / --sign 仅用于 --format bundle") }
    }

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let paths = try await export(session)
            let list = paths.joined(separator: " ")
            try Console.out(Phrase("已写入 \(list)", "Written: \(list)")(language) + "\n")
            return Exit.done
        }
    }

    /// As it is, or as it was known.
    private func export(_ session: Session) async throws(Refusal) -> [String] {
        guard let knownAt = try ReportOptions.moment(knownAt, "--known-at") else { return try await written(session) }
        let reader = try options.reader()
        return try await session.desk.past(of: try await session.org(), knownAt: knownAt, as: reader) {
            (desk) async throws(Refusal) in try await written(Session(desk: desk, options: options))
        }
    }

    private func written(_ session: Session) async throws(Refusal) -> [String] {
        switch format {
        case .plaintext: try await session.ask(.plainBooks(year: year, folder: out))
        case .bundle: try await bundle(session)
        case .csv: try await session.ask(.files(.bureau(encoding.known), year: year, folder: out))
        case .gbt24589: try await session.ask(.files(.national, year: year, folder: out))
        case .iso21378: try await session.ask(.files(.flat, year: year, folder: out))
        }
    }

    private func bundle(_ session: Session) async throws(Refusal) -> [String] {
        let key: SigningKey? = if let sign { try SigningKey.load(path: sign) } else { nil }
        let folder: PhotoFolder? = if photos { try options.place().photoFolder() } else { nil }
        return try await session.ask(
            .bundle(year: year, path: out, BundleParts(key: key, documents: documents, photos: folder)))
    }
}
