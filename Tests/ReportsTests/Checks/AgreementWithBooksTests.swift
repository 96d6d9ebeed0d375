import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Whatever a street does, the lists agree with its books, and what the rules forbid is not found.
struct AgreementWithBooksTests {
    @Test("after walks of chance what is owed is what stands on 2302, 2307 and 2502", arguments: Array(UInt64(1)...12))
    func walks(seed: UInt64) {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=40000.00 channel=bank
            cashier1 fund.receive     appropriation=B26 amount=20000.00
            """)
        var way = StreetWalk(seed: seed)
        for _ in 0..<4 {
            for _ in 0..<120 { _ = street.line(way.next(street)) }
            guard let latest = street.state.head.latest else { continue }
            let snapshot = street.snapshot(latest.day.text + "T23:59")
            let year = latest.day.year
            let reports = [
                PayablesReport.make(snapshot), RetentionReport.make(snapshot), ContractorsReport.make(snapshot, year: year),
                SettlementsReport.make(snapshot, year: year, history: true), ExceptionsReport.make(snapshot, year: year),
            ]
            for report in reports {
                #expect(report.holds, "\(report.name): \(report.checks.filter { !$0.holds }.map(\.key))")
            }
        }
        let settled = street.state.jobs.values.filter { $0.settlement != nil }
        #expect(!settled.isEmpty, "the walk went nowhere: \(settled.count)")
    }

    @Test("the worked years, with and without accrual, at the end of each", arguments: [true, false])
    func worked(accrual: Bool) {
        for (street, day, year) in [
            (WorkedStreet.closed(accrual: accrual), "2026-12-31", 2026), (WorkedStreet.closedTwice(accrual: accrual), "2027-12-31", 2027),
        ] {
            let last = street.state.head.latest?.day.text ?? day
            let snapshot = street.snapshot(last + "T23:59")
            #expect(PayablesReport.make(snapshot).holds && RetentionReport.make(snapshot).holds)
            #expect(ContractorsReport.make(snapshot, year: year).checks.first?.holds == true)
        }
    }
}
