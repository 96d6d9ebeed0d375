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

/// A housing estate; `transferred` says that it came to the street with the utilities of a state firm
/// (三供一业移交).
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
