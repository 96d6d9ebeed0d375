import Kernel
@testable import Seal
import Testing

@Suite struct CallerSealTests {
    private let seal = CallerSeal(key: SecretKey(bytes: Array(0..<32)))
    private let plain = Array(#"{"name":"王秀英","phone":"13800000000"}"#.utf8)
    private let context = "NHL 2026-0001"

    /// McGrew and Viega's test cases 13 and 16 for AES-256-GCM: nothing at all, and text with associated
    /// data.
    @Test(arguments: [
        (String(repeating: "0", count: 64), String(repeating: "0", count: 24), "", "", "",
         "530f8afbc74536b9a963b4f1c4cb738b"),
        ("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
         "feedfacedeadbeeffeedfacedeadbeefabaddad2",
         "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
         "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
         "76fc6ece0f4e1768cddf8853bb2d551b"),
    ])
    func knownVectors(
        key: String, nonce: String, context: String, plain: String, cipher: String, tag: String
    ) throws {
        let key = try #require(Hex.decode(key)), context = try #require(Hex.decode(context))
        let plain = try #require(Hex.decode(plain)), bytes = try #require(Hex.decode(nonce))
        let sealed = AESGCM.seal(plain, key: key, nonce: bytes, context: context)
        #expect(Hex.encode(sealed) == nonce + cipher + tag)
        #expect(AESGCM.open(sealed, key: key, context: context) == plain)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 4096])
    func opensWhatItSealed(length: Int) throws {
        let text = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = seal.seal(text, for: context)
        #expect(sealed.count == length + 28)
        #expect(try seal.open(sealed, for: context) == text)
    }

    @Test func neverSealsTheSameTextTheSameWay() {
        let several = Set((0..<100).map { _ in seal.seal(plain, for: context) })
        #expect(several.count == 100)
        #expect(Set(several.map { Array($0.prefix(12)) }).count == 100)
    }

    @Test func refusesAnyChangedByte() throws {
        let sealed = seal.seal(plain, for: context)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(refusal(of: changed, context)?.code == .keyInvalid, "byte \(index)")
        }
    }

    @Test func refusesAnyOtherLength() {
        let sealed = seal.seal(plain, for: context)
        for length in 0..<sealed.count {
            let cut = Array(sealed.prefix(length))
            #expect(refusal(of: cut, context)?.code == .keyInvalid, "\(length) bytes")
        }
        #expect(refusal(of: sealed + [0], context)?.code == .keyInvalid)
    }

    @Test(arguments: ["NHL 2026-0002", "XQL 2026-0001", "NHL 2026-0001 ", ""])
    func refusesAnotherContext(other: String) {
        #expect(refusal(of: seal.seal(plain, for: context), other)?["context"] == other)
    }

    @Test func refusesAnotherKey() {
        let sealed = CallerSeal(key: .generate()).seal(plain, for: context)
        #expect(refusal(of: sealed, context)?.code == .keyInvalid)
    }

    /// The value was computed by the `openssl` command; stored digests must be recognised for ever.
    @Test func digestStaysAsItIs() {
        #expect(seal.digest("13800000000", for: context) == "a3243db8524dc9b8c0dd245269be552a")
    }

    @Test func digestDependsOnTextContextAndKey() {
        let digests = [
            seal.digest("13800000000", for: context),
            seal.digest("13800000001", for: context),
            seal.digest("13800000000", for: "NHL 2026-0002"),
            // The same characters, divided elsewhere.
            seal.digest("3800000000", for: context + "1"),
            CallerSeal(key: .generate()).digest("13800000000", for: context),
        ]
        #expect(Set(digests).count == digests.count)
        #expect(digests.allSatisfy { $0.utf8.count == 32 })
    }

    @Test func showsNoKeyWhenPrinted() {
        let key = SecretKey(bytes: Array(0..<32))
        var dumped = ""
        dump(key, to: &dumped)
        dump(seal, to: &dumped)
        #expect("\(key) \(seal)" == "SecretKey CallerSeal")
        #expect(!dumped.contains("UInt8") && !dumped.contains("31"))
    }

    private func refusal(of sealed: [UInt8], _ context: String) -> Refusal? {
        #expect(throws: Refusal.self) { try seal.open(sealed, for: context) }
    }
}
