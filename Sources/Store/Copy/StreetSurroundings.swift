import Journal
import Kernel
import SQL

/// What lies beside a street's journal and is no projection: the callers, sealed as they are, the check
/// value of their key, and the access log.
struct StreetSurroundings: Sendable {
    /// nil: the street has sealed nothing yet.
    private let keyCheck: String?
    private let callers: [[SQLValue]]
    private let access: [[SQLValue]]

    var callerCount: Int { callers.count }
    var accessCount: Int { access.count }

    /// All of a street's. A caller takes some hundred bytes; they are held in memory until they are written.
    static func read(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> StreetSurroundings {
        StreetSurroundings(
            keyCheck: try KeyCheck(connection).value(of: org),
            callers: try connection.rows(
                "SELECT org, job, sealed, erase_after, last4 FROM caller WHERE org = $1 ORDER BY job",
                [SQLValue(org.text)]).map(\.values),
            access: try connection.rows(
                "SELECT org, id, who, refusal, does, seen FROM access WHERE org = $1 ORDER BY id, who, refusal",
                [SQLValue(org.text)]).map(\.values))
    }

    /// Brings a target up to this. What has been erased on either side stays erased: a caller goes along
    /// only with the record of the call, and one that the source has erased since is erased here too.
    ///
    /// `known`: the last record that an earlier copy had brought to its end. `keyIsLost`: the next key
    /// becomes the street's.
    func write(_ org: Code, known: Int, keyIsLost: Bool, _ connection: any SQLConnection) throws(Refusal) {
        let check = KeyCheck(connection), there = try check.value(of: org)
        let given = keyIsLost ? "" : keyCheck
        if let given, there == nil || !given.isEmpty { try check.write(given, of: org) }
        try erase(org, connection)
        let first = try firstRecords(org, connection)
        for caller in callers where (first[caller[1].key] ?? 1) > known {
            try connection.run(
                """
                INSERT INTO caller (org, job, sealed, erase_after, last4) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (org, job) DO NOTHING
                """, caller)
        }
        for row in access {
            try connection.run(
                """
                INSERT INTO access (org, id, who, refusal, does, seen) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (org, id, who, refusal) DO NOTHING
                """, row)
        }
    }

    /// The first thing that a target has and must not have, or has not and must have; nil when it is as
    /// ``write`` leaves it. A target that was used since an earlier copy may have erased callers and noted
    /// more.
    func difference(from target: StreetSurroundings, afresh: Bool, keyIsLost: Bool) -> Finding? {
        if !keyIsLost, let keyCheck, !keyCheck.isEmpty, keyCheck != target.keyCheck {
            return Finding(seq: nil, field: "key_check", expected: keyCheck, found: target.keyCheck ?? "none")
        }
        let jobs = Dictionary(uniqueKeysWithValues: callers.map { ($0[1].key, $0) })
        if let strange = target.callers.first(where: { jobs[$0[1].key] != $0 }) {
            return Finding(seq: nil, field: "caller[\(strange[1].words)]", expected: "as at the source", found: "another")
        }
        if afresh, callerCount != target.callerCount {
            return Finding(
                seq: nil, field: "caller", expected: String(callerCount), found: String(target.callerCount))
        }
        let noted = Set(target.access.map(Self.accessKey))
        guard let missing = access.first(where: { !noted.contains(Self.accessKey($0)) }) else { return nil }
        return Finding(seq: nil, field: "access[\(missing[1].words)]", expected: "an entry", found: "none")
    }

    private static func accessKey(_ row: [SQLValue]) -> [UInt8] { Array(row[1...3].map(\.key).joined(separator: [0x1F])) }

    private func erase(_ org: Code, _ connection: any SQLConnection) throws(Refusal) {
        let kept = Set(callers.map(\.[1].key))
        for row in try connection.rows("SELECT job FROM caller WHERE org = $1 ORDER BY job", [SQLValue(org.text)])
        where !kept.contains(row[0].key) {
            try connection.run("DELETE FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), row[0]])
        }
    }

    /// The number of the first record of each job.
    private func firstRecords(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> [[UInt8]: Int] {
        var first: [[UInt8]: Int] = [:]
        try connection.each(
            "SELECT job, MIN(seq) FROM job_record WHERE org = $1 GROUP BY job", [SQLValue(org.text)]
        ) { (row) throws(Refusal) in first[row[0].key] = Int(try row.int(1)) }
        return first
    }
}

extension SQLValue {
    /// Bytes, because a database tells texts apart that are equal to Swift.
    fileprivate var key: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .blob(let bytes): bytes
        case .null, .integer: []
        }
    }
}
