package import Jobs
package import Kernel

/// What a command names, so that a store can load just that before the command is decided.
extension Action {
    /// The jobs it names: its own first, then another one.
    package var jobs: [JobName] {
        switch self {
        case .job(let name, .merge(let form)): [name, form.into]
        case .job(let name, _): [name]
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addContractor, .addEstate, .appropriate,
             .transferFunds, .recall, .call: []
        }
    }

    /// The users whom it names besides the one who acts; nil means that all of them must be known, because the rule about
    /// the last administrator looks at everyone.
    package var users: [Code]? {
        switch self {
        case .addUser, .disableUser: nil
        case .job(_, .survey(let form)): form.visitors.compactMap { try? Code($0.text) }
        case .openStreet, .join, .adoptPolicy, .addContractor, .addEstate, .appropriate, .transferFunds, .recall, .call,
             .job: []
        }
    }

    package var contractors: [Code] {
        switch self {
        case .addContractor(let contractor): [contractor.code]
        case .job(_, .dispatch(let form)): [form.contractor]
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addEstate, .appropriate, .transferFunds, .recall,
             .call, .job: []
        }
    }

    /// The estates it names; an acceptance also looks at the one of its call.
    package func estates(of job: Job?) -> [Code] {
        switch self {
        case .addEstate(let estate): [estate.code]
        case .call(let form): [form.site.estate].compactMap(\.self)
        case .job(_, .accept(let form)): [form.estate, job?.estate].compactMap(\.self)
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addContractor, .appropriate, .transferFunds, .recall,
             .job: []
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
        case .openStreet, .join, .addUser, .disableUser, .adoptPolicy, .addEstate, .appropriate, .transferFunds, .recall,
             .job: []
        }
    }
}
