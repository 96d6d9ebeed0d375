import Jobs
import Journal
import Kernel
import SQL
import Store
import Synchronization

/// What readers of a street ask for with every page, kept as it stood at the street's latest record: there
/// are a few records a day, and a page every few seconds.
///
/// What is kept holds for one head of the journal and never beyond it (design §10), whichever program moves
/// it. `audit rebuild` mends tables and leaves the head where it is: that is seen within a minute.
final class StreetKeeper: Sendable {
    /// The most streets; a city has as many.
    private static let most = 64

    private let loader = StateLoader()
    private let streets = Mutex<[Code: KeptStreet]>([:])

    /// The street as this connection sees it. Throws `org.unknown`.
    func street(_ org: Code, _ connection: any SQLConnection, at wall: Instant) throws(Refusal) -> KeptStreet {
        if let kept = streets.withLock({ $0[org] }), kept.holds(at: wall),
           try Queries(connection).head(org) == kept.state.head.hash { return kept }
        let state = try loader.load(org, connection)
        if state.street == nil { throw Refusal(.orgUnknown, ["org": org.text]) }
        let read = KeptStreet(state, at: wall)
        streets.withLock { streets in
            if streets.count >= Self.most, streets[org] == nil { streets = [:] }
            streets[org] = read
        }
        return read
    }
}

/// One street at one head: what was read of it, and what was made of that.
final class KeptStreet: Sendable {
    let state: State
    private let read: Instant
    private let parts = Mutex<[String: any Sendable]>([:])

    init(_ state: State, at wall: Instant) {
        self.state = state
        read = wall
    }

    /// More jobs than a street has under way are not kept in memory.
    private static let most = 2_000

    fileprivate func holds(at wall: Instant) -> Bool { wall >= read && wall - read < Instant.minute }

    /// Something that follows from the journal up to this head alone, read when it is first asked for. Two
    /// readers at the same moment may both read it: it is the same.
    func part<Value: Sendable>(_ name: String, _ make: () throws(Refusal) -> Value) throws(Refusal) -> Value {
        try part(name, isKept: { _ in true }, make)
    }

    /// The same for jobs, which are kept as long as they are not too many.
    func jobs(_ name: String, _ make: () throws(Refusal) -> [Job]) throws(Refusal) -> [Job] {
        try part(name, isKept: { $0.count <= Self.most }, make)
    }

    private func part<Value: Sendable>(
        _ name: String, isKept: (Value) -> Bool, _ make: () throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        if let known = parts.withLock({ $0[name] }) as? Value { return known }
        let value = try make()
        if isKept(value) { parts.withLock { $0[name] = value } }
        return value
    }
}
