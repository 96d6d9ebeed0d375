import Kernel
import Seal
import Testing

struct PasswordHashTests {
    /// RFC 7914, section 12: scrypt("password", "NaCl", 1024, 8, 16), the first 32 of its 64 bytes.
    @Test("the vector of RFC 7914")
    func vector() throws {
        let text = "scrypt$10$8$16$4e61436c$fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        let kept = try PasswordHash(text)
        #expect(kept.matches("password") && !kept.matches("Password") && kept.text == text)
    }

    @Test("salted: the same password twice is two texts; each is its own")
    func salted() throws {
        let cost = PasswordHash.Cost(logN: 4, r: 1, p: 1)
        let (a, b) = (PasswordHash(of: "一句话", cost: cost), PasswordHash(of: "一句话", cost: cost))
        #expect(a.text != b.text)
        #expect(try PasswordHash(a.text).matches("一句话") && !PasswordHash(a.text).matches("一句"))
    }

    @Test("a text that this program did not write is damage", arguments: [
        "", "scrypt", "scrypt$16$8$2$00$00", "scrypt$99$8$2$00$" + String(repeating: "00", count: 32), "bcrypt$1$1$1$00$00",
    ])
    func damaged(text: String) {
        #expect(throws: Refusal.self) { try PasswordHash(text) }
    }

    @Test("an invitation is twenty signs that are not mistaken for each other")
    func invitation() {
        let codes = (0..<200).map { _ in RandomToken.invitation() }
        #expect(Set(codes).count == 200 && codes.allSatisfy { $0.count == 20 })
        #expect(codes.allSatisfy { code in !code.contains { "01lo".contains($0) } })
    }
}
