import Hummingbird
import Web

/// Hands a request of the HTTP server to the front of the desk, and its answer back: the thin edge at which
/// two kinds of values meet.
struct DeskResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let front: Front

    func respond(to request: Request, context: Context) async throws -> Response {
        let method = request.method.rawValue, path = request.uri.path
        let limit = front.limit(method, path)
        let body = method == "POST" ? await BodyReader.read(request.body, upTo: limit) : .whole([])
        let call = { (bytes: [UInt8]) in
            Call(method: method, path: path, query: request.uri.query ?? "", headers: Self.headers(request), body: bytes)
        }
        switch body {
        case .whole(let bytes): return Self.response(await front.answer(call(bytes)))
        case .tooLarge: return Self.response(await front.tooLarge(call([])), isLast: true)
        case .late: return Response(status: .requestTimeout, headers: [.connection: "close"])
        }
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

    private static func response(_ outcome: Outcome, isLast: Bool = false) -> Response {
        var headers = HTTPFields()
        for header in outcome.headers {
            if let name = HTTPFields.Element.Name(header.name) { headers.append(.init(name: name, value: header.value)) }
        }
        if isLast { headers[.connection] = "close" }
        return Response(status: .init(code: outcome.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: outcome.body)))
    }
}
