package import Bank
import Jobs
package import Kernel
package import Ledger

/// A record of the fund that can be corrected: a grant, transfer, recall, receipt or return, or a bank
/// entry. Kept so that a correction finds what it takes back, and a list shows each document.
package struct FundEntry: Equatable, Sendable, Codable {
    /// The record.
    package let seq: Int
    /// What it says; of a correction what it put in the place of the wrong entry. nil where nothing was put
    /// there.
    package let event: Event?
    /// The day that it was booked on.
    package let day: Day
    /// Its voucher; nil where it booked nothing.
    package let voucher: Code?
    /// What it booked: of a correction the right part alone.
    package let lines: [Line]
    /// The record that corrected it.
    package internal(set) var correctedBy: Int?

    /// The bank's side of it; nil where the bank saw nothing.
    package var bankItem: BookItem? { event?.bankItem }

    /// Of money taken over from earlier years what lay in the bank, as long as nothing has corrected it.
    package var carriedCash: CarriedCash? {
        guard correctedBy == nil, case .appropriated(.carried, _, _, _, let cash?)? = event else { return nil }
        return CarriedCash(day: day, amount: cash)
    }
}

extension Event {
    /// Whether the record is one that `fund.correct` may name.
    var isOfFund: Bool {
        switch self {
        case .appropriated, .fundsTransferred, .fundsRecalled, .fundsReceived, .fundsReturned, .bankEntered,
             .fundsCorrected: true
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .statementImported, .statementVoided, .matched,
             .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job: false
        }
    }

    /// The same entry with another amount, document or day; what is nil stays. A grant has no day of its own.
    func corrected(amount: Fen, documentNo: Label?, day: Day?) -> Event? {
        switch self {
        case .appropriated(let kind, let appropriation, _, let number, let cash):
            .appropriated(
                kind: kind, appropriation: appropriation, amount: amount, documentNo: documentNo ?? number,
                cash: cash.map { min($0, amount) })
        case .fundsTransferred(let form):
            .fundsTransferred(form: TransferFundsForm(
                from: form.from, to: form.to, amount: amount, documentNo: documentNo ?? form.documentNo))
        case .fundsRecalled(let form):
            .fundsRecalled(form: RecallForm(
                appropriation: form.appropriation, amount: amount, documentNo: documentNo ?? form.documentNo))
        case .fundsReceived(let form):
            .fundsReceived(form: ReceiveForm(
                appropriation: form.appropriation, amount: amount, day: day ?? form.day, receiptNo: form.receiptNo))
        case .fundsReturned(let form):
            .fundsReturned(form: ReturnFundsForm(
                appropriation: form.appropriation, amount: amount, day: day ?? form.day, paymentNo: form.paymentNo,
                documentNo: documentNo ?? form.documentNo))
        case .bankEntered(let form):
            .bankEntered(form: BankEntryForm(
                kind: form.kind, appropriation: form.appropriation, amount: amount, day: day ?? form.day,
                reference: form.reference, clears: form.clears, note: form.note))
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .fundsCorrected, .statementImported, .statementVoided,
             .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job:
            nil
        }
    }

    /// The bank's side of an entry of the fund: nil where the bank saw nothing.
    var bankItem: BookItem? {
        switch self {
        case .fundsReceived(let form):
            BookItem(custody: .bank, name: ItemName(.receipt, form.receiptNo), day: form.day, effect: form.amount)
        case .fundsReturned(let form):
            BookItem(custody: .bank, name: ItemName(.payment, form.paymentNo), day: form.day, effect: -form.amount)
        case .bankEntered(let form):
            BookItem(
                custody: .bank, name: ItemName(.entry, form.reference), day: form.day,
                effect: form.kind.isIn ? form.amount : -form.amount)
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled,
             .fundsCorrected, .statementImported, .statementVoided, .matched, .unmatched, .yearClosed, .yearAssessed,
             .accessSealed, .job: nil
        }
    }

    /// The value of an entry of the fund that may be used once: free again when it is corrected to nothing.
    var fundUnique: Unique? {
        switch self {
        case .appropriated(_, _, _, let number, _): .document(number)
        case .fundsReceived(let form): .receipt(form.receiptNo)
        case .fundsReturned(let form): .payment(form.paymentNo)
        case .bankEntered(let form): .bankEntry(form.reference)
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .fundsTransferred, .fundsRecalled, .fundsCorrected,
             .statementImported, .statementVoided, .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job: nil
        }
    }
}
