package import Kernel

/// A cell to be written.
package enum CSVCell: Sendable, Equatable {
    /// Words from people or files: a spreadsheet must never take them for a formula.
    case text(String)
    /// Words for a machine: what could be a formula is made harmless, digits stay as they are.
    case words(String)
    /// A number, a date, a key of ours: written as it is.
    case value(String)
    case blank

    /// A cell that came from elsewhere and goes back as it was: a plain number stays one, anything else is
    /// text.
    package static func raw(_ text: String) -> CSVCell {
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let number = body.first?.isASCII == true && body.contains { $0 != "." }
            && body.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return number ? .value(text) : .text(text)
    }
}

/// Writes CSV in UTF-8 after RFC 4180, with quotes only where they are needed and lines that end with LF.
///
/// A text that begins with `=`, `+`, `-`, `@`, tab or CR gets a leading apostrophe, as OWASP's advice
/// against formula injection has it. A text that a spreadsheet would turn into another number — an
/// invoice's twenty digits, a leading zero, `57.10` — gets a leading tab, as banks' exports have it: it
/// stays text there.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let ending: [UInt8]

    /// `mark` writes a byte order mark first: some spreadsheets take UTF-8 for GBK without it.
    /// Lines end with CR and LF where `crlf` says so.
    package init(delimiter: CSVDelimiter = .comma, mark: Bool = false, crlf: Bool = false) {
        self.delimiter = delimiter.byte
        ending = crlf ? [0x0D, 0x0A] : [0x0A]
        if mark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Hands over what was written and forgets it, for a table that is longer than memory.
    package mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Adds a row. Throws `input.control` for NUL and other control characters except tab and line breaks.
    package mutating func row(_ cells: [CSVCell]) throws(Refusal) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            switch cell {
            case .blank: break
            case .value(let text): try field(text)
            case .words(let text): try field(Self.harmless(text))
            case .text(let text): try field(Self.neutral(text))
            }
        }
        // An empty line would not be a row: a lone empty field is quoted.
        let lone: [CSVCell] = [.blank, .text(""), .value(""), .words("")]
        if cells.count == 1, lone.contains(cells[0]) { bytes += [0x22, 0x22] }
        bytes += ending
    }

    private static func neutral(_ text: String) -> String {
        let safe = harmless(text)
        return safe.utf8.count == text.utf8.count && isSpoilt(text) ? "\t" + text : safe
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }

    /// Whether it reads as a number and would be shown as another one: twelve or more digits, a zero in
    /// front or at the end of a fraction, an exponent.
    private static func isSpoilt(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let first = bytes.first, isDigit(first), bytes.allSatisfy({ isDigit($0) || ".Ee".utf8.contains($0) }) else {
            return false
        }
        let isFraction = bytes.contains(UInt8(ascii: "."))
        return bytes.count(where: isDigit) >= 12 || !bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
            || (bytes.count > 1 && first == 0x30 && bytes[1] != UInt8(ascii: "."))
            || (isFraction && bytes.last == 0x30)
    }

    private mutating func field(_ text: String) throws(Refusal) {
        var quote = false
        for byte in text.utf8 {
            switch byte {
            case delimiter, 0x22, UInt8(ascii: "\n"), UInt8(ascii: "\r"): quote = true
            case UInt8(ascii: "\t"): break
            case 0..<0x20, 0x7F:
                throw Refusal(.inputControl, ["character": "U+" + String(byte, radix: 16, uppercase: true)])
            case _: break
            }
        }
        guard quote || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        bytes.append(0x22)
    }
}
