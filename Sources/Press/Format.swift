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
        switch self {
        case .text: Array(TerminalWriter.text(document, choice).utf8)
        case .csv: try document.csv(choice.language, heading: choice.heading)
        case .json: Array((document.json(choice.language).pretty + "\n").utf8)
        case .html: Array(HTMLWriter.text(document, choice.language).utf8)
        case .xlsx: try document.workbook(choice.language)
        case .pdf: try document.pdf(choice.language)
        case .svg: try document.svg(choice.language)
        }
    }
}
