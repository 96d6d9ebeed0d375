/// How long a client may take to say what it wants (web.md 3.3): a state and what happens to it, without a
/// clock. Its edge closes the connection when the time that it was given has run out.
package struct RequestDeadline: Sendable, Equatable {
    package enum Event: Sendable, Equatable {
        /// The connection is there; the head of a request has come; its whole body has; it was answered.
        case opened, head(announced: Int?), end, answered
    }

    /// Seconds.
    package static let firstHead = 10
    /// With the pause that a kept connection may make.
    package static let nextHead = 40
    private static let mostBody = 600

    package init() {}

    /// Seconds from now until the connection is closed; nil: the server's own work takes what it takes.
    package func time(after event: Event) -> Int? {
        switch event {
        case .opened: Self.firstHead
        case .head(let announced): min(Self.mostBody, 30 + max(0, announced ?? 0) / (64 << 10))
        case .end: nil
        case .answered: Self.nextHead
        }
    }
}
