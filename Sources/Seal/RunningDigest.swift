import CCrypto
package import Kernel

/// The digest of bytes that come piece by piece.
package final class RunningDigest {
    private let context = Crypto.present(EVP_MD_CTX_new(), "a digest context")

    private let algorithm: DigestAlgorithm

    package init(_ algorithm: DigestAlgorithm) {
        self.algorithm = algorithm
        start()
    }

    deinit { EVP_MD_CTX_free(context) }

    package func take(_ bytes: [UInt8]) { Crypto.succeed(EVP_DigestUpdate(context, bytes, bytes.count), "digest") }

    package func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        Crypto.succeed(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count), "digest")
    }

    /// The 32 bytes. The next digest begins.
    package func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        finish(into: &hash)
        return hash
    }

    /// The same into 32 bytes that are there.
    package func finish(into hash: inout [UInt8]) {
        precondition(hash.count == 32)
        Crypto.succeed(EVP_DigestFinal_ex(context, &hash, nil), "digest")
        start()
    }

    private func start() {
        Crypto.succeed(EVP_DigestInit_ex2(context, algorithm.fetched.handle, nil), "digest")
    }
}
