import Foundation
import TestKit
import Testing

/// A key that is not the street's is found before anything is sealed with it.
struct KeyTests {
    private static let other = String(repeating: "5a", count: 32) + "\n"

    /// Where the key of all streets lies.
    private func key(_ program: Program) -> String {
        program.address.hasPrefix("postgres") ? "files/street.key" : "street.sqlite.key"
    }

    /// A street with everything but calls, and its first call.
    private func street(_ program: Program) async throws -> String {
        let year = try Program.opening()
        try await program.run("init")
        try await program.run("apply", "-", input: year.before)
        return year.call
    }

    /// The same call once more, as another command.
    private func again(_ call: String, as id: String) -> String {
        #"{"id":"\#(id)""# + call.drop { $0 != "," }
    }

    private func swap(_ program: Program) throws -> String {
        let mine = try program.text(program.folder.file(key(program)))
        try program.write(Self.other, to: key(program))
        return mine
    }

    private func records(_ program: Program) async throws -> String {
        try await program.run("audit", "verify", "--json").out
    }

    @Test(arguments: Engine.allCases)
    func aWrongKeyIsRefusedAtTheCall(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let call = try await street(program)
            let mine = try swap(program)
            let before = try await records(program)
            // The street knew its key from its opening, before it had sealed anything.
            let refused = try await program.run("apply", "-", input: call)
            #expect(refused.code == 78 && refused.out.contains(#""refusal":"key.invalid""#), "\(refused)")
            #expect(refused.out.contains("street.") && !refused.out.contains("—"))
            let byHand = try await program.run(
                "call", "--as", "gu.lin", "--channel", "来访", "--caller", "-", "--address", "学府巷14号", "--category", "water",
                "--description", "水管冻爆了", input: "李师傅\n13800000421\n")
            #expect(byHand.code == 78 && byHand.messages.hasPrefix("key.invalid: "), "\(byHand)")
            #expect(try await records(program) == before)
            try program.write(mine, to: key(program))
            #expect(try await program.run("apply", "-", input: call).out.contains(#""job":"2026-0001""#))

            try program.write(Self.other, to: key(program))
            // Known or not: with another key nobody can say whether it is the same command.
            #expect(try await program.run("apply", "-", input: call).out.contains("key.invalid"))
            let page = try await program.run("job", "show", "2026-0001")
            #expect(page.code == 0 && page.out.contains("密钥不对或不可用，不可显示"), "\(page)")
            let shown = try await program.run("caller", "show", "2026-0001", "--as", "li.wei")
            #expect(shown.code == 78 && shown.messages.hasPrefix("key.invalid: ") && !shown.messages.contains("—"))
            let again = try await program.run("init")
            #expect(again.code == 78 && again.messages.hasPrefix("key.invalid: "), "\(again)")
        }
    }

    /// A street that was written to before there were check values is asked for one of its sealed callers.
    @Test(arguments: Engine.allCases)
    func anOlderStreetIsAskedForACaller(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let call = try await street(program)
            try await program.run("apply", "-", input: call)
            try await program.change("DELETE FROM key_check")
            let next = again(call, as: "n")
            let mine = try swap(program)
            #expect(try await program.run("apply", "-", input: next).out.contains("key.invalid"))
            try program.write(mine, to: key(program))
            #expect(try await program.run("apply", "-", input: next).out.contains(#""job":"2026-0002""#))
            try await program.change("DELETE FROM caller")
            try program.write(Self.other, to: key(program))
            #expect(try await program.run("apply", "-", input: again(call, as: "m")).out.contains("key.invalid"))
        }
    }

    @Test(arguments: Engine.allCases)
    func theCheckValueGoesWhereTheStreetGoes(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let call = try await street(program)
            try await program.run("apply", "-", input: call)
            let next = again(call, as: "n")
            let from = ["--from", program.address, "--from-files", program.folder.file("files"), "--without-photos"]
            let copied = try await program.shell([Program.binary, "copy", "--to", "c.sqlite"] + from)
            #expect(copied.code == 0, "\(copied)")
            try program.write(Self.other, to: "c.sqlite.NHL.key")
            _ = try await program.shell(["/bin/chmod", "600", "c.sqlite.NHL.key"])
            #expect(try await program.run("apply", "--db", "c.sqlite", "-", input: next).out.contains("key.invalid"))

            #expect(try await program.run("backup", "b.backup").code == 0)
            let mine = try swap(program)
            let wrong = try await program.shell([Program.binary, "copy", "--to", "d.sqlite"] + from)
            #expect(wrong.code == 78 && wrong.messages.hasPrefix("key.invalid: ") && !program.exists("d.sqlite"), "\(wrong)")
            // Whoever says that the key is lost starts with another.
            let lost = try await program.shell([Program.binary, "copy", "--to", "d.sqlite", "--without-key"] + from)
            #expect(lost.code == 0, "\(lost)")
            try program.write(Self.other, to: "d.sqlite.key")
            _ = try await program.shell(["/bin/chmod", "600", "d.sqlite.key"])
            #expect(try await program.run("apply", "--db", "d.sqlite", "-", input: next).out.contains(#""job":"2026-0002""#))
            #expect(try await program.run("job", "show", "2026-0001", "--db", "d.sqlite").out.contains("不可显示"))

            guard engine == .sqlite else { return }
            try program.write(Self.other, to: "r.sqlite.key")
            _ = try await program.shell(["/bin/chmod", "600", "r.sqlite.key"])
            let restored = try await program.run("restore", "b.backup", "--db", "r.sqlite")
            #expect(restored.code == 78 && restored.messages.contains("key.invalid: ") && program.exists("r.sqlite"), "\(restored)")
            try program.write(mine, to: "r.sqlite.key")
            #expect(try await program.run("apply", "--db", "r.sqlite", "-", input: next).out.contains(#""job":"2026-0002""#))
        }
    }
}
