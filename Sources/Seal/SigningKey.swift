import CCrypto
import Disk
package import Kernel

/// A key that signs evidence bundles: Ed25519 (RFC 8032), 32 bytes in a file of mode 0600. It is never in a
/// database; whoever trusts a bundle compares the public key's fingerprint with a printed one.
package struct SigningKey: Sendable {
    private let seed: SecretKey

    private init(_ seed: SecretKey) { self.seed = seed }

    package static func generate() -> SigningKey { SigningKey(.generate()) }

    /// Throws `key.missing`, `key.invalid`, `file.unreadable`.
    package static func load(path: String) throws(Refusal) -> SigningKey { SigningKey(try SecretKey.load(path: path)) }

    /// Throws `store.exists`, `file.unwritable`.
    package func save(path: String) throws(Refusal) { try seed.save(path: path) }

    /// The 32 bytes of the public key.
    package var publicKey: [UInt8] {
        let key = handle
        defer { EVP_PKEY_free(key) }
        var (bytes, count) = ([UInt8](repeating: 0, count: 32), 32)
        Crypto.succeed(EVP_PKEY_get_raw_public_key(key, &bytes, &count), "Ed25519")
        return bytes
    }

    /// The 64 bytes of the signature.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        let (key, context) = (handle, Crypto.present(EVP_MD_CTX_new(), "a digest context"))
        defer {
            EVP_PKEY_free(key)
            EVP_MD_CTX_free(context)
        }
        var (bytes, count) = ([UInt8](repeating: 0, count: 64), 64)
        Crypto.succeed(EVP_DigestSignInit(context, nil, nil, nil, key), "Ed25519")
        Crypto.succeed(EVP_DigestSign(context, &bytes, &count, message, message.count), "Ed25519")
        return bytes
    }

    /// The first 16 bytes of SHA-256 of a public key, in groups of four digits.
    package static func fingerprint(_ publicKey: [UInt8]) -> String {
        let digits = Array(Hex.encode(Digest.of(.sha256, publicKey).prefix(16)))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
    }

    private var handle: OpaquePointer {
        Crypto.present(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed.bytes, seed.bytes.count), "Ed25519")
    }
}
