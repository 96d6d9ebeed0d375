import Hummingbird

/// Reads the body of a form within its size and its time: a client that sends a byte a second holds nothing
/// up for longer than this.
enum BodyReader {
    enum Found: Sendable {
        case whole([UInt8])
        case tooLarge
        case late
    }

    /// A form of a quarter of a megabyte, over the slowest line that is worth serving; larger ones at twice
    /// that speed.
    private static func time(for limit: Int) -> Duration { .seconds(30 + limit / (64 << 10)) }

    static func read(_ body: RequestBody, upTo limit: Int) async -> Found {
        await withTaskGroup(of: Found.self) { group in
            group.addTask { await collect(body, limit) }
            group.addTask {
                try? await Task.sleep(for: time(for: limit))
                return .late
            }
            let first = await group.next() ?? .late
            group.cancelAll()
            return first
        }
    }

    private static func collect(_ body: RequestBody, _ limit: Int) async -> Found {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                if bytes.count + piece.readableBytes > limit { return .tooLarge }
                bytes += piece.readableBytesView
            }
            return .whole(bytes)
        } catch {
            // The connection went away; nobody waits for the answer.
            return .late
        }
    }
}
