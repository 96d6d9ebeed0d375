import CCrypto

/// What libcrypto offers this program, fetched once: in OpenSSL 3 every `EVP_sha256()` or `EVP_aes_256_gcm()`
/// looks its implementation up anew, which costs more than hashing a record.
///
/// A fetched algorithm is immutable and may be shared between threads (its reference count is atomic); that
/// is why these may be `@unchecked Sendable`. They live as long as the process.
enum Crypto {
    struct Hash: @unchecked Sendable {
        let handle: OpaquePointer

        init(_ name: String) { handle = Crypto.present(EVP_MD_fetch(nil, name, nil), name) }
    }

    struct Cipher: @unchecked Sendable {
        let handle: OpaquePointer

        init(_ name: String) { handle = Crypto.present(EVP_CIPHER_fetch(nil, name, nil), name) }
    }

    static let sha1 = Hash("SHA1")
    static let sha256 = Hash("SHA256")
    static let sm3 = Hash("SM3")
    static let aes256GCM = Cipher("AES-256-GCM")

    /// `count` bytes from the system's cryptographic generator, for a key: nobody else ever sees that
    /// generator's output.
    static func secret(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        succeed(RAND_priv_bytes(&bytes, Int32(count)), "random bytes")
        return bytes
    }

    /// `count` bytes from the public generator, for a nonce.
    static func nonce(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        succeed(RAND_bytes(&bytes, Int32(count)), "random bytes")
        return bytes
    }

    /// Stops the program when libcrypto fails where no input can make it fail: out of memory, no random
    /// source, or a libcrypto built without the algorithm. To go on would mean an unsealed record or a
    /// predictable nonce.
    static func succeed(_ status: Int32, _ what: StaticString) {
        precondition(status == 1, "libcrypto: \(what) failed")
    }

    static func present(_ handle: OpaquePointer?, _ what: String) -> OpaquePointer {
        guard let handle else { preconditionFailure("libcrypto: \(what) is not available") }
        return handle
    }
}
