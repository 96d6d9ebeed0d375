package import Journal
package import Kernel
package import Reports
package import SQL
import Store

/// Makes the snapshots of a report over several streets: roll-ups are the only reads that cross `org`
/// (design §4).
package struct RollUpReader {
    /// Which streets are asked for.
    package enum Choice: Equatable, Sendable {
        /// Every street but those for practice; these where there are no others.
        case all
        case named([Code])
    }

    private let connection: any SQLConnection
    private let clock: Clock

    package init(_ connection: any SQLConnection, clock: Clock) {
        self.connection = connection
        self.clock = clock
    }

    /// What there is of the streets, by their codes.
    package struct Answer: Sendable {
        package var ready: [Snapshot] = []
        /// Those that had no policy yet.
        package var unready: [Code] = []
        /// Those of which nothing was recorded yet.
        package var unopened: [Code] = []
    }

    /// The snapshots, and the streets that cannot have one. Throws `org.unknown`, `org.mixed` (practice
    /// streets asked for together with others).
    package func snapshots(_ choice: Choice, _ moments: SnapshotReader.Moments) throws(Refusal) -> Answer {
        var answer = Answer()
        for org in try chosen(choice) {
            do throws(Refusal) {
                answer.ready.append(try SnapshotReader(connection, org: org, clock: clock).snapshot([.funds], moments))
            } catch {
                if error.code == .policyMissing {
                    answer.unready.append(org)
                } else if error.code == .orgUnknown, moments.knownAt != nil {
                    // The street is there, but was not known at that time.
                    answer.unopened.append(org)
                } else {
                    throw error
                }
            }
        }
        return answer
    }

    func chosen(_ choice: Choice) throws(Refusal) -> [Code] {
        let streets = try Queries(connection).streets()
        let practice = Set(streets.filter(\.sandbox).map(\.code))
        switch choice {
        case .all:
            let real = streets.map(\.code).filter { !practice.contains($0) }
            return real.isEmpty ? streets.map(\.code) : real
        case .named(let codes):
            let wanted = Set(codes)
            if let missing = codes.first(where: { code in !streets.contains { $0.code == code } }) {
                throw Refusal(.orgUnknown, ["org": missing.text])
            }
            let mixed = wanted.intersection(practice)
            if !mixed.isEmpty, mixed != wanted {
                let list = mixed.map(\.text).sorted().joined(separator: ", ")
                throw Refusal(.orgMixed, ["practice": list])
            }
            return streets.map(\.code).filter(wanted.contains)
        }
    }
}
