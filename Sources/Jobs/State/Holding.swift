package import Kernel
package import Ledger

/// The statuses in which money of a job stands: what it holds, and what was paid for it.
package enum HeldStatus: CaseIterable, Sendable {
    case preEncumbered, encumbered, payable, retention, paid

    package var account: Account {
        switch self {
        case .preEncumbered: .preEncumbered
        case .encumbered: .encumbered
        case .payable: .payable
        case .retention: .retention
        case .paid: .paid
        }
    }

    /// nil for an account that no job holds money on.
    package init?(_ account: Account) {
        guard let found = Self.allCases.first(where: { $0.account == account }) else { return nil }
        self = found
    }
}

/// What a job holds of one appropriation.
package struct Holding: Hashable, Sendable, Codable {
    package let appropriation: Code
    package var preEncumbered = Fen.zero
    package var encumbered = Fen.zero
    package var payable = Fen.zero
    package var retention = Fen.zero
    package var paid = Fen.zero

    package init(_ appropriation: Code) { self.appropriation = appropriation }

    package subscript(status: HeldStatus) -> Fen {
        get {
            switch status {
            case .preEncumbered: preEncumbered
            case .encumbered: encumbered
            case .payable: payable
            case .retention: retention
            case .paid: paid
            }
        }
        set {
            switch status {
            case .preEncumbered: preEncumbered = newValue
            case .encumbered: encumbered = newValue
            case .payable: payable = newValue
            case .retention: retention = newValue
            case .paid: paid = newValue
            }
        }
    }

    /// Zero for an account that no job holds money on.
    package subscript(account: Account) -> Fen {
        get { HeldStatus(account).map { self[$0] } ?? .zero }
        set { if let status = HeldStatus(account) { self[status] = newValue } }
    }
}
