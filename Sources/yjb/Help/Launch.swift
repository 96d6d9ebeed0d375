import ArgumentParser
import Glibc
import Journal
import Kernel

extension Yjb {
    /// Reads the command line and runs its command. Help and what is wrong with a command line are told in
    /// the reader's language: that of `--lang`, of YJB_LANG, or Chinese.
    static func main() async {
        let arguments = behindTheCommand(Array(CommandLine.arguments.dropFirst()))
        let language = tongue(of: arguments)
        if let page = help(for: arguments, language) { return print(page, terminator: "") }
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(error, arguments, language)
        }
    }

    /// `yjb --lang en job show 9` is `yjb job show 9 --lang en`: options that every command has may stand
    /// in front of it.
    private static func behindTheCommand(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let word = rest.first {
            let length = if flags.contains(word) || valued.contains(where: { word.hasPrefix($0 + "=") }) { 1 }
                else if valued.contains(word) { 2 } else { 0 }
            if length == 0 { break }
            moved += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        let path = HelpTree.find(Array(rest)).path.count - 1
        return rest.prefix(path) + moved + rest.dropFirst(path)
    }

    private static let valued = ["--lang", "--db", "--files", "--org", "--as"]
    private static let flags = ["--json", "--wide"]

    private static func end(_ error: any Error, _ arguments: [String], _ language: Language) -> Never {
        let found = HelpTree.find(arguments)
        guard exitCode(for: error).rawValue == Exit.usage, !(error is ExitCode), let tree = try? HelpTree.of(found.command) else {
            exit(withError: error)
        }
        let what = UsageWords.told(tree.mistyped(arguments) ?? message(for: error), language)
        Console.message((language == .zh ? "错误：" : "Error: ") + what)
        Console.message(HelpPage.hint(found.path, tree, language))
        if arguments.prefix(while: { $0 != "--" }).contains("--json") {
            let refusal = Refusal(.settingUsage, ["detail": what])
            try? Console.out(Answer.refused(id: nil, refusal).json(language).text + "\n")
        }
        Glibc.exit(Exit.usage)
    }

    /// The help that is asked for: by `--help` or `-h`, by `help` and a command, or by a group without a
    /// command.
    private static func help(for arguments: [String], _ language: Language) -> String? {
        let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
        let asked = arguments.first == "help" || arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
        let found = HelpTree.find(words)
        let isGroup = !found.command.configuration.subcommands.isEmpty && found.path.count == words.count + 1
        guard asked || isGroup, let tree = try? HelpTree.of(found.command) else { return nil }
        return HelpPage.text(found.path, tree, language, width: Console.width)
    }

    /// What `--lang` says, also of a command line that is wrong elsewhere.
    private static func tongue(of arguments: [String]) -> Language {
        var given = Console.environment("YJB_LANG")
        for (index, word) in arguments.enumerated() {
            if word == "--lang", index + 1 < arguments.count { given = arguments[index + 1] }
            if word.hasPrefix("--lang=") { given = String(word.dropFirst(7)) }
        }
        return given.flatMap(Language.init(rawValue:)) ?? .zh
    }
}
