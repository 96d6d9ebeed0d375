package import Kernel
package import Reports

extension Report.Cell {
    /// As in JSON, with an empty field for null and `true` or `false` for flags. Words are kept from becoming
    /// formulas.
    func csv(_ language: Language) -> CSVCell {
        switch self {
        case .text, .phrase, .named:
            if let text = json(language).string { .text(text) } else { .blank }
        case .blank, .money, .ratio, .count, .day, .instant, .duration, .flag:
            switch json(language) {
            case .null: .blank
            case .string(let text), .number(let text): .value(text)
            case .bool(let flag): .value(flag ? "true" : "false")
            case .array, .object: .blank
            }
        case .list(let items): .text(items.map(\.code).joined(separator: ";"))
        }
    }
}

extension Report {
    /// The report as CSV: the columns' keys, then every row in its order, with its level in the last field.
    ///
    /// With `preface` the stamp, the practice banner, the headings and the notes stand above the table as
    /// rows of key and value, so that a printed or forwarded file still says what it was computed from.
    /// Without it the text is one rectangular table. `mark` is for spreadsheets that take UTF-8 for GBK.
    /// Throws `input.control` when a text holds a control character.
    package func csv(
        _ language: Language = .zh, preface: Bool = true, mark: Bool = false
    ) throws(Refusal) -> [UInt8] {
        var writer = CSVWriter(mark: mark)
        if preface {
            for (key, cell) in facts(language) { try writer.row([.value(key), cell]) }
        }
        try writer.row(columns.map { .value($0.key) } + [.value("level")])
        for row in rows {
            try writer.row(row.cells.map { $0.csv(language) } + [.value(row.level.rawValue)])
        }
        return writer.bytes
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
