package import Jobs
package import Kernel
package import Ledger

package struct OpenStreetForm: Hashable, Sendable, Codable {
    package let code: Code
    package let name: Label
    package let year: Int
    /// A practice street: its clock is the latest `at`, and its reports carry 演练账套.
    package let sandbox: Bool?
    /// The digest of its chain; SHA-256 unless given.
    package let hash: DigestAlgorithm?
    /// The district that it reports to.
    package let parent: Code?
}

package struct JoinForm: Hashable, Sendable, Codable {
    package let parent: Code
}

package struct AddUserForm: Hashable, Sendable, Codable {
    package let user: Code
    package let name: Label
    package let roles: [Role]
}

package struct DisableUserForm: Hashable, Sendable, Codable {
    package let user: Code
}

package struct AdoptPolicyForm: Equatable, Sendable, Codable {
    package let effective: Day
    package let policy: Policy
}

/// A change of a contractor's name or account. Its credit code never changes: another code is another firm.
package struct UpdateContractorForm: Hashable, Sendable, Codable {
    package let code: Code
    package let name: Label?
    package let bank: BankAccount?
}

package struct AppropriateForm: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable { case original, supplement }

    package let appropriation: Code
    package let source: Code
    package let kind: Kind
    package let amount: Fen
    package let documentNo: Label
    package let originYear: Int?
    package let channel: Channel?
}

package struct TransferFundsForm: Hashable, Sendable, Codable {
    package let from: Code
    package let to: Code
    package let amount: Fen
    package let documentNo: Label
}

/// Bank-held money (实拨) that has arrived.
package struct ReceiveForm: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen
    /// The day on which the bank booked it.
    package let day: Day
    /// The number on the bank's receipt (到账通知书号), once per street.
    package let receiptNo: Label
}

package struct RecallForm: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen
    package let documentNo: Label
}
