import Foundation
import Testing
import TestKit

/// What the program says, and how it ends, when its surroundings are not as they should be.
struct SurroundingsTests {
    @Test func theDatabaseMustBeThere() async throws {
        try await Program.with { program in
            let outcome = try await program.run("report", "utilisation", "--db", "none.sqlite")
            #expect(outcome.code == 66)
            #expect(outcome.messages.hasPrefix("store.missing: "))
            let unnamed = try await program.run("report", "utilisation")
            #expect(unnamed.code == 64)
            #expect(unnamed.messages.hasPrefix("setting.missing: "))
            #expect(try await program.run("report", "utilisation", "--nonsense").code == 64)
        }
    }

    @Test func itMustBeOneOfOurs() async throws {
        try await Program.with { program in
            try program.write("this is no database, however long it may be\n", to: "text.sqlite")
            let text = try await program.run("audit", "verify", "--db", "text.sqlite")
            #expect(text.code == 65)
            #expect(text.messages.hasPrefix("store.notDatabase: "))
            let again = try await program.run("init", "--db", "text.sqlite")
            #expect(again.code == 73)
            #expect(again.messages.hasPrefix("store.exists: "))
        }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite")
            let sql = "INSERT INTO migration (version, name) VALUES (9999, 'later')"
            _ = try await program.shell(["/usr/bin/env", "sqlite3", "a.sqlite", sql])
            let outcome = try await program.run("audit", "verify", "--db", "a.sqlite")
            #expect(outcome.code == 78)
            #expect(outcome.messages.hasPrefix("store.newer: "))
        }
    }

    @Test func theKeyIsPrivate() async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite")
            let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.file("a.sqlite.key"))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func settingsMustBeUnderstood() async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite")
            let french = try await program.run("audit", "verify", "--db", "a.sqlite", "--lang", "fr")
            #expect(french.code == 64)
            #expect(french.messages.hasPrefix("setting.invalid: "))
            let folder = try await program.run("apply", "--db", "a.sqlite", ".")
            #expect(folder.code == 65)
            #expect(folder.messages.hasPrefix("file.unreadable: "))
            let clock = try await program.run(
                "audit", "verify", "--db", "a.sqlite", environment: ["YJB_NOW": "yesterday"])
            #expect(clock.code == 64)
            let opened = try await program.run(
                "init", "--db", "b.sqlite", "--org", "NHL", "--as", "admin",
                environment: ["YJB_NOW": "2026-01-01T09:00:00+08:00"])
            #expect(opened.code == 78)
            #expect(opened.messages.contains("clock.forbidden: "))
        }
    }
}
