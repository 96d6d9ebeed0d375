import Jobs
package import Kernel
package import Ledger

/// The bridge from events to ledger lines: the postings of design §7, and nothing else books anything.
package enum Posting {
    /// The version of these rules that a record names, so that an old journal is derived again by the rules
    /// of its time. Version 1 books the control book alone, version 2 all three, version 3 as books.md B1
    /// §1 says.
    package static let version = 3

    /// A voucher before it has a number.
    package struct Draft: Equatable, Sendable {
        package let day: Day
        package let phase: Phase
        package let reverses: Code?
        package let lines: [Line]
        /// What of a year's close it says; an ordinary voucher says what its event does.
        package let step: ClosingStep?

        init(
            day: Day, phase: Phase = .ordinary, reverses: Code? = nil, lines: [Line], step: ClosingStep? = nil
        ) {
            self.step = step
            self.day = day
            self.phase = phase
            self.reverses = reverses
            self.lines = lines
        }
    }

    /// The vouchers of an event, none when it books nothing: each with the lines of the control book, then
    /// of the others.
    package static func drafts(for event: Event, in context: Context) -> [Draft] {
        if case .fundsCorrected(let form, let right) = event { return correction(form, right, in: context) }
        if case .yearClosed(let close) = event { return context.state.yearEnd(close.year).drafts }
        let day = Self.day(of: event, in: context)
        let lines = Self.lines(for: event, on: day, in: context)
        return lines.isEmpty ? [] : [Draft(day: day, reverses: reversed(by: event), lines: lines)]
    }

    /// The vouchers of drafts, numbered on in the year of their days. Throws what a number's code refuses.
    package static func vouchers(
        of drafts: [Draft], after counters: [Counter: Int]
    ) throws(Refusal) -> [Voucher] {
        var counters = counters
        var vouchers: [Voucher] = []
        for draft in drafts {
            let counter = Counter(.voucher, draft.day.year)
            counters[counter, default: 0] += 1
            vouchers.append(Voucher(
                number: try counter.number(counters[counter] ?? 0), day: draft.day, reverses: draft.reverses,
                lines: draft.lines, phase: draft.phase, step: draft.step))
        }
        return vouchers
    }

    /// The wrong lines in red, then the right ones. What the bank booked stays on the bank's days, so that
    /// a statement of that time agrees; a grant is corrected on the day of the correction, or on the day
    /// given (docs/DECISIONS.md).
    private static func correction(_ form: CorrectForm, _ right: Event?, in context: Context) -> [Draft] {
        guard let wrong = context.state.fundEntries[form.record] else { return [] }
        let isOfBank = wrong.event?.bankItem != nil
        let redDay = isOfBank ? wrong.day : form.day ?? context.at.day
        let day = isOfBank ? form.day ?? wrong.day : redDay
        let red = wrong.lines.map(\.red)
        let lines = right.map { Self.lines(for: $0, on: day, in: context) } ?? []
        if day == redDay { return [Draft(day: day, reverses: wrong.voucher, lines: red + lines)] }
        return [
            Draft(day: redDay, reverses: wrong.voucher, lines: red), Draft(day: day, lines: lines),
        ].filter { !$0.lines.isEmpty }
    }

    private static func lines(for event: Event, on day: Day, in context: Context) -> [Line] {
        let control = ControlPosting(context: context).lines(for: event, on: day)
        switch context.version {
        case 1: return control
        case 2: return control + bookLines(for: event, on: day, in: context)
        case _: return control + BookPosting(day: day, context: context).lines(for: event)
        }
    }

    /// The lines' day: of money that moved the bank's or the treasury's day, else the day of the step.
    private static func day(of event: Event, in context: Context) -> Day {
        switch event {
        case .fundsReceived(let form): form.day
        case .fundsReturned(let form): form.day
        case .bankEntered(let form): form.day
        case .job(_, .paid(_, let day, _, _)), .job(_, .released(_, let day, _, _, _)),
             .job(_, .recovered(_, let day, _, _, _)): day
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled,
             .fundsCorrected, .statementImported, .statementVoided, .matched, .unmatched,
             .yearClosed, .yearAssessed, .accessSealed, .job: context.at.day
        }
    }

    private static func reversed(by event: Event) -> Code? {
        switch event {
        case .job(_, .refunded(_, _, _, _, _, let voucher, _)), .job(_, .reversed(_, _, _, let voucher)): voucher
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled,
             .fundsReceived, .fundsReturned, .fundsCorrected, .bankEntered, .statementImported, .statementVoided,
             .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job: nil
        }
    }
}
