import Jobs
package import Kernel
import SQL
package import Seal
import Store

extension Desk {
    /// How many recovery codes there are to begin with.
    private static let recoveryCodes = 10

    /// Takes the code of a second factor from somebody whose password was right: a new session stands in the
    /// place of the one that waited. `text` is six digits or a recovery code, and serves once. Failures count
    /// like wrong passwords. Throws `key.…`, `store.…`.
    package func takeSecond(_ token: String, _ text: String, in org: Code) async throws(Refusal) -> SignIn {
        try await take(token, text, in: org, as: RandomToken.session(), does: "session.second")
    }

    /// The same at a step that asks whether it is still that person: the session goes on.
    func takeCode(_ token: String, _ text: String, in org: Code) async throws(Refusal) -> SignIn {
        try await take(token, text, in: org, as: nil, does: "session.strong")
    }

    private func take(
        _ token: String, _ text: String, in org: Code, as fresh: String?, does: String
    ) async throws(Refusal) -> SignIn {
        let keys = keys
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let (store, sessions, now) = (CredentialStore(connection, org: org), SessionStore(connection, org: org), clock.wall)
            guard let old = try sessions.of(Self.digest(of: token)), let before = try store.of(old.who), before.hasFactor else {
                return .refused
            }
            if let until = before.lockedUntil, until > now { return .wait(until: until) }
            var credential = before
            guard let how = try Self.use(text, &credential, keys, org, now) else {
                return try Self.failed(before, in: org, connection, now, "second", does: does)
            }
            credential.succeeded(at: now)
            try store.write(credential)
            var session = fresh.map { old.renewed(Self.digest(of: $0), at: now) } ?? old
            (session.strongUntil, session.hasFactor) = (now + SessionTime.strong, true)
            if fresh != nil { try sessions.end(old.id) }
            try sessions.write(session)
            try AccessLog(connection).note("\(how)@\(now.text)", by: old.who, in: org, does: does, answer: "granted", seen: now)
            return .done(token: fresh ?? token, last: before.lastIn, failures: before.failed)
        }
    }

    /// Uses a code up: what it was; nil when it is none.
    private static func use(
        _ text: String, _ credential: inout Credential, _ keys: KeyRing, _ org: Code, _ now: Instant
    ) throws(Refusal) -> String? {
        if let step = try factor(of: credential, keys, org)?.step(of: text, at: now, after: credential.totpStep) {
            credential.totpStep = step
            return "second"
        }
        let digest = recovery(text)
        guard let place = credential.recovery.firstIndex(of: digest) else { return nil }
        credential.recovery.remove(at: place)
        return "recovery"
    }

    /// However it was typed: blanks, hyphens and capitals mean nothing.
    private static func recovery(_ text: String) -> String {
        RandomToken.digest(String(text.lowercased().filter { $0 != " " && $0 != "-" }), for: "recovery")
    }

    private static func factor(of credential: Credential, _ keys: KeyRing, _ org: Code) throws(Refusal) -> OneTimeCode? {
        guard let sealed = credential.totp else { return nil }
        return try keys.seal(of: org.text).factor(sealed, of: Self.owner(credential.who, org))
    }

    /// What the sealed secret is bound to. No code holds a control character.
    private static func owner(_ who: Code, _ org: Code) -> String { org.text + "\u{1F}" + who.text }
}

extension Desk {
    /// How many recovery codes a user has left; nil where no second factor is on.
    package func recoveryLeft(of who: Code, in org: Code) async throws(Refusal) -> Int? {
        try await look { (connection, _) throws(Refusal) in
            let credential = try CredentialStore(connection, org: org).of(who)
            return credential?.hasFactor == true ? credential?.recovery.count : nil
        }
    }

    /// Makes a secret for a user who has none that counts; it counts when a first code was seen. nil: one
    /// counts already. Throws `key.missing`.
    package func beginFactor(of who: Code, in org: Code) async throws(Refusal) -> OneTimeCode? {
        let (keys, factor) = (keys, OneTimeCode.generate())
        return try await tend(org) { (connection, _) throws(Refusal) in
            let store = CredentialStore(connection, org: org)
            guard var credential = try store.of(who), !credential.hasFactor else { return nil }
            credential.dropFactor()
            credential.totp = try keys.seal(of: org.text).seal(factor, of: Self.owner(who, org))
            try store.write(credential)
            return factor
        }
    }

    /// The secret that waits for its first code.
    package func begunFactor(of who: Code, in org: Code) async throws(Refusal) -> OneTimeCode? {
        let keys = keys
        return try await look { (connection, _) throws(Refusal) in
            guard let credential = try CredentialStore(connection, org: org).of(who), !credential.hasFactor else { return nil }
            return try Self.factor(of: credential, keys, org)
        }
    }

    /// The first code: from now on the factor is asked for, and this session has given it. The recovery codes
    /// are shown once; nil when it is not the code, or nothing waits for one.
    package func confirmFactor(
        _ text: String, of who: Code, in org: Code, asking token: String
    ) async throws(Refusal) -> [String]? {
        let keys = keys, codes = (0..<Self.recoveryCodes).map { _ in RandomToken.recovery() }
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let (store, sessions, now) = (CredentialStore(connection, org: org), SessionStore(connection, org: org), clock.wall)
            guard var credential = try store.of(who), !credential.hasFactor,
                  let step = try Self.factor(of: credential, keys, org)?.step(of: text, at: now, after: nil) else { return nil }
            (credential.totpStep, credential.recovery) = (step, codes.map(Self.recovery))
            try store.write(credential)
            if var session = try sessions.of(Self.digest(of: token)), session.who == who {
                session.hasFactor = true
                try sessions.write(session)
            }
            try AccessLog(connection).note(
                "second-on@\(now.text)", by: who, in: org, does: "second.on", answer: "granted", seen: now)
            return codes
        }
    }

    /// Takes the factor of a user away.
    package func dropFactor(of who: Code, in org: Code) async throws(Refusal) {
        try await tend(org) { (connection, clock) throws(Refusal) in
            let (store, now) = (CredentialStore(connection, org: org), clock.wall)
            guard var credential = try store.of(who) else { return }
            credential.dropFactor()
            try store.write(credential)
            try AccessLog(connection).note(
                "second-off@\(now.text)", by: who, in: org, does: "second.off", answer: "granted", seen: now)
        }
    }
}

extension StoredSession {
    /// The same person's under another digest.
    fileprivate func renewed(_ id: String, at now: Instant) -> StoredSession {
        StoredSession(id: id, org: org, who: who, roles: roles, made: made, seen: now, ends: ends, strongUntil: strongUntil)
    }
}
