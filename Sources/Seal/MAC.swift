import CCrypto

/// HMAC-SHA-256 (RFC 2104), for subkeys and keyed digests.
enum MAC {
    /// The 32-byte code of `message` under `key`, which may have any length up to 2^31.
    static func sha256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        let done = HMAC(Crypto.sha256.handle, key, Int32(key.count), message, message.count, &code, nil)
        Crypto.succeed(done == nil ? 0 : 1, "HMAC")
        return code
    }
}
