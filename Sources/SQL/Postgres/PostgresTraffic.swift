import Synchronization

/// How often a database's connections have waited for their server: the trips there and back.
final class PostgresTraffic: Sendable {
    private let trips = Atomic(0)

    var count: Int { trips.load(ordering: .relaxed) }

    func add() { trips.add(1, ordering: .relaxed) }
}
