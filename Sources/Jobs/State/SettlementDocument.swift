package import Kernel

/// The head of a settlement sheet (结算单) as it was when the job was settled. A later change of the
/// contractor does not change it: a correction is a reversal and another document.
package struct SettlementDocument: Hashable, Sendable, Codable {
    /// `JS2026-0001`, per street and year of the settlement, without gaps.
    package let number: Code
    /// The revision of the claim that was settled.
    package let revision: Int
    /// The document that was taken back before this one.
    package let replaces: Code?
    /// Name, credit code and bank account to pay to.
    package let payee: Contractor
}
