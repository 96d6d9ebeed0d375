import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Web

/// Closes a connection whose client takes too long over a head or a body: the server's own idle time begins
/// anew with every byte.
final class DeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let deadline = RequestDeadline()
    /// When the connection is to be closed; nil: not at all.
    private var due: NIODeadline?
    /// Looks whether it is due. One is set for many requests: each only moves `due`.
    private var look: (at: NIODeadline, task: Scheduled<Void>)?

    func handlerAdded(context: ChannelHandlerContext) { happened(.opened, context) }

    func handlerRemoved(context: ChannelHandlerContext) { look?.task.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        look?.task.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): happened(.head(announced: head.headerFields[.contentLength].flatMap { Int($0) }), context)
        case .body: break
        case .end: happened(.end, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { happened(.answered, context) }
        context.write(data, promise: promise)
    }

    private func happened(_ event: RequestDeadline.Event, _ context: ChannelHandlerContext) {
        due = deadline.time(after: event).map { .now() + .seconds(Int64($0)) }
        watch(context)
    }

    /// Sees to it that somebody looks no later than it is due.
    private func watch(_ context: ChannelHandlerContext) {
        guard let due, look.map({ $0.at > due }) ?? true else { return }
        look?.task.cancel()
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        look = (due, context.eventLoop.scheduleTask(deadline: due) { bound.value.handler.looked(bound.value.context) })
    }

    private func looked(_ context: ChannelHandlerContext) {
        look = nil
        if let due, due <= .now() { return context.channel.close(promise: nil) }
        watch(context)
    }
}
