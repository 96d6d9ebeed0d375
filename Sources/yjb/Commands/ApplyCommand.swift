import ArgumentParser
import Desk
import Disk
import Journal
import Kernel

/// Executes commands from a file or a pipe: one JSON a line, one answer a line, in the same order.
struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "执行命令 · Execute commands, one JSON a line.",
        discussion: """
            Ends with 0 when every line was read and answered, refused or not; with 65 when a line could not be read. When
            the connection to a server is lost it connects again and goes on with the commands that have no answer yet:
            their ids see to it that none is done twice.

            EXAMPLE
              yjb apply --db street.sqlite samples/2026-year.jsonl
              echo '{"id":"1","org":"NHL","by":"li.wei","do":"job.note","with":{"job":"2026-0001","text":"…"}}' \\
                | yjb apply --db street.sqlite -
            """)

    @OptionGroup var options: Options

    @Argument(help: "A file of commands, or - for standard input.")
    var file: String

    @Flag(help: "End with 1 when a command was refused.")
    var strict = false

    @Option(help: ArgumentHelp(
        "How long to go on trying when the server is lost. 0: not at all.", valueName: "seconds"))
    var patience = 120

    func validate() throws {
        if !(0...86_400).contains(patience) { throw ValidationError("--patience is 0 to 86400 seconds.") }
    }

    /// The most commands in one transaction.
    private static let batch = 256

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            var reader = try LineReader(file)
            var tally = Tally()
            while let lines = try reader.next() {
                for start in stride(from: 0, to: lines.count, by: Self.batch) {
                    let part = lines[start..<min(start + Self.batch, lines.count)]
                    try await execute(part, session, &tally, language)
                }
            }
            tally.finish(language)
            return tally.exit(strict: strict)
        }
    }

    private func execute(
        _ lines: ArraySlice<LineReader.Line>, _ session: Session, _ tally: inout Tally, _ language: Language
    ) async throws(Refusal) {
        var intake: [Desk.Intake] = []
        for line in lines {
            tally.line += 1
            if let item = read(line, session, number: tally.line) { intake.append(item) }
        }
        guard !intake.isEmpty else { return }
        let answers = try await answers(to: intake, session, language)
        for (item, answer) in zip(intake, answers) { tally.count(item, answer) }
        try Console.out(answers.map { $0.json(language).text + "\n" }.joined())
        tally.progress(language)
    }

    private func answers(
        to intake: [Desk.Intake], _ session: Session, _ language: Language
    ) async throws(Refusal) -> [Answer] {
        var reconnecting = Reconnecting(seconds: patience)
        while true {
            do throws(Refusal) {
                return try await session.desk.execute(intake)
            } catch {
                try await reconnecting.wait(after: error, language)
            }
        }
    }

    /// A blank line asks for nothing and is not answered.
    private func read(_ line: LineReader.Line, _ session: Session, number: Int) -> Desk.Intake? {
        let item: Desk.Intake
        switch line {
        case .bad(let refusal): item = .unreadable(nil, refusal)
        case .text(let bytes):
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
            do throws(Refusal) {
                if bytes.last == 0x0D { throw Refusal(.inputCRLF) }
                item = session.desk.read(complete(try JSONParser.parse(bytes)))
            } catch {
                item = .unreadable(nil, error)
            }
        }
        if case .unreadable(let envelope, let refusal) = item {
            return .unreadable(envelope, refusal.adding("line", String(number)))
        }
        return item
    }

    /// `--org` and `--as` stand in where an envelope does not say them.
    private func complete(_ envelope: JSON) -> JSON {
        var envelope = envelope
        guard case .object = envelope else { return envelope }
        if envelope["org"] == nil, let org = options.org { envelope = envelope.with("org", .string(org)) }
        if envelope["by"] == nil, let user = options.user { envelope = envelope.with("by", .string(user)) }
        return envelope
    }
}

/// What became of the lines.
private struct Tally {
    var line = 0
    private var done = 0
    private var refused = 0
    private var unreadable = 0
    private var needsKey = false

    mutating func count(_ item: Desk.Intake, _ answer: Answer) {
        needsKey = needsKey || answer.refusal?.code.group == "key"
        switch item {
        case .unreadable: unreadable += 1
        case .order: if answer.refusal == nil { done += 1 } else { refused += 1 }
        }
    }

    private var summary: Phrase {
        Phrase("已执行 \(done)，被拒绝 \(refused)，不可读 \(unreadable)", "done \(done), refused \(refused), unreadable \(unreadable)")
    }

    func progress(_ language: Language) {
        guard Console.messagesAreTerminal else { return }
        Console.progress(summary(language))
    }

    func finish(_ language: Language) {
        if Console.messagesAreTerminal { Console.progress("") }
        Console.message(summary(language))
    }

    func exit(strict: Bool) -> Int32 {
        if needsKey { return Exit.configuration }
        if unreadable > 0 { return Exit.badData }
        return strict && refused > 0 ? Exit.refused : Exit.done
    }
}
