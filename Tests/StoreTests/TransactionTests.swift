import Kernel
import SQL
import Store
import Testing

@Suite("Transactions")
struct TransactionTests {
    @Test("a write that throws leaves nothing")
    func rollback() async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.take("ref", 1)
                    throw Refusal(.refTaken)
                }
            }
            #expect(answer == Refusal(.refTaken))
            try await expect(0, "ref", in: store)
        }
    }

    @Test("a savepoint that throws undoes itself only, nested ones too")
    func savepoints() async throws {
        try await withStore { store in
            try await store.write { connection throws(Refusal) in
                try connection.take("kept", 1)
                let outer = refusal { () throws(Refusal) in
                    try connection.savepoint { () throws(Refusal) in
                        try connection.take("undone", 1)
                        try connection.savepoint { () throws(Refusal) in try connection.take("undone", 2) }
                        throw Refusal(.jobState)
                    }
                }
                #expect(outer == Refusal(.jobState))
                try connection.savepoint { () throws(Refusal) in
                    try connection.take("kept", 2)
                    _ = refusal { () throws(Refusal) in
                        try connection.savepoint { () throws(Refusal) in
                            try connection.take("undone", 3)
                            throw Refusal(.jobState)
                        }
                    }
                }
            }
            let counts = try await store.read { connection throws(Refusal) in
                [try connection.taken("kept"), try connection.taken("undone")]
            }
            #expect(counts == [2, 0])
        }
    }

    /// As after a full disk, when SQLite gives the whole transaction up by itself.
    @Test("once the transaction is gone, nothing more is written, even when the error is swallowed")
    func lostTransaction() async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.take("ref", 1)
                    try connection.run("ROLLBACK")
                    let next = refusal { () throws(Refusal) in try connection.take("ref", 2) }
                    #expect(next?.code == .storeIO)
                }
            }
            #expect(answer?.code == .storeIO)
            try await expect(0, "ref", in: store)
            try await store.write { connection throws(Refusal) in try connection.take("ref", 3) }
            try await expect(1, "ref", in: store)
        }
    }

    @Test("a full disk is store.full, and nothing of the transaction remains")
    func full() async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.run("PRAGMA max_page_count = 1")
                    try connection.take("ref", 1)
                    for n in 2... { try connection.take(String(repeating: "x", count: 3000), n) }
                }
            }
            #expect(answer?.code == .storeFull)
            try await expect(0, "ref", in: store)
        }
    }

    @Test("a commit that fails leaves nothing and the writer goes on")
    func failedCommit() async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.run("PRAGMA defer_foreign_keys = ON")
                    try connection.addLine(1)
                }
            }
            #expect(answer?.code == .storeIO)
            #expect(answer?["detail"]?.contains("FOREIGN KEY") == true)
            try await store.write { connection throws(Refusal) in
                try connection.addRecord(1)
                try connection.addLine(1)
            }
        }
    }

    @Test("a closed store refuses and does not crash")
    func closed() async throws {
        try await withStore { store in
            try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
            try await store.close()
            let read = await refusal { () async throws(Refusal) in
                try await store.read { connection throws(Refusal) in try connection.taken("ref") }
            }
            let write = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in try connection.take("ref", 2) }
            }
            #expect(read?.code == .storeIO)
            #expect(write?.code == .storeIO)
        }
    }

    @Test("a cancelled task's write is finished and answered")
    func cancelled() async throws {
        try await withStore { store in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
            }
            try await task.value
            try await expect(1, "ref", in: store)
        }
    }
}
