import Dispatch
import Kernel
import SQL
import Desk
import Store
import Synchronization
import TestKit
import Testing

@Suite("Commit queue")
struct CommitQueueTests {
    @Test("who waits together is committed together, at most 256 at a time", arguments: [(1, 1), (200, 1), (300, 2)], Engine.allCases)
    func together(_ batch: (submits: Int, transactions: Int), engine: Engine) async throws {
        let (submits, transactions) = batch
        try await withStore(engine) { store in
            let gate = GatedDatabase(store)
            let queue = CommitQueue(gate)
            let answers = await gather(submits, in: queue, behind: gate) { connection, n throws(Refusal) in
                try connection.take("ref", n)
                return n
            }
            #expect(answers.compactMap { try? $0.get() } == Array(0..<submits))
            #expect(gate.writes == transactions)
            try await expect(Int64(submits), "ref", in: store)
        }
    }

    @Test("many at once without a gate: all answered, in fewer transactions", arguments: Engine.allCases)
    func concurrent(engine: Engine) async throws {
        try await withStore(engine) { store in
            let gate = GatedDatabase(store, open: true)
            let queue = CommitQueue(gate)
            let count = try await withThrowingTaskGroup(of: Void.self) { group in
                for n in 0..<200 {
                    group.addTask { try await queue.submit { connection throws(Refusal) in try connection.take("ref", n) } }
                }
                var count = 0
                while try await group.next() != nil { count += 1 }
                return count
            }
            #expect(count == 200)
            #expect(gate.writes < 200)
            #expect(queue.waiting == 0)
        }
    }

    @Test("a refused work is undone alone, and only its caller hears of it", arguments: Engine.allCases)
    func refusedAlone(engine: Engine) async throws {
        try await withStore(engine) { store in
            let gate = GatedDatabase(store)
            let answers = await gather(20, in: CommitQueue(gate), behind: gate) { connection, n throws(Refusal) in
                try connection.take("ref", n)
                if n % 5 == 0 { throw Refusal(.fundsInsufficient, ["asked": String(n)]) }
                return n
            }
            for (n, answer) in answers.enumerated() {
                #expect(answer == (n % 5 == 0 ? .failure(Refusal(.fundsInsufficient, ["asked": String(n)])) : .success(n)))
            }
            #expect(gate.writes == 1)
            try await expect(16, "ref", in: store)
        }
    }

    @Test("works see what the works before them did, in the order of submission", arguments: Engine.allCases)
    func order(engine: Engine) async throws {
        try await withStore(engine) { store in
            let gate = GatedDatabase(store)
            let answers = await gather(10, in: CommitQueue(gate), behind: gate) { connection, n throws(Refusal) in
                try connection.take("ref", n)
                return Int(try connection.taken("ref") ?? 0)
            }
            #expect(answers.compactMap { try? $0.get() } == Array(1...10))
        }
    }

    @Test("a failure of the transaction reaches all of its callers, and the next batch goes through", arguments: [
        // The commit itself fails.
        "PRAGMA defer_foreign_keys = ON; INSERT INTO command VALUES ('NHL', 'c', 9)",
        // SQLite gives the transaction up half-way.
        "ROLLBACK",
    ])
    func failedCommit(sql: String) async throws {
        try await withStore { store in
            let gate = GatedDatabase(store)
            let queue = CommitQueue(gate)
            let answers = await gather(9, in: queue, behind: gate) { connection, n throws(Refusal) in
                try connection.take("ref", n)
                if n == 3 { throw Refusal(.jobState) }
                if n == 4 { for part in sql.split(separator: ";") { try connection.run(String(part)) } }
                return n
            }
            let codes = answers.map { answer in refusal { () throws(Refusal) in try answer.get() }?.code }
            #expect(codes == Array(repeating: .storeIO, count: 9))
            try await expect(0, "ref", in: store)
            try await queue.submit { connection throws(Refusal) in try connection.take("ref", 1) }
            try await expect(1, "ref", in: store)
        }
    }

    @Test("a transaction that cannot begin fails those who wait, and the queue goes on")
    func cannotBegin() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            let store = try SQLiteDatabase.open(path: path, create: true, patience: 1)
            let gate = GatedDatabase(store)
            let queue = CommitQueue(gate)
            try await withLock(on: path) {
                let answers = await gather(3, in: queue, behind: gate) { _, n in n }
                let codes = answers.map { answer in refusal { () throws(Refusal) in try answer.get() }?.code }
                #expect(codes == [.storeLocked, .storeLocked, .storeLocked])
            }
            let after = try await queue.submit { _ in 7 }
            #expect(after == 7)
            try await store.close()
        }
    }

    @Test("a cancelled caller still gets its answer", arguments: Engine.allCases)
    func cancelled(engine: Engine) async throws {
        try await withStore(engine) { store in
            let queue = CommitQueue(store)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await queue.submit { connection throws(Refusal) in
                    try connection.take("ref", 1)
                    return 1
                }
            }
            let answer = try await task.value
            #expect(answer == 1)
        }
    }

    @Test("a transaction that the server gives up is run again with the same works, each once")
    func runAgain() async throws {
        try await withStore(.postgres) { store in
            let gate = GatedDatabase(store)
            let tries = Atomic(0)
            let answers = await gather(5, in: CommitQueue(gate), behind: gate) { connection, n throws(Refusal) in
                try connection.take("ref", n)
                let first = n == 3 && tries.add(1, ordering: .relaxed).newValue == 1
                if first {
                    try connection.run("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$")
                }
                return n
            }
            #expect(answers.compactMap { try? $0.get() } == Array(0..<5))
            #expect(tries.load(ordering: .relaxed) == 2)
            try await expect(5, "ref", in: store)
        }
    }

    @Test("streets that are written apart do not wait for each other", arguments: Engine.allCases)
    func lanes(engine: Engine) async throws {
        try await withStore(engine) { store in
            let lanes = CommitLanes(store)
            let parts = lanes.divided(["A", "B", "A"]) { try? Code($0) }
            #expect(parts.map { $0.map(\.offset) } == (engine == .postgres ? [[0, 2], [1]] : [[0, 1, 2]]))
            let (held, free) = (AsyncGate(), AsyncGate())
            guard engine == .postgres else { return }
            let slow = Task {
                try await lanes.submit(try Code("A")) { (_) throws(Refusal) in
                    held.open()
                    free.waitBlocking()
                }
            }
            await held.wait()
            // Street A's transaction is still open when this one is answered.
            try await lanes.submit(try Code("B")) { (connection) throws(Refusal) in try connection.take("ref", 1) }
            #expect(lanes.count == 1)
            free.open()
            try await slow.value
            // Nobody waits any more: no street is kept for ever.
            #expect(lanes.count == 0)
        }
    }

    @Test("a street is locked before it has a row, and only in its own store", .postgres)
    func streetLock() async throws {
        try await withPostgres { store, place in
            try await withPostgres { elsewhere, _ in
                let impatient = try PostgresDatabase.open(url: place.url + "%20-clock_timeout%3D20", create: false)
                let (held, free) = (AsyncGate(), AsyncGate())
                let org = try Code("NHL")
                let holder = Task {
                    try await CommitQueue(store, street: org).submit { (_) throws(Refusal) in
                        held.open()
                        free.waitBlocking()
                    }
                }
                await held.wait()
                let queue = CommitQueue(impatient, street: org)
                let answer = await refusal { () async throws(Refusal) in try await queue.submit { _ in } }
                #expect(answer?.code == .storeLocked)
                try await CommitQueue(impatient, street: try Code("XJK")).submit { _ in }
                try await CommitQueue(elsewhere, street: org).submit { _ in }
                free.open()
                try await holder.value
                try await queue.submit { _ in }
                try await impatient.close()
            }
        }
    }

    /// Submits `count` works one after the other while the gate is shut, opens it, and gives the answers in
    /// that order.
    private func gather(
        _ count: Int, in queue: CommitQueue, behind gate: GatedDatabase,
        _ work: @escaping @Sendable (any SQLConnection, Int) throws(Refusal) -> Int
    ) async -> [Result<Int, Refusal>] {
        var tasks: [Task<Result<Int, Refusal>, Never>] = []
        for n in 0..<count {
            tasks.append(Task {
                do throws(Refusal) {
                    return .success(try await queue.submit { connection throws(Refusal) in try work(connection, n) })
                } catch {
                    return .failure(error)
                }
            })
            while queue.waiting <= n { await Task.yield() }
        }
        gate.open()
        var answers: [Result<Int, Refusal>] = []
        for task in tasks { answers.append(await task.value) }
        return answers
    }
}

/// A store that lets no transaction begin before it is opened, and counts them.
final class GatedDatabase: SQLDatabase {
    private struct State {
        var open: Bool
        var writes = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let base: any SQLDatabase
    private let state: Mutex<State>

    init(_ base: any SQLDatabase, open: Bool = false) {
        self.base = base
        state = Mutex(State(open: open))
    }

    var dialect: SQLDialect { base.dialect }
    var path: String { base.path }

    var writes: Int { state.withLock { $0.writes } }

    func open() {
        let waiting = state.withLock { state in
            state.open = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T { try await base.read(body) }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let open = state.withLock { state in
                state.writes += 1
                if !state.open { state.waiting.append(continuation) }
                return state.open
            }
            if open { continuation.resume() }
        }
        return try await base.write(body)
    }

    func close() async throws(Refusal) { try await base.close() }
}

/// Opened once; waited for by a task, or by a thread that is not of the cooperative pool.
private final class AsyncGate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    func waitBlocking() { semaphore.wait() }

    func wait() async {
        await withCheckedContinuation { waiter in
            DispatchQueue.global().async {
                self.semaphore.wait()
                waiter.resume()
            }
        }
    }
}
