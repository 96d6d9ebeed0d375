package import Jobs
package import Kernel

/// A street (街道) as it was opened.
package struct Street: Hashable, Sendable, Codable {
    package let code: Code
    package let name: Label
    package let year: Int
    package let sandbox: Bool
    package let hash: DigestAlgorithm
    package let openedAt: Instant
    package let openedBy: Code
    /// The district that it reports to.
    package internal(set) var parent: Code?

    package init(
        code: Code, name: Label, year: Int, sandbox: Bool, hash: DigestAlgorithm, openedAt: Instant, openedBy: Code,
        parent: Code?
    ) {
        self.parent = parent
        self.code = code
        self.name = name
        self.year = year
        self.sandbox = sandbox
        self.hash = hash
        self.openedAt = openedAt
        self.openedBy = openedBy
    }
}

/// The end of a street's journal.
package struct Head: Hashable, Sendable {
    package var seq = 0
    /// Hash of the last record, 64 hexadecimal digits.
    package var hash = Chain.genesis
    /// When the last record was recorded; never decreases.
    package var recorded: Instant?
    /// The latest `at` of all records: the clock of a sandbox.
    package var latest: Instant?

    package init() {}

    package init(seq: Int, hash: String, recorded: Instant?, latest: Instant?) {
        self.seq = seq
        self.hash = hash
        self.recorded = recorded
        self.latest = latest
    }
}

/// A gapless count of a year.
package struct Counter: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case job, voucher, settlement

        fileprivate var prefix: String { self == .settlement ? "JS" : "" }

        fileprivate var digits: Int {
            switch self {
            case .job, .settlement: 4
            case .voucher: 6
            }
        }
    }

    package let kind: Kind
    package let year: Int

    package init(_ kind: Kind, _ year: Int) {
        self.kind = kind
        self.year = year
    }

    /// The year that a job or a voucher is numbered in; nil for a code of another kind.
    static func year(of number: Code) -> Int? { Int(number.text.prefix { $0 != "-" }) }

    /// `2026-0001` for jobs, `2026-000012` for vouchers, `JS2026-0001` for settlement sheets; more digits
    /// when the year needs them.
    func number(_ value: Int) throws(Refusal) -> Code {
        let text = String(value)
        let zeros = String(repeating: "0", count: max(0, kind.digits - text.count))
        return try Code(kind.prefix + "\(year)-" + zeros + text)
    }
}

package struct PolicyVersion: Equatable, Sendable {
    /// The record that adopted it.
    package let seq: Int
    package let effective: Day
    package let policy: Policy

    package init(seq: Int, effective: Day, policy: Policy) {
        self.seq = seq
        self.effective = effective
        self.policy = policy
    }
}
