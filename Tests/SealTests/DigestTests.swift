import Kernel
import Seal
import Testing

@Suite struct DigestTests {
    /// Published vectors: FIPS 180-4 and GB/T 32905-2016.
    @Test(arguments: [
        (DigestAlgorithm.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.sm3, "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (.sm3, String(repeating: "abcd", count: 16),
         "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ])
    func knownVectors(algorithm: DigestAlgorithm, text: String, expected: String) {
        #expect(Hex.encode(Digest.hash(algorithm, Array(text.utf8))) == expected)
        #expect(Hex.encode(Digest.of(algorithm, Array(text.utf8))) == expected)
    }

    @Test(arguments: DigestAlgorithm.allCases)
    func partsAreHashedAsOne(algorithm: DigestAlgorithm) {
        let whole = Digest.of(algorithm, Array("previous hash and record".utf8))
        #expect(Digest.hash(algorithm, Array("previous".utf8), [], Array(" hash and record".utf8)) == whole)
        #expect(Digest.hash(algorithm) == Digest.of(algorithm, []))
    }

    @Test func servesAsTheJournalsHasher() {
        let hasher: @Sendable (DigestAlgorithm, [UInt8]) -> [UInt8] = Digest.of
        #expect(hasher(.sm3, [1]) == Digest.hash(.sm3, [1]))
    }

    @Test func manyTasksShareTheFetchedAlgorithms() async {
        let expected = Digest.of(.sm3, [7])
        let same = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<500).allSatisfy { _ in Digest.of(.sm3, [7]) == expected } }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(same)
    }
}
