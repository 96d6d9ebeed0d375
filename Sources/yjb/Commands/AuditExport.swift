import ArgumentParser
import Desk
import Disk
import Kernel
import Reports

/// What an audit takes along; more forms come with their own writers.
enum ExportForm: String, CaseIterable, ExpressibleByArgument {
    case plaintext
}

struct AuditExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "导出账簿 · Write the three books into a folder, for other accounting tools.",
        discussion: """
            plaintext: YEAR.journal for hledger and ledger, YEAR.beancount for Beancount, \
            from the street's first day to the end of the year.

            EXAMPLE
              yjb audit export --db street.sqlite --year 2026 --out books
            """)

    @OptionGroup var options: Options

    @Option(help: "The form of the books.")
    var format = ExportForm.plaintext

    @Option(help: "Until the end of this year. Default: the latest.")
    var year: Int?

    @Option(help: ArgumentHelp("The folder to write to; it is made where it is not there.", valueName: "folder"))
    var out: String

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let books = try await session.ask(.plainBooks(year: year))
            let files = switch format {
            case .plaintext: [("journal", books.journal), ("beancount", books.beancount)]
            }
            try Files.makeFolder(out)
            let paths = files.map { "\(out)/\(books.year).\($0.0)" }
            for path in paths { try Files.demandFree(path) }
            for (path, file) in zip(paths, files) { try Files.write(Array(file.1.utf8), to: path) }
            let list = paths.joined(separator: " ")
            try Console.out(Phrase("已写入 \(list)", "Written: \(list)")(language) + "\n")
            return Exit.done
        }
    }
}
