package import Jobs
import Journal
package import Kernel
import SQL
import Seal
import Store

/// What an invitation leads to.
package struct Invited: Sendable {
    package let user: User
    package let street: String
    package let sandbox: Bool
}

/// How an account stands, for those who look after users.
package struct AccountFacts: Sendable {
    package let who: Code
    package let hasPassword: Bool
    package let invitedUntil: Instant?
    package let lockedUntil: Instant?
    package let lastIn: Instant?
}

extension Desk {
    /// How long an invitation may be taken up.
    private static let invitationTime = 24 * Instant.hour

    /// Invites a user of the street to set a password: whoever had one has none until then, and is signed
    /// out everywhere. The code is shown once; its digest is kept. Without `by` whoever holds the database
    /// invites. Throws `user.unknown`, `user.disabled`, `right.required`.
    package func invite(_ who: Code, in org: Code, by: Code?) async throws(Refusal) -> String {
        if let by {
            _ = try await ask(Question<Bool>("user.invite", [.people: .all]) { (asked) throws(Refusal) in
                guard asked.user?.has(.admin) == true else {
                    throw Refusal.roleRequired([.admin], does: "user.invite", Phrase("发出邀请", "invite"))
                }
                return true
            }, of: org, as: .user(by))
        }
        let code = RandomToken.invitation()
        try await tend(org) { (connection, clock) throws(Refusal) in
            let user = try Queries(connection).street(org).actor(who)
            let (store, now) = (CredentialStore(connection, org: org), clock.wall)
            var credential = try store.of(who) ?? Credential(who: user.user)
            (credential.hash, credential.failed, credential.lockedUntil) = (nil, 0, nil)
            credential.dropFactor()
            credential.invite = RandomToken.digest(code, for: "invitation")
            credential.inviteUntil = now + Self.invitationTime
            try store.write(credential)
            try SessionStore(connection, org: org).endAll(of: who)
            try AccessLog(connection).note(
                "invite \(who.text)@\(now.text)", by: by ?? who, in: org, does: "user.invite", answer: "granted", seen: now)
        }
        return code
    }

    /// Who is invited by a code; nil when nobody is any more.
    package func invited(by code: String, in org: Code) async throws(Refusal) -> Invited? {
        try await look { (connection, clock) throws(Refusal) in
            let state = try Queries(connection).street(org)
            guard let credential = try Self.credential(code, org, connection, clock.wall),
                  let user = state.register.user(credential.who), user.active else { return nil }
            return Invited(user: user, street: state.street?.name.text ?? org.text, sandbox: state.street?.sandbox ?? false)
        }
    }

    /// Sets the password of whoever a code invites, once. False when it invites nobody any more; nil when
    /// too many passwords are being set.
    package func takeUp(
        _ code: String, password: String, in org: Code, _ work: PasswordWork
    ) async throws(Refusal) -> Bool? {
        guard let hash = await work.run({ PasswordHash(of: password, cost: $0.cost).text }) else { return nil }
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let now = clock.wall
            guard var credential = try Self.credential(code, org, connection, now) else { return false }
            (credential.hash, credential.changed) = (hash, now)
            (credential.invite, credential.inviteUntil) = (nil, nil)
            try CredentialStore(connection, org: org).write(credential)
            try AccessLog(connection).note(
                "password@\(now.text)", by: credential.who, in: org, does: "user.password", answer: "granted", seen: now)
            return true
        }
    }

    /// How the accounts of a street stand. Throws `right.required`.
    package func accounts(of org: Code, as reader: Reader) async throws(Refusal) -> [AccountFacts] {
        try await ask(Question<[AccountFacts]>("user.accounts", [.people: .all]) { (asked) throws(Refusal) in
            try CredentialStore(asked.connection, org: asked.org).all().map {
                AccountFacts(
                    who: $0.who, hasPassword: $0.hash != nil, invitedUntil: $0.inviteUntil, lockedUntil: $0.lockedUntil,
                    lastIn: $0.lastIn)
            }
        }, of: org, as: reader)
    }

    private static func credential(
        _ code: String, _ org: Code, _ connection: any SQLConnection, _ now: Instant
    ) throws(Refusal) -> Credential? {
        let found = try CredentialStore(connection, org: org).invited(RandomToken.digest(code, for: "invitation"))
        return found.flatMap { credential in (credential.inviteUntil ?? now) > now ? credential : nil }
    }
}
