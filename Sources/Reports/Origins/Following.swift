package import Documents
import Kernel
import Ledger

/// A report whose figures are followed to their rows.
package struct Following: Sendable {
    private let year: Int?
    /// Whether the closing entries were asked for.
    private let isClosed: Bool
    private let groups: [TableOrigins]

    /// As it was asked for.
    package init(_ document: Document, _ entry: CatalogueEntry, _ choice: ReportChoice) {
        isClosed = choice.closed
        groups = Origins.of[entry.name] ?? []
        let told = document.facts.lazy.compactMap { fact -> Int? in
            if fact.key == "year", case .count(let year) = fact.value { year } else { nil }
        }
        year = choice.year ?? told.first
    }

    package func origins(of table: Table) -> TableOrigins? { groups.first { $0.table == table.columns.first?.key } }

    /// What lists the rows behind a cell; nil where nothing is added up, or the row does not say whose it is.
    package func question(_ table: Table, _ row: Table.Row, at index: Int) -> RowsQuestion? {
        guard let group = origins(of: table), let origin = group[table.columns[index].key] else { return nil }
        if case .blank = row.cells[index] { return nil }
        switch origin.made {
        case .columns, .rate, .words: return nil
        case .report(let name, _): return question(report: name)
        case .jobs: return jobs(table, row)
        case .lines(let lines):
            guard lines.isOfAll || row.level == .detail, var choice = choice(group, table, row) else { return nil }
            if !lines.accounts.isEmpty { choice.accounts = lines.accounts }
            (choice.year, choice.closed) = (year, isClosed || lines.isClosed)
            if let month = lines.month, let year, let first = Day(year, month, 1) {
                (choice.from, choice.to) = (first, first.adding(months: 1) + -1)
            }
            return RowsQuestion(report: "ledger", choice: choice, measure: lines.measure)
        }
    }

    /// The list of jobs of a row of detail by its category, of the total without one.
    private func jobs(_ table: Table, _ row: Table.Row) -> RowsQuestion? {
        var question = RowsQuestion(report: RowsQuestion.jobs)
        switch row.level {
        case .subtotal: return nil
        case .total: break
        case .detail:
            let place = table.columns.firstIndex { $0.key == "category" }
            guard let place, case .named(let code, _) = row.cells[place] else { return nil }
            question.category = code
        }
        if let year { (question.choice.from, question.choice.to) = (Day.first(of: year), Day.last(of: year)) }
        return question
    }

    private func question(report name: String) -> RowsQuestion? {
        guard let entry = Catalogue.entries.first(where: { $0.name == name }) else { return nil }
        return RowsQuestion(report: name, choice: year.map(entry.choice(year:)) ?? ReportChoice())
    }

    /// Whose lines they are, as the row says; nil for one that does not.
    private func choice(_ group: TableOrigins, _ table: Table, _ row: Table.Row) -> ReportChoice? {
        var (choice, named) = (ReportChoice(), Set<TableOrigins.Naming>())
        switch row.level {
        case .subtotal: return nil
        case .total: return group.naming.contains(.account) ? nil : choice
        case .detail: break
        }
        for (column, cell) in zip(table.columns, row.cells) {
            switch (column.key, cell) {
            case ("appropriation", .text(let text)): if choice.take(\.appropriation, text) { named.insert(.appropriation) }
            case ("contractor", .named(let code, _)): if choice.take(\.contractor, code) { named.insert(.contractor) }
            case ("account", .text(let text)):
                guard let account = Account(rawValue: text) else { break }
                choice.accounts = [account]
                named.insert(.account)
            case (_, .link(.job(let number))):
                choice.job = number
                named.insert(.job)
            case _: break
            }
        }
        guard group.naming.isSubset(of: named) else { return nil }
        if !group.naming.contains(.appropriation) { choice.appropriation = nil }
        if !group.naming.contains(.contractor) { choice.contractor = nil }
        if !group.naming.contains(.job) { choice.job = nil }
        return choice
    }
}

extension ReportChoice {
    /// Takes a code where it is one.
    fileprivate mutating func take(_ part: WritableKeyPath<ReportChoice, Code?>, _ text: String) -> Bool {
        guard let code = try? Code(text) else { return false }
        self[keyPath: part] = code
        return true
    }
}
