import Kernel
import Testing

struct SpoiltNumberTests {
    @Test("what a spreadsheet makes of a long number", arguments: [
        "1.0012E+18", "1.001202609e+18", "1E18", "１.0012Ｅ＋18", "1001202609000000000", "1001 2026 0900 0000 0000",
        "100120260900001000",
    ])
    func spoilt(number: String) { #expect(number.isSpoiltNumber) }

    @Test("numbers that are whole", arguments: [
        "1001202609000000001", "6222000000000010", "62220000000000100", "3300111122223333", "国库", "E2E18", "1.5", "2026-E-01",
        "100000000000000", "DE89370400440532013000",
    ])
    func whole(number: String) { #expect(!number.isSpoiltNumber) }
}
