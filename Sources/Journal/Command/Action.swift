package import Bank
package import Jobs
package import Kernel

/// What a command asks for: the `do` and the `with` of its envelope, read strictly.
package enum Action: Equatable, Sendable {
    case openStreet(OpenStreetForm)
    case join(JoinForm)
    case addUser(AddUserForm)
    case disableUser(DisableUserForm)
    case adoptPolicy(AdoptPolicyForm)
    case addContractor(Contractor)
    case updateContractor(UpdateContractorForm)
    case agree(RateAgreement)
    case addEstate(Estate)
    case appropriate(AppropriateForm)
    case transferFunds(TransferFundsForm)
    case recall(RecallForm)
    case receive(ReceiveForm)
    case returnFunds(ReturnFundsForm)
    case correct(CorrectForm)
    case enterBank(BankEntryForm)
    case importStatement(ImportStatementForm)
    case voidStatement(VoidStatementForm)
    case makeMatch(MakeMatchForm)
    case undoMatch(UndoMatchForm)
    case closeYear(CloseYearForm)
    case assessYear(AssessYearForm)
    case sealAccess(SealAccessForm)
    case call(CallForm)
    case job(JobName, JobAction)
    /// A well-formed command with a value that can never be right: a credit code whose check character is
    /// wrong.
    case unfit(Refusal)

    /// Throws `input.unknownCommand`, and what the form refuses.
    package init(do name: String, with: JSON) throws(Refusal) {
        switch StreetCommand(rawValue: name) {
        case .openStreet: self = .openStreet(try with.decode(at: "with"))
        case .join: self = .join(try with.decode(at: "with"))
        case .addUser: self = .addUser(try with.decode(at: "with"))
        case .disableUser: self = .disableUser(try with.decode(at: "with"))
        case .adoptPolicy: self = .adoptPolicy(try with.decode(at: "with"))
        case .addContractor: self = .addContractor(try with.decode(at: "with"))
        case .updateContractor: self = .updateContractor(try with.decode(at: "with"))
        case .agree: self = .agree(try with.decode(at: "with"))
        case .addEstate: self = .addEstate(try with.decode(at: "with"))
        case .appropriate: self = .appropriate(try with.decode(at: "with"))
        case .transferFunds: self = .transferFunds(try with.decode(at: "with"))
        case .recall: self = .recall(try with.decode(at: "with"))
        case .receive: self = .receive(try with.decode(at: "with"))
        case .returnFunds: self = .returnFunds(try with.decode(at: "with"))
        case .correct: self = .correct(try with.decode(at: "with"))
        case .enterBank: self = .enterBank(try with.decode(at: "with"))
        case .importStatement: self = .importStatement(try with.decode(at: "with"))
        case .voidStatement: self = .voidStatement(try with.decode(at: "with"))
        case .makeMatch: self = .makeMatch(try with.decode(at: "with"))
        case .undoMatch: self = .undoMatch(try with.decode(at: "with"))
        case .closeYear: self = .closeYear(try with.decode(at: "with"))
        case .assessYear: self = .assessYear(try with.decode(at: "with"))
        case .sealAccess: self = .sealAccess(try with.decode(at: "with"))
        case nil: self = try Self.ofJob(name, with)
        }
    }

    private static func ofJob(_ name: String, _ with: JSON) throws(Refusal) -> Action {
        guard let verb = Verb(does: name) else {
            throw Refusal(.inputUnknownCommand, ["field": "do", "value": name.excerpt])
        }
        if verb == .call { return .call(try with.decode(at: "with")) }
        let (job, rest) = try takeJob(from: with)
        return .job(job, try JobAction(verb, rest))
    }

    /// Takes the member `job` out of a form: every verb names its job in the same way.
    private static func takeJob(from with: JSON) throws(Refusal) -> (JobName, JSON) {
        guard case .object(let members) = with else {
            throw Refusal(.inputWrongType, ["field": "with", "expected": "object"])
        }
        guard let job = with["job"] else { throw Refusal(.inputMissingField, ["field": "with.job"]) }
        return (try job.decode(at: "with.job"), .object(members.filter { $0.name != "job" }))
    }
}
