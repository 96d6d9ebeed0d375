package import Kernel
package import SQL

/// What proves who a user is, and what went wrong lately.
package struct Credential: Sendable, Equatable {
    package let who: Code
    /// As ``PasswordHash`` writes it; nil until a password was set.
    package var hash: String?
    package var changed: Instant?
    /// Failures in a row, and the last of them.
    package var failed = 0
    package var failedAt: Instant?
    package var lockedUntil: Instant?
    /// The digest of an invitation that was not taken up.
    package var invite: String?
    package var inviteUntil: Instant?
    package var lastIn: Instant?
    /// The secret of the second factor, sealed; it counts once ``totpStep`` says that a code was seen.
    package var totp: [UInt8]?
    /// The step of the last code that was taken.
    package var totpStep: Int64?
    /// Digests of recovery codes that are left.
    package var recovery: [String] = []

    /// A second factor is asked for.
    package var hasFactor: Bool { totp != nil && totpStep != nil }

    package init(who: Code) { self.who = who }
}

/// Credentials of a street's users: beside the journal.
package struct CredentialStore {
    private let connection: any SQLConnection
    private let org: Code

    package init(_ connection: any SQLConnection, org: Code) {
        self.connection = connection
        self.org = org
    }

    private static let columns = "who, hash, changed, failed, failed_at, locked_until, invite, invite_until, last_in, "
        + "totp, totp_step, recovery"

    package func of(_ who: Code) throws(Refusal) -> Credential? {
        let row = try connection.first(
            "SELECT \(Self.columns) FROM credential WHERE org = $1 AND who = $2", [SQLValue(org.text), SQLValue(who.text)])
        guard let row else { return nil }
        return try Self.read(row)
    }

    /// Whose invitation it is, by its digest.
    package func invited(_ invite: String) throws(Refusal) -> Credential? {
        let row = try connection.first(
            "SELECT \(Self.columns) FROM credential WHERE org = $1 AND invite = $2", [SQLValue(org.text), SQLValue(invite)])
        guard let row else { return nil }
        return try Self.read(row)
    }

    /// All of the street, by user.
    package func all() throws(Refusal) -> [Credential] {
        var all: [Credential] = []
        for row in try connection.rows(
            "SELECT \(Self.columns) FROM credential WHERE org = $1 ORDER BY who", [SQLValue(org.text)]) {
            all.append(try Self.read(row))
        }
        return all
    }

    package func write(_ credential: Credential) throws(Refusal) {
        try connection.run(
            """
            INSERT INTO credential (org, \(Self.columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (org, who) DO UPDATE SET hash = excluded.hash, changed = excluded.changed, failed = excluded.failed,
            failed_at = excluded.failed_at, locked_until = excluded.locked_until, invite = excluded.invite,
            invite_until = excluded.invite_until, last_in = excluded.last_in,
            totp = excluded.totp, totp_step = excluded.totp_step, recovery = excluded.recovery
            """,
            [SQLValue(org.text), SQLValue(credential.who.text), SQLValue(credential.hash),
             SQLValue(credential.changed?.milliseconds), SQLValue(credential.failed),
             SQLValue(credential.failedAt?.milliseconds), SQLValue(credential.lockedUntil?.milliseconds),
             SQLValue(credential.invite), SQLValue(credential.inviteUntil?.milliseconds),
             SQLValue(credential.lastIn?.milliseconds), credential.totp.map { SQLValue($0) } ?? .null,
             SQLValue(credential.totpStep),
             SQLValue(credential.recovery.isEmpty ? nil : credential.recovery.joined(separator: " "))])
    }

    private static func read(_ row: SQLRow) throws(Refusal) -> Credential {
        var credential = Credential(who: try Code(try row.text(0)))
        credential.hash = try row.textOrNil(1)
        credential.changed = try row.instantOrNil(2)
        credential.failed = Int(try row.int(3))
        credential.failedAt = try row.instantOrNil(4)
        credential.lockedUntil = try row.instantOrNil(5)
        credential.invite = try row.textOrNil(6)
        credential.inviteUntil = try row.instantOrNil(7)
        credential.lastIn = try row.instantOrNil(8)
        credential.totp = try row.blobOrNil(9)
        credential.totpStep = try row.intOrNil(10)
        credential.recovery = (try row.textOrNil(11) ?? "").split(separator: " ").map(String.init)
        return credential
    }
}

extension SQLRow {
    func instantOrNil(_ column: Int) throws(Refusal) -> Instant? { try intOrNil(column).map { Instant(milliseconds: $0) } }
}
