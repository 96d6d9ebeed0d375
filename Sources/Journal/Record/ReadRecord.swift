package import Kernel

/// A record of the store, read and hashed: what needs no look at the records before it, and can be done
/// ahead.
package struct ReadRecord: Sendable {
    package let stored: StoredRecord
    package let record: Result<Record, Refusal>
    /// What its link of the chain must be.
    package let hash: String

    package init(_ stored: StoredRecord, _ algorithm: DigestAlgorithm, _ hasher: Chain.Hasher) {
        self.stored = stored
        record = Result { () throws(Refusal) in try Record(body: stored.body) }
        hash = Chain.hash(algorithm, prev: stored.prev, seq: stored.seq, body: stored.body, with: hasher)
    }
}
