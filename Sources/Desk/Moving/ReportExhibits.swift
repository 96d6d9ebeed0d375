import Documents
import Journal
package import Kernel
import Press
import Reports
import SQL
package import Store

/// The reports whose bytes must be equal on both sides of a copy, made as of the street's own latest
/// moment, so that no clock has a say in them.
package enum ReportExhibits {
    package static func make(of org: Code) -> Portrait.Maker {
        { (connection) throws(Refusal) in
            let state = try Queries(connection).street(org)
            guard let latest = state.head.latest else { return [] }
            let reader = SnapshotReader(connection, org: org, clock: .system(latest))
            do throws(Refusal) {
                return try reports(org, reader, latest, connection)
            } catch {
                // A street without a policy has no reports yet, on either side.
                guard error.code == .policyMissing else { throw error }
                return []
            }
        }
    }

    private static func reports(
        _ org: Code, _ reader: SnapshotReader, _ latest: Instant, _ connection: any SQLConnection
    ) throws(Refusal) -> [Portrait.Exhibit] {
        let funds = try reader.snapshot(SnapshotReader.Question(asOf: latest, funds: true))
        let jobs = try reader.snapshot(SnapshotReader.Question(asOf: latest, jobs: true))
        let lines = try Queries(connection).lines(org, appropriation: nil, upTo: funds.stamp.seq)
        let book = try Queries(connection).vouchers(org, until: latest.day, upTo: funds.stamp.seq)
        return [
            UtilisationReport.make(funds, year: latest.day.year),
            FundLedgerReport.make(
                funds, entries: lines, vouchers: book, appropriation: nil, until: latest.day),
            JobsReport.make(jobs),
            TimelinessReport.make(jobs),
        ].map { Portrait.Exhibit(name: $0.name, bytes: Array($0.json().pretty.utf8)) }
    }
}
