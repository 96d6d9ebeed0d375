import Jobs
package import Kernel
package import Ledger

/// The bridge from events to ledger lines: the postings of design §7, and nothing else books anything.
package enum Posting {
    /// The version of these rules that a record names, so that an old journal is derived again by the rules of its time.
    /// Version 1 books the control book alone, version 2 all three.
    package static let version = 2

    /// A voucher before it has a number.
    package struct Draft: Equatable, Sendable {
        package let day: Day
        package let reverses: Code?
        package let lines: [Line]
    }

    /// The lines of an event, or nil when it books none: those of the control book, then of the two others.
    package static func draft(for event: Event, in context: Context) -> Draft? {
        var day = context.at.day
        var reverses: Code?
        var lines: [Line]
        switch event {
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .statementImported, .matched, .unmatched: lines = []
        case .appropriated(let kind, let appropriation, let amount, _):
            let resource: Account = kind == .original ? .granted : .supplement
            lines = pair(.debit, resource, .available, amount, on: appropriation.code)
        case .fundsTransferred(let form):
            lines = pair(.debit, .transfers, .available, form.amount, on: form.to)
                + pair(.debit, .transfers, .available, -form.amount, on: form.from)
        case .fundsRecalled(let form): lines = pair(.debit, .available, .recalled, form.amount, on: form.appropriation)
        case .fundsReceived(let form):
            day = form.day
            lines = []
        case .job(let number, let event):
            lines = JobPosting(job: number, contractor: context.job?.contractor).lines(for: event)
            if case .paid(_, let paidOn, _, _) = event { day = paidOn }
            if case .released(_, let paidOn, _, _) = event { day = paidOn }
            if case .refunded(_, _, _, _, _, let voucher) = event { reverses = voucher }
            if case .reversed(_, _, _, let voucher) = event { reverses = voucher }
        }
        if context.version > 1 { lines += bookLines(for: event, on: day, in: context) }
        return lines.isEmpty ? nil : Draft(day: day, reverses: reverses, lines: lines)
    }

    private static func pair(
        _ side: Side, _ account: Account, _ other: Account, _ amount: Fen, on appropriation: Code
    ) -> [Line] {
        [Line(side, account, amount, appropriation), Line(side.opposite, other, amount, appropriation)]
    }
}

/// The lines of one job's events. Amounts of zero book nothing.
struct JobPosting {
    let job: Code
    let contractor: Code?

    func lines(for event: JobEvent) -> [Line] {
        switch event {
        case .authorized(_, _, let moves): moves.flatMap { move($0, .available, .preEncumbered) }
        case .signed(_, _, let released, let held): sign(released, held)
        case .slipSigned(_, _, _, let moves): moves.flatMap { move($0, .available, .encumbered) }
        case .settled(_, _, _, _, let shares, _): settle(shares)
        case .paid(_, _, _, let shares): draw(shares, from: .payable)
        case .released(_, _, _, let shares): draw(shares, from: .retention)
        case .refunded(let kind, _, _, _, let shares, _):
            draw(shares, from: kind == .payment ? .payable : .retention).map(\.red)
        case .reversed(_, _, let shares, _): settle(shares).map(\.red)
        case .rejected(_, let held), .transferred(_, _, let held), .merged(_, _, let held), .cancelled(_, let held):
            held.flatMap(giveBack)
        case .called, .accepted, .visited, .surveyed, .dispatched, .started, .finished, .inspected, .changed, .claimed,
             .reviewed, .disputed, .resolved, .invoiced, .calledBack, .closed, .suspended, .resumed, .noted: []
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
