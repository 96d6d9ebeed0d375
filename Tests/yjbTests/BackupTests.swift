import Foundation
import TestKit
import Testing

/// `yjb backup` and `yjb restore` as their user runs them.
struct BackupTests {
    @Test(arguments: Engine.allCases)
    func aBackupIsVerifiedAndRestored(engine: Engine) async throws {
        try await Program.with { program in
            try await engine.with { place in
                let first = try await program.makeStreet()
                let files = program.folder.file("files")
                try await program.run(
                    "copy", "--from", first, "--to", place.address, "--to-files", files, "--without-photos")
                let made = try await program.run("backup", "a.backup", "--db", place.address, "--files", files, "--json")
                #expect(made.code == 0, "\(made.messages)")
                #expect(made.out.contains(#""verified":true"#) && made.out.contains(#""photosLeft":"#))
                let taken = try await program.run("backup", "a.backup", "--db", place.address, "--files", files)
                #expect(taken.code == 73 && taken.messages.hasPrefix("store.exists: "))
                let busy = try await program.run("restore", "a.backup", "--db", place.address, "--files", files)
                #expect(busy.code == 73 && busy.messages.hasPrefix("store.exists: "))

                let other = engine == .sqlite ? "postgres:///none?host=/none" : "r.sqlite"
                let wrong = try await program.run("restore", "a.backup", "--db", other, "--files", files)
                #expect(wrong.code == 65 && wrong.messages.hasPrefix("backup.format: "))
                guard engine == .sqlite else { return try await restoreToServer(program, place, files) }
                #expect(try await program.run("restore", "a.backup", "--db", "r.sqlite").code == 0)
                #expect(try await program.head("--db", "r.sqlite") == program.head("--db", first))
            }
        }
    }

    private func restoreToServer(_ program: Program, _ place: StorePlace, _ files: String) async throws {
        let server = try #require(place.server)
        let before = try await program.head("--db", place.address, "--files", files)
        let base = try #require(PostgresServer.base)
        let dropped = try await program.shell(["/usr/bin/env", "psql", "-qX", base, "-c", server.drop])
        #expect(dropped.code == 0, "\(dropped.messages)")
        let restored = try await program.run("restore", "a.backup", "--db", place.address, "--files", files)
        #expect(restored.code == 0, "\(restored.messages)")
        #expect(try await program.head("--db", place.address, "--files", files) == before)
        let away = server.url(with: "application_name=x").replacing(server.schema, with: server.schema + "_b")
        let elsewhere = try await program.run("restore", "a.backup", "--db", away, "--files", files)
        #expect(elsewhere.code == 65 && elsewhere.messages.hasPrefix("backup.schema: "))
    }

    @Test func aBackupThatWasTamperedWithIsRefused() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            try await program.run("backup", "a.backup", "--db", path)
            let sql = """
                DROP TRIGGER record_no_update; UPDATE record SET body = replace(body, '"by":"', '"by":"x') WHERE seq = 20
                """
            _ = try await program.shell(["/usr/bin/env", "sqlite3", "a.backup", sql])
            let refused = try await program.run("restore", "a.backup", "--db", "r.sqlite")
            #expect(refused.code == 1)
            #expect(refused.messages.hasPrefix("store.unclean: ") && refused.messages.contains("a.backup"))
            try program.write("no backup at all", to: "b.backup")
            let strange = try await program.run("restore", "b.backup", "--db", "r.sqlite")
            #expect(strange.code == 65 && strange.messages.hasPrefix("store.notDatabase: "))
            #expect(try await program.run("restore", "none", "--db", "r.sqlite").code == 66)
            let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
            #expect(!left.contains { $0.hasPrefix("r.sqlite") || $0.contains(".yjb-tmp-") })
        }
    }

    @Test func photosAreBackedUpAndRestored() async throws {
        try await Program.with { program in
            try await program.run(
                "init", "--db", "a.sqlite", "--org", "NHL", "--as", "admin", "--year", "2026", "--policy",
                Program.sample("policy.yaml"))
            let nothing = try await program.run("backup", "0.backup", "--db", "a.sqlite", "--photos", "kept", "--json")
            #expect(nothing.code == 0 && nothing.out.contains(#""copied":0"#))
            let path = try await program.makeStreet("b.sqlite", lines: 60)
            try await program.addPhoto("one", to: path)
            let made = try await program.run("backup", "b.backup", "--db", path, "--photos", "kept", "--json")
            #expect(made.code == 1 && made.out.contains(#""copied":1"#))
            let again = try await program.run("backup", "c.backup", "--db", path, "--photos", "kept", "--json")
            #expect(again.out.contains(#""kept":1"#))
            let back = try await program.run("restore", "b.backup", "--db", "r.sqlite", "--photos", "kept", "--json")
            #expect(back.out.contains(#""copied":1"#))
            let name = try FileManager.default.contentsOfDirectory(atPath: program.folder.file("kept"))
            #expect(program.exists("r.sqlite.photos/" + (name.first ?? "?")))
        }
    }

    /// Whatever a dump holds, and whether it verifies or not, the scratch database is left as it was.
    @Test(arguments: [true, false])
    func aScratchDatabaseIsClearedAgain(clean: Bool) async throws {
        try await Program.with { program in
            try await Engine.postgres.with { place in
                let (first, files) = (try await program.makeStreet(lines: 60), program.folder.file("files"))
                try await program.run(
                    "copy", "--from", first, "--to", place.address, "--to-files", files, "--without-photos")
                let (server, base) = (try #require(place.server), try #require(PostgresServer.base))
                let name = "s_" + server.schema
                let scratch = base.replacing("/postgres?", with: "/\(name)?") + "&options=-csearch_path%3D" + server.schema
                func psql(_ url: String, _ sql: String) async throws -> String {
                    let outcome = try await program.shell(["/usr/bin/env", "psql", "-qXAt", url, "-c", sql])
                    #expect(outcome.code == 0, "\(outcome.messages)")
                    return outcome.out
                }
                _ = try await psql(base, "CREATE DATABASE \(name) TEMPLATE template0")
                _ = try await psql(scratch, "CREATE TABLE public.theirs (x int)")
                _ = try await psql(server.url, """
                    CREATE TABLE extra (x serial); CREATE VIEW seen AS SELECT * FROM extra; CREATE TYPE mood AS ENUM ('a')
                    """)
                if !clean { _ = try await psql(server.url, "UPDATE standing SET amount = amount + 1") }
                let made = try await program.run(
                    "backup", "a.dump", "--db", place.address, "--files", files, "--scratch", scratch)
                #expect(made.code == (clean ? 0 : 1), "\(made.messages)")
                #expect(clean || made.messages.contains("a.dump"))
                let left = try await psql(scratch, """
                    SELECT nspname, (SELECT COUNT(*) FROM pg_class WHERE relnamespace = n.oid) FROM pg_namespace n
                    WHERE nspname !~ '^pg_|^information_schema' ORDER BY 1
                    """)
                #expect(left == "public|1\n")
                let used = try await program.run(
                    "backup", "b.dump", "--db", place.address, "--files", files, "--scratch", place.address)
                #expect(used.code == 73 && used.messages.hasPrefix("store.exists: "))
                #expect(try await psql(server.url, "SELECT COUNT(*) FROM street") == "1\n")
                _ = try await psql(base, "DROP DATABASE \(name) WITH (FORCE)")
            }
        }
    }

    @Test(.enabled(if: PostgresServer.isAvailable, Comment(rawValue: PostgresServer.absent)))
    func aPasswordIsNeverAnArgument() async throws {
        try await Program.with { program in
            let place = try #require(PostgresServer.fresh())
            let (files, url) = (program.folder.file("files"), place.url(with: "password=s3cret"))
            try await program.run("init", "--db", url, "--files", files)
            let fake = "#!/bin/sh\necho \"$@\" > argv; echo \"$PGPASSWORD\" > word\necho \"wrong: $PGPASSWORD\" >&2; exit 3\n"
            try program.write(fake, to: "pg_dump")
            _ = try await program.shell(["/usr/bin/env", "chmod", "+x", "pg_dump"])
            let run = try await program.run(
                "backup", "a.dump", "--db", url, "--files", files, environment: ["PATH": program.folder.path + ":/bin:/usr/bin"])
            #expect(run.code == 74 && run.messages.contains("wrong: ***"))
            #expect(!(run.messages + run.out + (try program.text(program.folder.file("argv")))).contains("s3cret"))
            #expect(try program.text(program.folder.file("word")) == "s3cret\n")
            let missing = try await program.run(
                "backup", "a.dump", "--db", url, "--files", files, environment: ["PATH": "/nowhere"])
            #expect(missing.code == 78 && missing.messages.contains("postgresql-client"))
            #expect(!program.exists("a.dump"))
            _ = try await program.shell(["/usr/bin/env", "psql", "-qX", PostgresServer.base ?? "", "-c", place.drop])
        }
    }
}
