import Kernel
@testable import Seal
import Testing

struct OneTimeCodeTests {
    private static let factor = OneTimeCode(secret: Array("12345678901234567890".utf8))

    @Test("RFC 6238, appendix B, SHA-1", arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        #expect(Self.factor.code(step: seconds / 30, digits: 8) == code)
        #expect(Self.factor.code(at: Instant(milliseconds: seconds * 1000)) == code.suffix(6))
    }

    @Test("RFC 4226, appendix D", arguments: [
        (0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314"), (5, "254676"), (6, "287922"), (7, "162583"),
        (8, "399871"), (9, "520489"),
    ] as [(Int64, String)])
    func counters(step: Int64, code: String) { #expect(Self.factor.code(step: step) == code) }

    @Test("a step before and after count, two do not, and none twice")
    func steps() {
        let now = Instant(milliseconds: 4 * 30_000 + 29_999)
        let found = (0...9).map { Self.factor.step(of: Self.factor.code(step: $0), at: now, after: nil) }
        #expect(found == [nil, nil, nil, 3, 4, 5, nil, nil, nil, nil])
        #expect(Self.factor.step(of: Self.factor.code(step: 4), at: now, after: 4) == nil)
        #expect(Self.factor.step(of: Self.factor.code(step: 3), at: now, after: 4) == nil)
        #expect(Self.factor.step(of: Self.factor.code(step: 5), at: now, after: 4) == 5)
        #expect(Self.factor.step(of: "", at: now, after: nil) == nil)
    }

    /// RFC 4648, section 10, without the padding that apps do not want.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func base32(plain: String, text: String) { #expect(OneTimeCode(secret: Array(plain.utf8)).text == text) }

    @Test("the address names street and user, and nothing in it can end a part early")
    func address() throws {
        let address = OneTimeCode(secret: Array("foobar".utf8)).address(of: try Code("li.wei"), in: try Code("NHL"))
        #expect(address == "otpauth://totp/NHL:li.wei?secret=MZXW6YTBOI&issuer=yjb%20NHL&digits=6&period=30&algorithm=SHA1")
    }

    @Test("a sealed secret opens for its owner, with its key")
    func sealed() throws {
        let seal = CallerSeal(key: .generate()), sealed = seal.seal(Self.factor, of: "NHL/li")
        #expect(try seal.factor(sealed, of: "NHL/li") == Self.factor)
        #expect(throws: Refusal.self) { try seal.factor(sealed, of: "NHL/wu") }
        #expect(throws: Refusal.self) { try CallerSeal(key: .generate()).factor(sealed, of: "NHL/li") }
        // Neither kind of sealed data opens as the other.
        #expect(throws: Refusal.self) { try seal.open(sealed, for: "NHL/li") }
        #expect("\(Self.factor)" == "OneTimeCode")
    }
}
