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
    case call(CallForm)
    case job(JobName, JobAction)
    /// A well-formed command with a value that can never be right: a credit code whose check character is
    /// wrong.
    case unfit(Refusal)

    /// Throws `input.unknownCommand`, and what the form refuses.
    package init(do name: String, with: JSON) throws(Refusal) {
        switch name {
        case "org.open": self = .openStreet(try with.decode(at: "with"))
        case "org.join": self = .join(try with.decode(at: "with"))
        case "user.add": self = .addUser(try with.decode(at: "with"))
        case "user.disable": self = .disableUser(try with.decode(at: "with"))
        case "policy.adopt": self = .adoptPolicy(try with.decode(at: "with"))
        case "contractor.add": self = .addContractor(try with.decode(at: "with"))
        case "contractor.update": self = .updateContractor(try with.decode(at: "with"))
        case "contractor.agree": self = .agree(try with.decode(at: "with"))
        case "estate.add": self = .addEstate(try with.decode(at: "with"))
        case "fund.appropriate": self = .appropriate(try with.decode(at: "with"))
        case "fund.transfer": self = .transferFunds(try with.decode(at: "with"))
        case "fund.recall": self = .recall(try with.decode(at: "with"))
        case "fund.receive": self = .receive(try with.decode(at: "with"))
        case "fund.return": self = .returnFunds(try with.decode(at: "with"))
        case "fund.correct": self = .correct(try with.decode(at: "with"))
        case "bank.entry": self = .enterBank(try with.decode(at: "with"))
        case "bank.import": self = .importStatement(try with.decode(at: "with"))
        case "bank.void": self = .voidStatement(try with.decode(at: "with"))
        case "match.make": self = .makeMatch(try with.decode(at: "with"))
        case "match.undo": self = .undoMatch(try with.decode(at: "with"))
        case "job.call": self = .call(try with.decode(at: "with"))
        case _:
            guard let verb = Verb(does: name) else {
                throw Refusal(.inputUnknownCommand, ["field": "do", "value": name.excerpt])
            }
            let (job, rest) = try Self.takeJob(from: with)
            self = .job(job, try JobAction(verb, rest))
        }
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
