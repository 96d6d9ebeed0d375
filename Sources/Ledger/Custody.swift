/// Where the money of a payment lay, and therefore which statement shows it: with the treasury (direct and
/// authorised payment), or on the street's own account with a bank.
package enum Custody: String, Sendable, Codable, CaseIterable {
    case treasury, bank
}

extension Channel {
    /// Direct and authorised payments show on the treasury's list, the others on the bank's statement.
    package var custody: Custody {
        switch self {
        case .direct, .authorized: .treasury
        case .bank: .bank
        }
    }
}
