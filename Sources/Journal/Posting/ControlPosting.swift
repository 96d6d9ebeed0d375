import Jobs
import Kernel
import Ledger

/// The lines of the control book, for every version of the rules.
struct ControlPosting {
    let context: Posting.Context

    func lines(for event: Event, on day: Day) -> [Line] {
        switch event {
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .fundsReceived, .fundsCorrected, .statementImported,
             .statementVoided, .matched,
             .unmatched, .yearClosed, .yearAssessed, .accessSealed: []
        case .appropriated(let kind, let appropriation, let amount, _, _):
            pair(.debit, kind.resource, .available, amount, on: appropriation.code)
        case .fundsTransferred(let form):
            pair(.debit, .transfers, .available, form.amount, on: form.to)
                + pair(.debit, .transfers, .available, -form.amount, on: form.from)
        case .fundsRecalled(let form): pair(.debit, .available, .recalled, form.amount, on: form.appropriation)
        case .fundsReturned(let form): pair(.debit, .available, .recalled, form.amount, on: form.appropriation)
        case .bankEntered(let form):
            form.kind == .fee ? pair(.debit, .available, .paid, form.amount, on: form.appropriation) : []
        case .job(let number, let event):
            JobPosting(
                job: number, contractor: context.contractor,
                comesBackLater: context.version > 2 ? context.job?.refundedLater(event, on: day) ?? false : false
            ).lines(for: event)
        }
    }

    private func pair(
        _ side: Side, _ account: Account, _ other: Account, _ amount: Fen, on appropriation: Code
    ) -> [Line] {
        [Line(side, account, amount, appropriation), Line(side.opposite, other, amount, appropriation)]
    }
}

extension AppropriateForm.Kind {
    /// Where the grant stands among the resources.
    var resource: Account {
        switch self {
        case .original: .granted
        case .supplement: .supplement
        case .carried: .broughtForward
        }
    }
}

extension Job {
    /// Whether a refund takes back what was paid in an earlier year, so that the earlier year's 已支付 stays
    /// as it was.
    func refundedLater(_ event: JobEvent, on day: Day) -> Bool {
        guard case .refunded(_, let number, _, _, _, let voucher, _) = event else { return false }
        return paymentTakenBack(number, voucher).map { $0.day.year < day.year } ?? false
    }

    /// The payment that a refund names, before it is taken back.
    func paymentTakenBack(_ number: Label, _ voucher: Code?) -> Payment? {
        payments.first { $0.paymentNo == number && !$0.refunded && (voucher == nil || $0.voucher == voucher) }
    }
}

/// The lines of one job's events. Amounts of zero book nothing.
struct JobPosting {
    let job: Code
    let contractor: Code?
    /// A refund takes back what was paid in an earlier year.
    var comesBackLater = false

    func lines(for event: JobEvent) -> [Line] {
        switch event {
        case .authorized(_, _, let moves): moves.flatMap { move($0, .available, .preEncumbered) }
        case .signed(_, _, let released, let held): sign(released, held)
        case .slipSigned(_, _, _, let moves): moves.flatMap { move($0, .available, .encumbered) }
        case .settled(_, _, _, _, let shares, _, _): settle(shares)
        case .paid(_, _, _, let shares): draw(shares, from: .payable)
        case .released(_, _, _, let shares, _): draw(shares, from: .retention)
        case .refunded(let kind, _, _, _, let shares, _, _):
            refund(shares, to: kind == .payment ? .payable : .retention)
        case .recovered(_, _, _, _, let shares): shares.flatMap(recover)
        case .withheld(_, _, let shares):
            shares.flatMap {
                lines([(.debit, .retention, $0.amount), (.credit, .available, $0.amount)], $0.appropriation)
            }
        case .reversed(_, _, let shares, _): settle(shares).map(\.red)
        case .rejected(_, let held), .transferred(_, _, let held), .merged(_, _, let held), .cancelled(_, let held):
            held.flatMap(giveBack)
        case .called, .accepted, .regraded, .visited, .surveyed, .dispatched, .started, .finished, .inspected,
             .reworked, .changed, .returned, .claimed, .reviewed, .disputed, .resolved, .invoiced, .invoiceVoided,
             .calledBack, .rated, .published, .closed, .suspended, .resumed, .noted: []
        }
    }

    /// From one status to another; a negative move goes the other way.
    private func move(_ move: Move, _ from: Account, _ to: Account) -> [Line] {
        let amount = move.change.fen
        let (debit, credit) = amount.isNegative ? (to, from) : (from, to)
        let size = amount.isNegative ? -amount : amount
        return lines([(.debit, debit, size), (.credit, credit, size)], move.appropriation)
    }

    /// Dr 2201 what was pre-encumbered, Dr or Cr 2101 for the difference, Cr 2301 what is held now.
    private func sign(_ released: [Share], _ held: [Share]) -> [Line] {
        let (before, after) = (released.byAppropriation, held.byAppropriation)
        let order = held.map(\.appropriation) + released.map(\.appropriation).filter { after[$0] == nil }
        return order.flatMap { code in
            let (was, now) = (before[code] ?? .zero, after[code] ?? .zero)
            return lines([
                (.debit, .preEncumbered, was), (.debit, .available, max(.zero, now - was)),
                (.credit, .available, max(.zero, was - now)), (.credit, .encumbered, now),
            ], code)
        }
    }

    /// Dr 2301 o · Cr 2401 s−r, Cr 2402 r, Cr 2101 o−s.
    private func settle(_ shares: [SettledShare]) -> [Line] {
        shares.flatMap {
            lines([
                (.debit, .encumbered, $0.encumbered), (.credit, .payable, $0.approved - $0.retention),
                (.credit, .retention, $0.retention), (.credit, .available, $0.encumbered - $0.approved),
            ], $0.appropriation)
        }
    }

    private func draw(_ shares: [Share], from account: Account) -> [Line] {
        shares.flatMap { lines([(.debit, account, $0.amount), (.credit, .paid, $0.amount)], $0.appropriation) }
    }

    /// The same in red; what was paid in an earlier year comes back as a resource of this one (以前年度退回).
    private func refund(_ shares: [Share], to account: Account) -> [Line] {
        guard comesBackLater else { return draw(shares, from: account).map(\.red) }
        return shares.flatMap {
            lines([(.debit, .cameBack, $0.amount), (.credit, account, $0.amount)], $0.appropriation)
        }
    }

    /// No debt revives: what the firm pays back is available again.
    private func recover(_ share: RecoveredShare) -> [Line] {
        let current = share.amount - share.earlier
        return lines([
            (.credit, .paid, -current), (.credit, .available, current), (.debit, .cameBack, share.earlier),
            (.credit, .available, share.earlier),
        ], share.appropriation)
    }

    private func giveBack(_ held: Holding) -> [Line] {
        lines([
            (.debit, .preEncumbered, held.preEncumbered), (.debit, .encumbered, held.encumbered),
            (.credit, .available, held.preEncumbered + held.encumbered),
        ], held.appropriation)
    }

    func lines(_ parts: [(Side, Account, Fen)], _ appropriation: Code) -> [Line] {
        parts.filter { $0.2 != .zero }.map { side, account, amount in
            Line(side, account, amount, appropriation, job: job, contractor: contractor)
        }
    }
}
