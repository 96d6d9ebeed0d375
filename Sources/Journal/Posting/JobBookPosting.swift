import Jobs
import Kernel
import Ledger

/// The two books' lines of one job's events, on the day of their voucher (books.md B1 §1). Version 3 of the
/// rules.
struct JobBookPosting {
    let posting: JobPosting
    let day: Day
    let context: Posting.Context

    func lines(for event: JobEvent) -> [Line] {
        switch event {
        case .settled(_, _, _, let due, let shares, _, _): shares.flatMap { settle($0, due) }
        case .reversed(_, _, let shares, _): reverse(shares)
        case .paid(_, _, _, let shares): pay(shares, .accountsPayable)
        case .released(_, _, _, let shares, _): pay(shares, retained)
        case .refunded(let kind, let number, _, _, let shares, let voucher, _): refund(kind, number, shares, voucher)
        case .recovered(_, _, _, _, let shares): recover(shares)
        case .withheld(_, _, let shares):
            shares.flatMap { booked([(.debit, retained, $0.amount), (.credit, cost, $0.amount)], $0) }
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized,
             .signed, .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned,
             .claimed, .reviewed, .disputed, .resolved, .invoiced, .invoiceVoided, .calledBack, .rated, .published,
             .closed, .cancelled, .suspended, .resumed, .noted: []
        }
    }

    /// F: Dr 5001 s · Cr 2302 s−r, Cr 2307 r, or Cr 2502 when the retention is due more than a year later.
    /// A settlement that replaces one of an earlier year corrects that year's cost (3501). Nothing is paid
    /// yet, so the budget book is silent.
    private func settle(_ share: SettledShare, _ due: Day?) -> [Line] {
        let late = due.map { $0 > day.adding(months: 12) } ?? false
        let expense: Account = context.job?.replacesEarlierYear == true ? .priorYearAdjustment : .operatingExpense
        return posting.lines([
            (.debit, expense, share.approved), (.credit, .accountsPayable, share.approved - share.retention),
            (.credit, late ? .longTermPayables : .otherPayables, share.retention),
        ], share.appropriation)
    }

    /// In the year of the settlement its stored lines in red; later the cost of the earlier year is
    /// corrected.
    private func reverse(_ shares: [SettledShare]) -> [Line] {
        guard let settlement = context.job?.settlement else { return [] }
        if settlement.at.day.year == day.year { return settlement.booked.map(\.red) }
        return shares.flatMap { share in
            posting.lines([
                (.debit, .accountsPayable, share.approved - share.retention), (.debit, retained, share.retention),
                (.credit, .priorYearAdjustment, share.approved),
            ], share.appropriation)
        }
    }

    /// F: Dr the debt · Cr resource. B: Dr 7101 · Cr resource.
    private func pay(_ shares: [Share], _ debt: Account) -> [Line] {
        let drawn = shares.map { share in (share, resources(of: share)) }
        let financial = drawn.flatMap { share, parts in
            booked([(.debit, debt, share.amount)] + parts.map { (.credit, $0.resource.financial, $0.amount) }, share)
        }
        let budget = drawn.flatMap { share, parts in
            booked(
                [(.debit, .administrativeExpenditure, share.amount)]
                    + parts.map { (.credit, $0.resource.budget, $0.amount) }, share)
        }
        return financial + budget
    }

    /// In the year of the payment its stored lines in red. What was paid in an earlier year comes back as
    /// quota or money of this one and leaves this year's income and expenditure alone.
    private func refund(
        _ kind: Payment.Kind, _ number: Label, _ shares: [Share], _ voucher: Code?
    ) -> [Line] {
        guard let payment = context.job?.paymentTakenBack(number, voucher) else { return [] }
        if payment.day.year == day.year { return payment.booked.map(\.red) }
        let usual: Account = kind == .payment ? .accountsPayable : .otherPayables
        let debt = payment.booked.first { $0.book == .financial && $0.side == .debit }?.account ?? usual
        let financial = shares.flatMap { booked(
            [(.debit, back($0).financial, $0.amount), (.credit, debt, $0.amount)], $0) }
        let budget = shares.flatMap { booked(
            [(.debit, back($0).budget, $0.amount), (.credit, titles($0).adjustment, $0.amount)], $0) }
        return financial + budget
    }

    /// What was paid this year in red; what earlier years paid comes back as the cost of theirs.
    private func recover(_ shares: [RecoveredShare]) -> [Line] {
        let parts = shares.map { (Share($0.appropriation, $0.amount - $0.earlier), Share($0.appropriation, $0.earlier)) }
        let financial = parts.flatMap { now, earlier in
            let sources = taken(from: now)
            return booked([(.debit, cost, -now.amount)] + sources.map { (.credit, $0.resource.financial, -$0.amount) }, now)
                + booked(
                    [(.debit, back(earlier).financial, earlier.amount), (.credit, .priorYearAdjustment, earlier.amount)],
                    earlier)
        }
        let budget = parts.flatMap { now, earlier in
            let sources = taken(from: now)
            return booked(
                [(.debit, .administrativeExpenditure, -now.amount)]
                    + sources.map { (.credit, $0.resource.budget, -$0.amount) }, now)
                + booked(
                    [(.debit, back(earlier).budget, earlier.amount), (.credit, titles(earlier).adjustment, earlier.amount)],
                    earlier)
        }
        return financial + budget
    }
}

extension JobBookPosting {
    /// Where the job's retention stands as a debt.
    private var retained: Account {
        let long = context.job?.settlement?.booked.contains { $0.account == .longTermPayables } ?? false
        return long ? .longTermPayables : .otherPayables
    }

    /// Where a correction of the cost stands: that of an earlier year's settlement on 3501.
    private var cost: Account {
        guard let settlement = context.job?.settlement, settlement.at.day.year == day.year else {
            return .priorYearAdjustment
        }
        return settlement.booked.contains { $0.account == .priorYearAdjustment } ? .priorYearAdjustment : .operatingExpense
    }

    private func titles(_ share: Share) -> FundTitles {
        FundTitles.of(context.appropriation(share.appropriation)?.kind ?? .fiscal)
    }

    /// Where money of an earlier year comes back to.
    private func back(_ share: Share) -> PaymentResource {
        context.appropriation(share.appropriation)?.channel == .bank ? .bank : .quota
    }

    /// What a share is paid from.
    private func resources(of share: Share) -> [PaymentResource.Part] {
        guard let appropriation = context.appropriation(share.appropriation) else { return [] }
        return PaymentResource.parts(
            share.amount, of: appropriation, year: day.year, accrued: context.accrues(on: day),
            quota: context.state.ledger.room(on: .returnableQuota, of: share.appropriation, from: day))
    }

    /// What this year's payments of a share were made from, the last part first: income before quota. What
    /// the firm has paid back of it already is in the books of those recoveries.
    private func taken(from share: Share) -> [PaymentResource.Part] {
        guard let appropriation = context.appropriation(share.appropriation), let job = context.job else { return [] }
        let payments = job.payments.filter { !$0.refunded && $0.day.year == day.year }.flatMap(\.booked)
        let recoveries = (job.recoveries ?? []).filter { $0.day.year == day.year }.flatMap(\.booked)
        let income = (payments + recoveries)
            .filter { $0.appropriation == share.appropriation && $0.account == titles(share).income }
            .reduce(Fen.zero) { $0 + $1.amount.fen }
        return PaymentResource.partsBack(share.amount, of: appropriation, fromIncome: income)
    }

    private func booked(_ parts: [(Side, Account, Fen)], _ share: Share) -> [Line] {
        posting.lines(parts, share.appropriation)
    }
}
