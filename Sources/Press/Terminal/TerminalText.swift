import Kernel

/// Which side of a field its text stands on.
package enum Alignment: Sendable {
    case left, right
}

extension String {
    /// How many columns of a terminal the text takes; 汉字 take two.
    package var displayWidth: Int { DisplayWidth.of(self) }

    /// The text filled with blanks to a width in columns; a wider text stays as it is.
    package func padded(to width: Int, _ alignment: Alignment = .left) -> String {
        let blanks = String(repeating: " ", count: max(0, width - displayWidth))
        return alignment == .left ? self + blanks : blanks + self
    }

    /// The text on one line and harmless to a terminal: a line break becomes a blank, any other control
    /// character `�`, so that no text from outside can move the cursor or change colours.
    package var forTerminal: String {
        guard unicodeScalars.contains(where: Self.isUnsafe) else { return self }
        var out = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            if !(last == "\r" && scalar == "\n") { out.append(Self.harmless(scalar)) }
            last = scalar
        }
        return String(out)
    }

    /// Kernel's control characters, and the two line separators.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isControl || (0x2028...0x2029).contains(scalar.value)
    }

    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard isUnsafe(scalar) else { return scalar }
        switch scalar {
        case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": return " "
        case _: return "\u{FFFD}"
        }
    }
}
