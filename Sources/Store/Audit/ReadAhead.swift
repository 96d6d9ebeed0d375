import Dispatch
import Journal
import Kernel
import Seal
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
        var (waiting, chunk): (Chunk?, [StoredRecord]) = (nil, [])
        var goesOn = true
        try JournalReader(connection).each(org) { (stored) throws(Refusal) in
            guard goesOn else { return }
            if stored.seq == 1 {
                goesOn = try body(ReadRecord(stored, algorithm(), Digest.of))
                return
            }
            chunk.append(stored)
            guard chunk.count == Self.chunk else { return }
            let next = Chunk(chunk, algorithm())
            chunk = []
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

/// Records that are read and hashed on a thread of their own.
private final class Chunk: Sendable {
    private let records = Mutex<[ReadRecord]>([])
    private let done = DispatchSemaphore(value: 0)

    init(_ stored: [StoredRecord], _ algorithm: DigestAlgorithm) {
        DispatchQueue.global().async { [self] in
            let read = stored.map { ReadRecord($0, algorithm, Digest.of) }
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
