import CCrypto

/// HMAC (RFC 2104): with SHA-256 for subkeys and keyed digests, with SHA-1 for the codes of RFC 6238 only.
enum MAC {
    /// The 20-byte code that apps for a second factor make.
    static func sha1(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 20)
        let done = HMAC(Crypto.sha1.handle, key, Int32(key.count), message, message.count, &code, nil)
        Crypto.succeed(done == nil ? 0 : 1, "HMAC")
        return code
    }

    /// The 32-byte code of `message` under `key`, which may have any length up to 2^31.
    static func sha256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        let done = HMAC(Crypto.sha256.handle, key, Int32(key.count), message, message.count, &code, nil)
        Crypto.succeed(done == nil ? 0 : 1, "HMAC")
        return code
    }
}
