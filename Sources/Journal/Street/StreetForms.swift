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
    /// The firm of a crew, whose jobs it may see.
    package let contractor: Code?
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
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// 年初下达 and 追加, in the origin year.
        case original, supplement
        /// 结转: what earlier years left, taken over in the street's first year.
        case carried
    }

    package let appropriation: Code
    package let source: Code
    package let kind: Kind
    package let amount: Fen
    package let documentNo: Label
    package let originYear: Int?
    package let channel: Channel?
    /// Of a carried, bank-held appropriation: what of it lies in the bank.
    package let cash: Fen?
    package let classification: Classification?
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

/// 缴回: unused bank-held money goes back to the treasury.
package struct ReturnFundsForm: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen
    /// The day on which the bank booked it.
    package let day: Day
    /// The number of the transfer.
    package let paymentNo: Label
    package let documentNo: Label
}

/// 更正: what a record of the fund says was entered wrong.
package struct CorrectForm: Hashable, Sendable, Codable {
    package let record: Int
    /// The right amount; absent, it should not have been.
    package let amount: Fen?
    package let documentNo: Label?
    /// For money that the bank booked, the right day of that; for a grant the day of the correction's
    /// voucher.
    package let day: Day?
    package let reason: Prose
}

/// What only the bank knows (books.md B1 §9).
package struct BankEntryForm: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case interest, surrender, fee, advance, recovered, unidentified, sentBack

        package var title: Phrase {
            switch self {
            case .interest: Phrase("利息", "interest")
            case .surrender: Phrase("上缴利息", "surrender of interest")
            case .fee: Phrase("手续费", "bank fee")
            case .advance: Phrase("待补款", "to be made good")
            case .recovered: Phrase("补回", "made good")
            case .unidentified: Phrase("待查收款", "unidentified receipt")
            case .sentBack: Phrase("退回待查款", "sent back")
            }
        }

        /// Whether the money in the bank grows.
        package var isIn: Bool {
            switch self {
            case .interest, .recovered, .unidentified: true
            case .surrender, .fee, .advance, .sentBack: false
            }
        }
    }

    package let kind: Kind
    package let appropriation: Code
    package let amount: Fen
    package let day: Day
    /// The bank's number of it, once per street.
    package let reference: Label
    /// The record of the entry that this one clears.
    package let clears: Int?
    package let note: Prose?
}
