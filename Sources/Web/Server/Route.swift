import Desk
import Kernel

/// An address that is answered. All of them stand in ``Routes``: the server, the table of who may see what,
/// and the tests read that list.
struct Route: Sendable {
    typealias Open = @Sendable (Visit) async throws(Refusal) -> Reply
    typealias Inside = @Sendable (Visit, Visitor) async throws(Refusal) -> Reply

    enum Handler: Sendable {
        /// Anybody may ask.
        case open(Open)
        /// Whoever has not signed in is sent to do so.
        case inside(Inside)
    }

    enum Method: String, Sendable { case get = "GET", post = "POST" }

    /// The most bytes of a form without files.
    static let formLimit = 256 * 1024

    let method: Method
    /// As the router spells it: `/:o/jobs/:n`.
    let path: String
    let handler: Handler
    /// The most bytes that its body may have.
    var limit = formLimit
    /// Its form may bring files.
    var takesFiles = false
    /// A page that shows nothing but what records tell: ``KeptPages``.
    var isKept = false

    /// One's own account, and the way out: what somebody may use who has still to set up a second factor.
    var isOwn: Bool { path == "/:o/me" || path.hasPrefix("/:o/me/") || path == "/:o/sign-out" }

    static func get(_ path: String, _ handler: @escaping Inside) -> Route {
        Route(method: .get, path: path, handler: .inside(handler)) }
    static func kept(_ path: String, _ handler: @escaping Inside) -> Route {
        Route(method: .get, path: path, handler: .inside(handler), isKept: true) }
    static func post(_ path: String, _ handler: @escaping Inside) -> Route {
        Route(method: .post, path: path, handler: .inside(handler)) }
    static func upload(_ path: String, limit: Int, _ handler: @escaping Inside) -> Route {
        Route(method: .post, path: path, handler: .inside(handler), limit: limit, takesFiles: true) }
    static func openGet(_ path: String, _ handler: @escaping Open) -> Route {
        Route(method: .get, path: path, handler: .open(handler)) }
    static func openPost(_ path: String, _ handler: @escaping Open) -> Route {
        Route(method: .post, path: path, handler: .open(handler)) }
}
