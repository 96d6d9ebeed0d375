package import Journal
import Kernel
import Seal
import Store

/// What a street was found to be on one side of a copy, as far as people and programs are told.
package struct SideFacts: Sendable {
    package struct Report: Sendable {
        package let name: String
        package let bytes: Int
        package let sha256: String
    }

    package let verdict: AuditVerdict
    package let reports: [Report]
    package let callers: Int
    package let access: Int
    /// Rows of balances, and of turnover.
    package let standings: Int
    package let balances: Int

    init(_ portrait: Portrait) {
        verdict = portrait.verdict
        reports = portrait.exhibits.map {
            Report(name: $0.name, bytes: $0.bytes.count, sha256: Hex.encode(Digest.of(.sha256, $0.bytes)))
        }
        callers = portrait.callers
        access = portrait.access
        standings = portrait.standings
        balances = portrait.balances
    }
}

extension StreetMove.Outcome {
    package var atSource: SideFacts { SideFacts(portrait) }
    package var atTarget: SideFacts? { made.map(SideFacts.init) }
}
