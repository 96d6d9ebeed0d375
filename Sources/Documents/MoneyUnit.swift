package import Kernel

/// What the amounts of a table are counted in.
package enum MoneyUnit: String, Sendable, CaseIterable {
    case yuan, wan

    package var title: Phrase {
        switch self {
        case .yuan: Phrase("元", "yuan")
        case .wan: Phrase("万元", "10,000 yuan")
        }
    }
}

extension Fen {
    /// The number of 万元 that this is, half-up to two decimals; what carries it is a number like an amount,
    /// with its two decimals: 741,350.00 元 is 74.14.
    fileprivate var inWan: Fen { Fen(Int64(Int128(value).dividedHalfUp(by: 10_000))) }
}

extension Table {
    /// The same in 万元: each cell on its own, totals from the fen.
    package var inWan: Table {
        if unit == .wan { return self }
        var table = self
        table.unit = .wan
        table.rows = TableRows(rows.lazy.map { row in
            Row(row.level, key: row.key, zip(columns, row.cells).map { column, cell in
                if column.kind == .money, case .money(let amount) = cell { return .money(amount.inWan) }
                return cell
            })
        })
        return table
    }
}

extension Document {
    /// The same with the amounts of its tables in 万元. What it proves is proved to the fen; the lines above
    /// and below the tables stay in yuan, and so do forms, whose amounts are signed for.
    package func shown(in unit: MoneyUnit) -> Document {
        guard unit == .wan, form == nil, tables.contains(where: \.hasMoney) else { return self }
        var document = Document(
            name: name, title: title,
            facts: facts + [Pair("unit", Phrase("表内金额单位", "amounts of tables in"), .phrase(unit.title))],
            sections: sections.map { section in
                Section(section.heading, section.parts.map { if case .table(let table) = $0 { .table(table.inWan) } else { $0 } })
            }, sandbox: sandbox)
        (document.checks, document.notes, document.signatures) = (checks, notes + [Self.wanNote], signatures)
        (document.stamps, document.orientation, document.asOf) = (stamps, orientation, asOf)
        return document
    }

    private static let wanNote = Phrase(
        "金额以万元列示，逐格四舍五入到两位小数，合计由分计算，分项之和可能与合计略有出入。",
        "Amounts of tables are in 10,000 yuan, each rounded half-up to two decimals; totals are made from the fen, so that shown "
            + "parts may not add up to them.")
}

extension Table {
    fileprivate var hasMoney: Bool { columns.contains { $0.kind == .money } }
}
