package import Documents
package import Kernel

extension Cell {
    /// The cell for a program: money `"12000.00"`, a ratio's percent `"95.00"`, a count as a whole number, a
    /// length of time as whole minutes (cut), several codes as an array, nothing as null.
    func json(_ language: Language) -> JSON {
        switch self {
        case .blank: .null
        case .text(let text): .string(text)
        case .link(let link): link.json
        case .phrase(let phrase): .string(phrase(language))
        case .named(let code, _): code.isEmpty ? .null : .string(code)
        case .money(let amount): .string(amount.yuan)
        case .ratio(let ratio): ratio.percent.map(JSON.string) ?? .null
        case .count(let count): .int(count)
        case .day(let day): .string(day.text)
        case .instant(let instant): .string(instant.text)
        case .duration(let milliseconds): .int(Int(milliseconds / Instant.minute))
        case .flag(let flag): .bool(flag)
        case .list(let items): .array(items.map { .string($0.code) })
        }
    }
}

extension Cell {
    /// In a column of names: the code under the column's key, and what people read beside it. A name
    /// without a code, such as that of a total, is no code.
    fileprivate func coded(_ key: String, _ language: Language) -> [JSON.Member] {
        [JSON.Member(key, code), JSON.Member(key + "Name", name(language).map(JSON.string) ?? .null)]
    }

    /// What a program knows a cell of a column of names by.
    private var code: JSON {
        switch self {
        case .named(let code, _): code.isEmpty ? .null : .string(code)
        case .list(let items): .array(items.map { .string($0.code) })
        case .text(let text): .string(text)
        case .link(let link): .string(link.text)
        case .blank, .phrase, .money, .ratio, .count, .day, .instant, .duration, .flag: .null
        }
    }

    /// What people read in a cell of a column of names; nil where it is empty.
    func name(_ language: Language) -> String? {
        switch self {
        case .named(_, let name), .phrase(let name): name(language)
        case .list(let items): items.isEmpty ? nil : Self.list(items, language)
        case .text(let text): text
        case .link(let link): link.text
        case .blank, .money, .ratio, .count, .day, .instant, .duration, .flag: nil
        }
    }
}

extension Link {
    /// A record by its number as a number, as it always was.
    fileprivate var json: JSON {
        switch self {
        case .record(let seq): .int(seq)
        case .job, .voucher, .document: .string(text)
        }
    }
}

extension Document {
    /// The document as JSON: name, title, sandbox, seq and hash (or `stamps`), each fact under its key, then
    /// the rows of its table (``Table``), or `tables` where there are several, each with its heading; then
    /// `checks` and `notes`.
    package func json(_ language: Language = .zh) -> JSON {
        var bytes: [UInt8] = []
        writeJSON(language) { bytes += $0 }
        guard let json = try? JSONParser.parse(bytes) else { preconditionFailure("what was written as JSON is none") }
        return json
    }

    /// The same as text, row by row.
    func writeJSON<Fault: Error>(_ language: Language, to take: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
        var writer = PrettyWriter()
        writer.open("{")
        writer.put("report", .string(name))
        writer.put("title", .string(title(language)))
        writer.put("sandbox", .bool(sandbox))
        for member in stampMembers { writer.put(member.name, member.value) }
        for fact in facts { writer.put(fact.key, fact.value.json(language)) }
        try content(language, &writer, to: take)
        if !checks.isEmpty { writer.put("checks", .array(checks.map { $0.json(language) })) }
        if !notes.isEmpty { writer.put("notes", .array(notes.map { .string($0(language)) })) }
        writer.close("}")
        try take(writer.drain())
    }

    private func content<Fault: Error>(
        _ language: Language, _ writer: inout PrettyWriter, to take: ([UInt8]) throws(Fault) -> Void
    ) throws(Fault) {
        let all = tables
        if all.count == 1, let only = all.first { return try only.write(language, &writer, to: take) }
        writer.open("[", "tables")
        for section in sections {
            for case .table(let table) in section.parts {
                writer.open("{")
                writer.put("title", section.heading.map { JSON.string($0(language)) } ?? .null)
                try table.write(language, &writer, to: take)
                writer.close("}")
            }
        }
        writer.close("]")
    }

    /// `seq` and `hash`; over several streets, `stamps` with each one's.
    private var stampMembers: [JSON.Member] {
        if stamps.count == 1, let stamp = stamps.first, stamp.org == nil {
            return [JSON.Member("seq", .int(stamp.seq)), JSON.Member("hash", .string(stamp.hash))]
        }
        return [JSON.Member("stamps", .array(stamps.map { stamp in
            .members([
                "org": stamp.org.map { .string($0.text) }, "seq": .int(stamp.seq), "hash": .string(stamp.hash),
            ])
        }))]
    }
}

extension Check {
    fileprivate func json(_ language: Language) -> JSON {
        .members([
            "check": .string(key), "title": .string(title(language)), "expected": expected.json(language),
            "found": found.json(language), "holds": .bool(holds),
        ])
    }
}

extension Table {
    /// `rows` (detail), `subtotals` and `total`, each row an object of the columns' keys with its `level`,
    /// and where it is a sum with its key as `sum`. A column of names gives two members, its code and its
    /// name. A second total, which no document of ours has, would go to `subtotals` with its own level
    /// rather than be lost.
    fileprivate func write<Fault: Error>(
        _ language: Language, _ writer: inout PrettyWriter, to take: ([UInt8]) throws(Fault) -> Void
    ) throws(Fault) {
        var others: [Row] = []
        writer.open("[", "rows")
        for row in rows {
            guard row.level == .detail else { others.append(row); continue }
            writer.put(nil, json(row, language))
            if writer.count >= 1 << 16 { try take(writer.drain()) }
        }
        writer.close("]")
        let total = others.firstIndex { $0.level == .total }
        let sums = others.indices.filter { $0 != total }
        writer.put("subtotals", .array(sums.map { json(others[$0], language) }))
        if let total { writer.put("total", json(others[total], language)) }
    }

    private func json(_ row: Row, _ language: Language) -> JSON {
        let cells = zip(columns, row.cells).map { column, cell in
            column.kind == .name ? cell.coded(column.key, language) : [JSON.Member(column.key, cell.json(language))]
        }
        let key = row.key.map { [JSON.Member("sum", .string($0))] } ?? []
        return .object(cells.flatMap(\.self) + [JSON.Member("level", .string(row.level.rawValue))] + key)
    }
}
