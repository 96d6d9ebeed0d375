import Kernel
import TestKit
import Testing

@Suite struct HexTests {
    @Test(arguments: [
        ([], ""), ([0], "00"), ([0x0F, 0xF0], "0ff0"), ([0xDE, 0xAD, 0xBE, 0xEF], "deadbeef"),
    ] as [([UInt8], String)])
    func writesAndReads(bytes: [UInt8], text: String) {
        #expect(Hex.encode(bytes) == text)
        #expect(Hex.decode(text) == bytes)
        #expect(Hex.decode(text.uppercased()) == bytes)
    }

    @Test(arguments: ["0", "0g", "g0", "/0", ":0", "@0", "`0", " 00", "0x", "00\n", "００", "é"])
    func refusesOtherText(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test func everyByte() {
        let all = (0...255).map { UInt8($0) }
        #expect(Hex.decode(Hex.encode(all)) == all)
        #expect(Hex.encode(all).utf8.count == 512)
    }
}
