import CCrypto
package import Kernel

/// A password as it is kept: by scrypt (RFC 7914), with its salt and its cost, so that the cost can be raised
/// later and older ones are still understood. `scrypt$16$8$2$SALT$HASH`, salt and hash in hexadecimal.
///
/// Deriving one takes a third of a second and 64 MiB on purpose: do it on a thread of its own, a few at once.
package struct PasswordHash: Sendable, Equatable {
    /// What a guess costs.
    package struct Cost: Sendable, Equatable {
        /// N is 2 to the power of this; the memory is 128 · r · N bytes.
        package let logN: Int
        package let r: Int
        package let p: Int

        package init(logN: Int, r: Int, p: Int) { (self.logN, self.r, self.p) = (logN, r, p) }

        package static let standard = Cost(logN: 16, r: 8, p: 2)

        /// Above it the text was not written by this program.
        fileprivate var isBearable: Bool { (1...20).contains(logN) && (1...16).contains(r) && (1...16).contains(p) }
    }

    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// A fresh salt and what becomes of the password with it.
    package init(of password: String, cost: Cost = .standard) {
        self.cost = cost
        salt = Crypto.nonce(16)
        hash = Self.derive(password, salt, cost)
    }

    /// Reads the stored text. Throws `store.damaged`.
    package init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let logN = Int(parts[1]), let r = Int(parts[2]), let p = Int(parts[3]),
              let salt = Hex.decode(parts[4]), let hash = Hex.decode(parts[5]), hash.count == Self.length,
              Cost(logN: logN, r: r, p: p).isBearable
        else { throw Refusal(.storeDamaged, ["detail": "credential.hash"]) }
        cost = Cost(logN: logN, r: r, p: p)
        self.salt = salt
        self.hash = hash
    }

    /// Whether it is the password, in a time that says nothing about how much of it is right.
    package func matches(_ password: String) -> Bool {
        let found = Self.derive(password, salt, cost)
        return CRYPTO_memcmp(found, hash, hash.count) == 0
    }

    package var text: String {
        "scrypt$\(cost.logN)$\(cost.r)$\(cost.p)$" + Hex.encode(salt) + "$" + Hex.encode(hash)
    }

    private static let length = 32

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        let phrase = Array(password.utf8).map { CChar(bitPattern: $0) }
        // The library's own limit of 32 MiB would refuse; this one is twice what the cost needs.
        let most = UInt64(256 * cost.r) << UInt64(cost.logN) + 1_048_576
        let done = EVP_PBE_scrypt(
            phrase, phrase.count, salt, salt.count, 1 << UInt64(cost.logN), UInt64(cost.r), UInt64(cost.p), most, &key, key.count)
        Crypto.succeed(done, "scrypt")
        return key
    }
}

/// A hash in a message or a dump shows nothing.
extension PasswordHash: CustomStringConvertible, CustomReflectable {
    package var description: String { "PasswordHash" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
