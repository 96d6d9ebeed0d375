package import Jobs
package import Kernel

/// What a command names, so that a store can load just that before the command is decided.
extension Action {
    /// The jobs it names: its own first, then another one.
    package var jobs: [JobName] {
        switch self {
        case .job(let name, .merge(let form)): [name, form.into]
        case .job(let name, _): [name]
        case .openStreet, .addUser, .disableUser, .adoptPolicy, .addContractor, .addEstate, .appropriate,
             .transferFunds, .recall, .importStatement, .makeMatch, .undoMatch, .call: []
        }
    }

    /// The users whom it names besides the one who acts; nil means that all of them must be known, because the rule about
    /// the last administrator looks at everyone.
    package var users: [Code]? {
        switch self {
        case .addUser, .disableUser: nil
        case .job(_, .survey(let form)): form.visitors.compactMap { try? Code($0.text) }
        case .openStreet, .adoptPolicy, .addContractor, .addEstate, .appropriate, .transferFunds, .recall,
             .importStatement, .makeMatch, .undoMatch, .call, .job: []
        }
    }

    package var contractors: [Code] {
        switch self {
        case .addContractor(let contractor): [contractor.code]
        case .job(_, .dispatch(let form)): [form.contractor]
        case .openStreet, .addUser, .disableUser, .adoptPolicy, .addEstate, .appropriate, .transferFunds, .recall,
             .importStatement, .makeMatch, .undoMatch, .call, .job: []
        }
    }

    /// The estates it names; an acceptance also looks at the one of its call.
    package func estates(of job: Job?) -> [Code] {
        switch self {
        case .addEstate(let estate): [estate.code]
        case .call(let form): [form.site.estate].compactMap(\.self)
        case .job(_, .accept(let form)): [form.estate, job?.estate].compactMap(\.self)
        case .openStreet, .addUser, .disableUser, .adoptPolicy, .addContractor, .appropriate, .transferFunds, .recall,
             .importStatement, .makeMatch, .undoMatch, .job: []
        }
    }

    /// The values it uses that may be used once.
    package func uniques(of job: Job?) -> [Unique] {
        switch self {
        case .addContractor(let contractor): [Unique(.creditCode, contractor.creditCode.text)]
        case .call(let form): form.ref.map { [Unique(.ref, $0.text)] } ?? []
        case .job(_, .claim(let form)):
            if let number = form.invoice?.number, let seller = job?.contractor {
                [.invoice(number, seller: seller)]
            } else {
                []
            }
        case .job(_, .pay(let form)), .job(_, .release(let form)): [Unique(.payment, form.paymentNo.text)]
        case .importStatement(let form): form.lines.map { Unique(.statementLine, form.unique($0)) }
        case .openStreet, .addUser, .disableUser, .adoptPolicy, .addEstate, .appropriate, .transferFunds, .recall,
             .makeMatch, .undoMatch, .job: []
        }
    }

    /// What it names of statements and their matches.
    package var bank: BankMentions {
        switch self {
        case .importStatement(let form): BankMentions(account: form.account)
        case .makeMatch(let form): BankMentions(lines: form.lines, items: form.payments)
        case .undoMatch(let form): BankMentions(match: form.match)
        case .openStreet, .addUser, .disableUser, .adoptPolicy, .addContractor, .addEstate, .appropriate,
             .transferFunds, .recall, .call, .job: BankMentions()
        }
    }
}

/// The parts of the bank's book that a command names.
package struct BankMentions: Sendable {
    package var account: Label?
    package var lines: [LineID] = []
    package var items: [ItemName] = []
    /// With everything that is in it.
    package var match: Int?
}
