package import Bank
package import Jobs
package import Kernel
package import Ledger

/// What a record says has happened. How it is stored is written at the end.
package indirect enum Event: Equatable, Sendable, Codable {
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
    /// `cash` is what of a carried, bank-held appropriation lies in the bank.
    case appropriated(
        kind: AppropriateForm.Kind, appropriation: Appropriation, amount: Fen, documentNo: Label, cash: Fen?)
    case fundsTransferred(form: TransferFundsForm)
    case fundsRecalled(form: RecallForm)
    case fundsReceived(form: ReceiveForm)
    case fundsReturned(form: ReturnFundsForm)
    /// `right` is what should have been entered; nil where nothing should have been.
    case fundsCorrected(form: CorrectForm, right: Event?)
    case bankEntered(form: BankEntryForm)
    case statementImported(form: ImportStatementForm)
    /// The account as it is known.
    case statementVoided(form: VoidStatementForm, account: Label)
    case matched(form: MakeMatchForm, custody: Custody)
    case unmatched(form: UndoMatchForm)
    case yearClosed(close: YearClose)
    case yearAssessed(form: AssessYearForm)
    case accessSealed(form: SealAccessForm)
    case job(job: Code, event: JobEvent)
}

/// The names under which events are stored: written by hand, here and in `JobEvent+Stored`, and nowhere else.
extension Event {
    enum CodingKeys: String, CodingKey {
        case streetOpened = "streetOpened", streetJoined = "streetJoined", userAdded = "userAdded"
        case userDisabled = "userDisabled", policyAdopted = "policyAdopted", contractorAdded = "contractorAdded"
        case contractorUpdated = "contractorUpdated", agreed = "agreed", estateAdded = "estateAdded"
        case appropriated = "appropriated", fundsTransferred = "fundsTransferred", fundsRecalled = "fundsRecalled"
        case fundsReceived = "fundsReceived", fundsReturned = "fundsReturned", fundsCorrected = "fundsCorrected"
        case bankEntered = "bankEntered", statementImported = "statementImported"
        case statementVoided = "statementVoided", matched = "matched"
        case unmatched = "unmatched", yearClosed = "yearClosed", yearAssessed = "yearAssessed"
        case accessSealed = "accessSealed", job = "job"
    }

    enum StreetOpenedCodingKeys: String, CodingKey { case form = "form" }
    enum StreetJoinedCodingKeys: String, CodingKey { case form = "form" }
    enum UserAddedCodingKeys: String, CodingKey { case user = "user" }
    enum UserDisabledCodingKeys: String, CodingKey { case user = "user" }
    enum PolicyAdoptedCodingKeys: String, CodingKey { case effective = "effective", policy = "policy" }
    enum ContractorAddedCodingKeys: String, CodingKey { case contractor = "contractor" }
    enum ContractorUpdatedCodingKeys: String, CodingKey { case contractor = "contractor" }
    enum AgreedCodingKeys: String, CodingKey { case agreement = "agreement" }
    enum EstateAddedCodingKeys: String, CodingKey { case estate = "estate" }
    enum AppropriatedCodingKeys: String, CodingKey {
        case kind = "kind", appropriation = "appropriation", amount = "amount", documentNo = "documentNo"
        case cash = "cash"
    }
    enum FundsTransferredCodingKeys: String, CodingKey { case form = "form" }
    enum FundsRecalledCodingKeys: String, CodingKey { case form = "form" }
    enum FundsReceivedCodingKeys: String, CodingKey { case form = "form" }
    enum FundsReturnedCodingKeys: String, CodingKey { case form = "form" }
    enum FundsCorrectedCodingKeys: String, CodingKey { case form = "form", right = "right" }
    enum BankEnteredCodingKeys: String, CodingKey { case form = "form" }
    enum StatementImportedCodingKeys: String, CodingKey { case form = "form" }
    enum StatementVoidedCodingKeys: String, CodingKey { case form = "form", account = "account" }
    enum MatchedCodingKeys: String, CodingKey { case form = "form", custody = "custody" }
    enum UnmatchedCodingKeys: String, CodingKey { case form = "form" }
    enum YearClosedCodingKeys: String, CodingKey { case close = "close" }
    enum YearAssessedCodingKeys: String, CodingKey { case form = "form" }
    enum AccessSealedCodingKeys: String, CodingKey { case form = "form" }
    enum JobCodingKeys: String, CodingKey { case job = "job", event = "event" }
}
