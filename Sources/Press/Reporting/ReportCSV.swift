import Formats
package import Kernel
package import Reports

extension Report.Cell {
    /// As in JSON, with an empty field for null and `true` or `false` for flags. Words are kept from becoming
    /// formulas.
    func csv(_ language: Language) -> CSVCell {
        switch self {
        case .text, .phrase, .named:
            if let text = json(language).string { .text(text) } else { .blank }
        case .list(let items): .text(items.map(\.code).joined(separator: ";"))
        case .blank, .money, .ratio, .count, .day, .instant, .duration, .flag:
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

extension Report {
    /// The report as CSV, one rectangular table: the columns' keys, then every row in its order, with its
    /// level in the last field. A column of names has two fields, its code and its name. A byte order mark
    /// comes first, without which spreadsheets take UTF-8 for GBK.
    ///
    /// With `heading` the title, the stamp, the practice banner, the headings and the notes stand above the
    /// table as rows of key and value, and the columns' titles above their keys. Throws `input.control`
    /// when a text holds a control character.
    package func csv(
        _ language: Language = .zh, heading: Bool = false, mark: Bool = true
    ) throws(Refusal) -> [UInt8] {
        var writer = CSVWriter(mark: mark)
        if heading {
            for (key, cell) in facts(language) { try writer.row([.value(key), cell]) }
            try writer.row(titles(language))
        }
        try writer.row(keys)
        for row in rows {
            let cells = zip(columns, row.cells).flatMap { column, cell in
                column.kind == .name ? cell.coded(language) : [cell.csv(language)]
            }
            try writer.row(cells + [.value(row.level.rawValue)])
        }
        return writer.bytes
    }

    private var keys: [CSVCell] {
        columns.flatMap { column in
            [.value(column.key)] + (column.kind == .name ? [.value(column.key + "Name")] : [])
        } + [.value("level")]
    }

    private func titles(_ language: Language) -> [CSVCell] {
        columns.flatMap { column in
            let title = column.title(language)
            return column.kind == .name
                ? [.text(Phrase("\(title)代码", "\(title) (code)")(language)), .text(title)] : [CSVCell.text(title)]
        } + [.text(Phrase("行类", "level")(language))]
    }

    private func facts(_ language: Language) -> [(String, CSVCell)] {
        var facts: [(String, CSVCell)] = [("report", .value(name)), ("title", .text(title(language)))]
        if sandbox { facts.append(("sandbox", .value(ReportTable.practice(language)))) }
        for stamp in stamps {
            if let org = stamp.org { facts.append(("stamp", .text(org.text))) }
            facts += [("seq", .value(String(stamp.seq))), ("hash", .value(stamp.hash))]
        }
        facts += headings.map { ($0.key, $0.value.csv(language)) }
        return facts + notes.map { ("note", .text($0(language))) }
    }
}
