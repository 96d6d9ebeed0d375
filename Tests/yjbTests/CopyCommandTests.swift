import Foundation
import TestKit
import Testing

/// `yjb copy` as its user runs it.
struct CopyCommandTests {
    @Test(arguments: Engine.allCases)
    func thereAndBackAgain(engine: Engine) async throws {
        try await Program.with { program in
            try await engine.with { place in
                let first = try await program.makeStreet()
                let files = program.folder.file("files")
                let there = try await program.run(
                    "copy", "--from", first, "--to", place.address, "--to-files", files, "--without-photos", "--json")
                #expect(there.code == 0, "\(there.messages)")
                #expect(there.out.contains(#""ok":true"#) && there.out.contains(#""key":"written""#))
                for report in ["utilisation", "fund-ledger", "jobs", "timeliness"] { #expect(there.out.contains(report)) }
                let back = try await program.run(
                    "copy", "--from", place.address, "--from-files", files, "--to", "b.sqlite", "--without-photos")
                #expect(back.code == 0, "\(back.messages)")
                #expect(try await program.head("--db", "b.sqlite") == program.head("--db", first))
                let again = try await program.run(
                    "copy", "--from", first, "--to", "b.sqlite", "--without-photos", "--json")
                #expect(again.out.contains(#""added":0"#) && again.out.contains(#""key":"same""#))
                let caller = try await program.run("caller", "show", "2026-0001", "--db", "b.sqlite", "--as", "li.wei")
                #expect(caller.code == 0 && caller.out.contains("13800000"))
            }
        }
    }

    @Test func photosComeAlongAndLossesAreNamed() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            try await program.addPhoto("one", to: path)
            let before = try FileManager.default.contentsOfDirectory(atPath: program.folder.file(path + ".photos"))
            let name = try #require(before.first)
            // The sample's own photos were never taken: they are listed, and the copy is not whole.
            let copied = try await program.run("copy", "--from", path, "--to", "b.sqlite", "--json")
            #expect(copied.code == 1)
            #expect(copied.out.contains(#""copied":1"#) && copied.out.contains("no such file"))
            #expect(program.exists("b.sqlite.photos/" + name))
            try program.write("another picture", to: path + ".photos/" + name)
            let damaged = try await program.run("copy", "--from", path, "--to", "c.sqlite", "--json")
            #expect(damaged.out.contains(name) && damaged.out.contains("not those of its SHA-256"))
            #expect(!program.exists("c.sqlite.photos/" + name))
        }
    }

    @Test func aStreetKeepsItsKey() async throws {
        try await Program.with { program in
            let (first, other) = (try await program.makeStreet(lines: 40), try await program.makeStreet("o.sqlite", lines: 40))
            try await program.run("copy", "--from", first, "--to", "b.sqlite", "--without-photos")
            #expect(program.exists("b.sqlite.NHL.key") && !program.exists("b.sqlite.key"))
            let differs = try await program.run("copy", "--from", other, "--to", "b.sqlite", "--without-photos")
            #expect(differs.code == 78)
            // The street in the target knows its own key (its check value), so the other one is no key of its.
            #expect(differs.messages.hasPrefix("key.differs: ") || differs.messages.hasPrefix("key.invalid: "))
            try FileManager.default.removeItem(atPath: program.folder.file(other + ".key"))
            let missing = try await program.run("copy", "--from", other, "--to", "d.sqlite")
            #expect(missing.code == 78 && missing.messages.hasPrefix("key.missing: "))
            #expect(!program.exists("d.sqlite"))
            let lost = try await program.run(
                "copy", "--from", other, "--to", "d.sqlite", "--without-key", "--without-photos", "--json")
            #expect(lost.code == 0 && lost.out.contains(#""key":"lost""#))
        }
    }

    @Test func whatCannotBeCopiedIsNamed() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 40)
            #expect(try await program.run("copy", "--from", path, "--to", path).code == 64)
            #expect(try await program.run("copy", "--from", "none.sqlite", "--to", "b.sqlite").code == 66)
            let unknown = try await program.run("copy", "--from", path, "--to", "b.sqlite", "--org", "XJK")
            #expect(unknown.code == 1 && unknown.messages.hasPrefix("org.unknown: "))
            let files = try await program.run("copy", "--from", path, "--to", "postgres:///none?host=/none")
            #expect(files.code == 64 && files.messages.contains("--to-files"))
            #expect(!program.exists("b.sqlite"))
            let nowhere = try await program.run(
                "copy", "--from", path, "--to", "postgres:///none?host=/none", "--to-files", program.folder.file("f"))
            #expect(nowhere.code != 0 && !program.exists("f"))
        }
    }
}
