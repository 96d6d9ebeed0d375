import Hummingbird

/// The least that the HTTP framework can do on this machine: the yardstick of `make bench-web`.
@main
enum HelloServer {
    static func main() async throws {
        let router = Router()
        router.get("hello") { _, _ in "hello" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8312
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))).runService()
    }
}
