import Kernel

/// The rows of a sheet, and their XML (ECMA-376, SpreadsheetML).
struct Sheet {
    enum Cell {
        case blank
        case text(String)
        case money(Fen)
    }

    /// Texts stand in their cells, so that no table of shared ones is needed.
    static func xml(_ rows: [[Cell]]) -> String {
        let lines = rows.enumerated().map { index, cells -> String in
            let number = String(index + 1)
            let row = cells.enumerated().map { xml($1, at: letter($0) + number) }.joined()
            return "<row r=\"\(number)\">" + row + "</row>\n"
        }
        let head = XML.head + "<worksheet xmlns=\"\(XML.main)\">\n"
        let width = "<cols><col min=\"1\" max=\"12\" width=\"22\" customWidth=\"1\"/></cols>\n"
        return head + width + "<sheetData>\n" + lines.joined() + "</sheetData>\n</worksheet>\n"
    }

    private static func xml(_ cell: Cell, at place: String) -> String {
        switch cell {
        case .blank, .text(""): ""
        case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(XML.escaped(text))</t></is></c>"
        case .money(let fen): "<c r=\"\(place)\" s=\"1\"><v>\(fen.yuan)</v></c>"
        }
    }

    /// The sheets written here have fewer than 26 columns.
    private static func letter(_ column: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
    }
}

enum XML {
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    static func escaped(_ text: String) -> String {
        text.replacingAll("&", with: "&amp;").replacingAll("<", with: "&lt;").replacingAll(">", with: "&gt;")
    }
}
