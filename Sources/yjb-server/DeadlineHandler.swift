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
    private var closing: Scheduled<Void>?

    func handlerAdded(context: ChannelHandlerContext) { happened(.opened, context) }

    func handlerRemoved(context: ChannelHandlerContext) { closing?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        closing?.cancel()
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
        closing?.cancel()
        closing = deadline.time(after: event).map { seconds in
            let channel = context.channel
            return context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
        }
    }
}
