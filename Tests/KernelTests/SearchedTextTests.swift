import Kernel
import Testing

/// The quick look at the bytes says what the scalars say.
struct SearchedTextTests {
    private static func scalars(_ text: String) -> String { text.halfWidth.lowercased().oneLine }

    @Test("searches compare half-width, lower case, one line", arguments: [
        ("南苑路 102 号", "南苑路 102 号", "南苑路102号"), ("ＡＢ　Ｃ【甲】", "ab c[甲]", "abc[甲]"),
        ("  a \n\t B  ", "a b", "ab"), ("", "", ""), (" 　", "", ""), ("É路", "é路", "é路"), ("—2号", "—2号", "—2号"), ("路", "路", "路"),
    ])
    func folds(text: String, searched: String, compared: String) {
        #expect(text.searched == searched)
        #expect(text.comparedAddress == compared)
    }

    @Test("a character among others, wherever the quick look draws a line", arguments: [
        0...0x3100, 0x4DF0...0x4E10, 0x9FF0...0xA010, 0xFE30...0xFFFF,
    ] as [ClosedRange<UInt32>])
    func characters(range: ClosedRange<UInt32>) {
        for value in range {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = " A\(scalar)路 \(scalar) Ｂ"
            let slow = Self.scalars(text)
            let same = text.searched.sameBytes(as: slow)
                && text.comparedAddress.sameBytes(as: slow.filter { !$0.isWhitespace })
            #expect(same, "U+\(String(value, radix: 16))")
        }
    }
}
