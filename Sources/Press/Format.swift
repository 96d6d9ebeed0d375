package import Documents
package import Kernel

/// The forms in which a document can be had. Each is a writer; every document goes through every one of them.
package enum Format: String, CaseIterable, Sendable {
    case text, csv, json, html, xlsx, pdf, svg

    /// What a writer may be told.
    package struct Choice: Sendable {
        package var language = Language.zh
        /// Of the terminal, in columns; nil writes lines as long as they are. For text.
        package var width: Int?
        package var style = TextStyle.plain
        /// What stands above and below the table too. For CSV.
        package var heading = false

        package init(language: Language = .zh, width: Int? = nil, style: TextStyle = .plain, heading: Bool = false) {
            (self.language, self.width, self.style, self.heading) = (language, width, style, heading)
        }
    }

    /// The media type.
    package var media: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        case .svg: "image/svg+xml"
        }
    }

    /// How the name of its file ends.
    package var ending: String { self == .text ? "txt" : rawValue }

    /// Bytes that a terminal cannot show.
    package var isBinary: Bool {
        switch self {
        case .xlsx, .pdf: true
        case .text, .csv, .json, .html, .svg: false
        }
    }

    /// The document as a whole file. Throws `input.control` or `glyph.missing` where a text cannot be
    /// written in this form, `chart.none` where a picture is asked for and there is none, `tool.missing`,
    /// `file.unwritable`.
    package func bytes(of document: Document, _ choice: Choice) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try write(document, choice) { (more) throws(Refusal) in bytes += more }
        return bytes
    }

    /// The same handed over piece by piece: a report may be longer than memory should hold. What is on paper,
    /// and a picture, comes as one.
    package func write(
        _ document: Document, _ choice: Choice, to take: ([UInt8]) throws(Refusal) -> Void
    ) throws(Refusal) {
        switch self {
        case .text:
            var bytes: [UInt8] = []
            try TerminalWriter.each(of: document, choice) { (line) throws(Refusal) in
                bytes += line.utf8
                bytes.append(0x0A)
                try Self.pass(&bytes, to: take)
            }
            try take(bytes)
        case .csv: try document.writeCSV(choice.language, heading: choice.heading, to: take)
        case .json:
            try document.writeJSON(choice.language, to: take)
            try take([0x0A])
        case .html:
            var bytes: [UInt8] = []
            try HTMLWriter.each(of: document, choice.language) { (text) throws(Refusal) in
                bytes += text.utf8
                try Self.pass(&bytes, to: take)
            }
            try take(bytes)
        case .xlsx: try document.writeWorkbook(choice.language, to: take)
        case .pdf: try take(document.pdf(choice.language))
        case .svg: try take(document.svg(choice.language))
        }
    }

    /// Hands bytes over when they are worth it.
    private static func pass(_ bytes: inout [UInt8], to take: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        guard bytes.count >= 1 << 16 else { return }
        try take(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
