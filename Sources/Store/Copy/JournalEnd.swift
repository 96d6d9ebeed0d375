package import Kernel
package import SQL

/// How far a street's journal goes: the number and the hash of its last record.
package struct JournalEnd: Sendable, Equatable {
    /// 0 before the first record.
    package let seq: Int
    package let hash: String

    static let none = JournalEnd(seq: 0, hash: "")

    init(seq: Int, hash: String) {
        self.seq = seq
        self.hash = hash
    }

    /// The end of what is stored, whatever the projections say.
    package static func of(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> JournalEnd {
        let row = try connection.first(
            "SELECT seq, hash FROM record WHERE org = $1 ORDER BY seq DESC LIMIT 1", [SQLValue(org.text)])
        guard let row else { return none }
        return JournalEnd(seq: Int(try row.int(0)), hash: try row.text(1))
    }

    /// The hash of a record, or nil where there is none of that number.
    static func hash(_ org: Code, at seq: Int, _ connection: any SQLConnection) throws(Refusal) -> String? {
        try connection.first(
            "SELECT hash FROM record WHERE org = $1 AND seq = $2", [SQLValue(org.text), SQLValue(seq)])?.text(0)
    }
}
