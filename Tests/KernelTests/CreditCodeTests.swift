import Kernel
import TestKit
import Testing

@Suite struct CreditCodeTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// Codes of real companies, from the public register.
    @Test(arguments: ["91110000802100433B", "91330100799655058B", "9144030071526726XG", "914403001922038216"])
    func acceptsRealOnes(text: String) throws {
        #expect(try CreditCode(text).text == text)
    }

    /// GB 32100 §4.5: of the 31 possible last characters exactly one is right, and any one changed character
    /// or any two neighbours exchanged make the code wrong.
    @Test func theCheckCharacterCatchesSlips() throws {
        for body in cases(60, seed: 5, { random in "91320100MA1M" + Self.letters(5, &random) }) {
            let good = Self.alphabet.map { body + String($0) }.filter { Self.isGood($0) }
            let code = Array(try #require(good.first))
            #expect(good.count == 1)
            for index in code.indices {
                for letter in Self.alphabet where letter != code[index] {
                    var changed = code
                    changed[index] = letter
                    #expect(!Self.isGood(String(changed)))
                }
            }
            for index in 0..<16 where code[index] != code[index + 1] {
                var exchanged = code
                exchanged.swapAt(index, index + 1)
                #expect(!Self.isGood(String(exchanged)), "\(String(code)) at \(index)")
            }
        }
    }

    @Test(arguments: [
        "", "91110000802100433C", "91110000802100433", "91110000802100433BB", "91110000802100433b",
        " 1110000802100433B",
        "91110000802100433B ", "9111000080210043３B", "91110000802100433I", "9111O000802100433B",
        "91110000802100433\u{0}",
        // Neither body nor check character is of the alphabet: nothing equals nothing.
        "!!!!!!!!!!!!!!!!!!", "9111000080210I433O", "oooooooooooooooooo",
    ])
    func refusesOtherForms(text: String) {
        #expect(refusal { try CreditCode(text) } == Refusal(.creditCodeInvalid, ["value": text]))
    }

    private static func isGood(_ text: String) -> Bool { refusal { try CreditCode(text) } == nil }

    private static func letters(_ count: Int, _ random: inout SplitMix64) -> String {
        String((0..<count).map { _ in alphabet[Int.random(in: 0..<31, using: &random)] })
    }
}
