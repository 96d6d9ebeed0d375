import Journal
import Kernel
import Seal

/// Computes the links of a chain one after the other, with one digest and one buffer for all.
final class LinkDigest {
    private let digest: RunningDigest
    private var number: [UInt8] = []
    private var hash = [UInt8](repeating: 0, count: 32)
    /// The link that was computed last, in hexadecimal digits; before the first what its record is linked to.
    private(set) var link = Array(Chain.genesis.utf8)

    init(_ algorithm: DigestAlgorithm) { digest = RunningDigest(algorithm) }

    /// ``Chain/hash(_:prev:seq:body:with:)``, kept in ``link``.
    func take(prev: UnsafeBufferPointer<UInt8>, seq: Int, body: UnsafeBufferPointer<UInt8>) {
        number.removeAll(keepingCapacity: true)
        Chain.put(seq, into: &number)
        digest.take(prev)
        digest.take(number)
        digest.take(body)
        digest.finish(into: &hash)
        Hex.encode(hash, over: &link)
    }

    /// Whether a text is the link that was computed last.
    func isLink(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        link.withUnsafeBufferPointer { $0.sameBytes(as: text) }
    }
}
