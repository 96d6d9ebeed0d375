package import Jobs
import Kernel
import Store

/// How somebody who has given a password stands to the second factor (web.md 3.1). Whoever has set one up is
/// asked for it; the roles that the policy names must set one up before they go on.
package enum FactorNeed: Sendable, Equatable {
    /// Nobody asks for one.
    case none
    /// Its code was given in this session.
    case given
    /// A code is awaited: until then nobody is signed in.
    case wanted
    /// The policy demands one, and there is none yet.
    case missing

    init(_ credential: Credential?, _ session: StoredSession, _ user: User, _ policy: Policy?) {
        if credential?.hasFactor == true {
            self = session.hasFactor ? .given : .wanted
        } else {
            self = policy?.secondFactor?.contains(where: user.has) == true ? .missing : .none
        }
    }
}

extension Credential {
    mutating func dropFactor() { (totp, totpStep, recovery) = (nil, nil, []) }

    /// Whoever it is of has proved it.
    mutating func succeeded(at now: Instant) {
        failed = 0
        (failedAt, lockedUntil, lastIn) = (nil, nil, now)
    }
}
