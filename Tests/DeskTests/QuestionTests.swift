@testable import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports
import SQL
import Store
import TestKit
import Testing

/// What is asked is answered as far as its reader may see it; what is refused is written down.
struct QuestionTests {
    /// Asking a report for a part of the street that its entry does not name stops the program.
    @Test("every report is made from exactly what its entry needs", arguments: Engine.allCases)
    func catalogue(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            // The certificate of a year's close is of a closed year: ClosedYearTests asks for it.
            for entry in Catalogue.entries where !entry.needs.contains(.closing) {
                let document = try await street.desk.ask(
                    .report(entry, ReportChoice(), .init()), of: try DeskStreet.org(), as: .owner)
                #expect(document.name == entry.name, "\(entry.name)")
            }
            #expect(Set(Catalogue.entries.map(\.name)).count == Catalogue.entries.count)
        }
    }

    @Test("a choice that a report does not take, and a report that is not there, are refused")
    func choices() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play("")
            var choice = ReportChoice()
            choice.year = 2026
            for entry in Catalogue.entries where !entry.takes.contains(.year) {
                let code = try await refusal(.report(entry, choice, .init()), .owner, street)
                #expect(code == .inputUnknownField, "\(entry.name)")
            }
            #expect(throws: Refusal(.reportUnknown, [
                "report": "profit", "known": Catalogue.entries.map(\.name).joined(separator: ", "),
            ])) { _ = try Catalogue.entry("profit") }
        }
    }

    @Test("a refused reading is in the access log, a granted one is not", arguments: Engine.allCases)
    func log(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play("")
            let report = Question<Document>.report(try Catalogue.entry("utilisation"), ReportChoice(), .init())
            #expect(try await refusal(report, .user(try Code("inspector1")), street) == .rightRequired)
            #expect(try await refusal(report, .user(try Code("head1")), street) == nil)
            #expect(try await refusal(report, .user(try Code("nobody")), street) == .userUnknown)
            let rows = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who, does, refusal FROM access").map { (row) throws(Refusal) in
                    [try row.text(0), try row.text(1), try row.text(2)].joined(separator: " ")
                }
            }
            #expect(rows == ["inspector1 report.utilisation right.required"])
        }
    }

    @Test("a list has the reader's jobs, and amounts for whoever may see them")
    func lists() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play("""
                admin1 user.add user=firm1 name=一队 roles:=['crew'] contractor=c1
                admin1 user.add user=firm2 name=二队 roles:=['crew'] contractor=c2
                \(wholeJob)
                """)
            for (name, jobs, money) in [
                ("officer1", 1, true), ("grid1", 1, false), ("inspector1", 1, false), ("firm1", 1, true), ("firm2", 0, true),
                ("crew1", 0, true),
            ] {
                let list = try await street.desk.ask(
                    .jobs(JobListing()), of: try DeskStreet.org(), as: .user(try Code(name)))
                let table = try #require(list.sections.first?.parts.lazy.compactMap(\.table).first)
                #expect(table.rows.count { $0.level == .detail } == jobs, "\(name)")
                #expect(table.columns.contains { $0.kind == .money } == money, "\(name)")
            }
            let own = try await refusal(.job(.number(try Code("2026-0001"))), .user(try Code("firm2")), street)
            #expect(own == .jobUnknown)
        }
    }

    private func refusal<Answer>(_ question: Question<Answer>, _ reader: Reader, _ street: DeskStreet) async throws -> RefusalCode? {
        let org = try DeskStreet.org()
        do throws(Refusal) {
            _ = try await street.desk.ask(question, of: org, as: reader)
            return nil
        } catch {
            return error.code
        }
    }
}

extension Section.Part {
    fileprivate var table: Table? { if case .table(let table) = self { table } else { nil } }
}
