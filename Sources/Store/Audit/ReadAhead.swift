import Dispatch
import Journal
import Kernel
import SQL
import Synchronization

/// Reads a journal in order, a chunk ahead: while one is looked at, the next is read and hashed on another
/// thread.
struct ReadAhead {
    /// Records of a chunk: some hundred kilobytes.
    private static let chunk = 256

    let connection: any SQLConnection
    let org: Code

    /// Hands over every record. The first one says by which algorithm the others are hashed: `algorithm` is
    /// asked when it has been taken. Stops when `body` says so.
    func each(
        _ algorithm: () -> DigestAlgorithm, _ body: (ReadRecord) throws(Refusal) -> Bool
    ) throws(Refusal) {
        var (waiting, chunk): (Chunk?, [RawRecord]) = (nil, [])
        var goesOn = true
        try JournalReader(connection).scan(org) { (row) throws(Refusal) in
            guard goesOn else { return }
            let raw = try RawRecord(row)
            if raw.seq == 1 {
                goesOn = try body(raw.read(LinkDigest(algorithm())))
                return
            }
            chunk.append(raw)
            guard chunk.count == Self.chunk else { return }
            let next = Chunk(chunk, algorithm())
            chunk.removeAll(keepingCapacity: true)
            goesOn = try Self.take(waiting, body)
            waiting = next
        }
        if goesOn, try Self.take(waiting, body) {
            _ = try Self.take(Chunk(chunk, algorithm()), body)
        }
    }

    private static func take(
        _ chunk: Chunk?, _ body: (ReadRecord) throws(Refusal) -> Bool
    ) throws(Refusal) -> Bool {
        for record in chunk?.finished() ?? [] where try !body(record) { return false }
        return true
    }
}

/// A record as it was read, its body still bytes: reading it as JSON says whether they are text.
private struct RawRecord: Sendable {
    let seq: Int
    let body: [UInt8]
    let prev: String
    let hash: String

    init(_ row: SQLCells) throws(Refusal) {
        var (body, prev, hash): ([UInt8], String, String) = ([], "", "")
        seq = Int(try row.int(0))
        try row.text(1) { body = Array($0) }
        try row.text(2) { prev = String(decoding: $0, as: UTF8.self) }
        try row.text(3) { hash = String(decoding: $0, as: UTF8.self) }
        (self.body, self.prev, self.hash) = (body, prev, hash)
    }

    func read(_ links: LinkDigest) -> ReadRecord {
        var prev = prev
        prev.withUTF8 { prev in
            body.withUnsafeBufferPointer { links.take(prev: prev, seq: seq, body: $0) }
        }
        return ReadRecord(seq: seq, body: body, prev: prev, hash: hash, link: String(decoding: links.link, as: UTF8.self))
    }
}

/// Records that are read and hashed on a thread of their own.
private final class Chunk: Sendable {
    private let records = Mutex<[ReadRecord]>([])
    private let done = DispatchSemaphore(value: 0)

    init(_ raw: [RawRecord], _ algorithm: DigestAlgorithm) {
        DispatchQueue.global().async { [self] in
            let links = LinkDigest(algorithm)
            let read = raw.map { $0.read(links) }
            records.withLock { $0 = read }
            done.signal()
        }
    }

    /// Waits for them.
    func finished() -> [ReadRecord] {
        done.wait()
        return records.withLock { $0 }
    }
}
