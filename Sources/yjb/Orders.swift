import ArgumentParser
import Journal
import Kernel
import Press

/// Which command it is, for ever, and when it happened.
struct Moment: ParsableArguments {
    @Option(help: ArgumentHelp("The command's own id: given twice, it is done once. Default: a new one.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("When it happened, RFC 3339. Default: now.", valueName: "time"))
    var at: String?
}

/// What every command that changes something takes.
struct Ordering: ParsableArguments {
    @OptionGroup var options: Options
    @OptionGroup var moment: Moment
}

/// A command of the command line that is one command of the journal: its options are the fields of the
/// form, which is read and judged behind the desk like any other.
protocol OrderCommand: AsyncParsableCommand {
    /// The `do` of the envelope.
    static var does: String { get }
    var ordering: Ordering { get }
    /// The record that was looked at; nil: not said.
    var seen: Int? { get }

    /// The `with` of the envelope. Throws what makes an option unreadable.
    func form() throws(Refusal) -> JSON

    /// Both, where what was given decides which command it is.
    func order() throws(Refusal) -> (does: String, form: JSON)

    /// What is worth knowing about what was done, for people: on stderr.
    func remarks(_ answer: Answer, _ session: Session) async throws(Refusal) -> [Phrase]
}

extension OrderCommand {
    var seen: Int? { nil }

    func order() throws(Refusal) -> (does: String, form: JSON) { (Self.does, try form()) }

    func remarks(_ answer: Answer, _ session: Session) async throws(Refusal) -> [Phrase] { [] }

    func run() async throws {
        let (options, moment) = (ordering.options, ordering.moment)
        try await serving(options) { (session, language) throws(Refusal) in
            let order = try order()
            let read = try await session.understand(order.form, at: moment.at)
            let answer = try await session.execute(order.does, read.form, id: moment.id, at: read.at, seen: seen)
            let code = try session.show(answer, language)
            if !options.json { for remark in try await remarks(answer, session) { Console.message(remark(language)) } }
            return code
        }
    }
}

extension CommandConfiguration {
    /// A command's help: one line in both languages, and an example.
    static func bilingual(
        _ name: String, _ zh: String, _ en: String, example: String, notes: String? = nil
    ) -> CommandConfiguration {
        let lines = ["export YJB_DB=street.sqlite"] + example.split(separator: "\n").flatMap { folded(String($0)) }
        return CommandConfiguration(
            commandName: name, abstract: "\(zh) · \(en)",
            discussion: (notes.map { $0 + "\n\n" } ?? "") + "EXAMPLE\n" + lines.map { "  " + $0 }.joined(separator: "\n"))
    }

    /// A command line broken before options, as a shell can read it: help is 80 columns wide, and would
    /// break it anywhere.
    private static func folded(_ line: String) -> [String] {
        var lines: [String] = []
        for (index, part) in line.split(separator: " --").enumerated() {
            let piece = index == 0 ? String(part) : "--" + part
            if let last = lines.last, last.displayWidth + piece.displayWidth < 74 {
                lines[lines.count - 1] = last + " " + piece
            } else {
                if !lines.isEmpty { lines[lines.count - 1] += " \\" }
                lines.append(lines.isEmpty ? piece : "  " + piece)
            }
        }
        return lines
    }

    /// A group of commands.
    static func group(
        _ name: String, _ zh: String, _ en: String, _ commands: [any ParsableCommand.Type]
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: "\(zh) · \(en)",
            discussion: "EXAMPLE\n  yjb \(name) \(commands.first?.configuration.commandName ?? "") --help",
            subcommands: commands)
    }
}

extension String {
    /// The text as JSON: an option that may be missing is `option?.json`.
    var json: JSON { .string(self) }
}

extension Int {
    var json: JSON { .int(self) }
}

extension Bool {
    /// `true`, or nothing: a flag that was not given is not said.
    var jsonIfSet: JSON? { self ? .bool(true) : nil }
}

extension [String] {
    var json: JSON { .array(map(JSON.string)) }

    /// nil when there are none.
    var jsonIfAny: JSON? { isEmpty ? nil : json }

    /// Each text read as part of a form; nil when there are none.
    func json(_ read: (String) throws(Refusal) -> JSON) throws(Refusal) -> JSON? {
        var items: [JSON] = []
        for text in self { items.append(try read(text)) }
        return items.isEmpty ? nil : .array(items)
    }
}
