import Kernel
import Testing

/// Values that were put together by hand are written as they are: their numbers must be JSON's.
struct JSONNumberTests {
    @Test(arguments: ["0", "-0", "7", "-12.50", "1e5", "2.5E-3", "10"])
    func numbers(text: String) throws { try JSON.members(["a": .array([.number(text)])]).checkNumbers() }

    @Test(arguments: ["", "+5", "0005", "-", "1.", ".5", "1e", "0x1", "1 ", "1,", "٣", "1}"])
    func others(text: String) {
        #expect(throws: Refusal(.inputValue, ["value": text.excerpt, "expected": "0, 1, -2.5 …"])) {
            try JSON.members(["a": .array([.number(text)])]).checkNumbers()
        }
    }
}
