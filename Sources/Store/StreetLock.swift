package import Kernel
import SQL

extension SQLConnection {
    /// Waits until no other transaction writes to a street, and keeps the others waiting until this one
    /// ends: numbers without gaps and one chain need one writer at a time. Streets do not wait for each
    /// other. It comes before anything is looked up: what a writer has read must still be so when it
    /// writes.
    ///
    /// On a server there are two locks, always in this order. The advisory one is there before the street
    /// has a row: while it is being opened, and while a copy fills it. The one of the row is for Citus,
    /// where advisory locks hold among those who come through the same coordinator only; the row's lock
    /// lies where the row does.
    package func lock(_ street: Code) throws(Refusal) {
        _ = try gather(streetLocks(street))
    }

    /// The questions whose answers are the locks: none where a file has one writer.
    func streetLocks(_ street: Code) -> [SQLQuestion] {
        switch dialect {
        case .sqlite: []
        case .postgres:
            [
                SQLQuestion(streetLock, [SQLValue(street.text)]),
                SQLQuestion("SELECT seq FROM street WHERE org = $1 FOR UPDATE", [SQLValue(street.text)]),
            ]
        }
    }
}

/// Named after the schema too: every store of a database has streets of its own. The number (`yjb` and 2)
/// keeps clear of other programs' locks.
private let streetLock = """
    SELECT pg_advisory_xact_lock(hashtextextended(current_schema()::text || '/' || $1::text, \(0x796A_6202)))::text
    """
