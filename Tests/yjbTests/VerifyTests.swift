import Foundation
import TestKit
import Testing

/// What `audit verify` looks at besides the records, and how it tells.
struct VerifyTests {
    /// A street with four jobs, in that kind of database.
    private func street(_ program: Program, lines: Int = 150) async throws {
        try await program.run("init")
        let year = try program.text(Program.sample("2026-year.jsonl")).split(separator: "\n").prefix(lines)
        try await program.run("apply", "-", input: year.joined(separator: "\n") + "\n")
    }

    @Test(arguments: Engine.allCases)
    func aNotedRecordIsKnownByEightDigits(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program, lines: 40)
            let verdict = try await program.run("audit", "verify", "--json").out
            let head = try #require(verdict.firstRange(of: #""head":""#)).upperBound
            let hash = String(verdict[head...].prefix(64))
            let count = try #require(verdict.firstMatch(of: /"records":(\d+)/)).1
            for good in [hash, String(hash.prefix(8)), hash.prefix(12).uppercased()] {
                #expect(try await program.run("audit", "verify", "--expect", "\(count):\(good)").code == 0)
            }
            let wrong = (hash.first == "0" ? "1" : "0") + hash.dropFirst().prefix(7)
            let other = try await program.run("audit", "verify", "--expect", "\(count):\(wrong)")
            #expect(other.code == 1 && other.out.contains(wrong))
            for bad in [String(hash.prefix(7)), hash + "0", "xxxxxxxx", ""] {
                let refused = try await program.run("audit", "verify", "--expect", "\(count):\(bad)")
                #expect(refused.code == 64 && refused.messages.hasPrefix("setting.invalid: "), "\(bad): \(refused)")
            }
        }
    }

    /// Two long texts that are cut alike show nothing; the field in which they differ does.
    @Test(arguments: Engine.allCases)
    func aDifferenceIsShownByItsField(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program)
            try await program.tamper(
                "UPDATE job SET body = replace(body, '\"category\":\"water\"', '\"category\":\"drain\"') WHERE number = '2026-0001'")
            let outcome = try await program.run("audit", "verify", "--lang", "en")
            #expect(outcome.code == 1, "\(outcome)")
            #expect(outcome.out.contains("job[2026-0001].body."), "\(outcome.out)")
            #expect(outcome.out.contains("expected water\n  found    drain\n"), "\(outcome.out)")
        }
    }

    @Test(arguments: Engine.allCases)
    func whatIsNotOursIsNamed(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program, lines: 20)
            let clean = try await program.run("audit", "verify", "--json")
            #expect(clean.code == 0 && !clean.out.contains("schema"), "\(clean)")
            try await program.change("CREATE TABLE extra (x INTEGER); CREATE VIEW seen AS SELECT org FROM record")
            let named = try await program.run("audit", "verify", "--json")
            #expect(named.code == 0 && named.out.contains(#""strangers":["table extra","view seen"]"#), "\(named)")
            try await program.change(
                "CREATE TRIGGER spy AFTER INSERT ON record BEGIN DELETE FROM extra; END",
                """
                CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE TRIGGER spy AFTER INSERT ON record FOR EACH ROW EXECUTE FUNCTION spy()
                """)
            let acting = try await program.run("audit", "verify", "--lang", "en")
            #expect(acting.code == 1 && acting.out.contains("schema[trigger spy on record]"), "\(acting)")
            let backup = try await program.run("backup", "b.backup")
            #expect(backup.code == 1 && backup.messages.hasPrefix("store.unclean: "), "\(backup)")
        }
    }

    @Test(arguments: Engine.allCases)
    func aGuardThatIsGoneIsNamed(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program, lines: 20)
            let name = engine == .sqlite ? "record_no_delete" : "record_no_truncate"
            try await program.change("DROP TRIGGER \(name)", "DROP TRIGGER \(name) ON record")
            let gone = try await program.run("audit", "verify", "--lang", "en")
            #expect(gone.code == 1 && gone.out.contains("schema[trigger \(name) on record]"), "\(gone)")
            // Under its own name, but it does nothing.
            try await program.change(
                "CREATE TRIGGER \(name) BEFORE DELETE ON record BEGIN SELECT 1; END",
                """
                CREATE TRIGGER \(name) BEFORE TRUNCATE ON record FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
                ALTER TABLE record DISABLE TRIGGER \(name)
                """)
            let idle = try await program.run("audit", "verify")
            #expect(idle.code == 1 && idle.out.contains("schema[trigger \(name) on record]"), "\(idle)")
        }
    }

    @Test(arguments: Engine.allCases)
    func photosAreLookedAt(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox", "--policy", Program.sample("policy.yaml"))
            #expect(try await program.run("audit", "verify", "--photos").code == 0)
            let year = try Program.opening()
            try await program.run("apply", "-", input: year.before + year.call)
            try program.write("\u{25}PDF-1.7 one", to: "photo.pdf")
            let note = ["job", "note", "2026-0001", "--text", "x", "--photo", "photo.pdf", "--as", "li.wei"]
            let noted = try await program.shell(
                [Program.binary] + note, environment: try FaultyDisk.under(log: "log"))
            #expect(noted.code == 0, "\(noted)")
            let folder = engine == .sqlite ? "street.sqlite.photos" : "files/photos"
            // A new folder is durable before anything is said to be in it.
            let made = try program.notes("log"), parent = program.folder.file(String(folder.prefix { $0 != "/" }))
            let around = engine == .sqlite ? program.folder.path : parent
            let place = try #require(made.firstIndex { $0.hasPrefix("mkdir") && $0.hasSuffix("photos") })
            #expect(made[place...].contains("sync " + around), "\(made)")
            let sound = try await program.run("audit", "verify", "--photos", "--json")
            #expect(sound.code == 0 && sound.out.contains(#""photos":{"named":1,"lost":[]}"#), "\(sound)")
            let hash = try #require(try FileManager.default.contentsOfDirectory(atPath: program.folder.file(folder)).first)
            try program.write("\u{25}PDF-1.7 two", to: folder + "/" + hash)
            let damaged = try await program.run("audit", "verify", "--photos")
            #expect(damaged.code == 1 && damaged.out.contains(hash), "\(damaged)")
            #expect(try await program.run("audit", "verify").code == 0)
            // The same photo again makes the file good.
            try await program.run("job", "note", "2026-0001", "--text", "y", "--photo", "photo.pdf", "--as", "li.wei")
            #expect(try await program.run("audit", "verify", "--photos").code == 0)
            try FileManager.default.removeItem(atPath: program.folder.file(folder + "/" + hash))
            #expect(try await program.run("audit", "verify", "--photos").code == 1)
        }
    }

    /// Proposals are only read: a file that cannot be written will do.
    @Test func matchingIsReadOnly() async throws {
        try await Program.with { program in
            let path = try await program.makeStreet(lines: 60)
            let before = try Data(contentsOf: URL(filePath: program.folder.file(path)))
            _ = try await program.shell(["/bin/chmod", "444", path])
            let outcome = try await program.run("finance", "match", "--db", path)
            #expect(outcome.code == 0, "\(outcome)")
            #expect(try Data(contentsOf: URL(filePath: program.folder.file(path))) == before)
            #expect(try program.files().filter { $0.hasPrefix(path) && $0 != path + ".key" } == [path])
        }
    }
}
