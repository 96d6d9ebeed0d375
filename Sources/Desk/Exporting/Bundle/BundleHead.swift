import Kernel
import Seal

/// HEAD.txt of an evidence bundle: what is signed (audit.md B3 §6).
struct BundleHead {
    let org: Code
    let name: Label
    let year: Int
    let isSandbox: Bool
    let hash: DigestAlgorithm
    let record: Int
    let head: String
    /// Record and hash of the year's close.
    let closing: (seq: Int, hash: String)?
    /// Of the last record.
    let at: Instant

    /// `key` is the public one, where the bundle is signed.
    func text(manifest: [UInt8], key: [UInt8]?) -> String {
        """
        yjb evidence bundle 1
        org: \(org.text)
        name: \(name.text)
        year: \(year)
        sandbox: \(isSandbox ? "yes" : "no")
        record: \(record)
        hash: \(hash.rawValue)
        head: \(head)
        closing: \(closing.map { "\($0.seq) \($0.hash)" } ?? "none")
        manifest-sha256: \(Hex.encode(Digest.of(.sha256, manifest)))
        at: \(at.text)
        key: \(key.map { "ed25519 " + Hex.encode($0) } ?? "none")

        """
    }
}
