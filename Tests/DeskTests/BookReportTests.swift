import Documents
@testable import Desk
import Journal
import Kernel
import Ledger
import Reports
import Store
import Testing
import TestKit

/// The reports of the three books, from what the store holds.
struct BookReportTests {
    /// Settled wrong, taken back, settled right, paid in part; then bank-held money.
    private static let corrected = """
        03-05T09:00 grid1       call
        03-05T10:00 grid1       accept   #1
        03-06T10:00 officer1    survey   #1 total=1000.00
        03-06T11:00 leader1     sign     #1
        03-06T12:00 dispatcher1 dispatch #1
        03-07T08:00 crew1       start    #1
        03-07T16:00 crew1       finish   #1
        03-08T09:00 inspector1  inspect  #1
        03-09 officer1 claim   #1 total=1000.00
        03-10 finance1 review  #1 approved=1000.00
        03-11 leader2  settle  #1
        03-12 leader1  reverse #1
        03-13 officer1 claim   #1 total=1000.00
        03-14 finance1 review  #1 approved=900.00
        03-15 leader2  settle  #1 retentionRate=3
        03-16 cashier1 pay     #1 amount=500.00
        """

    private func ask(
        _ street: DeskStreet, asOf: String? = nil, knownAt: String? = nil,
        _ make: @escaping @Sendable (Snapshot, Queries) throws(Refusal) -> Document
    ) async throws -> Document {
        let org = try DeskStreet.org()
        let (moment, known) = (try asOf.map { try Instant($0) }, try knownAt.map { try Instant($0) })
        return try await street.desk.look { (connection, clock) throws(Refusal) in
            let snapshot = try SnapshotReader(connection, org: org, clock: clock)
                .snapshot([.funds, .lines, .vouchers], .init(asOf: moment, knownAt: known))
            return try make(snapshot, Queries(connection))
        }
    }

    private func vouchers(_ street: DeskStreet, asOf: String? = nil, knownAt: String? = nil) async throws -> Document {
        try await ask(street, asOf: asOf, knownAt: knownAt) { (snapshot, queries) throws(Refusal) in
            let book = try queries.vouchers(
                snapshot.street.code, until: snapshot.asOf.day, upTo: snapshot.stamp.seq)
            return VouchersReport.make(
                snapshot, vouchers: Feed(book.entries), .init(book: .financial, from: try Day("2026-03-11")))
        }
    }

    /// The cells of a report as words, the columns named, one row a line.
    private func text(_ report: Document, _ columns: String...) -> [String] {
        let places = columns.compactMap { key in report.columns.firstIndex { $0.key == key } }
        return report.rows.map { row in places.map { word(row.cells[$0]) }.joined(separator: " ") }
    }

    private func word(_ cell: Cell) -> String {
        switch cell {
        case .blank: "·"
        case .text(let text): text
        case .link(let link): link.text
        case .phrase(let phrase): phrase.en
        case .named(_, let phrase): phrase.en
        case .money(let amount): amount.yuan
        case .ratio(let ratio): ratio.percent ?? "—"
        case .count(let count): String(count)
        case .day(let day): String(day.text.suffix(5))
        case .instant(let instant): instant.text
        case .duration(let milliseconds): String(milliseconds)
        case .flag(let flag): String(flag)
        case .list(let items): items.map(\.code).joined(separator: "+")
        }
    }

    @Test(arguments: Engine.allCases)
    func theThreeVouchersOfACorrectionAreLinkedBothWays(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.corrected)
            let report = try await vouchers(street)
            #expect(report.holds)
            let links = text(
                report, "day", "voucher", "account", "debit", "credit", "reverses", "reversedBy", "replaces", "replacedBy")
            #expect(links == [
                "03-11 2026-000004 F5001 1000.00 · · 2026-000005 · 2026-000006",
                "03-11 2026-000004 F2302 · 1000.00 · 2026-000005 · 2026-000006",
                "03-12 2026-000005 F5001 -1000.00 · 2026-000004 · · ·",
                "03-12 2026-000005 F2302 · -1000.00 2026-000004 · · ·",
                "03-15 2026-000006 F5001 900.00 · · · 2026-000004 ·",
                "03-15 2026-000006 F2302 · 873.00 · · 2026-000004 ·",
                "03-15 2026-000006 F2307 · 27.00 · · 2026-000004 ·",
                "03-16 2026-000007 F2302 500.00 · · · · ·", "03-16 2026-000007 F4001 · 500.00 · · · ·",
                "total of 4 · · 1400.00 1400.00 · · · ·",
            ])
        }
    }

    @Test(arguments: [true, false], Engine.allCases)
    func aVoucherDoesNotKnowWhatCameLater(recorded: Bool, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.corrected)
            let evening = "2026-03-11T23:00:00+08:00"
            let report = try await vouchers(street, asOf: recorded ? nil : evening, knownAt: recorded ? evening : nil)
            #expect(text(report, "voucher", "reversedBy", "replacedBy") == [
                "2026-000004 · ·", "2026-000004 · ·", "· · ·",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func theTurnoverOfTheExpenseIsTheRightOne(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.corrected)
            let report = try await ask(street) { (snapshot, _) in
                TrialBalanceReport.make(snapshot, book: .financial, year: 2026)
            }
            #expect(report.holds)
            #expect(text(report, "account", "debit", "credit", "closingDebit", "closingCredit") == [
                "F2302 500.00 873.00 0.00 373.00", "F2307 0.00 27.00 0.00 27.00", "F4001 0.00 500.00 0.00 500.00",
                "F5001 900.00 0.00 900.00 0.00", "total 1400.00 1400.00 900.00 900.00",
            ])
            let next = try await ask(street, asOf: "2027-01-31T10:00:00+08:00") { (snapshot, _) in
                TrialBalanceReport.make(snapshot, book: .budget, year: 2027)
            }
            #expect(text(next, "account", "openingDebit", "openingCredit", "debit", "closingDebit") == [
                "B6001 0.00 500.00 0.00 0.00", "B7101 500.00 0.00 0.00 500.00", "total 500.00 500.00 0.00 500.00",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func aLedgerRunsOnAndEndsWithItsBalance(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.corrected)
            let report = try await ask(street) { (snapshot, queries) throws(Refusal) in
                let lines = try queries.lines(snapshot.street.code, appropriation: nil, upTo: snapshot.stamp.seq)
                let book = try queries.vouchers(
                    snapshot.street.code, until: snapshot.asOf.day, upTo: snapshot.stamp.seq)
                return AccountLedgerReport.make(
                    snapshot, entries: lines,
                    notes: book.entries.reduce(into: VoucherNotes(snapshot.names, until: snapshot.asOf.day)) { $0.take($1) }, .init([.accountsPayable], until: snapshot.asOf.day))
            }
            #expect(text(report, "day", "contractor", "debit", "credit", "balance") == [
                "03-11 疏通一队 · 1000.00 1000.00", "03-12 疏通一队 · -1000.00 0.00", "03-15 疏通一队 · 873.00 873.00",
                "03-16 疏通一队 500.00 · 373.00", "total · 500.00 873.00 373.00",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func theDifferenceIsExplainedJobByJob(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.corrected)
            let report = try await ask(street) { (snapshot, queries) throws(Refusal) in
                DifferenceReport.make(snapshot, entries: try queries.lines(snapshot.street.code, appropriation: nil, upTo: snapshot.stamp.seq))
            }
            #expect(report.holds)
            let rows = text(report, "contractor", "job", "expense", "expenditure", "payable", "retention", "remainder")
            #expect(rows == [
                "疏通一队 2026-0001 900.00 500.00 373.00 27.00 0.00", "0 paid in full · 0.00 0.00 0.00 0.00 0.00",
                "total · 900.00 500.00 373.00 27.00 0.00",
            ])
            let broken = try await ask(street) { (snapshot, queries) throws(Refusal) in
                let lines = try queries.lines(snapshot.street.code, appropriation: nil, upTo: snapshot.stamp.seq)
                return DifferenceReport.make(snapshot, entries: lines.filter { $0.line.account != .otherPayables })
            }
            #expect(!broken.holds)
            #expect(text(broken, "job", "remainder").first == "2026-0001 27.00")
        }
    }
}
