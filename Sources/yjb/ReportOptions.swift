import ArgumentParser
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports

/// What every report takes.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("As things stood: a day, or a time.", valueName: "day|time"))
    var asOf: String?

    @Option(help: ArgumentHelp("As it was recorded by then: a day, or a time.", valueName: "day|time"))
    var knownAt: String?

    @Flag(help: "Write CSV: keys, then rows, UTF-8 with a byte order mark.")
    var csv = false

    @Flag(help: "With CSV: the report's headings, notes and stamp above the table, and the columns' titles.")
    var heading = false

    @Option(help: "What amounts of tables are counted in.")
    var unit: MoneyUnit = .yuan

    @Flag(help: "Say of each column what it is made of, and which command lists its rows.")
    var explain = false

    @OptionGroup var showing: Showing

    /// What was asked for, as it was written.
    var asked: [(option: String, value: String)] {
        [("as-of", asOf), ("known-at", knownAt)].compactMap { option, value in value.map { (option, $0) } }
    }

    /// A day means its end. Throws `input.value`.
    func moments() throws(Refusal) -> SnapshotReader.Moments {
        SnapshotReader.Moments(
            asOf: try Self.moment(asOf, "--as-of"), knownAt: try Self.moment(knownAt, "--known-at"))
    }

    /// Throws `setting.invalid`.
    static func year(_ year: Int?) throws(Refusal) -> Int? {
        guard let year, !Day.years.contains(year) else { return year }
        throw Refusal(.settingInvalid, ["setting": "--year", "value": String(year), "expected": "1900–2999"])
    }

    static func moment(_ text: String?, _ option: String) throws(Refusal) -> Instant? {
        guard let text else { return nil }
        do throws(Refusal) {
            return text.utf8.count == 10 ? Instant(try Day(text) + 1) + -1 : try Instant(text)
        } catch {
            throw error.adding("field", option)
        }
    }
}

/// The year that a report is about.
struct ReportYear: ParsableArguments {
    @Option(help: "The year. Default: that of the as-of day.")
    var year: Int?

    /// Throws `setting.invalid` for what no street has.
    func choice() throws(Refusal) -> ReportChoice { try ReportChoice(year: year) }
}

/// A command that shows one report of the catalogue.
protocol ReportingCommand: AsyncParsableCommand {
    static var report: String { get }
    var options: Options { get }
    var reporting: ReportOptions { get }

    /// What was chosen of it. Throws `input.…`, `setting.…`.
    func choice(_ session: Session) async throws(Refusal) -> ReportChoice
}

extension ReportingCommand {
    func choice(_ session: Session) async throws(Refusal) -> ReportChoice { ReportChoice() }

    func run() async throws {
        try await reported()
    }

    /// Asks for the report and shows it; ends with 1 when what it proves is not so.
    func reported() async throws {
        try await running(options) { (language) throws(Refusal) in
            let (entry, moments) = (try Catalogue.entry(Self.report), try reporting.moments())
            return try await Session.with(options, readOnly: true) { (session) throws(Refusal) in
                let choice = try await choice(session)
                var document = try await session.ask(.report(entry, choice, moments)).shown(in: reporting.unit)
                if reporting.explain {
                    document = document.explained(by: Following(document, entry, choice), reporting.asked)
                }
                try options.show(as: reporting.showing, document, language, csv: reporting.csv, heading: reporting.heading)
                return document.holds ? Exit.done : Exit.refused
            }
        }
    }
}

extension ReportChoice {
    /// A report of a year.
    init(year: Int?) throws(Refusal) {
        self.init()
        self.year = try ReportOptions.year(year)
    }

    /// A report of one appropriation, or of all. Throws `input.…`.
    init(appropriation: String?) throws(Refusal) {
        self.init()
        if let appropriation { self.appropriation = try Code(appropriation) }
    }
}
