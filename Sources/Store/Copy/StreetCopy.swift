package import Kernel
package import SQL

/// Copies one street from a database to another of any kind, as far as a portrait of the source says. What
/// a copy that was broken off has brought over stays, and the next one goes on from there.
///
/// Until ``finish(_:)`` the target has the street's records but not the street: nobody can use half a copy.
package struct StreetCopy: Sendable {
    private let source: any SQLDatabase
    private let target: any SQLDatabase
    private let org: Code

    package init(_ org: Code, from source: any SQLDatabase, to target: any SQLDatabase) {
        self.org = org
        self.source = source
        self.target = target
    }

    /// Looks where the target's journal ends, and changes nothing. Throws `copy.diverged` (facts `seq`,
    /// `source`, `target`) when it is not the beginning of the source's, `copy.ahead` when it goes further.
    package func resumePoint(_ portrait: Portrait) async throws(Refusal) -> Int {
        let (org, end) = (org, portrait.end)
        let there = try await target.read { (connection) throws(Refusal) in try JournalEnd.of(org, connection) }
        if there.seq == 0 { return 0 }
        let common = min(there.seq, end.seq)
        let (mine, theirs) = (try await hash(in: source, at: common), try await hash(in: target, at: common))
        guard mine == theirs else { throw try await diverged(by: common) }
        if there.seq > end.seq {
            throw Refusal(.copyAhead, ["org": org.text, "found": String(there.seq), "known": String(end.seq)])
        }
        return there.seq
    }

    /// Brings the records over that the target does not have yet, page by page, and tells after each how
    /// far it is.
    package func fill(
        _ portrait: Portrait, from start: Int, _ progress: @Sendable (Int) -> Void
    ) async throws(Refusal) {
        let (org, end) = (org, portrait.end.seq)
        var at = start
        while at < end {
            let after = at
            let page = try await source.read { (connection) throws(Refusal) in
                try JournalPage.read(org, after: after, upTo: end, connection)
            }
            at = try await target.write { (connection) throws(Refusal) in
                try connection.lock(org)
                // Another copy of the same street may be under way: whoever comes second goes on behind it.
                let there = try JournalEnd.of(org, connection).seq
                guard there == page.after else { return there }
                try connection.run(ProjectionTable.street.delete, [SQLValue(org.text)])
                try page.write(connection)
                return page.last
            }
            progress(at)
        }
    }

    /// Makes the projections, brings callers and access log over, and thereby opens the street, in one
    /// transaction.
    ///
    /// Throws `store.conflict` when the target's journal does not end where the portrait does,
    /// `store.unclean` when it cannot be built upon.
    package func finish(_ portrait: Portrait, keyIsLost: Bool = false) async throws(Refusal) {
        let (org, path) = (org, target.path)
        try await target.write { (connection) throws(Refusal) in
            try connection.lock(org)
            guard try JournalEnd.of(org, connection) == portrait.end else {
                throw Refusal(.storeConflict, ["path": path, "detail": "\(org.text) is written to by another program"])
            }
            let known = try Self.finished(org, connection)
            if known < portrait.end.seq { _ = try Audit(connection, org: org).rebuild().clean(org, in: path) }
            try portrait.surroundings.write(org, known: known, keyIsLost: keyIsLost, connection)
        }
    }

    /// How far the source's journal goes by now.
    package func sourceEnd() async throws(Refusal) -> JournalEnd {
        let org = org
        return try await source.read { (connection) throws(Refusal) in try JournalEnd.of(org, connection) }
    }

    /// The last record of which the projections know, which is where an earlier copy came to its end.
    private static func finished(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> Int {
        let row = try connection.first("SELECT MAX(seq) FROM command WHERE org = $1", [SQLValue(org.text)])
        return Int(try row?.intOrNil(0) ?? 0)
    }

    /// The first record that differs: each hash stands for all records before it, so halving finds it.
    private func diverged(by last: Int) async throws(Refusal) -> Refusal {
        var (equal, differing) = (0, last)
        while differing - equal > 1 {
            let middle = (equal + differing) / 2
            if try await hash(in: source, at: middle) == hash(in: target, at: middle) {
                equal = middle
            } else {
                differing = middle
            }
        }
        return Refusal(.copyDiverged, [
            "org": org.text, "seq": String(differing), "source": try await hash(in: source, at: differing) ?? "—",
            "target": try await hash(in: target, at: differing) ?? "—",
        ])
    }

    private func hash(in database: any SQLDatabase, at seq: Int) async throws(Refusal) -> String? {
        let org = org
        return try await database.read { (connection) throws(Refusal) in
            try JournalEnd.hash(org, at: seq, connection)
        }
    }
}
