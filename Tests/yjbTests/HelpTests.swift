import Foundation
import Kernel
import TestKit
import Testing

/// Help and usage: every example runs as it is printed, on the sample year, in the order of the commands; no command line is
/// broken; what is said in English is said in Chinese.
struct HelpTests {
    private struct Command {
        let path: [String]
        let abstract: String
        let discussion: String
        let helps: [String]

        /// The paragraphs before the examples.
        var notes: [String] {
            (discussion.components(separatedBy: "EXAMPLE\n").first ?? "").components(separatedBy: "\n\n")
        }

        var examples: [String] {
            let parts = discussion.split(separator: "EXAMPLE\n", omittingEmptySubsequences: false)
            return parts.count == 2 ? parts[1].split(separator: "\n").map(String.init) : []
        }
    }

    /// All commands, each before its subcommands.
    private func commands(_ program: Program) async throws -> [Command] {
        let dump = try await program.run("--experimental-dump-help")
        let json = try JSONParser.parse(Array(dump.out.utf8))
        return walk(try #require(json["command"]), [])
    }

    private func walk(_ json: JSON, _ above: [String]) -> [Command] {
        let path = above + [json["commandName"]?.string ?? ""]
        if path.last == "help" { return [] }
        let own = Command(
            path: path, abstract: json["abstract"]?.string ?? "", discussion: json["discussion"]?.string ?? "",
            helps: items(json["arguments"]).filter { $0["shouldDisplay"] == .bool(true) }.map { $0["abstract"]?.string ?? "" })
        return [own] + items(json["subcommands"]).flatMap { walk($0, path) }
    }

    private func items(_ json: JSON?) -> [JSON] {
        guard case .array(let items)? = json else { return [] }
        return items
    }

    /// Examples on a server need one: those lines are left out, by what they name.
    @Test func everyExampleRunsAsPrinted() async throws {
        try await Program.with { program in
            try FileManager.default.createSymbolicLink(
                atPath: program.folder.file("samples"), withDestinationPath: Program.root + "/samples")
            let path = URL(filePath: Program.binary).deletingLastPathComponent().path
            var ran = 0
            for command in try await commands(program) {
                #expect(!command.examples.isEmpty, "\(command.path) has no example")
                let script = joined(command.examples).filter { !$0.contains("postgres://") }
                ran += script.count { $0.contains("yjb ") }
                let outcome = try await program.shell(
                    ["/bin/bash", "-e", "-o", "pipefail", "-c", script.joined(separator: "\n")],
                    environment: ["PATH": path + ":/usr/bin:/bin"])
                #expect(outcome.code == 0, "\(command.path.joined(separator: " ")): \(outcome.messages)\(outcome.out.suffix(300))")
            }
            #expect(ran > 100)
        }
    }

    /// Lines that end with a backslash go on.
    private func joined(_ lines: [String]) -> [String] {
        lines.reduce(into: []) { list, line in
            if let last = list.last, last.hasSuffix("\\") {
                list[list.count - 1] = last + "\n" + line
            } else {
                list.append(line)
            }
        }
    }

    @Test(arguments: ["zh", "en"])
    func helpBreaksNoCommandLineAndLeavesNothingUntold(language: String) async throws {
        try await Program.with { program in
            for command in try await commands(program) {
                let help = try await program.shell(
                    [Program.binary] + command.path.dropFirst() + ["--help"],
                    environment: ["YJB_LANG": language, "COLUMNS": "60"])
                #expect(help.code == 0)
                let lines = Set(help.out.split(separator: "\n").map(String.init))
                for example in command.examples { #expect(lines.contains(example), "\(command.path): \(example)") }
                guard language == "zh" else { continue }
                #expect(command.abstract.contains(" · "), "\(command.path)")
                #expect(help.out.contains("用法："))
                for text in command.helps + command.notes where !text.isEmpty {
                    #expect(!help.out.replacing(/\s+/, with: "").contains(text.replacing(/\s+/, with: "")), "in English: \(text)")
                }
            }
        }
    }

    @Test("what is wrong with a command line is said in Chinese, and in English when asked", arguments: [
        (["fund", "recall"], "错误：缺少 <appropriation>"),
        (["fund", "recall", "A", "--document", "1"], "错误：缺少 --amount <amount>"),
        (["fund", "recall", "A", "--amout", "1"], "错误：没有选项 --amout，是否要写 --amount？"),
        (["job", "accept", "1", "--tenure", "x", "--urgency", "urgent"],
         "错误：--tenure <tenure> 的值“x”不对，可用：unowned、transferred、managed"),
        (["job", "list", "--from"], "错误：--from <day> 没有写值"), (["job", "frobnicate"], "错误：多余的参数 frobnicate"),
        (["init", "--name", "甲"], "错误：开设街道须写 --org。"),
    ])
    func usage(arguments: [String], message: String) async throws {
        try await Program.with { program in
            let zh = try await program.shell([Program.binary] + arguments)
            #expect(zh.code == 64 && zh.messages.hasPrefix(message + "\n用法：yjb"), "\(zh.messages)")
            #expect(zh.messages.contains("详见：yjb") && zh.out.isEmpty)
            let en = try await program.shell([Program.binary] + arguments + ["--lang", "en"])
            #expect(en.code == 64 && en.messages.hasPrefix("Error: "))
        }
    }

    @Test func aGroupAloneAndTheWordHelpShowHelp() async throws {
        try await Program.with { program in
            let group = try await program.run("job")
            #expect(group.code == 0 && group.out.contains("子命令：") && group.out.contains("accept"))
            let word = try await program.run("help", "job", "accept")
            #expect(word.out == (try await program.run("job", "accept", "--help")).out)
            #expect(try await program.run().out.contains("应急包"))
            #expect(try await program.run("--version").out.hasPrefix("0."))
        }
    }
}
