import ArgumentParser
import Desk
import Disk
import Reports
import Formats
import Intake
import Kernel
import Seal

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "import", "导入", "Take data in from other systems.", [ImportCalls.self, ImportStatement.self])
}

struct ImportCalls: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "calls", "导入来电", "Open a job for every call of a call centre's export, through a mapping file.",
        example: """
            yjb import calls samples/12345-export.csv --mapping samples/mappings/12345.yaml --as wang.mei
            yjb import calls samples/12345-export.csv --mapping samples/mappings/12345.yaml \
            --keep-good bad.csv --as wang.mei
            """,
        notes: """
            All or nothing: every fault is named with its line, and nothing is written unless the whole file is good. \
            With --keep-good the good rows are imported, and the bad ones are written to a file with their reasons. \
            A call whose outside number is a job already is left alone: a second import changes nothing. When that job \
            has ended and the row says something else now, it is named with the job's state; with --reopen it opens a \
            new job that names the old one.
            """)

    @Argument(help: "A CSV export.")
    var file: String

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("How the export is to be read (YAML).", valueName: "file"))
    var mapping: String

    @Option(help: ArgumentHelp("Import the good rows, and write the bad ones here.", valueName: "file"))
    var keepGood: String?

    @Flag(help: "Take tickets up again that were sent again after their job had ended.")
    var reopen = false

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let mapping = try CallMapping.read(yaml: try Files.text(self.mapping), file: self.mapping)
            let source = try FileSource(path: file)
            progress(Phrase("读取 \(file) …", "Reading \(file) …"), language)
            var work = try CallImport(
                session.desk, org: try await session.org(), user: try options.actor(), mapping: mapping, from: source)
            try await work.leaveKnown(reopening: reopen)
            progress(Phrase("\(work.tally.summary.zh) …", "\(work.tally.summary.en) …"), language)
            let exit = try await open(&work, source, language)
            try report(work.tally, language)
            return exit
        }
    }

    /// Opens the jobs, in the way asked for, and gives the exit code.
    private func open(
        _ work: inout CallImport, _ source: FileSource, _ language: Language
    ) async throws(Refusal) -> Int32 {
        guard let keepGood, !work.isBroken else {
            try await work.openTogether()
            return work.tally.exit
        }
        try Files.probe(keepGood)
        let refused = try await work.openGood { progress($0.summary, language) }
        // A file without bad rows would only look like one.
        if work.calls.bad > 0 || !refused.isEmpty {
            try Files.write(to: keepGood) { (file) throws(Refusal) in
                try work.mapping.rejects(from: source, refused: refused, language) { (bytes) throws(Refusal) in
                    try Files.writing(keepGood) { () throws(FreshFile.Fault) in try file.write(bytes) }
                }
            }
        }
        return Exit.done
    }

    private func progress(_ phrase: Phrase, _ language: Language) {
        if Console.messagesAreTerminal { Console.progress(phrase(language)) }
    }

    private func report(_ tally: ImportTally, _ language: Language) throws(Refusal) {
        if Console.messagesAreTerminal { Console.progress("") }
        if options.json { return try Console.out(tally.json(of: file, language).text + "\n") }
        let lines = tally.lines(of: file, language)
        if !lines.isEmpty { Console.message(lines.joined(separator: "\n")) }
        try Console.out(tally.summary(language) + "\n")
    }
}
