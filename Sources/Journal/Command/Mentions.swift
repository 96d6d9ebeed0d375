package import Jobs
package import Kernel

/// What a command names, so that a store can load just that before the command is decided.
extension Action {
    /// The jobs it names: its own first, then another one.
    package var jobs: [JobName] {
        switch self {
        case .job(let name, .merge(let form)): [name, form.into]
        case .job(let name, _): [name]
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addContractor, .updateContractor, .agree,
             .addEstate, .appropriate, .transferFunds, .recall, .receive, .importStatement, .makeMatch, .undoMatch,
             .call: []
        }
    }

    /// The users whom it names besides the one who acts; nil means that all of them must be known, because the rule about
    /// the last administrator looks at everyone.
    package var users: [Code]? {
        switch self {
        case .addUser, .disableUser: nil
        case .job(_, .survey(let form)): form.visitors.compactMap { try? Code($0.text) }
        case .openStreet, .join, .adoptPolicy, .addContractor, .updateContractor, .agree, .addEstate, .appropriate,
             .transferFunds, .recall, .receive, .importStatement, .makeMatch, .undoMatch, .call, .job: []
        }
    }

    /// The contractors it names; a settlement and an invoice look at the one of their job.
    package func contractors(of job: Job?) -> [Code] {
        switch self {
        case .addContractor(let contractor): [contractor.code]
        case .updateContractor(let form): [form.code]
        case .agree(let form): [form.contractor]
        case .job(_, .dispatch(let form)): [form.contractor]
        case .job(_, .settle), .job(_, .invoice): [job?.contractor].compactMap(\.self)
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addEstate, .appropriate, .transferFunds,
             .recall, .receive, .importStatement, .makeMatch, .undoMatch, .call, .job: []
        }
    }

    /// The contractors whose rate agreements it is measured by.
    package func agreements(of job: Job?) -> [Code] {
        if case .job(_, .claim) = self { [job?.contractor].compactMap(\.self) } else { [] }
    }

    /// The estates it names; an acceptance also looks at the one of its call.
    package func estates(of job: Job?) -> [Code] {
        switch self {
        case .addEstate(let estate): [estate.code]
        case .call(let form): [form.site.estate].compactMap(\.self)
        case .job(_, .accept(let form)): [form.estate, job?.estate].compactMap(\.self)
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addContractor, .updateContractor, .agree,
             .appropriate, .transferFunds, .recall, .receive, .importStatement, .makeMatch, .undoMatch, .job: []
        }
    }

    /// The values it uses that may be used once.
    package func uniques(of job: Job?) -> [Unique] {
        switch self {
        case .addContractor(let contractor): [Unique(.creditCode, contractor.creditCode.text)]
        case .agree(let form): [.agreement(form.agreement, contractor: form.contractor)]
        case .call(let form): form.ref.map { [Unique(.ref, $0.text)] } ?? []
        case .job(_, .claim(let form)): Self.invoice(form.invoice?.number, job)
        case .job(_, .invoice(let form)): Self.invoice(form.number, job)
        case .job(_, .pay(let form)), .job(_, .release(let form)): [Unique(.payment, form.paymentNo.text)]
        case .receive(let form): [Unique(.receipt, form.receiptNo.text)]
        case .importStatement(let form): form.lines.map { Unique(.statementLine, form.unique($0)) }
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .updateContractor, .addEstate, .appropriate,
             .transferFunds, .recall, .makeMatch, .undoMatch, .job: []
        }
    }

    /// What it names of statements and their matches.
    package var bank: BankMentions {
        switch self {
        case .importStatement(let form): BankMentions(account: form.account)
        case .makeMatch(let form): BankMentions(lines: form.lines, items: form.payments)
        case .undoMatch(let form): BankMentions(match: form.match)
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addContractor, .updateContractor, .agree,
             .addEstate, .appropriate, .transferFunds, .recall, .receive, .call, .job: BankMentions()
        }
    }

    private static func invoice(_ number: Label?, _ job: Job?) -> [Unique] {
        guard let number, let seller = job?.contractor else { return [] }
        return [.invoice(number, seller: seller)]
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
