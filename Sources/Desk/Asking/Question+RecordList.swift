import Jobs
package import Journal
package import Kernel
import Store

/// Which records an auditor looks for; what is nil is any.
package struct RecordFilter: Sendable, Equatable {
    package var by: String?
    package var role: String?
    package var does: String?
    package var job: Code?
    package var channel: String?
    /// When it happened: on or after, on or before.
    package var from: Day?
    package var to: Day?

    package init() {}

    /// A record without a way in came from the command line.
    func admits(_ record: Record) -> Bool {
        (by.map { $0 == record.by.text } ?? true) && (role.map { $0 == record.role.rawValue } ?? true)
            && (does.map { $0 == record.command["do"]?.string } ?? true)
            && (channel.map { $0 == (record.via?.channel ?? .cli).rawValue } ?? true)
            && (job.map { $0 == record.job } ?? true) && (from.map { record.at.day >= $0 } ?? true)
            && (to.map { record.at.day <= $0 } ?? true)
    }
}

/// A page of records, the latest first.
package struct RecordList: Sendable {
    package let records: [(record: Record, hash: String)]
    /// Where to go on: before this record; nil at the journal's beginning.
    package let next: Int?
    /// The number of the earliest record that was looked at.
    package let earliest: Int
}

extension Question where Answer == RecordList {
    /// How many records one asking looks through for those that fit.
    private static var most: Int { 5_000 }

    /// Records before a number, or the latest; `limit` at most.
    package static func records(_ filter: RecordFilter, before: Int?, limit: Int) -> Question {
        Question("audit.records", [.records: .all]) { (asked) throws(Refusal) in
            let reader = JournalReader(asked.connection)
            let head = try asked.state().head.seq
            var place = min(before ?? head + 1, head + 1), looked = 0
            var found: [(record: Record, hash: String)] = []
            while place > 1, looked < most {
                let earlier = try reader.before(place, of: asked.org, limit: 250)
                if earlier.isEmpty { break }
                for stored in earlier {
                    (place, looked) = (stored.seq, looked + 1)
                    let record = try Record(body: stored.body)
                    guard filter.admits(record) else { continue }
                    found.append((record, stored.hash))
                    if found.count == limit { return RecordList(records: found, next: place > 1 ? place : nil, earliest: place) }
                }
            }
            return RecordList(records: found, next: place > 1 ? place : nil, earliest: place)
        }
    }
}
