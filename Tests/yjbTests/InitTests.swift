import Foundation
import TestKit
import Testing

/// `yjb init` that fails leaves nothing behind, and one that was broken off is completed.
struct InitTests {
    private func key(_ program: Program) -> String {
        program.address.hasPrefix("postgres") ? "files/street.key" : "street.sqlite.key"
    }

    /// What there is of the database and around it.
    private func left(_ program: Program) async throws -> [String] {
        guard program.address.hasPrefix("postgres") else { return try program.files() }
        let schema = try await program.shell([
            "/usr/bin/env", "psql", "-qXAt", program.address, "-c",
            "SELECT relname FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())",
        ])
        return try program.files() + schema.out.split(separator: "\n").map(String.init)
    }

    @Test(arguments: Engine.allCases)
    func oneThatFailsLeavesNothingBehind(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let refused: [(arguments: [String], clock: [String: String])] = [
                (["--org", "NHL", "--as", "admin"], ["YJB_NOW": "2026-01-01T09:00:00+08:00"]),
                (["--org", "NHL"], [:]),
                (["--org", " x", "--as", "admin"], [:]),
                (["--org", "NHL", "--as", "admin", "--at", "2999-01-01T00:00:00+08:00"], [:]),
            ]
            for (arguments, clock) in refused {
                let outcome = try await program.shell([Program.binary, "init"] + arguments, environment: clock)
                #expect(outcome.code != 0 && !outcome.messages.isEmpty)
                #expect(try await left(program) == [], "\(arguments): \(outcome)")
            }
            let whole = try await program.run("init", "--org", "NHL", "--as", "admin", "--policy", Program.sample("policy.yaml"))
            #expect(whole.code == 0, "\(whole)")
            #expect(try await program.run("audit", "verify", "--json").out.contains(#""records":2,"#))
            let again = try await program.run("init", "--org", "NHL", "--as", "admin")
            #expect(again.code == 73 && again.messages.hasPrefix("store.exists: "))
        }
    }

    /// The street and its policy come together or not at all, and an old key is not the key of a new file.
    @Test func nothingIsMadeBesideAnOldKey() async throws {
        try await Program.with { program in
            try program.write("left", to: "a.sqlite.key")
            let old = try await program.run("init", "--db", "a.sqlite")
            #expect(old.code == 73 && old.messages.contains("a.sqlite.key"))
            #expect(try program.files() == ["a.sqlite.key"])
        }
    }

    @Test(arguments: Engine.allCases)
    func oneThatWasBrokenOffIsCompleted(engine: Engine) async throws {
        try await Program.with(engine) { program in
            // Between the database and the key.
            let first = try await program.run("init")
            #expect(first.code == 0)
            try FileManager.default.removeItem(atPath: program.folder.file(key(program)))
            #expect(try await program.run("init").code == 0)
            #expect(program.exists(key(program)))
            // Between the key and the street.
            #expect(try await program.run("init").code == 73)
            let street = try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            #expect(street.code == 0, "\(street)")
            // In use: its key is on another machine.
            try FileManager.default.removeItem(atPath: program.folder.file(key(program)))
            let used = try await program.run("init")
            #expect(used.code == 78 && used.messages.hasPrefix("key.missing: "), "\(used)")
        }
    }

    /// Killed at any of its first writes, an init or the making of a copy's target is done again as if nothing had been.
    @Test(arguments: [1, 2, 3, 5, 8, 13, 21])
    func aFileThatWasBegunIsMadeAnew(write: Int) async throws {
        try await Program.with { program in
            let kill = try FaultyDisk.under("any:\(write):0:b.sqlite")
            _ = try await program.run("init", "--db", "b.sqlite", environment: kill)
            let done = try await program.run("init", "--db", "b.sqlite", "--org", "NHL", "--as", "admin", "--sandbox")
            #expect(done.code == 0 || program.exists("b.sqlite.key") && done.messages.hasPrefix("store.exists: "), "\(done)")
            #expect(try await program.run("audit", "verify", "--db", "b.sqlite").code == (done.code == 0 ? 0 : 1))

            let path = try await program.makeStreet(lines: 40)
            let cut = try FaultyDisk.under("any:\(write):0:c.sqlite")
            _ = try await program.run("copy", "--from", path, "--to", "c.sqlite", environment: cut)
            let copied = try await program.run("copy", "--from", path, "--to", "c.sqlite")
            #expect(copied.code == 0, "\(copied)")
            #expect(try await program.head("--db", "c.sqlite") == program.head("--db", path))
        }
    }
}
