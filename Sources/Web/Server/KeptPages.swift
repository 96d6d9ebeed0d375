import Desk
import Journal
import Kernel
import Synchronization

/// Pages as they were sent, for whoever asks for the same again while nothing has happened: a street has a
/// few records a day, and people look at the same lists between them.
///
/// A page is kept for its reader alone, for one session, one head of the journal and one minute, and only
/// where all that it shows follows from these and from what its handler names (``Visit/kept(_:beside:_:)``).
final class KeptPages: Sendable {
    struct Key: Hashable {
        /// Session, address, how it is shown, and as of when.
        let parts: [String]
        let minute: Int64
    }

    private struct State {
        var pages: [Key: [UInt8]] = [:]
        var bytes = 0
    }

    /// Bytes of all of them.
    private static let most = 16 << 20
    private let state = Mutex(State())

    subscript(key: Key) -> [UInt8]? { state.withLock { $0.pages[key] } }

    func keep(_ page: [UInt8], as key: Key) {
        state.withLock { state in
            if state.bytes + page.count > Self.most { state = State() }
            state.bytes += page.count - (state.pages.updateValue(page, forKey: key)?.count ?? 0)
        }
    }
}

extension Visit {
    /// The page of this address as it was made a moment ago, or made by `make`. `beside` is everything that
    /// it shows and that no record tells: drafts, saved views.
    func kept(
        _ visitor: Visitor, beside: [String] = [], _ make: () async throws(Refusal) -> Reply
    ) async throws(Refusal) -> Reply {
        // What is said to somebody once is no page to keep.
        if isPost || notice != nil { return try await make() }
        let look = [language.rawValue, isLarge ? "large" : "", visitor.isStrong ? "strong" : "", "\(visitor.factor)"]
        let key = KeptPages.Key(
            parts: [secret, path, query.query, visitor.head.hash] + look + beside,
            minute: visitor.now.milliseconds / Instant.minute)
        if let page = site.pages[key] { return .ready(page) }
        let reply = try await make()
        guard case .page(let page) = reply, page.isPlain else { return reply }
        let bytes = Array(Frame(visit: self, page: page).html.text.utf8)
        site.pages.keep(bytes, as: key)
        return .ready(bytes)
    }
}

extension Page {
    /// Nothing is said with it that is meant for this one answer.
    fileprivate var isPlain: Bool { status == 200 && cookies.isEmpty && notice == nil && refresh == nil && !isKept }
}
