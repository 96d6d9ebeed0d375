package import Jobs
package import Journal
package import Kernel
package import SQL

/// What a street is at one record of its journal, taken in one unchanging view: all that must be equal on
/// both sides of a copy, and what goes along with it.
package struct Portrait: Sendable {
    /// Something that was made from the street and must be made equal from the copy: a report.
    package struct Exhibit: Sendable, Equatable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package typealias Maker = @Sendable (any SQLConnection) throws(Refusal) -> [Exhibit]

    package let verdict: AuditVerdict
    package let exhibits: [Exhibit]
    /// The photos that its records name, by hash.
    package let photos: [Photo]
    let surroundings: StreetSurroundings
    /// Rows of `standing` and of `balance`, in the order of their keys.
    private let standing: [[SQLValue]]
    private let balance: [[SQLValue]]

    package var end: JournalEnd { JournalEnd(seq: verdict.records, hash: verdict.head) }
    package var callers: Int { surroundings.callerCount }
    package var access: Int { surroundings.accessCount }
    package var standings: Int { standing.count }
    package var balances: Int { balance.count }

    /// Verifies the street and takes its portrait. Throws `org.unknown`, `store.unclean` (facts `org`,
    /// `detail`).
    package static func take(
        of org: Code, in database: any SQLDatabase, _ exhibits: @escaping Maker
    ) async throws(Refusal) -> Portrait {
        let path = database.path
        return try await database.read { (connection) throws(Refusal) in
            let verdict = try Audit(connection, org: org).verify().clean(org, in: path)
            return Portrait(
                verdict: verdict, exhibits: try exhibits(connection), photos: try JournalReader(connection).photos(org),
                surroundings: try .read(org, connection),
                standing: try rows(.standing, org, connection), balance: try rows(.balance, org, connection))
        }
    }

    /// The first thing in which a copy's portrait differs from this one, or nil. What the target has erased
    /// or noted by itself is no difference, nor is the key's check value when the key is lost; `afresh`: it
    /// had nothing of the street before, and nothing to erase.
    package func difference(from other: Portrait, afresh: Bool = false, keyIsLost: Bool = false) -> Finding? {
        let counts = [
            ("records", String(verdict.records), String(other.verdict.records)),
            ("head", verdict.head, other.verdict.head),
            ("lines", String(verdict.lines), String(other.verdict.lines)),
            ("rows", String(verdict.rows), String(other.verdict.rows)),
            ("reports", String(exhibits.count), String(other.exhibits.count)),
        ]
        if let (name, mine, theirs) = counts.first(where: { $1 != $2 }) {
            return Finding(seq: nil, field: name, expected: mine, found: theirs)
        }
        if standing != other.standing { return Finding(seq: nil, field: "standing", expected: "=", found: "≠") }
        if balance != other.balance { return Finding(seq: nil, field: "balance", expected: "=", found: "≠") }
        if let name = zip(exhibits, other.exhibits).first(where: { $0 != $1 })?.0.name {
            return Finding(seq: nil, field: "report " + name, expected: "=", found: "≠")
        }
        return surroundings.difference(from: other.surroundings, afresh: afresh, keyIsLost: keyIsLost)
    }

    private static func rows(
        _ table: ProjectionTable, _ org: Code, _ connection: any SQLConnection
    ) throws(Refusal) -> [[SQLValue]] {
        try connection.rows(table.select, [SQLValue(org.text)]).map(\.values)
    }
}

extension Result where Success == AuditVerdict, Failure == Finding {
    /// The verdict. Throws `store.unclean` with the first thing that is not as it must be.
    /// `org` nil is the database as a whole.
    package func clean(_ org: Code?, in path: String) throws(Refusal) -> AuditVerdict {
        switch self {
        case .success(let verdict): return verdict
        case .failure(let finding):
            let words = finding.words
            throw Refusal(.storeUnclean, ["path": path, "org": org?.text ?? "*"]).adding("detail", words.en, words)
        }
    }
}
