package import Kernel

/// A strict, streaming reader of CSV (RFC 4180): quoted fields with line breaks, delimiters and doubled
/// quotes; lines end with LF or CRLF; a byte order mark is taken, because spreadsheets write one. Empty lines
/// are passed over.
///
/// Memory: one row and one piece of the source. A row longer than 1 MiB is refused, so that a quote that
/// never closes cannot swallow a large file.
package struct CSVReader: ~Copyable {
    /// The file's name for facts, or nil.
    package let file: String?
    private let decoder: TextDecoder
    private var scanner: CSVScanner
    private var piece: [UInt8] = []
    private var at = 0
    private var isFirst = true

    /// Throws what opening and looking through the source throw (`encoding: .auto` reads it twice).
    package init(
        _ source: any ByteSource, delimiter: CSVDelimiter = .comma, encoding: TextEncoding = .utf8
    ) throws(Refusal) {
        decoder = try TextDecoder(source, encoding: encoding)
        scanner = CSVScanner(delimiter: delimiter.byte)
        file = source.name
    }

    /// The next row, or nil at the end.
    ///
    /// Throws, with the facts `file`, `line` and `column`: `input.malformed` (a cell that goes on behind
    /// its quote, a lone CR), `input.truncated` (a quote that never closes, half a character),
    /// `input.control` (NUL, ESC …), `input.encoding`, `input.tooLong`, `input.limit` (more than 1,024
    /// columns). After a refusal the reader cannot go on.
    package mutating func next() throws(Refusal) -> CSVRow? {
        guard let row = try nextAsItIs() else { return nil }
        if let fault = row.fault { throw fault.placed(file: file, line: nil, column: nil) }
        return row
    }

    /// The same, but a row at fault comes with its fault, and the reader goes on behind it.
    mutating func nextAsItIs() throws(Refusal) -> CSVRow? {
        do {
            return try read()
        } catch {
            throw error.placed(file: file, line: nil, column: nil)
        }
    }

    private mutating func read() throws(Refusal) -> CSVRow? {
        scanner.start()
        while try fill() {
            while at < piece.count {
                let ended = try scanner.take(piece[at])
                at += 1
                guard ended else { continue }
                if !scanner.isEmptyLine { return try row() }
                scanner.start()
            }
        }
        return try scanner.finish() ? row() : nil
    }

    /// Makes sure that there are bytes to read; false at the end. A fault of encoding gets the place reached.
    private mutating func fill() throws(Refusal) -> Bool {
        guard at >= piece.count else { return true }
        do {
            guard var next = try decoder.next() else { return false }
            if isFirst { next = try withoutMark(next) }
            (piece, at, isFirst) = (next, 0, false)
            return true
        } catch {
            let isEncoding = error.code == .inputEncoding || error.code == .inputTruncated
            throw isEncoding ? scanner.fault(error.code) : error
        }
    }

    /// The first piece without its byte order mark; a mark that the pieces cut is put together first.
    private func withoutMark(_ first: [UInt8]) throws(Refusal) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var text = first
        while text.count < mark.count, mark.starts(with: text), let more = try decoder.next() { text += more }
        return text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
    }

    private func row() throws(Refusal) -> CSVRow {
        let row = CSVRow(bytes: scanner.bytes, ends: scanner.ends, fault: scanner.rowFault)
        if let index = row.firstNotUTF8 {
            throw Refusal(.inputEncoding).placed(file: nil, line: row.line(of: index), column: index + 1)
        }
        return row
    }
}

extension Refusal {
    /// The refusal with its place in a file, where it has none yet.
    package func placed(file: String?, line: Int?, column: Int?) -> Refusal {
        var placed = self
        if let file { placed = placed.adding("file", file) }
        if let line { placed = placed.adding("line", String(line)) }
        if let column { placed = placed.adding("column", String(column)) }
        return placed
    }
}
