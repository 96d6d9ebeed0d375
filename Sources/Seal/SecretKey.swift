/// A street's secret: 32 random bytes in a file beside the database, from which every other key is derived.
///
/// Whoever has it can read callers' names and phones; whoever loses it can not, and the journal still
/// verifies. It is never used itself, only its subkeys, so that one purpose cannot be turned against another.
package struct SecretKey: Sendable, Equatable {
    static let length = 32

    let bytes: [UInt8]

    /// `bytes` are 32.
    init(bytes: [UInt8]) {
        precondition(bytes.count == Self.length, "a secret key has 32 bytes")
        self.bytes = bytes
    }

    /// A fresh key from the system's cryptographic generator.
    package static func generate() -> SecretKey {
        SecretKey(bytes: Crypto.secret(length))
    }

    /// What a subkey is for; the label is part of the format and never changes.
    enum Purpose: String {
        case callerEncryption = "yjb caller encryption v1"
        case callerDigest = "yjb caller digest v1"
        case keyCheck = "yjb key check v1"
        case secondFactor = "yjb second factor v1"
    }

    /// The 32-byte subkey of a purpose: HMAC-SHA-256 of its label under this key.
    func subkey(_ purpose: Purpose) -> [UInt8] {
        MAC.sha256(key: bytes, Array(purpose.rawValue.utf8))
    }
}

/// A key that slips into a message, a log or a debugger's dump shows nothing.
extension SecretKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "SecretKey" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
