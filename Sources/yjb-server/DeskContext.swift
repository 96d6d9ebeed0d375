import Hummingbird
import NIOCore

/// What a request knows of its connection: who is at the other end.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// An address without its port; empty where there is none.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    var isLoopback: Bool { peer.hasPrefix("127.") || peer == "::1" }
}
