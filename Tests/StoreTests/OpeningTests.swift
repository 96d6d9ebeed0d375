import Glibc
import Kernel
import SQL
import Store
import TestKit
import Testing

@Suite("Opening a store")
struct OpeningTests {
    @Test("what a writer is set to", arguments: [
        ("synchronous", SQLValue(2)), ("journal_mode", "wal"), ("foreign_keys", 1), ("secure_delete", 1),
        ("recursive_triggers", 1), ("trusted_schema", 0), ("application_id", 0x796A_6201), ("busy_timeout", 5000),
        ("wal_autocheckpoint", 1000), ("journal_size_limit", 8_388_608),
    ])
    func writerSettings(name: String, value: SQLValue) async throws {
        try await withStore { store in
            let row = try await store.write { connection throws(Refusal) in try connection.first("PRAGMA " + name) }
            #expect(row?[0] == value)
        }
    }

    @Test("folders above are made, the file is its owner's only, what is written is there after reopening")
    func createAndReopen() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("a/b/store.db")
            let made = try SQLiteDatabase.open(path: path, create: true)
            try await made.write { connection throws(Refusal) in try connection.take("ref", 1) }
            _ = try await made.read { connection throws(Refusal) in try connection.taken("ref") }
            try await made.close()
            #expect(mode(of: path) == 0o600)
            #expect(access(path + "-wal", F_OK) != 0, "a closed store is one file")
            for readOnly in [false, true] {
                let again = try SQLiteDatabase.open(path: path, create: false, readOnly: readOnly)
                try await expect(1, "ref", in: again)
                try await again.close()
            }
        }
    }

    @Test("a read-only store refuses to write")
    func readOnly() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            try await SQLiteDatabase.open(path: path, create: true).close()
            let store = try SQLiteDatabase.open(path: path, create: false, readOnly: true)
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
            }
            #expect(answer?.code == .storeReadOnly)
            try await store.close()
            let create = refusal { () throws(Refusal) in
                try SQLiteDatabase.open(path: folder.file("new.db"), create: true, readOnly: true)
            }
            #expect(create?.code == .storeReadOnly)
        }
    }

    @Test("a path that looks like an address is a file's name", arguments: ["file:a.db?mode=memory", ":memory:", "a b%?#.db"])
    func oddNames(name: String) async throws {
        try await TemporaryFolder.with { folder in
            try await SQLiteDatabase.open(path: folder.file(name), create: true).close()
            #expect(access(folder.file(name), F_OK) == 0)
        }
    }

    @Test("what is not a store", arguments: zip(
        ["missing", "missing/folder.db", "folder", "empty", "text", "short", "pipe", "", "nul\0l"],
        [RefusalCode.storeMissing, .storeMissing, .storeNotDatabase, .storeNotDatabase, .storeNotDatabase,
         .storeDamaged, .storeNotDatabase, .storeMissing, .storeMissing]))
    func notAStore(name: String, code: RefusalCode) async throws {
        try await TemporaryFolder.with { folder in
            mkdir(folder.file("folder"), 0o755)
            mkfifo(folder.file("pipe"), 0o600)
            try write([], to: folder.file("empty"))
            try write(Array(repeating: UInt8(ascii: "x"), count: 5000), to: folder.file("text"))
            try write(Array("SQLite format 3\0".utf8), to: folder.file("short"))
            for readOnly in [false, true] {
                let answer = refusal { () throws(Refusal) in
                    try SQLiteDatabase.open(
                        path: name.isEmpty ? "" : folder.file(name), create: false, readOnly: readOnly)
                }
                #expect(answer?.code == code)
                #expect(answer?["path"] != nil)
            }
        }
    }

    @Test("another program's database is left untouched")
    func foreignDatabase() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("other.db")
            try RawSQLite(path).execute("CREATE TABLE migration (version INTEGER)")
            let before = try bytes(of: path)
            let answer = refusal { () throws(Refusal) in try SQLiteDatabase.open(path: path, create: false) }
            #expect(answer?.code == .storeNotDatabase)
            #expect(try bytes(of: path) == before)
            #expect(access(path + "-wal", F_OK) != 0)
        }
    }

    @Test("an existing file is never made anew", arguments: ["store.db", "text", "folder"])
    func exists(name: String) async throws {
        try await TemporaryFolder.with { folder in
            try await SQLiteDatabase.open(path: folder.file("store.db"), create: true).close()
            try write([1, 2, 3], to: folder.file("text"))
            mkdir(folder.file("folder"), 0o755)
            let answer = refusal { () throws(Refusal) in
                try SQLiteDatabase.open(path: folder.file(name), create: true)
            }
            #expect(answer?.code == .storeExists)
            #expect(try bytes(of: folder.file("text")) == [1, 2, 3])
        }
    }

    @Test("a store that cannot be made complete leaves no file")
    func failedCreation() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            mkdir(path + "-wal", 0o755)
            let answer = refusal { () throws(Refusal) in try SQLiteDatabase.open(path: path, create: true) }
            #expect(answer?.code.group == "store")
            #expect(access(path, F_OK) != 0)
        }
    }

    @Test("a later version's store is refused", arguments: [false, true])
    func newer(readOnly: Bool) async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            let store = try SQLiteDatabase.open(path: path, create: true)
            try await store.write { connection throws(Refusal) in
                try connection.run("INSERT INTO migration VALUES (99, 'from the future')")
            }
            try await store.close()
            let before = try bytes(of: path)
            let answer = refusal { () throws(Refusal) in
                try SQLiteDatabase.open(path: path, create: false, readOnly: readOnly)
            }
            #expect(answer?.code == .storeNewer)
            #expect(answer?["found"] == "99")
            #expect(answer?["known"] == String(Migrations.schema.current))
            #expect(try bytes(of: path) == before)
        }
    }

    @Test("another program's lock is store.locked")
    func locked() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            let store = try SQLiteDatabase.open(path: path, create: true, patience: 10)
            try await withLock(on: path) {
                let answer = await refusal { () async throws(Refusal) in
                    try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
                }
                #expect(answer?.code == .storeLocked)
                #expect(answer?["path"] == path)
                let second = try SQLiteDatabase.open(path: path, create: false, patience: 10)
                try await expect(0, "ref", in: second)
                try await second.close()
            }
            try await store.close()
        }
    }

    private func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
}
