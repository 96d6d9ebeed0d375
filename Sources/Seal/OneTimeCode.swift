package import Kernel

/// The second factor (RFC 6238 with HMAC-SHA-1, steps of 30 seconds, six digits): a secret that an app and
/// this program share, and the code that both make of it and the time.
package struct OneTimeCode: Sendable, Equatable {
    private let secret: [UInt8]

    /// Milliseconds in which a code is the code.
    private static let period: Int64 = 30_000
    /// Clocks of phones go wrong: so many steps before and after count too.
    private static let tolerance: Int64 = 1

    package init(secret: [UInt8]) { self.secret = secret }

    /// 160 bits, as RFC 4226 §4 recommends.
    package static func generate() -> OneTimeCode { OneTimeCode(secret: Crypto.secret(20)) }

    /// What is sealed and kept.
    package var bytes: [UInt8] { secret }

    /// RFC 4226 §5.3.
    func code(step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = MAC.sha1(key: secret, counter), at = Int(mac[19] & 15)
        let value = mac[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(value)
        return (String(repeating: "0", count: max(0, digits - text.count)) + text).suffix(digits).description
    }

    /// The step whose code the text is, near a moment and after the last one that was used; nil where it is
    /// none: each code serves once.
    package func step(of text: String, at now: Instant, after last: Int64?) -> Int64? {
        let present = now.milliseconds / Self.period
        return (present - Self.tolerance...present + Self.tolerance).first { step in
            step > last ?? -1 && code(step: step) == text
        }
    }

    /// The code at a moment.
    package func code(at now: Instant) -> String { code(step: now.milliseconds / Self.period) }

    /// The secret to be typed into an app (RFC 4648 §6, without padding).
    package var text: String {
        var text = "", held = 0, bits = 0
        for byte in secret {
            (held, bits) = (held << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(Self.alphabet[held >> bits & 31])
            }
            held &= 31
        }
        if bits > 0 { text.append(Self.alphabet[held << (5 - bits) & 31]) }
        return text
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    /// What the app reads from a square code. Codes of streets and users have no sign that means something
    /// in an address but those that are escaped here.
    package func address(of user: Code, in street: Code) -> String {
        let (user, street) = (Self.escaped(user.text), Self.escaped(street.text))
        return "otpauth://totp/\(street):\(user)?secret=\(text)&issuer=yjb%20\(street)&digits=6&period=30&algorithm=SHA1"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F].contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
        }.joined()
    }
}

/// A secret that slips into a message or a dump shows nothing.
extension OneTimeCode: CustomStringConvertible, CustomReflectable {
    package var description: String { "OneTimeCode" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
