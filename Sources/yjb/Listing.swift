import ArgumentParser
import Desk
import Disk
import Documents
import Kernel
import Press

extension Format: ExpressibleByArgument {}

extension ParsableCommand {
    /// Asks a question whose answer is a list, and shows it.
    func listing(_ question: Question<Document>, _ options: Options, _ showing: Showing) async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            try options.show(as: showing, try await session.ask(question), language)
            return Exit.done
        }
    }
}

/// How a document is shown: what every command that shows one lets its user choose.
struct Showing: ParsableArguments {
    @Option(help: ArgumentHelp("The form of what is shown.", valueName: "form"))
    var format: Format?

    @Option(help: ArgumentHelp("Write it to a new file. Default: the terminal.", valueName: "file"))
    var out: String?
}

extension Options {
    /// Writes a document to stdout or to a file, in the form asked for; `facts` are what a program gets of
    /// it, where that is more than its tables.
    func show(
        as showing: Showing, _ document: Document, _ language: Language, csv: Bool = false, heading: Bool = false,
        json facts: @autoclosure () throws(Refusal) -> JSON? = nil
    ) throws(Refusal) {
        let form = showing.format ?? (json ? .json : csv ? .csv : .text)
        let isFile = showing.out != nil
        if form.isBinary, !isFile, Console.outIsTerminal {
            throw Refusal(.settingMissing, ["option": "--out FILE"])
                .adding("setting", "out", Phrase("输出文件", "the file to write"))
        }
        let choice = Format.Choice(
            language: language, width: wide || isFile ? nil : Console.width,
            style: !isFile && Console.wantsColour ? .colour : .plain, heading: heading)
        try showing.write { (take) throws(Refusal) in
            if form == .json, let facts = try facts() { return try take(Array((facts.pretty + "\n").utf8)) }
            try form.write(document, choice, to: take)
        }
        if form == .text, case .user(let user) = try reader() { Console.message(Self.asked(user)(language)) }
    }

    /// Somebody may see less than there is, which no list shows.
    private static func asked(_ user: Code) -> Phrase {
        Phrase("按 \(user.text) 的查看权限显示。", "Shown as far as \(user.text) may see it.")
    }
}

extension Showing {
    /// Into a file in this form where none was asked for.
    func preferring(_ form: Format) -> Showing {
        var showing = self
        if out != nil { showing.format = format ?? form }
        return showing
    }

    /// Piece by piece. A file that is there already is not written over. Throws `store.exists`,
    /// `file.unwritable`.
    fileprivate func write(_ body: (([UInt8]) throws(Refusal) -> Void) throws(Refusal) -> Void) throws(Refusal) {
        guard let out else { return try body { (bytes) throws(Refusal) in try Console.out(bytes) } }
        try Files.demandFree(out)
        try Files.write(to: out) { (file) throws(Refusal) in
            try body { (bytes) throws(Refusal) in
                try Files.writing(out) { () throws(FreshFile.Fault) in try file.write(bytes) }
            }
        }
    }
}
