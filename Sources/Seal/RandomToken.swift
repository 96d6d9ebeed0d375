package import Kernel

/// Secrets that are handed to somebody: what a browser shows again, what an invitation is taken up by.
package enum RandomToken {
    /// 256 bits, as 64 hexadecimal digits.
    package static func session() -> String { Hex.encode(Crypto.secret(32)) }

    /// 128 bits, as 32 hexadecimal digits: not secret, only never met twice.
    package static func id() -> String { Hex.encode(Crypto.nonce(16)) }

    /// Twenty signs (100 bits) that can be read aloud and typed: no letter that looks like a digit.
    package static func invitation() -> String {
        String(Crypto.secret(20).map { alphabet[Int($0 & 31)] })
    }

    /// Sixteen signs (80 bits) in place of a lost phone.
    package static func recovery() -> String { String(invitation().prefix(16)) }

    private static let alphabet = Array("23456789abcdefghijkmnpqrstuvwxyz")

    /// What is kept of one: SHA-256 in hexadecimal. They are too long to be guessed, so no salt is needed.
    package static func digest(_ token: String, for purpose: String) -> String {
        Hex.encode(Digest.hash(.sha256, Array(purpose.utf8), [0x1F], Array(token.utf8)))
    }
}
