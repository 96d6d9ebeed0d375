package import Jobs
package import Kernel
package import Ledger

/// What a record says has happened.
package enum Event: Equatable, Sendable, Codable {
    case streetOpened(form: OpenStreetForm)
    case streetJoined(form: JoinForm)
    case userAdded(user: User)
    case userDisabled(user: Code)
    case policyAdopted(effective: Day, policy: Policy)
    case contractorAdded(contractor: Contractor)
    /// The contractor as it is from now on.
    case contractorUpdated(contractor: Contractor)
    case agreed(agreement: RateAgreement)
    case estateAdded(estate: Estate)
    case appropriated(kind: AppropriateForm.Kind, appropriation: Appropriation, amount: Fen, documentNo: Label)
    case fundsTransferred(form: TransferFundsForm)
    case fundsRecalled(form: RecallForm)
    case fundsReceived(form: ReceiveForm)
    case statementImported(form: ImportStatementForm)
    case matched(form: MakeMatchForm, custody: Custody)
    case unmatched(form: UndoMatchForm)
    case job(job: Code, event: JobEvent)
}
