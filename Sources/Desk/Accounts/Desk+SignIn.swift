package import Jobs
import Journal
package import Kernel
import SQL
import Seal
import Store

/// What a sign-in came to. Unknown, disabled, not yet invited and wrong are one answer.
package enum SignIn: Sendable, Equatable {
    /// What the browser shows from now on; when this person was here last, and what failed since.
    case done(token: String, last: Instant?, failures: Int)
    case refused
    /// Too many failures.
    case wait(until: Instant)
    /// Too many others at this moment.
    case busy
}

extension Desk {
    /// Asks for the password of a user and opens a session. `password` is compared as it is given. Throws
    /// `org.unknown`, `store.…`.
    package func signIn(
        _ name: String, _ password: String, in org: Code, _ work: PasswordWork
    ) async throws(Refusal) -> SignIn {
        let (user, credential, now) = try await account(name, in: org)
        if let until = credential?.lockedUntil, until > now { return .wait(until: until) }
        let hash = try credential?.hash.map { (text) throws(Refusal) in try PasswordHash(text) }
        guard let fits = await work.run({ (hash ?? $0.dummy).matches(password) }) else { return .busy }
        guard let user else { return .refused }
        if fits, hash != nil, user.active { return try await opened(user, in: org) }
        return try await failed(user, in: org)
    }

    /// Asks somebody who is signed in for the password once more, or for a code where a second factor is on:
    /// for a quarter of an hour it counts as just given. Failures count like those of a sign-in. Throws
    /// `store.…`, `key.…`.
    package func confirm(
        _ token: String, _ password: String, of who: Code, in org: Code, _ work: PasswordWork
    ) async throws(Refusal) -> SignIn {
        let (user, credential, now) = try await account(who.text, in: org)
        if credential?.hasFactor == true { return try await takeCode(token, password, in: org) }
        if let until = credential?.lockedUntil, until > now { return .wait(until: until) }
        guard let user, let hash = try credential?.hash.map({ (text) throws(Refusal) in try PasswordHash(text) }) else {
            return .refused
        }
        guard let fits = await work.run({ _ in hash.matches(password) }) else { return .busy }
        guard fits else { return try await failed(user, in: org) }
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let (store, sessions, now) = (CredentialStore(connection, org: org), SessionStore(connection, org: org), clock.wall)
            guard var session = try sessions.of(Self.digest(of: token)), session.who == who else { return .refused }
            session.strongUntil = now + SessionTime.strong
            try sessions.write(session)
            if var credential = try store.of(who), credential.failed > 0 {
                credential.failed = 0
                (credential.failedAt, credential.lockedUntil) = (nil, nil)
                try store.write(credential)
            }
            try AccessLog(connection).note(
                "strong@\(now.text)", by: who, in: org, does: "session.strong", answer: "granted", seen: now)
            return .done(token: token, last: nil, failures: 0)
        }
    }

    private func account(_ name: String, in org: Code) async throws(Refusal) -> (User?, Credential?, Instant) {
        try await look { (connection, clock) throws(Refusal) -> (User?, Credential?, Instant) in
            let state = try Queries(connection).street(org)
            let user = (try? Code(name)).flatMap { state.register.user($0) }
            return (user, try user.map { (user) throws(Refusal) in
                try CredentialStore(connection, org: org).of(user.user)
            } ?? nil, clock.wall)
        }
    }

    /// Ends a session; a token that is none ends nothing.
    package func signOut(_ token: String, of org: Code) async throws(Refusal) {
        try await tend(org) { (connection, _) throws(Refusal) in
            try SessionStore(connection, org: org).end(Self.digest(of: token))
        }
    }

    /// Ends every session of a user.
    package func endSessions(of who: Code, in org: Code) async throws(Refusal) {
        try await tend(org) { (connection, _) throws(Refusal) in try SessionStore(connection, org: org).endAll(of: who) }
    }

    static func digest(of token: String) -> String { RandomToken.digest(token, for: "session") }

    private func opened(_ user: User, in org: Code) async throws(Refusal) -> SignIn {
        let token = RandomToken.session()
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let (store, sessions, now) = (CredentialStore(connection, org: org), SessionStore(connection, org: org), clock.wall)
            var credential = try store.of(user.user) ?? Credential(who: user.user)
            let before = credential
            // With a second factor only its code ends the counting: else a known password would give guesses
            // without end.
            if !credential.hasFactor {
                credential.succeeded(at: now)
                try store.write(credential)
            }
            // Whose session it was must be known for as long as a form that came too late is kept.
            try sessions.endOld(by: now + -30 * Instant.minute)
            let others = try sessions.all(of: user.user)
            for old in others.dropLast(SessionTime.most - 1) { try sessions.end(old.id) }
            try sessions.write(SessionTime.session(user, in: org, id: Self.digest(of: token), at: now))
            try AccessLog(connection).note(
                "sign-in@\(now.text)", by: user.user, in: org, does: "session.open", answer: "granted", seen: now)
            return before.hasFactor ? .done(token: token, last: nil, failures: 0)
                : .done(token: token, last: before.lastIn, failures: before.failed)
        }
    }

    private func failed(_ user: User, in org: Code) async throws(Refusal) -> SignIn {
        try await tend(org) { (connection, clock) throws(Refusal) in
            let credential = try CredentialStore(connection, org: org).of(user.user) ?? Credential(who: user.user)
            return try Self.failed(credential, in: org, connection, clock.wall, "sign-in", does: "session.open")
        }
    }

    static func failed(
        _ given: Credential, in org: Code, _ connection: any SQLConnection, _ now: Instant, _ what: String, does: String
    ) throws(Refusal) -> SignIn {
        var credential = given
        let count = Lockout.count(
            credential.failed, last: credential.failedAt, lockedUntil: credential.lockedUntil, at: now)
        (credential.failed, credential.failedAt) = (count, now)
        credential.lockedUntil = Lockout.end(after: count, at: now)
        try CredentialStore(connection, org: org).write(credential)
        try AccessLog(connection).note(
            "\(what)@\(now.text)", by: credential.who, in: org, does: does, answer: "refused", seen: now)
        return credential.lockedUntil.map { .wait(until: $0) } ?? .refused
    }
}

extension Clock {
    /// The time on the wall, also for a practice street, whose own clock stands still between commands.
    var wall: Instant {
        switch self {
        case .system(let instant), .fixed(let instant): instant
        }
    }
}
