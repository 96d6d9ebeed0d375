import Jobs
import Journal
import Kernel
import SQL

/// What a batch has decided of a street and not yet written: records with their lines as they are. Every
/// other row is in the state, as the last command left it.
struct Pending: Sendable {
    /// Rows of `record`.
    var records: [[SQLValue]] = []
    /// Rows of `line`.
    var lines: [[SQLValue]] = []
    /// What each record stands for by itself.
    var rows: [ProjectionRow] = []
    /// Rows of `access`.
    var access: [[SQLValue]] = []
    var callers: [SealedLater] = []
    /// The street was opened in this batch: its key is noted, if there is one.
    var opened = false

    var isEmpty: Bool { records.isEmpty && access.isEmpty }

    /// A caller that is sealed when the batch is written.
    struct SealedLater: Sendable {
        let caller: Caller
        let job: Code
        let eraseAfter: Day
    }
}

extension ProjectionRow {
    /// Rows put together by what writes them, in the order of the tables' first rows.
    static func grouped(_ rows: [ProjectionRow]) -> [(table: ProjectionTable, values: [[SQLValue]])] {
        var places: [String: Int] = [:]
        var groups: [(table: ProjectionTable, values: [[SQLValue]])] = []
        for row in rows {
            if let place = places[row.table.name] {
                groups[place].values.append(row.values)
            } else {
                places[row.table.name] = groups.count
                groups.append((row.table, [row.values]))
            }
        }
        return groups
    }
}
