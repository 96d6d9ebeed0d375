extension String {
    /// The cell as one line: blanks at both ends cut, every run of blanks, tabs and line breaks one blank.
    package var oneLine: String { folded(keepingLines: false) }

    /// The cell as prose: line breaks become LF, other runs of white space one blank; blanks beside a line
    /// break and empty lines at both ends are cut.
    package var prose: String { folded(keepingLines: true) }

    /// Works on scalars: an import folds every cell, and cutting a text into characters costs ten times as
    /// much.
    private func folded(keepingLines: Bool) -> String {
        var out = String.UnicodeScalarView()
        var breaks = 0
        var isBlank = false
        var last: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            defer { last = scalar }
            if scalar.isBlank {
                isBlank = true
                let isLineEnd = scalar.isLineBreak && !(scalar == "\n" && last == "\r")
                if keepingLines, isLineEnd { breaks += 1 }
                continue
            }
            if !out.isEmpty {
                if breaks > 0 {
                    for _ in 0..<breaks { out.append("\n") }
                } else if isBlank {
                    out.append(" ")
                }
            }
            (breaks, isBlank) = (0, false)
            out.append(scalar)
        }
        return String(out)
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    fileprivate var isLineBreak: Bool {
        switch self {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        case _: false
        }
    }
}
