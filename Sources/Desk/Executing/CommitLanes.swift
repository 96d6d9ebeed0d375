package import Journal
package import Kernel
package import SQL
package import Seal
package import Store
import Synchronization

/// A queue of changes for every writer that a database can have at the same time: one for all streets in
/// SQLite, one a street in PostgreSQL, where a transaction touches one street only.
package final class CommitLanes: Sendable {
    private let database: any SQLDatabase
    private let keys: KeyRing
    /// They outlive the queues.
    private let frames = FrameKeeper()
    private let lanes = Mutex<[Code?: Lane]>([:])

    private struct Lane {
        let queue: CommitQueue
        /// How many wait for an answer of it.
        var users = 0
    }

    package init(_ database: any SQLDatabase, keys: KeyRing = .empty) {
        self.database = database
        self.keys = keys
    }

    /// Runs `work` on a street as ``CommitQueue/submit(_:)`` does. `nil` is for what names no street.
    package func submit<T: Sendable>(
        _ street: Code?, _ work: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let key = key(street)
        defer { leave(key) }
        return try await enter(key).submit(work)
    }

    /// Runs `work` on a street as ``CommitQueue/decide(_:_:)`` does.
    package func decide<T: Sendable>(
        _ street: Code?, _ commands: [Command], _ work: @escaping @Sendable (Batch) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let key = key(street)
        defer { leave(key) }
        return try await enter(key).decide(commands, work)
    }

    private func key(_ street: Code?) -> Code? { database.dialect.writesStreetsApart ? street : nil }

    /// How many queues there are.
    package var count: Int { lanes.withLock { $0.count } }

    /// Divides items among the lanes that they need; within a lane their order stays.
    package func divided<Item>(_ items: [Item], street: (Item) -> Code?) -> [[(offset: Int, element: Item)]] {
        let numbered = Array(items.enumerated())
        guard database.dialect.writesStreetsApart else { return [numbered] }
        var order: [Code?] = []
        var parts: [Code?: [(offset: Int, element: Item)]] = [:]
        for item in numbered {
            let lane = street(item.element)
            if parts[lane] == nil { order.append(lane) }
            parts[lane, default: []].append(item)
        }
        return order.compactMap { parts[$0] }
    }

    private func enter(_ key: Code?) -> CommitQueue {
        lanes.withLock { lanes in
            let queue = lanes[key]?.queue ?? CommitQueue(database, street: key, keys: keys, frames: frames)
            lanes[key, default: Lane(queue: queue)].users += 1
            return queue
        }
    }

    /// Drops the queue with its last user. It may still be about to end, with nothing left to do; a new one
    /// of the same street would wait at the street's lock like any other program.
    private func leave(_ key: Code?) {
        lanes.withLock { lanes in
            lanes[key]?.users -= 1
            if lanes[key]?.users == 0 { lanes[key] = nil }
        }
    }
}
