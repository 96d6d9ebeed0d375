import Formats
package import Documents
package import Kernel

extension Cell {
    /// As in JSON, with an empty field for null and `true` or `false` for flags. Words are kept from becoming
    /// formulas.
    func csv(_ language: Language) -> CSVCell {
        switch self {
        case .text, .phrase, .named, .link(.job), .link(.voucher), .link(.document):
            if let text = json(language).string { .text(text) } else { .blank }
        case .list(let items): .text(items.map(\.code).joined(separator: ";"))
        case .blank, .link(.record), .money, .ratio, .count, .day, .instant, .duration, .flag:
            switch json(language) {
            case .null: .blank
            case .string(let text), .number(let text): .value(text)
            case .bool(let flag): .value(flag ? "true" : "false")
            case .array, .object: .blank
            }
        }
    }

    /// In a column of names: its code and its name.
    fileprivate func coded(_ language: Language) -> [CSVCell] {
        let code: CSVCell = if case .phrase = self { .blank } else { csv(language) }
        return [code, name(language).map(CSVCell.text) ?? .blank]
    }
}

extension Document {
    /// The document as CSV: a table is one rectangle, its columns' keys, then every row in its order, with
    /// its level in the last field. A column of names has two fields, its code and its name. Where there are
    /// several tables they follow each other, each below its heading. A byte order mark comes first, without
    /// which spreadsheets take UTF-8 for GBK.
    ///
    /// With `heading` the title, the stamp, the practice banner, the facts, the checks and the notes stand
    /// above the tables as rows of key and value, and the columns' titles above their keys. Throws
    /// `input.control` when a text holds a control character.
    package func csv(
        _ language: Language = .zh, heading: Bool = false, mark: Bool = true
    ) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try writeCSV(language, heading: heading, mark: mark) { (more) throws(Refusal) in bytes += more }
        return bytes
    }

    func writeCSV(
        _ language: Language, heading: Bool, mark: Bool = true, to take: ([UInt8]) throws(Refusal) -> Void
    ) throws(Refusal) {
        var writer = CSVWriter(mark: mark)
        if heading { for (key, cell) in self.heading(language) { try writer.row([.value(key), cell]) } }
        let several = tables.count > 1
        for section in sections {
            let tables = section.tables
            if several, !tables.isEmpty, let title = section.heading { try writer.row([.text(title(language))]) }
            for table in tables { try writer.add(table, language, heading: heading, to: take) }
        }
        try take(writer.drain())
    }

    private func heading(_ language: Language) -> [(String, CSVCell)] {
        var rows: [(String, CSVCell)] = [("report", .value(name)), ("title", .text(title(language)))]
        if sandbox { rows.append(("sandbox", .value(Document.practice(language)))) }
        for stamp in stamps {
            if let org = stamp.org { rows.append(("stamp", .text(org.text))) }
            rows += [("seq", .value(String(stamp.seq))), ("hash", .value(stamp.hash))]
        }
        rows += facts.map { ($0.key, $0.value.csv(language)) }
        rows += checks.map { ("check." + $0.key, .value($0.holds ? "true" : "false")) }
        return rows + notes.map { ("note", .text($0(language))) }
    }
}

extension Section {
    fileprivate var tables: [Table] { parts.compactMap { if case .table(let table) = $0 { table } else { nil } } }
}

extension CSVWriter {
    fileprivate mutating func add(
        _ table: Table, _ language: Language, heading: Bool, to take: ([UInt8]) throws(Refusal) -> Void
    ) throws(Refusal) {
        if heading { try row(table.titles(language)) }
        try row(table.keys)
        for line in table.rows {
            let cells = zip(table.columns, line.cells).flatMap { column, cell in
                column.kind == .name ? cell.coded(language) : [cell.csv(language)]
            }
            try row(cells + [.value(line.level.rawValue)])
            if bytes.count >= 1 << 16 { try take(drain()) }
        }
    }
}

extension Table {
    fileprivate var keys: [CSVCell] {
        columns.flatMap { column in
            [.value(column.key)] + (column.kind == .name ? [.value(column.key + "Name")] : [])
        } + [.value("level")]
    }

    fileprivate func titles(_ language: Language) -> [CSVCell] {
        columns.flatMap { column in
            let title = column.title(language)
            return column.kind == .name
                ? [.text(Phrase("\(title)代码", "\(title) (code)")(language)), .text(title)] : [CSVCell.text(title)]
        } + [.text(Phrase("行类", "level")(language))]
    }
}
