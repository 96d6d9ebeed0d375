import Documents
import Jobs
import Journal
package import Kernel
import Ledger
package import Reports
import Store

extension MemoryStreet {
    /// What a report is computed from, taken at `at` (`2026-12-31T23:59`, +08:00): the street as it stands, so nothing later must
    /// have been played. Text of the tests themselves: it must be right.
    package func snapshot(_ at: String) -> Snapshot {
        do {
            guard let street = state.street else { preconditionFailure("the street was never opened") }
            let asOf = try Instant(at + ":00+08:00")
            var steps = StepBook(until: asOf)
            var assessments = Assessments()
            for record in records {
                steps.take(record)
                assessments.take(record)
            }
            return Snapshot(
                street: street, stamp: Stamp(seq: state.head.seq, hash: state.head.hash),
                policy: try state.policy(on: asOf.day),
                .init(
                    ledger: state.ledger, jobs: state.jobs.values.sorted { $0.number.inOrder < $1.number.inOrder }, bank: state.bank,
                    steps: steps, assessments: assessments),
                asOf: asOf)
        } catch {
            preconditionFailure("no snapshot at \(at): \(error)")
        }
    }

    /// The same with the lines and the vouchers until that day.
    package func full(_ at: String) -> Snapshot {
        let some = snapshot(at)
        var vouchers = VoucherBook(until: some.asOf.day)
        for record in records { vouchers.take(record) }
        return Snapshot(
            street: some.street, stamp: some.stamp, policy: some.policy,
            .init(ledger: some.ledger, jobs: some.jobs.all, bank: some.bank, lines: entries, vouchers: vouchers), asOf: some.asOf)
    }

    /// All lines, as a store would answer them.
    package var entries: [FundLedgerReport.Entry] {
        records.flatMap { record in
            record.vouchers.flatMap { voucher in
                voucher.lines.map {
                    FundLedgerReport.Entry(seq: record.seq, voucher: voucher.number.text, day: voucher.day, line: $0,
                        phase: voucher.inPhase)
                }
            }
        }
    }
}

/// The steps of one job in the words of a script; the reader of a test sees the amounts only.
package enum JobLines {
    /// Called on `day` at 08:00, signed for `total`, passed at 12:00.
    package static func passed(_ number: Int, _ day: String, total: String, fund: String = "", site: String = "") -> String {
        let wish = fund.isEmpty ? "" : " fund=\(fund)"
        let place = site.isEmpty ? "" : " site:={'address':'\(site)'}"
        return """
            \(day)T08:00 grid1       call\(place)
            \(day)T08:10 grid1       accept   #\(name(number))
            \(day)T08:20 officer1    survey   #\(name(number)) total=\(total)\(wish)
            \(day)T08:30 committee1  sign     #\(name(number))
            \(day)T09:00 dispatcher1 dispatch #\(name(number))
            \(day)T10:00 crew1       start    #\(name(number))
            \(day)T11:00 crew1       finish   #\(name(number))
            \(day)T12:00 inspector1  inspect  #\(name(number))

            """
    }

    /// The same, and settled at 15:00 for all that was signed; `rest` is the settlement's.
    package static func settled(
        _ number: Int, _ day: String, total: String, fund: String = "", _ rest: String = ""
    ) -> String {
        passed(number, day, total: total, fund: fund) + """
            \(day)T13:00 officer1    claim    #\(name(number)) total=\(total)
            \(day)T14:00 finance1    review   #\(name(number)) approved=\(total)
            \(day)T15:00 committee1  settle   #\(name(number)) \(rest)

            """
    }

    private static func name(_ number: Int) -> String { String(number) }
}
