import Kernel

/// A line of text as it was broken, with its width in tenths of a point.
struct TextLine: Equatable {
    let text: String
    let width: Int
}

/// A face of the paper's one font: its size in tenths of a point.
struct Face: Hashable {
    let size: Int
    var isBold = false

    init(_ size: Int, bold: Bool = false) { (self.size, isBold) = (size, bold) }

    /// From one base line to the next.
    var lineHeight: Int { size * 14 / 10 }
    /// From the top of a line to its base, such that 汉字 stand in its middle.
    var base: Int { size * 108 / 100 }
}

/// Breaks text into lines.
protocol Typesetter {
    /// Lines of at most a width, or one for each line of the text. Throws `glyph.missing`.
    func lines(_ text: String, _ face: Face, width: Int?) throws(Refusal) -> [TextLine]
}

extension Typesetter {
    /// The widest line, unbroken.
    func width(_ text: String, _ face: Face) throws(Refusal) -> Int {
        try lines(text, face, width: nil).map(\.width).max() ?? 0
    }
}
