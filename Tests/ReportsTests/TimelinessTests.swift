import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Timeliness, the overdue list and the list of jobs over five urgent calls of 6 March at 17:00 (arrival due 21:00, finish due
/// 8 March at 17:00), worked out by hand.
struct TimelinessTests {
    /// #1 on time; #2 arrived late, failed once and finished late; #3 reported finished in time and not passed; #4 rejected;
    /// #5 suspended a day before it was due.
    private static func snapshot(_ asOf: String) throws -> Snapshot {
        var street = MemoryStreet.funded
        street.play([String](repeating: "03-06T17:00 grid1 call", count: 5).joined(separator: "\n"))
        for number in [1, 2, 3, 5] { street.play("03-06T17:30 grid1 accept #\(number) urgency=urgent") }
        for number in 1...3 {
            street.play("""
                03-06T18:00 officer1 survey #\(number) total=100.00
                03-06T18:30 head1 sign #\(number)
                03-06T18:40 dispatcher1 dispatch #\(number)
                """)
        }
        street.play("""
            03-06T19:00 crew1 start #1
            03-07T17:00 crew1 finish #1
            03-07T18:00 inspector1 inspect #1
            03-06T22:00 crew1 start #2
            03-08T15:00 crew1 finish #2
            03-08T16:00 inspector1 inspect #2 pass:=false
            03-08T19:00 crew1 finish #2
            03-08T20:00 inspector1 inspect #2
            03-06T20:00 crew1 start #3
            03-08T16:00 crew1 finish #3
            03-06T18:00 dispatcher1 reject #4
            03-07T17:00 head1 suspend #5 until=2026-03-30
            """)
        let moment = try Instant("2026-\(asOf):00+08:00")
        return Snapshot(
            street: try #require(street.state.street), stamp: Stamp(seq: 1, hash: ""),
            policy: try street.state.policy(on: moment.day), 
            .init(
                ledger: street.state.ledger, jobs: street.state.jobs.values.sorted { $0.number.text < $1.number.text }, bank: street.state.bank),
            asOf: moment)
    }

    @Test func everyCountAndRateIsTheOneWorkedOutByHand() throws {
        let report = TimelinessReport.make(try Self.snapshot("03-09T17:00"))
        #expect(Self.cells(report, report.rows.count - 1) == [
            "calls": "5", "onTime": "2", "overdue": "2", "open": "2", "overdueOpen": "1", "due": "3",
            "finishedOnTime": "1", "closedOnTimeRate": "33.33", "reworked": "1", "reworkRate": "33.33",
            // #5 was suspended after its arrival was due.
            "arrivalsDue": "4", "arrivedOnTime": "2", "arrivedOnTimeRate": "50.00",
            // Arrivals after 2 h, 3 h, 5 h; finishes after 24 h and 50 h.
            "arriveP50": "180", "arriveP90": "300", "finishP50": "1440", "finishP90": "3000",
        ])
    }

    @Test func theOverdueListHasWhatTheRatesCount() throws {
        let report = OverdueReport.make(try Self.snapshot("03-09T17:00"))
        #expect(report.rows.map { $0.cells[0] } == [.job(try Code("2026-0003"))])
        #expect(report.rows[0].cells[7] == .duration(24 * Instant.hour))
        #expect(report.rows[0].cells[8] == .list([Cell.Named("overdue", Phrase("逾期", "overdue"))]))
    }

    @Test func theListShowsTheMarks() throws {
        let report = JobsReport.make(try Self.snapshot("03-09T17:00"))
        let marks = report.rows.dropLast().map { row -> [String] in
            guard case .list(let items) = row.cells.last else { return [] }
            return items.map(\.code)
        }
        #expect(marks == [[], ["finishedLate", "reworked"], ["overdue"], [], ["suspended"]])
    }

    /// The row's figures by their keys.
    private static func cells(_ report: Document, _ row: Int) -> [String: String] {
        var cells: [String: String] = [:]
        for (column, cell) in zip(report.columns, report.rows[row].cells) {
            switch cell {
            case .count(let count): cells[column.key] = String(count)
            case .ratio(let ratio): cells[column.key] = ratio.percent
            case .duration(let time): cells[column.key] = String(time / Instant.minute)
            case .blank, .text, .phrase, .named, .link, .money, .day, .instant, .flag, .list: break
            }
        }
        return cells
    }
}
