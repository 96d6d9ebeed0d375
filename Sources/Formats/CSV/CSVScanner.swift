import Kernel

/// The state machine of RFC 4180 over bytes of UTF-8: it is fed one byte after another and gathers the fields
/// of a row. It knows no file and no encoding; its refusals carry `line` and `column`.
struct CSVScanner {
    private enum State {
        case fieldStart, plain, quoted
        /// After a quote inside a quoted field: it closes the field or is doubled.
        case quote
        /// After a CR that must be followed by LF.
        case lineEnd
    }

    private let delimiter: UInt8
    private var state = State.fieldStart
    private var line = 1
    private var fieldLine = 1
    private var wasQuoted = false
    private(set) var bytes: [UInt8] = []
    /// What stands behind a quoted cell's closing quote is kept, as spreadsheets do, but the row is at fault.
    private(set) var rowFault: Refusal?
    private(set) var ends: [(end: Int, line: Int)] = []

    private static let longestRow = 1 << 20
    /// Statements have some thirty columns, exports of call centres a hundred.
    private static let mostColumns = 1_024

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Begins a row.
    mutating func start() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        state = .fieldStart
        fieldLine = line
        rowFault = nil
    }

    /// Whether the row that just ended is an empty line: one empty field without quotes.
    var isEmptyLine: Bool { ends.count == 1 && bytes.isEmpty && !wasQuoted }

    /// Whether the byte ended the row. Throws `input.malformed`, `input.control`, `input.tooLong`.
    mutating func take(_ byte: UInt8) throws(Refusal) -> Bool {
        switch state {
        case .fieldStart:
            wasQuoted = byte == UInt8(ascii: "\"")
            guard wasQuoted else { return try plain(byte) }
            state = .quoted
        case .plain: return try plain(byte)
        case .quoted:
            if byte == UInt8(ascii: "\"") { state = .quote } else { try append(byte) }
        case .quote:
            guard byte == UInt8(ascii: "\"") else { return try afterQuote(byte) }
            state = .quoted
            try append(byte)
        case .lineEnd:
            guard byte == UInt8(ascii: "\n") else { throw fault(.inputMalformed) }
            return endLine()
        }
        return false
    }

    /// Whether the text, which ends here, leaves a last row without a line break. Throws `input.truncated`
    /// inside quotes, `input.malformed` after a lone CR.
    mutating func finish() throws(Refusal) -> Bool {
        switch state {
        case .quoted: throw fault(.inputTruncated)
        case .lineEnd: throw fault(.inputMalformed)
        case .fieldStart where ends.isEmpty: return false
        case .fieldStart, .plain, .quote:
            endField()
            return true
        }
    }

    /// A refusal at the field that is being read.
    func fault(_ code: RefusalCode) -> Refusal {
        Refusal(code).placed(file: nil, line: fieldLine, column: ends.count + 1)
    }

    private mutating func plain(_ byte: UInt8) throws(Refusal) -> Bool {
        let endsField = byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        if endsField { return try afterField(byte) }
        // ="6222…": what is quoted is a text that a spreadsheet must not count. Any other quote within a
        // cell that did not begin with one is a sign like others: an inch.
        if byte == UInt8(ascii: "\""), bytes.count == (ends.last?.end ?? 0) + 1, bytes.last == UInt8(ascii: "=") {
            bytes.removeLast()
            (state, wasQuoted) = (.quoted, true)
            return false
        }
        state = .plain
        try append(byte)
        return false
    }

    private mutating func afterQuote(_ byte: UInt8) throws(Refusal) -> Bool {
        if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return try afterField(byte) }
        rowFault = rowFault ?? fault(.inputMalformed)
        state = .plain
        try append(byte)
        return false
    }

    private mutating func afterField(_ byte: UInt8) throws(Refusal) -> Bool {
        switch byte {
        case delimiter:
            endField()
            if ends.count >= Self.mostColumns {
                throw fault(.inputLimit).adding("part", "CSV").adding("limit", "\(Self.mostColumns) columns · 列")
            }
            state = .fieldStart
        case UInt8(ascii: "\n"): return endLine()
        case UInt8(ascii: "\r"): state = .lineEnd
        case _: throw fault(.inputMalformed)
        }
        return false
    }

    private mutating func endField() {
        ends.append((bytes.count, fieldLine))
        fieldLine = line
    }

    private mutating func endLine() -> Bool {
        endField()
        line += 1
        return true
    }

    /// Line breaks come here only inside quotes.
    private mutating func append(_ byte: UInt8) throws(Refusal) {
        if byte < 0x20 || byte == 0x7F {
            switch byte {
            case UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"): line += 1
            case _:
                let code = String(byte, radix: 16, uppercase: true)
                throw fault(.inputControl).adding("character", "U+" + code)
            }
        }
        if bytes.count >= Self.longestRow {
            throw fault(.inputTooLong).adding("limit", String(Self.longestRow))
        }
        bytes.append(byte)
    }
}
