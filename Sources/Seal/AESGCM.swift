import CCrypto

/// AES-256-GCM (NIST SP 800-38D) over whole messages: nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes).
enum AESGCM {
    static let nonceLength = 12
    static let tagLength = 16

    /// Encrypts under a 32-byte key. A nonce must never be used twice with one key; `context` is
    /// authenticated, not kept. Messages are at most 2^31 − 1 bytes.
    static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8] {
        let state = Crypto.present(EVP_CIPHER_CTX_new(), "a cipher context")
        defer { EVP_CIPHER_CTX_free(state) }
        Crypto.succeed(EVP_EncryptInit_ex2(state, Crypto.aes256GCM.handle, key, nonce, nil), "AES-GCM key")
        var text = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagLength)
        var written: Int32 = 0
        let bound = EVP_EncryptUpdate(state, nil, &written, context, Int32(context.count))
        Crypto.succeed(bound, "AES-GCM context")
        // An empty array may come as a null output buffer, which libcrypto takes for more associated data.
        if !plain.isEmpty {
            Crypto.succeed(EVP_EncryptUpdate(state, &text, &written, plain, Int32(plain.count)), "AES-GCM")
        }
        Crypto.succeed(EVP_EncryptFinal_ex(state, &tag, &written), "AES-GCM end")
        let tagged = EVP_CIPHER_CTX_ctrl(state, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag)
        Crypto.succeed(tagged, "AES-GCM tag")
        return nonce + text + tag
    }

    /// The message, or nil when it is too short or was not sealed with this key and context just so.
    static func open(_ sealed: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8]? {
        guard sealed.count >= nonceLength + tagLength else { return nil }
        let nonce = Array(sealed.prefix(nonceLength))
        let text = Array(sealed.dropFirst(nonceLength).dropLast(tagLength))
        var tag = Array(sealed.suffix(tagLength))
        let state = Crypto.present(EVP_CIPHER_CTX_new(), "a cipher context")
        defer { EVP_CIPHER_CTX_free(state) }
        Crypto.succeed(EVP_DecryptInit_ex2(state, Crypto.aes256GCM.handle, key, nonce, nil), "AES-GCM key")
        var plain = [UInt8](repeating: 0, count: text.count)
        var written: Int32 = 0
        let bound = EVP_DecryptUpdate(state, nil, &written, context, Int32(context.count))
        Crypto.succeed(bound, "AES-GCM context")
        if !text.isEmpty {
            Crypto.succeed(EVP_DecryptUpdate(state, &plain, &written, text, Int32(text.count)), "AES-GCM")
        }
        let tagged = EVP_CIPHER_CTX_ctrl(state, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag)
        Crypto.succeed(tagged, "AES-GCM tag")
        var rest = [UInt8](repeating: 0, count: tagLength)
        guard EVP_DecryptFinal_ex(state, &rest, &written) == 1 else {
            // The failed check leaves its reason in the thread's error queue, where it would mislead the next
            // reader.
            ERR_clear_error()
            return nil
        }
        return plain
    }
}
