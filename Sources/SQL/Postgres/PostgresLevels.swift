/// A transaction and the savepoints open in it, one in the other.
///
/// PostgreSQL takes nothing more after an error until the transaction, or the savepoint it happened in, is
/// rolled back. So each level keeps its first fault, which is the answer to everything until then, even when
/// a body swallows it.
struct PostgresLevels {
    /// Why nothing of the transaction may be kept.
    var doom: PostgresFault?
    private var savepoints: [PostgresFault?] = []

    /// How many savepoints are open.
    var depth: Int { savepoints.count }

    /// What refuses everything for the time being.
    var fault: PostgresFault? { doom ?? savepoints.last.flatMap { $0 } }

    mutating func enter() { savepoints.append(nil) }

    mutating func leave() { savepoints.removeLast() }

    /// Keeps the first fault of the level where it belongs: the innermost, or the transaction.
    mutating func note(_ fault: PostgresFault) {
        if fault.isDooming || savepoints.isEmpty {
            doom = doom ?? fault
        } else if savepoints[depth - 1] == nil {
            savepoints[depth - 1] = fault
        }
    }
}
