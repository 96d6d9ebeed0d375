import CCrypto
package import Kernel

/// The digest of bytes that come piece by piece.
package final class RunningDigest {
    private let context = Crypto.present(EVP_MD_CTX_new(), "a digest context")

    package init(_ algorithm: DigestAlgorithm) {
        Crypto.succeed(EVP_DigestInit_ex2(context, algorithm.fetched.handle, nil), "digest")
    }

    deinit { EVP_MD_CTX_free(context) }

    package func take(_ bytes: [UInt8]) { Crypto.succeed(EVP_DigestUpdate(context, bytes, bytes.count), "digest") }

    /// The 32 bytes, once.
    package func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        Crypto.succeed(EVP_DigestFinal_ex(context, &hash, nil), "digest")
        return hash
    }
}
