@testable import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Every number that is a sum can be followed to its rows: asked for them, the rows come to the figure.
struct FollowingTests {
    @Test("whatever is money or a share of it says what it is made of, and every word of it is a column")
    func complete() async throws {
        try await DeskStreet.withSample { street in
            for entry in Catalogue.entries where !entry.needs.contains(.closing) {
                let document = try await Self.ask(entry, ReportChoice(), street)
                let following = Following(document, entry, ReportChoice())
                for table in document.tables {
                    let keys = table.columns.map(\.key)
                    for column in table.columns where column.kind == .money || column.kind == .percent {
                        let origin = following.origins(of: table)?[column.key]
                        #expect(origin != nil, "\(entry.name): \(keys[0]) … \(column.key)")
                        if case .columns(let plus, let minus) = origin?.made { #expect(Set(plus + minus).isSubset(of: keys), "\(entry.name)") }
                        if case .rate(let part, let whole) = origin?.made { #expect(Set(part + whole).isSubset(of: keys), "\(entry.name)") }
                    }
                }
            }
        }
    }

    @Test("the rows of every figure of the sample year come to it")
    func sampleYear() async throws {
        try await DeskStreet.withSample { street in
            var followed: [String: Int] = [:]
            for entry in Catalogue.entries where !entry.needs.contains(.closing) {
                followed[entry.name] = try await Self.follow(entry, 2026, street)
            }
            for name in ["utilisation", "year", "execution", "carryover", "contractors", "payables", "register", "retention", "difference"] {
                #expect(followed[name, default: 0] > 1, "\(name)")
            }
        }
    }

    @Test("and those of two closed years, with what came back and what was carried over")
    func closedYears() async throws {
        let memory = WorkedStreet.closedTwice(accrual: true)
        try await DeskStreet.with(.sqlite) { street in
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            for year in [2026, 2027] {
                for name in ["utilisation", "execution", "carryover", "contractors", "payables", "retention", "statements", "closing"] {
                    #expect(try await Self.follow(try Catalogue.entry(name), year, street) > 0 || name == "payables", "\(name) \(year)")
                }
            }
        }
    }

    @Test("a count of jobs is the length of their list")
    func jobs() async throws {
        try await DeskStreet.withSample { street in
            let entry = try Catalogue.entry("timeliness"), choice = entry.choice(year: 2026)
            let report = try await Self.ask(entry, choice, street), table = report.tables[0]
            let calls = try #require(table.columns.firstIndex { $0.key == "calls" })
            for row in table.rows where row.level != .subtotal {
                let question = try #require(Following(report, entry, choice).question(table, row, at: calls))
                var filter = JobFilter()
                filter.categories = [question.category].compactMap(\.self)
                (filter.from, filter.to) = (question.choice.from, question.choice.to)
                let page = try await street.desk.ask(.page(JobListing(filter)), of: try DeskStreet.org(), as: .owner)
                #expect(row.cells[calls] == .count(page.sums.count), "\(question.command())")
            }
        }
    }

    private static func ask(_ entry: CatalogueEntry, _ choice: ReportChoice, _ street: DeskStreet) async throws -> Document {
        try await street.desk.ask(.report(entry, choice, .init()), of: try DeskStreet.org(), as: .owner)
    }

    /// Asks for the rows of each figure of the first row and of the totals; the number of figures that are sums of them.
    private static func follow(_ entry: CatalogueEntry, _ year: Int, _ street: DeskStreet) async throws -> Int {
        let choice = entry.choice(year: year)
        let document = try await ask(entry, choice, street)
        let following = Following(document, entry, choice)
        var count = 0
        for table in document.tables {
            let rows = table.rows.filter { $0.level == .detail }.prefix(1) + table.rows.filter { $0.level == .total }
            for row in rows {
                for index in table.columns.indices {
                    guard let question = following.question(table, row, at: index) else { continue }
                    guard case .money(let figure) = row.cells[index], question.report == "ledger" else { continue }
                    let rows = try await ask(try Catalogue.entry(question.report), question.choice, street)
                    guard let sum = sum(of: rows, question.measure) else { continue }
                    count += 1
                    #expect(sum == figure, "\(entry.name) \(year) \(table.columns[index].key): \(question.command())")
                }
            }
        }
        return count
    }

    /// What the rows come to; nil where the figure is a part of them.
    private static func sum(of ledger: Document, _ measure: RowsQuestion.Measure) -> Fen? {
        let side = ledger.facts.contains { $0.key == "side" && $0.value == .named("debit", Phrase("借", "debit")) }
        let money = { (row: Table.Row, key: String) -> Fen in
            guard let index = ledger.tables[0].columns.firstIndex(where: { $0.key == key }) else { return .zero }
            if case .money(let amount) = row.cells[index] { return amount }
            return .zero
        }
        let rows = ledger.tables[0].rows
        let opening = rows.first { $0.key == "opening" }.map { money($0, "balance") } ?? .zero
        let lines = rows.filter { $0.level == .detail }.reduce(Fen.zero) { sum, row in
            let change = money(row, "debit") - money(row, "credit")
            return side ? sum + change : sum - change
        }
        switch measure {
        case .balance: return opening + lines
        case .opening: return opening
        case .turnover: return lines
        case .none: return nil
        }
    }
}
