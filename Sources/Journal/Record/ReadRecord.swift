package import Kernel

/// A record of the store, read and hashed: what needs no look at the records before it, and can be done
/// ahead. A class, since it is handed on from thread to thread.
package final class ReadRecord: Sendable {
    package let seq: Int
    /// The bytes that are stored and hashed.
    package let body: [UInt8]
    package let prev: String
    package let hash: String
    package let record: Result<Record, Refusal>
    /// What its link of the chain must be.
    package let link: String

    package init(seq: Int, body: [UInt8], prev: String, hash: String, link: String) {
        self.seq = seq
        self.body = body
        self.prev = prev
        self.hash = hash
        self.link = link
        record = Result { () throws(Refusal) in try Record(bytes: body) }
    }

    package convenience init(_ stored: StoredRecord, _ algorithm: DigestAlgorithm, _ hasher: Chain.Hasher) {
        let link = Chain.hash(algorithm, prev: stored.prev, seq: stored.seq, body: stored.body, with: hasher)
        self.init(
            seq: stored.seq, body: Array(stored.body.utf8), prev: stored.prev, hash: stored.hash, link: link)
    }
}
