import Desk
import HTTPTypes
import Hummingbird
import Seal
import Web

/// Hands a request of the HTTP server to the front of the desk, and its answer back: the thin edge at which
/// two kinds of values meet.
struct DeskResponder: HTTPResponder {
    typealias Context = DeskContext

    let front: Front
    /// A proxy on this machine says whom it speaks for.
    let isBehindProxy: Bool
    /// Takes a line of the log; nil: nobody wants it.
    let log: (@Sendable (String) -> Void)?

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        let method = request.method.rawValue, path = request.uri.path
        let headers = Self.headers(request)
        let call = { (bytes: [UInt8]) in
            Call(
                method: method, path: path, query: request.uri.query ?? "", headers: headers, body: bytes,
                address: address(headers, context), isLocal: context.isLoopback && headers["x-forwarded-for"] == nil)
        }
        let body = method == "POST" ? await BodyReader.read(request.body, upTo: front.limit(call([]))) : .whole([])
        switch body {
        case .whole(let bytes): return told(await front.answer(call(bytes)), call([]), start)
        case .tooLarge: return told(await front.tooLarge(call([])), call([]), start, isLast: true)
        case .late: return Response(status: .requestTimeout, headers: [.connection: "close"])
        }
    }

    /// Behind a proxy the last one that it names; one that names nobody tells nobody apart.
    private func address(_ headers: [String: String], _ context: Context) -> String {
        guard isBehindProxy, context.isLoopback else { return context.peer }
        return headers["x-forwarded-for"]?.split(separator: ",").last.map { $0.filter { $0 != " " } } ?? ""
    }

    private func told(_ outcome: Outcome, _ call: Call, _ start: ContinuousClock.Instant, isLast: Bool = false) -> Response {
        if let log {
            log(RequestLog.line(
                call, outcome, milliseconds: start.passed(.now), at: SystemClock.now, id: RandomToken.id()))
        }
        return Self.response(outcome, isLast: isLast)
    }

    private static func headers(_ request: Request) -> [String: String] {
        var headers: [String: String] = [:]
        for field in request.headers {
            let name = field.name.canonicalName
            // Cookies may come in several fields.
            if let before = headers[name] { headers[name] = before + (name == "cookie" ? "; " : ", ")
                + field.value } else { headers[name] = field.value }
        }
        if let host = request.head.authority { headers["host"] = host }
        return headers
    }

    /// Names that most answers have: reading one takes longer than finding it.
    private static let names: [String: HTTPField.Name] = {
        let known = SecurityHeaders.all(isSecure: true).map(\.name) + ["Content-Type", "Content-Language", "Cache-Control"]
        return Dictionary(uniqueKeysWithValues: known.compactMap { text in HTTPField.Name(text).map { (text, $0) } })
    }()

    private static func response(_ outcome: Outcome, isLast: Bool = false) -> Response {
        var headers = HTTPFields()
        headers.reserveCapacity(outcome.headers.count + 2)
        for header in outcome.headers {
            guard let name = names[header.name] ?? HTTPField.Name(header.name) else { continue }
            headers.append(.init(name: name, value: header.value))
        }
        if isLast { headers[.connection] = "close" }
        return Response(status: .init(code: outcome.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: outcome.body)))
    }
}
