package import Jobs
package import Kernel
import Ledger

package struct CloseYearForm: Hashable, Sendable, Codable {
    package let year: Int
    package let accept: [Acceptance]?
}

/// A warning that whoever closes the year has looked at, and why it may stand.
package struct Acceptance: Hashable, Sendable, Codable {
    package let check: YearCheck
    package let reason: Prose
}

/// How a year was closed: what was looked at, what was accepted, what became of each appropriation, and the
/// digests of the balances before and after.
package struct YearClose: Equatable, Sendable, Codable {
    /// What became of one appropriation.
    package struct Fund: Equatable, Sendable, Codable {
        package let appropriation: Code
        package let lapses: Bool
        /// Taken back by this close, of what was available.
        package let recalled: Fen
        /// Confirmed as quota that the treasury still owes.
        package let accrued: Fen
        /// Lapsed, in the bank, and to be given back.
        package let toReturn: Fen
        /// Carried into the next year, in all statuses.
        package let carried: Fen

        init(_ fund: YearEnd.Fund) {
            appropriation = fund.appropriation.code
            lapses = fund.lapses
            recalled = fund.recalled
            accrued = fund.accrued
            toReturn = fund.toReturn
            carried = fund.carried.reduce(.zero) { $0 + $1.1 }
        }
    }

    /// How many jobs stood where.
    package struct JobCount: Equatable, Sendable, Codable {
        package let works: Works
        package let papers: Papers
        package let count: Int
    }

    /// Over ``BalanceText``, by the street's own algorithm, in lower-case hexadecimal: without the closing
    /// entries of the year, and with them.
    package struct Digests: Equatable, Sendable, Codable {
        package let before: String
        package let after: String
    }

    package let year: Int
    /// All of them, also those that found nothing.
    package let checks: [YearFinding]
    /// Of those that found something.
    package let accepted: [Acceptance]
    package let perAppropriation: [Fund]
    /// Only where there are any; in the order of their tracks.
    package let jobs: [JobCount]
    package let digests: Digests
}

/// A year that is shut: the record that closed it, and on which day.
package struct ClosedYear: Hashable, Sendable {
    package let year: Int
    package let seq: Int
    package let day: Day

    package init(year: Int, seq: Int, day: Day) {
        (self.year, self.seq, self.day) = (year, seq, day)
    }
}

/// What only the close of a year looks at, and a store loads for it alone.
package struct YearEndView: Sendable {
    /// Every job as it stood when the year ended.
    package let jobs: [Job]
    package let hasher: Chain.Hasher

    package init(jobs: [Job], hasher: @escaping Chain.Hasher) {
        self.jobs = jobs
        self.hasher = hasher
    }
}
