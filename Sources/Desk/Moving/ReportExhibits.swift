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
                return try reports(reader, latest)
            } catch {
                // A street without a policy has no reports yet, on either side.
                guard error.code == .policyMissing else { throw error }
                return []
            }
        }
    }

    private static func reports(
        _ reader: SnapshotReader, _ latest: Instant
    ) throws(Refusal) -> [Portrait.Exhibit] {
        var exhibits: [Portrait.Exhibit] = []
        for name in ["utilisation", "fund-ledger", "jobs", "timeliness"] {
            let entry = try Catalogue.entry(name)
            let document = try entry.document(try reader.snapshot(entry.needs, .init(asOf: latest)), ReportChoice())
            exhibits.append(Portrait.Exhibit(name: name, bytes: Array(document.json().pretty.utf8)))
        }
        return exhibits
    }
}
