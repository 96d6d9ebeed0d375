package import Bank
package import Jobs
package import Kernel

/// What a command may look at, which values it uses up, and what it names: what a store loads before the
/// command is decided, and all that a rule may ask for.
package struct Needs: Sendable {
    /// Its own job first.
    package var jobs: [JobName] = []
    package var register = RegisterNeeds()
    /// Values whose owner is a job that the rule looks at.
    package var ownersOf: [Unique] = []
    package var bank = BankMentions()
    /// Numbers of payments, whose transfer the rule looks at: one job each that was paid by it, and the
    /// books' items.
    package var transfers: [Label] = []
    /// Records of the fund that it names.
    package var fundEntries: [Int] = []
    /// The earliest day after whose end its lines or its posting look, besides the day of its `at`.
    package var lookBack: Day?
    /// The rule about a policy looks at every open job.
    package var openJobs = false
    /// A year that is to be closed: every job as it stood when it ended, and everything about the bank.
    package var yearEnd: Int?

    package init() {}
}

/// The parts of the bank's book that a command names.
package struct BankMentions: Sendable {
    /// All accounts: they are few, and a number is found however it is written.
    package var accounts = false
    package var lines: [LineID] = []
    /// All lines of a record, with what their identities take.
    package var record: Int?
    package var items: [ItemName] = []
    /// With everything that is in it.
    package var match: Int?
}

extension Action {
    /// The one place that says what a command needs; `own` is its job, once that is loaded.
    package func needs(_ own: Job? = nil) -> Needs {
        var needs = Needs()
        switch self {
        case .openStreet, .join, .transferFunds, .recall, .assessYear, .sealAccess, .unfit: break
        case .addUser(let form):
            needs.register.users = nil
            needs.register.contractors = Set(form.contractor.map { [$0] } ?? [])
        case .disableUser: needs.register.users = nil
        case .adoptPolicy: needs.openJobs = true
        case .addContractor(let contractor):
            needs.register.contractors = [contractor.code]
            needs.register.uniques = [.creditCode(contractor.creditCode)]
        case .updateContractor(let form): needs.register.contractors = [form.code]
        case .agree(let form):
            needs.register.contractors = [form.contractor]
            needs.register.uniques = [.agreement(form.agreement, contractor: form.contractor)]
        case .addEstate(let estate): needs.register.estates = [estate.code]
        case .appropriate(let form): needs.register.uniques = [.document(form.documentNo)]
        case .receive(let form):
            needs.register.uniques = [.receipt(form.receiptNo)]
            needs.lookBack = form.day
        case .returnFunds(let form):
            needs.register.uniques = [.payment(form.paymentNo)]
            // What arrived in the year decides what of it is that year's income.
            needs.lookBack = Day.first(of: form.day.year) + -1
        case .correct(let form):
            needs.fundEntries = [form.record]
            needs.register.uniques = Set(form.documentNo.map { [.document($0)] } ?? [])
            needs.lookBack = form.day
        case .enterBank(let form):
            needs.register.uniques = [.bankEntry(form.reference)]
            needs.fundEntries = form.clears.map { [$0] } ?? []
            needs.lookBack = form.day
        case .importStatement(let form):
            needs.register.uniques = Set(form.lines.map { .statementLine(form.unique($0)) })
            needs.bank.accounts = true
        case .voidStatement(let form):
            needs.register.uniques = [form.unique]
            needs.bank = BankMentions(accounts: true, record: form.record)
        case .makeMatch(let form):
            needs.bank = BankMentions(lines: form.lines, items: form.payments)
            needs.lookAt(transfers: form.payments.filter { [.payment, .refund].contains($0.known) }.map(\.no))
        case .undoMatch(let form): needs.bank.match = form.match
        case .closeYear(let form): needs.close(form.year)
        case .call(let form): needs.add(form)
        case .job(let name, let action):
            needs.jobs = [name]
            needs.add(action, own)
        }
        return needs
    }
}

extension Needs {
    /// The close of a year: every day of it is looked at. No street has a year that is not in the calendar.
    package mutating func close(_ year: Int) {
        guard Day.years.contains(year) else { return }
        yearEnd = year
        lookBack = Day.last(of: year - 1)
    }

    fileprivate mutating func add(_ form: CallForm) {
        if let estate = form.site.estate { register.estates.insert(estate) }
        ownersOf = [.place(form.scope)] + (form.ref.map { [.ref($0)] } ?? [])
    }

    fileprivate mutating func add(_ action: JobAction, _ own: Job?) {
        let firm = own?.contractor.map { [$0] } ?? []
        switch action {
        case .merge(let form): jobs.append(form.into)
        case .accept(let form): register.estates = Set([form.estate, own?.estate].compactMap(\.self))
        case .regrade(let form): register.estates = Set([form.estate, own?.estate].compactMap(\.self))
        case .survey(let form):
            register.users = Set(form.visitors.compactMap { try? Code($0.text) })
            register.agreements = Set(firm)
        case .dispatch(let form): register.contractors = [form.contractor]
        case .change: register.agreements = Set(firm)
        case .claim(let form):
            register.agreements = Set(firm)
            addInvoice(form.invoice?.number, firm)
        case .invoice(let form):
            register.contractors = Set(firm)
            addInvoice(form.number, firm)
        case .voidInvoice(let form): addInvoice(form.red?.number, firm)
        case .settle: register.contractors = Set(firm)
        case .pay(let form), .release(let form):
            register.contractors = Set(firm)
            lookAt(transfers: [form.paymentNo])
            lookBack = form.day
        case .refund(let form):
            let number = own?.payment(form.paymentNo)?.paymentNo ?? form.paymentNo
            bank.items = [ItemName(.payment, number), ItemName(.refund, number)]
        case .recover(let form):
            register.uniques.insert(.receipt(form.reference))
            lookBack = form.day
        case .call, .reject, .transfer, .visit, .authorize, .sign, .start, .finish, .inspect, .rework, .sendBack,
             .review, .dispute, .resolve, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel, .suspend,
             .resume, .note:
            break
        }
    }

    fileprivate mutating func lookAt(transfers numbers: [Label]) {
        transfers = numbers
        ownersOf += numbers.map { .payment($0) }
    }

    private mutating func addInvoice(_ number: Label?, _ firm: [Code]) {
        guard let number else { return }
        for seller in firm { register.uniques.insert(.invoice(number, seller: seller)) }
    }
}
