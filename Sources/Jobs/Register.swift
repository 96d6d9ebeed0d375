package import Kernel

/// A firm that does repairs for the street.
package struct Contractor: Hashable, Sendable, Codable {
    package let code: Code
    package let name: Label
    package let creditCode: CreditCode
    package let bank: BankAccount?

    package init(code: Code, name: Label, creditCode: CreditCode, bank: BankAccount?) {
        self.code = code
        self.name = name
        self.creditCode = creditCode
        self.bank = bank
    }
}

/// A housing estate; `transferred` says that it came to the street with the utilities of a state firm (三供一业移交).
package struct Estate: Hashable, Sendable, Codable {
    package let code: Code
    package let name: Label
    package let community: Label
    package let transferred: Bool

    package init(code: Code, name: Label, community: Label, transferred: Bool) {
        self.code = code
        self.name = name
        self.community = community
        self.transferred = transferred
    }
}

/// A value that may be used once in a street.
package struct Unique: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case ref, payment, invoice, creditCode, receipt, agreement
        /// Whose owner is the line's id.
        case statementLine
    }

    package let kind: Kind
    package let value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    package static func == (a: Unique, b: Unique) -> Bool { a.kind == b.kind && a.value.sameBytes(as: b.value) }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        value.hashBytes(into: &hasher)
    }

    /// An invoice number is used once per seller, ever (design §6).
    package static func invoice(_ number: Label, seller: Code) -> Unique {
        Unique(.invoice, seller.text + "/" + number.text)
    }

    /// The number of a rate agreement is used once per contractor.
    package static func agreement(_ number: Code, contractor: Code) -> Unique {
        Unique(.agreement, contractor.text + "/" + number.text)
    }
}

/// Who and what a street knows besides its jobs and its money.
package struct Register: Equatable, Sendable {
    package var users: [Code: User] = [:]
    package var contractors: [Code: Contractor] = [:]
    package var estates: [Code: Estate] = [:]
    package var agreements: Set<RateAgreement> = []
    /// What was used, and by which job or contractor.
    package var taken: [Unique: Code] = [:]

    package init() {}

    /// Throws `contractor.unknown`.
    package func contractor(_ code: Code) throws(Refusal) -> Contractor {
        guard let found = contractors[code] else { throw Refusal(.contractorUnknown, ["contractor": code.text]) }
        return found
    }

    /// Throws `estate.unknown`.
    package func estate(_ code: Code) throws(Refusal) -> Estate {
        guard let found = estates[code] else { throw Refusal(.estateUnknown, ["estate": code.text]) }
        return found
    }
}
