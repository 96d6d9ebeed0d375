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

    /// The description of one command and what is under it; that of everything takes longer than most commands run. Throws
    /// `input.…` when the parser's own description is no JSON.
    static func of(_ command: any ParsableCommand.Type) throws(Refusal) -> HelpTree {
        HelpTree(try JSONParser.parse(Array(command._dumpHelp().utf8))["command"] ?? .null)
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
