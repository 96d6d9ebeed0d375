package import Kernel

/// Seals what must be forgettable: a caller's name and phone, kept encrypted beside the journal, and the
/// keyed digest that stands for them in the record (design §10).
///
/// `context` is the street and the job. It is bound to the sealed bytes, so that one caller's data moved to
/// another job's row is refused rather than shown.
package struct CallerSeal: Sendable {
    private let encryption: [UInt8]
    private let digesting: [UInt8]
    private let checking: [UInt8]
    private let factors: [UInt8]

    /// The seal whose digests a practice street uses: its key is public, so that a year played twice gives
    /// the same chain. Nothing is ever encrypted with it.
    package static let practice = CallerSeal(key: SecretKey(bytes: [UInt8](repeating: 0, count: SecretKey.length)))

    package init(key: SecretKey) {
        encryption = key.subkey(.callerEncryption)
        digesting = key.subkey(.callerDigest)
        checking = key.subkey(.keyCheck)
        factors = key.subkey(.secondFactor)
    }

    /// Encrypts with AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16), 28 bytes longer than `plain`. The nonce
    /// is random, so the same text sealed twice differs; one key serves 2^32 messages, far more calls than a
    /// city has.
    package func seal(_ plain: [UInt8], for context: String) -> [UInt8] {
        let nonce = Crypto.nonce(AESGCM.nonceLength)
        return AESGCM.seal(plain, key: encryption, nonce: nonce, context: Array(context.utf8))
    }

    /// Decrypts. Throws `key.invalid` when the bytes were changed, belong to another context, or need another
    /// key.
    package func open(_ sealed: [UInt8], for context: String) throws(Refusal) -> [UInt8] {
        try Self.open(sealed, encryption, context)
    }

    /// The secret of a user's second factor, sealed as callers are, with a key of its own.
    package func seal(_ factor: OneTimeCode, of user: String) -> [UInt8] {
        AESGCM.seal(factor.bytes, key: factors, nonce: Crypto.nonce(AESGCM.nonceLength), context: Array(user.utf8))
    }

    /// Throws `key.invalid`, as for a caller.
    package func factor(_ sealed: [UInt8], of user: String) throws(Refusal) -> OneTimeCode {
        OneTimeCode(secret: try Self.open(sealed, factors, user))
    }

    private static func open(_ sealed: [UInt8], _ key: [UInt8], _ context: String) throws(Refusal) -> [UInt8] {
        guard let plain = AESGCM.open(sealed, key: key, context: Array(context.utf8)) else {
            let reason = Phrase("打不开用它加密的内容", "sealed data does not open")
            throw Refusal(.keyInvalid, ["context": context]).adding("reason", reason.en, reason)
        }
        return plain
    }

    /// 32 lowercase hexadecimal characters by which a street recognises its key; they tell nothing of it,
    /// and each street has its own.
    package func check(of street: String) -> String {
        Hex.encode(MAC.sha256(key: checking, Array(street.utf8)).prefix(16))
    }

    /// 32 lowercase hexadecimal characters (128 bits) that recognise the same text in the same context and
    /// tell nothing without the key. The separator is a control character, which no code or label may hold,
    /// so no two pairs collide.
    package func digest(_ text: String, for context: String) -> String {
        Hex.encode(MAC.sha256(key: digesting, Array(context.utf8) + [0x1F] + Array(text.utf8)).prefix(16))
    }
}

extension CallerSeal: CustomStringConvertible, CustomReflectable {
    package var description: String { "CallerSeal" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
