import Foundation
import Testing
import TestKit

/// What the disk does to the program, and what the program leaves on it.
struct DiskTests {
    private static let user =
        #"{"id":"u1","org":"NHL","by":"admin","do":"user.add","with":{"user":"u1","name":"甲","roles":["grid"]}}"# + "\n"

    /// A program dies between writing a commit and making it durable. The next one finds the commit in the page cache: it
    /// must not answer from it, nor print a stamp of it, before the disk has it.
    @Test(arguments: 2...3)
    func anAnswerWaitsForTheDisk(sync: Int) async throws {
        try await Program.with { program in
            try await program.run(
                "init", "--db", "a.sqlite", "--org", "NHL", "--as", "admin", "--sandbox", "--policy",
                Program.sample("policy.yaml"))
            let dead = try await program.run(
                "apply", "--db", "a.sqlite", "-", input: Self.user, environment: try FaultyDisk.under("sync:\(sync):0:-wal"))
            try #require(dead.code == 9, "not killed: \(dead)")
            for suffix in ["", "-wal", "-shm", ".key"] where program.exists("a.sqlite" + suffix) {
                _ = try await program.shell(["/bin/cp", "a.sqlite" + suffix, "b.sqlite" + suffix])
            }
            let again = try await program.run(
                "apply", "--db", "a.sqlite", "-", input: Self.user, environment: try FaultyDisk.under(log: "a.log"))
            #expect(again.out.contains(#""id":"u1","ok":true"#))
            let read = try await program.run(
                "report", "jobs", "--db", "b.sqlite", environment: try FaultyDisk.under(log: "b.log"))
            #expect(read.code == 0)
            for log in ["a.log", "b.log"] {
                let notes = try program.notes(log)
                let answered = try #require(notes.firstIndex { $0.hasPrefix("answer") })
                let settled = notes.firstIndex { $0.hasPrefix("sync") && $0.hasSuffix("-wal") }
                #expect(settled.map { $0 < answered } == true, "\(log): \(notes)")
            }
        }
    }

    /// Whichever sync fails, of the file or of the folder that has its name: nothing is there, and the next attempt succeeds.
    @Test(arguments: 1...4)
    func aBackupThatCannotBeMadeDurableLeavesNothing(sync: Int) async throws {
        try await Program.with { program in
            let first = try await program.makeStreet(lines: 60)
            let before = try program.files()
            let failed = try await program.run(
                "backup", "kept.backup", "--db", first, environment: try FaultyDisk.under("sync:\(sync):5:" + program.folder.path))
            guard failed.code != 0 else { return }
            #expect(try program.files() == before, "\(failed)")
            #expect(try await program.run("backup", "kept.backup", "--db", first).code == 0)
        }
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func nothingIsMadeBesideAnOldWAL(suffix: String) async throws {
        try await Program.with { program in
            let first = try await program.makeStreet(lines: 60)
            #expect(try await program.run("backup", "a.backup", "--db", first).code == 0)
            try program.write("left by another database", to: "r.sqlite" + suffix)
            let restored = try await program.run("restore", "a.backup", "--db", "r.sqlite")
            #expect(restored.code == 73 && restored.messages.hasPrefix("store.leftover: "), "\(restored)")
            #expect(restored.messages.contains("r.sqlite" + suffix))
            let backed = try await program.run("backup", "r.sqlite", "--db", first)
            #expect(backed.code == 73 && backed.messages.hasPrefix("store.leftover: "), "\(backed)")
            let left = try program.files().filter { $0.hasPrefix("r.sqlite") }
            #expect(left == ["r.sqlite" + suffix])
        }
    }

    /// Another program's WAL comes to lie there just when the file gets its name.
    @Test func itIsLookedAtAgainUnderItsName() async throws {
        try await Program.with { program in
            let first = try await program.makeStreet(lines: 60)
            #expect(try await program.run("backup", "a.backup", "--db", first).code == 0)
            var planted = try FaultyDisk.under()
            planted["FAULT_PLANT"] = "-wal"
            let restored = try await program.run("restore", "a.backup", "--db", "r.sqlite", environment: planted)
            #expect(restored.code == 73 && restored.messages.hasPrefix("store.leftover: "), "\(restored)")
            #expect(try program.files().filter { $0.hasPrefix("r.sqlite") } == ["r.sqlite-wal"])
        }
    }

    /// SQLite drops what lies beside an empty file; the new database has nothing of it.
    @Test func aNewDatabaseTakesNothingFromAnOldWAL() async throws {
        try await Program.with { program in
            let first = try await program.makeStreet(lines: 60)
            _ = try await program.run(
                "apply", "--db", first, "-", input: Self.user, environment: try FaultyDisk.under("sync:3:0:-wal"))
            _ = try await program.shell(["/bin/cp", first + "-wal", "n.sqlite-wal"])
            #expect(try await program.run("init", "--db", "n.sqlite", "--org", "NHL", "--as", "admin", "--sandbox").code == 0)
            let verdict = try await program.run("audit", "verify", "--db", "n.sqlite", "--json")
            #expect(verdict.code == 0 && verdict.out.contains(#""records":1,"#), "\(verdict)")
        }
    }

    /// Whoever reads another's database leaves nothing there that its owner could not write to afterwards.
    @Test(.enabled(if: geteuid() == 0, "only root can be two users"))
    func aReaderLeavesTheOwnerItsDatabase() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            let script = """
                chmod 777 . && cp '\(Program.binary)' yjb && chmod 755 yjb
                chown nobody \(path)* && chmod 644 \(path)
                runuser -u games -- env HOME=/ ./yjb audit verify --db \(path) && runuser -u games -- env HOME=/ ./yjb job show 2026-0001 --db \(path)
                """
            let read = try await program.shell(["/bin/bash", "-c", script])
            #expect(read.code == 0, "\(read)")
            #expect(try program.files().filter { $0.hasPrefix(path) } == [path, path + ".key"])
            try program.write(Self.user, to: "in")
            let written = try await program.shell([
                "/bin/bash", "-c", "chmod 644 in; runuser -u nobody -- env HOME=/ ./yjb apply --db \(path) in",
            ])
            #expect(written.code == 0 && written.out.contains(#""ok":true"#), "\(written)")
        }
    }

    /// Reading takes no room on the disk.
    @Test func aFullDiskCanBeRead() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            let full = try FaultyDisk.under("any:0:28:\(path)")
            let before = try await program.run("audit", "verify", "--db", path)
            let read = try await program.run("audit", "verify", "--db", path, environment: full)
            #expect(read.code == 0 && read.out == before.out, "\(read)")
            #expect(try await program.run("job", "list", "--db", path, environment: full).code == 0)
            let refused = try await program.run("apply", "--db", path, "-", input: Self.user, environment: full)
            #expect([73, 74].contains(refused.code))
        }
    }

    /// What a program that was killed has left is named and taken away by the next.
    @Test func whatTheDeadLeaveBehindIsRemoved() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            let dead = try await program.run(
                "backup", "a.backup", "--db", path, environment: try FaultyDisk.under("write:3:0:.yjb-tmp-"))
            #expect(dead.code == 9)
            let left = try program.files().filter { $0.contains(".yjb-tmp-") }
            #expect(left.count == 1 && !program.exists("a.backup"))
            let next = try await program.run("backup", "b.backup", "--db", path)
            #expect(next.code == 0 && next.messages.contains(left.first ?? "?"))
            #expect(try !program.files().contains { $0.contains(".yjb-tmp-") })
        }
    }
}
