import Kernel
import SQL
import Store
import TestKit
import Testing

/// The online backup of a file.
struct SQLiteBackupTests {
    @Test func writersGoOnAndTheCopyIsOneView() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("a.db")
            let store = try SQLiteDatabase.open(path: path, create: true)
            try await store.write { (connection) throws(Refusal) in
                for number in 0..<40_000 { try connection.take("before", number) }
            }
            try write([], to: folder.file("b.db"))
            let writes = Shared(0)
            try await store.backup(to: folder.file("b.db")) { done, all in
                // Between two steps another program writes: the copy neither sees it nor starts again.
                guard done < all else { return }
                writes.change { $0 += 1 }
                let sql = "INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', 'during', hex(randomblob(8)), 'x')"
                try? RawSQLite(path).execute(sql)
            }
            #expect(writes.value >= 1)
            try await expect(Int64(writes.value), "during", in: store)
            try await store.close()
            let copy = try SQLiteDatabase.open(path: folder.file("b.db"), create: false, readOnly: true)
            try await expect(40_000, "before", in: copy)
            try await expect(0, "during", in: copy)
            // Rows of a street that no record opens: the copy is looked at like any other database.
            let unclean = await refusal { () async throws(Refusal) in try await StoreCheck.verify(copy) }
            #expect(unclean?.code == .storeUnclean)
            try await copy.close()
        }
    }

    @Test func aTargetThatCannotBeWrittenIsRefused() async throws {
        try await withStore { store in
            let refused = await refusal { () async throws(Refusal) in
                try await store.backup(to: "/nowhere/at/all.db") { _, _ in }
            }
            #expect(refused?.code == .storeReadOnly)
        }
    }
}
