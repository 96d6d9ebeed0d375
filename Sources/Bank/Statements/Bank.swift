package import Ledger

/// Whose statement it is: the format of its file, and with it the way its lines are told apart.
package enum Bank: String, Sendable, Codable, CaseIterable {
    case icbc, ccb, boc
    /// The treasury's list of paid vouchers.
    case treasury
    /// ISO 20022 `camt.053`, from any bank.
    case camt
}

extension Bank {
    /// Whose money its statements show, unless the importer says otherwise.
    package var custody: Custody {
        switch self {
        case .treasury: .treasury
        case .icbc, .ccb, .boc, .camt: .bank
        }
    }
}
