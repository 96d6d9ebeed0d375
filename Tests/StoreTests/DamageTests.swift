import Glibc
import Kernel
import SQL
import Store
import TestKit
import Testing

@Suite("Damaged files and missing rights")
struct DamageTests {
    @Test("a file cut short", arguments: [false, true])
    func truncated(readOnly: Bool) async throws {
        try await withClosedStore { path in
            truncate(path, 3 * 4096)
            let answer = refusal { () throws(Refusal) in
                try SQLiteDatabase.open(path: path, create: false, readOnly: readOnly)
            }
            #expect(answer?.code == .storeDamaged)
            #expect(answer?["path"] == path)
        }
    }

    @Test("nonsense in the pages is found when they are read")
    func corrupted() async throws {
        try await withClosedStore { path in
            var file = try bytes(of: path)
            for index in 4096..<file.count { file[index] = 0xA5 }
            try write(file, to: path)
            let answer = await refusal { () async throws(Refusal) in
                let store = try SQLiteDatabase.open(path: path, create: false)
                _ = try await store.read { connection throws(Refusal) in try connection.taken("ref") }
            }
            #expect(answer?.code == .storeDamaged)
        }
    }

    @Test("nonsense in the schema")
    func corruptedSchema() async throws {
        try await withClosedStore { path in
            var file = try bytes(of: path)
            for index in 100..<4096 { file[index] = 0xA5 }
            try write(file, to: path)
            let answer = refusal { () throws(Refusal) in try SQLiteDatabase.open(path: path, create: false) }
            #expect(answer?.code == .storeDamaged)
        }
    }

    @Test("a file that cannot be written to is refused, also when another program has left a WAL", arguments: [false, true])
    func readOnlyFile(withWAL: Bool) async throws {
        try await withClosedStore { path in
            let other = withWAL ? try SQLiteDatabase.open(path: path, create: false) : nil
            try await other?.write { connection throws(Refusal) in try connection.take("ref", 2) }
            for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o444) }
            let answer = try asStranger {
                refusal { () throws(Refusal) in try SQLiteDatabase.open(path: path, create: false) }
            }
            #expect(answer?.code == .storeReadOnly)
            for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o644) }
            try await other?.close()
        }
    }

    @Test("a folder that cannot be written to: reading works and leaves nothing behind, making a store is refused")
    func readOnlyFolder() async throws {
        try await withClosedStore { path in
            let folder = String(path.dropLast("/store.db".count))
            chmod(path, 0o444)
            chmod(folder, 0o555)
            defer { chmod(folder, 0o755) }
            let store = try asStranger { try SQLiteDatabase.open(path: path, create: false, readOnly: true) }
            try await expect(1, "ref", in: store)
            try await store.close()
            #expect(access(path + "-wal", F_OK) != 0)
            let made = try asStranger {
                refusal { () throws(Refusal) in try SQLiteDatabase.open(path: folder + "/new.db", create: true) }
            }
            #expect(made?.code == .storeReadOnly)
        }
    }

    @Test("a file that may not be read is store.io")
    func unreadable() async throws {
        try await withClosedStore { path in
            chmod(path, 0)
            let answer = try asStranger {
                refusal { () throws(Refusal) in try SQLiteDatabase.open(path: path, create: false, readOnly: true) }
            }
            #expect(answer?.code == .storeIO)
        }
    }

    /// A closed store with one row, in a folder that a stranger may look into.
    private func withClosedStore(_ body: (String) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            chmod(folder.path, 0o755)
            let path = folder.file("odd %?#/store.db")
            let store = try SQLiteDatabase.open(path: path, create: true)
            try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
            try await store.close()
            try await body(path)
        }
    }
}
