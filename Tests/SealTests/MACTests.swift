import Kernel
@testable import Seal
import Testing

@Suite struct MACTests {
    /// RFC 4231, test cases 1, 2 and 6 (a key longer than the hash's block).
    @Test(arguments: [
        ([UInt8](repeating: 0x0B, count: 20), "Hi There",
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (Array("Jefe".utf8), "what do ya want for nothing?",
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        ([UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    ])
    func knownVectors(key: [UInt8], message: String, expected: String) {
        #expect(Hex.encode(MAC.sha256(key: key, Array(message.utf8))) == expected)
    }

    /// The labels and their derivation are part of the format: data sealed today must open for ever. The
    /// values were computed apart from this program, by the `openssl` command.
    @Test(arguments: [
        (SecretKey.Purpose.callerEncryption, "b1e1c616f569fef31c08c4cffbfc31859d31e26d4ffc4e650d0faf6af6d2ae1f"),
        (.callerDigest, "86445868f0925356074e7c259a7649571c3bfa24bf08980ecb5334823d5c9f54"),
    ])
    func subkeysStayAsTheyAre(purpose: SecretKey.Purpose, expected: String) {
        let key = SecretKey(bytes: Array(0..<32))
        #expect(Hex.encode(key.subkey(purpose)) == expected)
    }
}
