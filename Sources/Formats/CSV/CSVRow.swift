import Kernel

/// What separates the fields of a row.
package enum CSVDelimiter: String, Sendable, Decodable {
    case comma, tab, semicolon, pipe

    package var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        case .semicolon: UInt8(ascii: ";")
        case .pipe: UInt8(ascii: "|")
        }
    }
}

/// One row of a CSV text: its fields and where each began. In CSV, `column` always counts fields from 1, as a
/// spreadsheet does.
package struct CSVRow: Sendable {
    /// The line of the text on which the row begins, from 1.
    package var line: Int { ends.first?.line ?? 1 }
    private let bytes: [UInt8]
    /// For each field, where it ends in `bytes`, and the line on which it began.
    private let ends: [(end: Int, line: Int)]

    /// `input.malformed`, where a cell goes on behind its closing quote.
    let fault: Refusal?

    init(bytes: [UInt8], ends: [(end: Int, line: Int)], fault: Refusal? = nil) {
        self.bytes = bytes
        self.ends = ends
        self.fault = fault
    }

    /// Whether nothing is in its cells but blanks: a spreadsheet saves such rows behind the last one.
    package var isBlank: Bool { (0..<count).allSatisfy { self[$0].allSatisfy(\.isWhitespace) } }

    package var count: Int { ends.count }

    /// The text of a field, counted from 0. The reader has checked that it is UTF-8.
    package subscript(index: Int) -> String {
        let start = index == 0 ? 0 : ends[index - 1].end
        return String(decoding: bytes[start..<ends[index].end], as: UTF8.self)
    }

    /// The line on which a field began, which differs from the row's after a field with line breaks.
    package func line(of index: Int) -> Int { ends[index].line }

    package var texts: [String] { (0..<count).map { self[$0] } }

    /// The first field, counted from 0, whose bytes are not UTF-8, or nil.
    var firstNotUTF8: Int? {
        if String(validating: bytes, as: UTF8.self) != nil, charactersStayWhole { return nil }
        var start = 0
        for (index, field) in ends.enumerated() {
            if String(validating: bytes[start..<field.end], as: UTF8.self) == nil { return index }
            start = field.end
        }
        return nil
    }

    /// Two broken halves in neighbouring fields could look whole together: a field must not begin inside a
    /// character.
    private var charactersStayWhole: Bool {
        ends.allSatisfy { $0.end >= bytes.count || bytes[$0.end] & 0xC0 != 0x80 }
    }
}
