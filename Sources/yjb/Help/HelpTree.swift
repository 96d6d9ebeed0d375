import ArgumentParser
import Kernel

/// A command with its arguments and its subcommands, as the argument parser describes them.
struct HelpTree {
    struct Argument {
        let kind: String
        let names: [String]
        let valueName: String
        let abstract: String
        let isOptional: Bool
        let isRepeating: Bool
        let isShown: Bool
        let defaultValue: String?
        let values: [String]

        init(_ json: JSON) {
            kind = json["kind"]?.string ?? ""
            names = (json["names"]?.items ?? []).compactMap { $0["name"]?.string }.sorted { $0.count < $1.count }
            valueName = json["valueName"]?.string ?? ""
            abstract = json["abstract"]?.string ?? ""
            isOptional = json["isOptional"] == .bool(true)
            isRepeating = json["isRepeating"] == .bool(true)
            isShown = json["shouldDisplay"] == .bool(true)
            defaultValue = json["defaultValue"]?.string
            values = (json["allValues"]?.items ?? []).compactMap(\.string)
        }

        /// `--amount <yuan>`, `<job>`, `-h, --help`.
        var synopsis: String {
            let more = isRepeating ? " …" : ""
            if kind == "positional" { return "<\(valueName)>" + more }
            let written = names.map { ($0.count == 1 ? "-" : "--") + $0 }.joined(separator: ", ")
            return kind == "flag" ? written : written + " <\(valueName)>" + more
        }
    }

    let name: String
    let abstract: String
    let discussion: String
    let arguments: [Argument]
    let subcommands: [HelpTree]

    init(_ json: JSON) {
        name = json["commandName"]?.string ?? ""
        abstract = json["abstract"]?.string ?? ""
        discussion = json["discussion"]?.string ?? ""
        arguments = (json["arguments"]?.items ?? []).map(Argument.init)
        subcommands = (json["subcommands"]?.items ?? []).map(HelpTree.init).filter { $0.name != "help" }
    }

    /// The description of one command and what is under it; that of everything takes longer than most
    /// commands run. Throws `input.…` when the parser's own description is no JSON.
    static func of(_ command: any ParsableCommand.Type) throws(Refusal) -> HelpTree {
        HelpTree(try JSONParser.parse(Array(command._dumpHelp().utf8))["command"] ?? .null)
    }

    /// What is said of the first option that the command does not have, in the parser's own words: it would
    /// rather say that the option which was meant is missing.
    func mistyped(_ words: [String]) -> String? {
        let known = arguments.flatMap(\.names).filter { $0.count > 1 }
        let given = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { $0.dropFirst(2).prefix { $0 != "=" } }
        guard let wrong = given.first(where: { !known.contains(String($0)) }) else { return nil }
        let slips = { (name: String) in Array(name).difference(from: Array(wrong)).count }
        guard let meant = known.min(by: { (slips($0), $0) < (slips($1), $1) }), slips(meant) * 2 <= wrong.count else {
            return "Unknown option '--\(wrong)'"
        }
        return "Unknown option '--\(wrong)'. Did you mean '--\(meant)'?"
    }

    /// The command that the leading words name, and those words after the program's name.
    static func find(_ words: [String]) -> (path: [String], command: any ParsableCommand.Type) {
        var (path, command): ([String], any ParsableCommand.Type) = ([Yjb._commandName], Yjb.self)
        for word in words {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
            path.append(word)
            command = next
        }
        return (path, command)
    }
}

extension JSON {
    fileprivate var items: [JSON]? {
        guard case .array(let items) = self else { return nil }
        return items
    }
}
