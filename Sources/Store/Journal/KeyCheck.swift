package import Kernel
package import SQL
package import Seal

/// The check value of each street's key, which lies beside the data: a key that is not the street's is
/// found before anything is sealed with it, and before its digests get into the chain.
package struct KeyCheck {
    /// What a key was found to be.
    package enum Verdict: Sendable, Equatable {
        case right, wrong
        /// The street has sealed nothing yet, or its key is lost.
        case first
    }

    private let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// A street that was written to before there were check values is asked for one of its sealed callers.
    /// `value` is its check value where that is known.
    package func verdict(_ seal: CallerSeal, of org: Code, value: String? = nil) throws(Refusal) -> Verdict {
        let noted = if let value { value } else { try self.value(of: org) as String? }
        if let known = noted {
            return known.isEmpty ? .first : known.sameBytes(as: seal.check(of: org.text)) ? .right : .wrong
        }
        let row = try connection.first(
            "SELECT job, sealed FROM caller WHERE org = $1 ORDER BY job LIMIT 1", [SQLValue(org.text)])
        guard let row else { return .first }
        let context = CallerStore.context(org, try Code(try row.text(0)))
        return (try? seal.open(try row.blob(1), for: context)) == nil ? .wrong : .right
    }

    /// Looks whether a key may seal for a street. Throws `key.invalid` (facts `path`, `org`, `reason`).
    package func demand(_ seal: CallerSeal, of org: Code, at path: String, value: String? = nil) throws(Refusal) {
        guard try verdict(seal, of: org, value: value) == .wrong else { return }
        let reason = Phrase("不是街道 \(org.text) 的密钥", "it is not the key of street \(org.text)")
        throw Refusal(.keyInvalid, ["path": path, "org": org.text]).adding("reason", reason.en, reason)
    }

    /// Notes the key as the street's, unless one is noted. It has been looked at
    /// (``demand(_:of:at:value:)``).
    static func noting(_ seal: CallerSeal, of org: Code) -> SQLWrite {
        SQLWrite(
            """
            INSERT INTO key_check (org, value) VALUES ($1, $2)
            ON CONFLICT (org) DO UPDATE SET value = excluded.value WHERE key_check.value = ''
            """, [[SQLValue(org.text), SQLValue(seal.check(of: org.text))]])
    }

    func value(of org: Code) throws(Refusal) -> String? {
        try connection.first(Self.question, [SQLValue(org.text)])?.text(0)
    }

    static let question = "SELECT value FROM key_check WHERE org = $1"

    func write(_ value: String, of org: Code) throws(Refusal) {
        try connection.run(
            """
            INSERT INTO key_check (org, value) VALUES ($1, $2) ON CONFLICT (org) DO UPDATE SET value = excluded.value
            """, [SQLValue(org.text), SQLValue(value)])
    }
}
