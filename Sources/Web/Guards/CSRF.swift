import Kernel
import Seal

/// A form is taken only from a page of ours (web.md 3.1): it carries a token that only this browser was
/// given, and the browser must not say that it comes from elsewhere.
enum CSRF {
    /// The field that carries it.
    static let field = "csrf"

    /// Of a session, or of the cookie of the door: nothing of either can be learnt from it.
    static func token(_ secret: String) -> String { String(RandomToken.digest(secret, for: "csrf").prefix(32)) }

    static func fits(_ given: String?, _ secret: String) -> Bool {
        let wanted = token(secret)
        guard let given, !secret.isEmpty, given.utf8.count == wanted.utf8.count else { return false }
        return zip(given.utf8, wanted.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What browsers say of themselves; one that says nothing is judged by the token alone.
    static func comesFromHere(site: String?, origin: String?, host: String?) -> Bool {
        if let site, site != "same-origin" { return false }
        guard let origin, origin != "null" || site == nil else { return true }
        guard let host else { return false }
        return origin == "https://" + host || origin == "http://" + host
    }
}
