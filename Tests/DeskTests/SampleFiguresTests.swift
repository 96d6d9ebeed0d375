@testable import Desk
import Documents
import Foundation
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Figures of the sample year that are said elsewhere, and what holds of every report of it.
struct SampleFiguresTests {
    /// 694,714.13 paid of 740,544.35: 93.81 %, and of ten points 9.38.
    @Test("the self-assessment has the year's execution rate and its score")
    func performance() async throws {
        try await DeskStreet.withSample { street in
            let report = try await Self.ask("performance", street)
            let funds = try #require(report.tables.first { $0.columns.first?.key == "money" })
            let total = try #require(funds.rows.first { $0.level == .total })
            let cell = { (key: String) in funds.columns.firstIndex { $0.key == key }.map { total.cells[$0] } }
            #expect(cell("paid") == .money(Fen(69_47)) && cell("net") == .money(Fen(74_05)), "in 万元")
            #expect(cell("executionRate") == .ratio(Ratio(Fen(694_714_13), of: Fen(740_544_35))))
            #expect(Ratio(Fen(694_714_13), of: Fen(740_544_35)).percent == "93.81")
            #expect(cell("score") == .money(Fen(9_38)))
        }
    }

    @Test("two tables of one report have two names, so that their sheets have")
    func names() async throws {
        try await DeskStreet.withSample { street in
            for entry in Catalogue.entries where !entry.needs.contains(.closing) {
                let report = try await Self.ask(entry.name, street)
                Self.expectApart(report)
            }
        }
        let memory = WorkedStreet.closed(accrual: true)
        try await DeskStreet.with(.sqlite) { street in
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            Self.expectApart(try await Self.ask("closing", street))
        }
    }

    @Test("a year before the street's first has no certificate, and is not one that is still open")
    func unopened() async throws {
        let memory = WorkedStreet.closed(accrual: true)
        try await DeskStreet.with(.sqlite) { street in
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            for (year, code) in [(2025, RefusalCode.yearUnknown), (2027, .yearOpen)] {
                do throws(Refusal) {
                    _ = try await Self.ask("closing", street, year)
                    Issue.record("\(year) has a certificate")
                } catch {
                    #expect(error.code == code)
                }
            }
        }
    }

    private static func ask(_ name: String, _ street: DeskStreet, _ year: Int = 2026) async throws(Refusal) -> Document {
        let entry = try Catalogue.entry(name)
        return try await street.desk.ask(.report(entry, entry.choice(year: year), .init()), of: try Code("NHL"), as: .owner)
    }

    private static func expectApart(_ report: Document) {
        let names = report.sections.flatMap { section in
            section.parts.compactMap { part -> String? in
                if case .table(let table) = part { (table.name ?? section.heading ?? report.title).zh } else { nil }
            }
        }
        #expect(Set(names).count == names.count, "\(report.name): \(names)")
    }
}

extension DeskStreet {
    /// With the sample year played.
    static func withSample(_ body: (DeskStreet) async throws -> Void) async throws {
        try await with(.sqlite) { street in
            let path = String(#filePath.dropLast("Tests/DeskTests/SampleFiguresTests.swift".count)) + "samples/2026-year.jsonl"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            _ = try await street.desk.execute(try text.split(separator: "\n").map { street.desk.read(try JSONParser.parse(Array($0.utf8))) })
            try await body(street)
        }
    }
}
