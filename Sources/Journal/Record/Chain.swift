package import Kernel

/// The hash chain of a street's journal. Anyone can compute a link with a shell:
/// `printf '%s\n%s\n%s' PREV SEQ BODY | sha256sum`.
package enum Chain {
    /// The `prev` of the first record.
    package static let genesis = String(repeating: "0", count: 64)

    /// Digest of bytes by an algorithm; the Seal room has the real one.
    package typealias Hasher = @Sendable (DigestAlgorithm, [UInt8]) -> [UInt8]

    /// The hash of a record over (previous hash, number, stored bytes), in lower-case hexadecimal. The
    /// stored bytes are what is hashed; nothing is serialised again (design §10).
    package static func hash(
        _ algorithm: DigestAlgorithm, prev: String, seq: Int, body: some Collection<UInt8>, with hasher: Hasher
    ) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 96)
        bytes += prev.utf8
        put(seq, into: &bytes)
        bytes += body
        return Hex.encode(hasher(algorithm, bytes))
    }

    /// What stands between the previous hash and the bytes of a record: its number on a line of its own.
    package static func put(_ seq: Int, into bytes: inout [UInt8]) {
        bytes.append(0x0A)
        bytes += String(seq).utf8
        bytes.append(0x0A)
    }

    package static func hash(
        _ algorithm: DigestAlgorithm, prev: String, seq: Int, body: String, with hasher: Hasher
    ) -> String {
        hash(algorithm, prev: prev, seq: seq, body: body.utf8, with: hasher)
    }
}
