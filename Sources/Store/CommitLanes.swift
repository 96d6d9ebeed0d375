package import Kernel
import Synchronization

/// A queue of changes for every writer that a database can have at the same time: one for all streets in SQLite, one a
/// street in PostgreSQL, where a transaction touches one street only.
package final class CommitLanes: Sendable {
    private let database: any SQLDatabase
    private let lanes = Mutex<[Code?: CommitQueue]>([:])

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Runs `work` on a street as ``CommitQueue/submit(_:)`` does. `nil` is for what names no street.
    package func submit<T: Sendable>(
        _ street: Code?, _ work: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        try await lane(of: street).submit(work)
    }

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

    private func lane(of street: Code?) -> CommitQueue {
        let key = database.dialect.writesStreetsApart ? street : nil
        return lanes.withLock { lanes in
            if let lane = lanes[key] { return lane }
            let lane = CommitQueue(database, street: key)
            lanes[key] = lane
            return lane
        }
    }
}
