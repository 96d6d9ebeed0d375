import Kernel
@testable import Seal
import TestKit
import Testing

/// RFC 8032 §7.1, tests 1 and 2, from a file as a user has it.
struct SigningKeyTests {
    @Test("signs as RFC 8032 has it", arguments: [
        ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", [UInt8](),
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", [0x72],
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ])
    func signs(secret: String, publicKey: String, message: [UInt8], signature: String) throws {
        try TemporaryFolder.inFolder { folder in
            try SecretKey(bytes: try #require(Hex.decode(secret))).save(path: folder + "/key")
            let key = try SigningKey.load(path: folder + "/key")
            #expect(Hex.encode(key.publicKey) == publicKey)
            #expect(Hex.encode(key.sign(message)) == signature)
        }
    }

    @Test func fingerprintIsTheBeginningOfItsDigest() {
        let zeros = [UInt8](repeating: 0, count: 32)
        #expect(SigningKey.fingerprint(zeros) == "6668 7aad f862 bd77 6c8f c18b 8e9f 8e20")
    }

    @Test func aDigestInPiecesIsTheDigestOfTheWhole() {
        for algorithm in DigestAlgorithm.allCases {
            let digest = RunningDigest(algorithm)
            for piece in [[1, 2], [], [3]] as [[UInt8]] { digest.take(piece) }
            #expect(digest.finish() == Digest.of(algorithm, [1, 2, 3]))
            digest.take([4])
            #expect(digest.finish() == Digest.of(algorithm, [4]), "the next one begins anew")
        }
    }
}
