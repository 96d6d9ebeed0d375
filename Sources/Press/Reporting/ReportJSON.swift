package import Kernel
package import Reports

extension Report.Cell {
    /// The cell for a program: money `"12000.00"`, a ratio's percent `"95.00"`, a count as a whole number, a
    /// length of time as whole minutes (cut), several codes as an array, nothing as null.
    func json(_ language: Language) -> JSON {
        switch self {
        case .blank: .null
        case .text(let text): .string(text)
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

extension Report.Cell {
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
        case .blank, .phrase, .money, .ratio, .count, .day, .instant, .duration, .flag: .null
        }
    }

    /// What people read in a cell of a column of names; nil where it is empty.
    func name(_ language: Language) -> String? {
        switch self {
        case .named(_, let name), .phrase(let name): name(language)
        case .list(let items): items.isEmpty ? nil : Self.list(items, language)
        case .text(let text): text
        case .blank, .money, .ratio, .count, .day, .instant, .duration, .flag: nil
        }
    }
}

extension Report {
    /// The report as JSON: name, title, sandbox, seq and hash (or `stamps`), each heading under its key,
    /// then `rows` (detail), `subtotals` and `total`, each row an object of the columns' keys with its
    /// `level`, then `notes`. A column of names gives two members, its code and its name. A second total
    /// row, which no report of ours has, would go to `subtotals` with its own level rather than be lost.
    package func json(_ language: Language = .zh) -> JSON {
        var members = [
            JSON.Member("report", .string(name)), JSON.Member("title", .string(title(language))),
            JSON.Member("sandbox", .bool(sandbox)),
        ] + stampMembers
        members += headings.map { JSON.Member($0.key, $0.value.json(language)) }
        let total = rows.firstIndex { $0.level == .total }
        let others = rows.indices.filter { rows[$0].level != .detail && $0 != total }
        let details = rows.filter { $0.level == .detail }
        members.append(JSON.Member("rows", .array(details.map { json($0, language) })))
        members.append(JSON.Member("subtotals", .array(others.map { json(rows[$0], language) })))
        if let total { members.append(JSON.Member("total", json(rows[total], language))) }
        if !notes.isEmpty {
            members.append(JSON.Member("notes", .array(notes.map { .string($0(language)) })))
        }
        return .object(members)
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

    private func json(_ row: Row, _ language: Language) -> JSON {
        let cells = zip(columns, row.cells).map { column, cell in
            column.kind == .name ? cell.coded(column.key, language) : [JSON.Member(column.key, cell.json(language))]
        }
        return .object(cells.flatMap(\.self) + [JSON.Member("level", .string(row.level.rawValue))])
    }
}
