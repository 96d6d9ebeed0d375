import Bank
import Jobs
package import Kernel
import Ledger

extension State {
    /// What was paid before under the number that a payment, a release or a refund names.
    func transfer(of action: JobAction, _ job: Job) -> Transfer? {
        switch action {
        case .pay(let form), .release(let form):
            guard let (owner, number) = payment(form.paymentNo) else { return nil }
            return transfer(number, owner)
        case .refund(let form): return job.payment(form.paymentNo).flatMap { transfer($0.paymentNo, job.number) }
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .sign, .dispatch,
             .start, .finish, .inspect, .rework, .change, .sendBack, .claim, .review, .dispute, .resolve, .settle,
             .invoice, .voidInvoice, .recover, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel,
             .suspend, .resume, .note: return nil
        }
    }

    /// A job that was paid under a number, and the number as it was written then.
    package func payment(_ number: Label) -> (job: Code, number: Label)? {
        guard let owner = register.owner(of: .payment(number)), let job = jobs[owner] else { return nil }
        return job.payment(number).map { (owner, $0.paymentNo) }
    }

    /// The name of an item as the books write it, however its number is written.
    func known(_ name: ItemName) -> ItemName {
        let exact = Custody.allCases.contains { bank.items[BookItem.Key($0, name)] != nil }
        switch name.known {
        case .receipt, .entry: return name.canonical
        case .payment, .refund:
            return exact ? name.canonical : ItemName(name.known, payment(name.no)?.number ?? name.no)
        }
    }

    private func transfer(_ number: Label, _ job: Code) -> Transfer? {
        let items = { (kind: ItemName.Kind) in
            Custody.allCases.compactMap { bank.items[BookItem.Key($0, ItemName(kind, number))] }
        }
        let (paid, back) = (items(.payment), items(.refund))
        guard let first = paid.first else { return nil }
        return Transfer(
            paymentNo: number, job: job, contractor: first.contractor, day: first.day, custodies: paid.map(\.custody),
            match: paid.lazy.compactMap(\.match).first, cameBack: !back.isEmpty,
            matchBack: back.lazy.compactMap(\.match).first)
    }
}
