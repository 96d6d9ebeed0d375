import Dispatch
import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: the pool", .postgres)
struct PostgresPoolTests {
    @Test("never more connections than allowed, and as many as allowed")
    func bound() async throws {
        try await withPlace { place in
            let url = place.url(with: "application_name=" + place.schema)
            let store = try PostgresDatabase.open(url: url, create: true, connections: 3)
            let (running, most) = (Shared(0), Shared(0))
            let meeting = DispatchSemaphore(value: 0)
            try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await store.read { connection throws(Refusal) in
                            let now = running.change { $0 += 1; return $0 }
                            most.change { $0 = max($0, now) }
                            // The first three wait for each other.
                            if now == 3 { meeting.signal() }
                            meeting.wait()
                            meeting.signal()
                            running.change { $0 -= 1 }
                            return try connection.backends(of: place)
                        }
                    }
                }
                for try await backends in group { #expect((1...3).contains(backends)) }
            }
            #expect(most.value == 3)
            try await store.close()
            let other = try PostgresDatabase.open(url: place.url, create: false)
            // The server takes a moment to forget a connection that was closed.
            var left: Int64? = 1
            while left != 0 {
                left = try await other.read { connection throws(Refusal) in try connection.backends(of: place) }
            }
            try await other.close()
        }
    }

    @Test("work runs first come, first served")
    func order() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let release = DispatchSemaphore(value: 0)
            let blocker = Task { try await store.read { _ throws(Refusal) in release.wait() } }
            let order = Shared<[Int]>([])
            // A child that starts at once is in the queue when it first waits: each is queued before the next
            // begins.
            var tasks: [Task<Void, any Error>] = []
            for n in 0..<10 {
                tasks.append(Task.immediate {
                    try await store.read { _ throws(Refusal) in order.change { $0.append(n) } }
                })
            }
            release.signal()
            try await blocker.value
            for task in tasks { try await task.value }
            #expect(order.value == Array(0..<10))
        }
    }

    @Test("a cancelled read is interrupted, and its connection troubles nobody")
    func cancelRunning() async throws {
        try await withPostgres(connections: 2) { store, place in
            let task = Task {
                await refusedRead(store) { connection throws(Refusal) in
                    try connection.run("SELECT pg_sleep(60) /* \(place.schema) */")
                }
            }
            var asleep: Int64? = 0
            while asleep == 0 {
                asleep = try await store.read { connection throws(Refusal) in
                    try connection.first(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE $1",
                        [SQLValue("%" + place.schema + "%")])?.int(0)
                }
            }
            task.cancel()
            #expect(await task.value?.code == .storeCancelled)
            for _ in 0..<5 { try await expect(0, "ref", in: store) }
        }
    }

    @Test("a cancelled read that waits is answered while the connection is still busy")
    func cancelWaiting() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let (begun, release) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
            let blocker = Task {
                try await store.write { connection throws(Refusal) in
                    begun.continuation.finish()
                    release.wait()
                    try connection.take("ref", 1)
                }
            }
            for await _ in begun.stream {}
            let waiting = Task {
                await refusedRead(store) { connection throws(Refusal) in try connection.taken("ref") }
            }
            waiting.cancel()
            #expect(await waiting.value?.code == .storeCancelled)
            // A write is never interrupted.
            blocker.cancel()
            release.signal()
            try await blocker.value
            try await expect(1, "ref", in: store)
        }
    }

    @Test("a closed database lets work finish and refuses what comes later")
    func closed() async throws {
        try await withPostgres(connections: 2) { store, _ in
            let (begun, release) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
            let working = Task {
                try await store.write { connection throws(Refusal) in
                    begun.continuation.finish()
                    release.wait()
                    try connection.take("ref", 1)
                }
            }
            for await _ in begun.stream {}
            async let closing: Void = store.close()
            release.signal()
            try await working.value
            try await closing
            try await store.close()
            let read = await refusedRead(store) { connection throws(Refusal) in try connection.taken("ref") }
            let write = await refusedWrite(store) { connection throws(Refusal) in try connection.take("ref", 2) }
            #expect(read?.code == .storeIO)
            #expect(write?.code == .storeIO)
        }
    }

    @Test("a database that is dropped without being closed lets go of its connections")
    func dropped() async throws {
        try await withPlace { place in
            let url = place.url(with: "application_name=" + place.schema)
            do {
                let store = try PostgresDatabase.open(url: url, create: true)
                try await expect(0, "ref", in: store)
            }
            let other = try PostgresDatabase.open(url: place.url, create: false)
            var left: Int64? = 1
            while left != 0 {
                left = try await other.read { connection throws(Refusal) in try connection.backends(of: place) }
            }
            try await other.close()
        }
    }
}
