import Jobs
import Kernel
import Ledger

/// Version 2 of the rules for the financial and the budget book, kept so that the journals of its time
/// verify. Nothing here changes any more; the rules in force are ``BookPosting``.
extension Posting {
    /// In the order of the books, so that each reads as a voucher of its own.
    static func bookLines(for event: Event, on day: Day, in context: Context) -> [Line] {
        switch event {
        case .fundsReceived(let form): receive(form)
        case .job(let number, let event):
            JobBooks(
                posting: JobPosting(job: number, contractor: context.contractor), day: day, context: context
            ).lines(for: event)
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled,
             .fundsReturned, .fundsCorrected, .bankEntered, .statementImported, .statementVoided, .matched,
             .unmatched, .yearClosed, .yearAssessed, .accessSealed: []
        }
    }

    /// Bank-held money is income when it arrives (实拨): the only entry of the two books that no job makes.
    private static func receive(_ form: ReceiveForm) -> [Line] {
        let parts: [(Side, Account)] = [
            (.debit, .bankDeposit), (.credit, .fiscalIncome), (.debit, .monetaryFunds), (.credit, .budgetIncome),
        ]
        return parts.map { Line($0, $1, form.amount, form.appropriation) }
    }
}

/// The two books' lines of one job's events, on the day of their voucher.
private struct JobBooks {
    let posting: JobPosting
    let day: Day
    let context: Posting.Context

    func lines(for event: JobEvent) -> [Line] {
        switch event {
        case .settled(_, _, _, _, let shares, _, _): shares.flatMap { settle($0, .current) }
        case .reversed(_, _, let shares, let voucher):
            shares.flatMap { settle($0, cost(takingBack: voucher)) }.map(\.red)
        case .paid(_, _, _, let shares): pay(shares, .accountsPayable, .current)
        case .released(_, _, _, let shares, _): pay(shares, .otherPayables, .current)
        case .refunded(let kind, _, _, _, let shares, let voucher, _):
            pay(shares, kind == .payment ? .accountsPayable : .otherPayables, cost(takingBack: voucher)).map(\.red)
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized,
             .signed, .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned,
             .claimed, .reviewed, .disputed, .resolved, .invoiced, .invoiceVoided, .recovered, .withheld, .calledBack,
             .rated, .published, .closed, .cancelled, .suspended, .resumed, .noted: []
        }
    }

    /// The year in which a voucher was booked is in its number.
    private func cost(takingBack voucher: Code?) -> CostAccounts {
        .takingBack(booked: voucher.flatMap(Counter.year) ?? day.year, in: day.year)
    }

    /// F: Dr 5001 s · Cr 2302 s−r, Cr 2307 r. Nothing is paid yet, so the budget book is silent.
    private func settle(_ share: SettledShare, _ cost: CostAccounts) -> [Line] {
        posting.lines([
            (.debit, cost.expense, share.approved), (.credit, .accountsPayable, share.approved - share.retention),
            (.credit, .otherPayables, share.retention),
        ], share.appropriation)
    }

    /// F: Dr 2302 (2307 for a release) · Cr resource. B: Dr 7101 · Cr resource.
    private func pay(_ shares: [Share], _ debt: Account, _ cost: CostAccounts) -> [Line] {
        let booked = shares.compactMap { share in
            context.resource(of: share.appropriation, on: day).map { (share, $0) }
        }
        let financial = booked.flatMap { share, resource in
            posting.lines(
                [(.debit, debt, share.amount), (.credit, resource.financial, share.amount)], share.appropriation)
        }
        let budget = booked.flatMap { share, resource in
            posting.lines([
                (.debit, cost.expenditure, share.amount), (.credit, resource.budget, share.amount),
            ], share.appropriation)
        }
        return financial + budget
    }
}
