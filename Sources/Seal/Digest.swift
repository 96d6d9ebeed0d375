import CCrypto
package import Kernel

/// Hashing with the algorithm a street has chosen.
package enum Digest {
    /// The 32-byte hash of the parts one after another, as if they were one; no separators are added.
    package static func hash(_ algorithm: DigestAlgorithm, _ parts: [UInt8]...) -> [UInt8] {
        compute(algorithm, parts)
    }

    /// The 32-byte hash of some bytes, in the shape that the Journal takes as its hasher:
    /// `@Sendable (DigestAlgorithm, [UInt8]) -> [UInt8]`.
    @Sendable
    package static func of(_ algorithm: DigestAlgorithm, _ bytes: [UInt8]) -> [UInt8] {
        compute(algorithm, [bytes])
    }

    private static func compute(_ algorithm: DigestAlgorithm, _ parts: [[UInt8]]) -> [UInt8] {
        let context = Crypto.present(EVP_MD_CTX_new(), "a digest context")
        defer { EVP_MD_CTX_free(context) }
        Crypto.succeed(EVP_DigestInit_ex2(context, algorithm.fetched.handle, nil), "digest")
        for part in parts { Crypto.succeed(EVP_DigestUpdate(context, part, part.count), "digest") }
        var hash = [UInt8](repeating: 0, count: 32)
        Crypto.succeed(EVP_DigestFinal_ex(context, &hash, nil), "digest")
        return hash
    }
}

extension DigestAlgorithm {
    var fetched: Crypto.Hash {
        switch self {
        case .sha256: Crypto.sha256
        case .sm3: Crypto.sm3
        }
    }
}
