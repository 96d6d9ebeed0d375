package import Kernel
package import Ledger

/// What happened to a job: facts, with every amount already decided and divided. A later version of the
/// rules reads them without deciding again. How they are stored is written in `JobEvent+Stored.swift`.
package enum JobEvent: Hashable, Sendable, Codable {
    /// `warranty` names a job of the same place and category whose warranty covers the call; `reopens` the
    /// ended job whose outside number comes again.
    case called(form: CallForm, warranty: Code?, reopens: Code?)
    case accepted(form: AcceptForm, category: Code, due: Due, community: Label?)
    case regraded(form: RegradeForm, scope: JobScope, due: Due?)
    case rejected(reason: Prose, released: [Holding])
    case transferred(unit: Label, reason: Prose, released: [Holding])
    case merged(into: Code, reason: Prose?, released: [Holding])
    case visited(form: VisitForm)
    case surveyed(
        form: SurveyForm, total: Fen, mark: Survey.Mark, surveyors: [Code], tax: Fen?, above: [PriceFlag]?)
    case authorized(form: AuthorizeForm, due: Instant, moves: [Move])
    case signed(total: Fen, note: Prose?, released: [Share], held: [Share])
    case slipSigned(slip: Int, note: Prose?, total: Fen, moves: [Move])
    case dispatched(form: DispatchForm)
    case started(form: StepForm)
    case finished(form: StepForm)
    case inspected(form: InspectForm)
    case reworked(reason: Prose)
    case changed(slip: Int, form: ChangeForm, change: SignedFen, above: [PriceFlag]?)
    case returned(form: ReturnForm)
    case claimed(revision: Int, form: ClaimForm, amounts: [Fen], tax: Fen, total: Fen, above: [PriceFlag]?)
    case reviewed(form: ReviewForm, tax: Fen, approved: Fen)
    case disputed(reason: Prose)
    case resolved(note: Prose)
    /// `warranty` is the last day on which the firm answers for the work; nil where none was agreed.
    case settled(
        approved: Fen, retention: Fen, rate: Percent?, retentionDue: Day?, shares: [SettledShare],
        document: SettlementDocument?, warranty: Day?)
    case invoiced(invoice: EInvoice, source: InvoiceSource, revision: Int)
    case invoiceVoided(number: Label, reason: Prose, red: RedInvoice?)
    case paid(paymentNo: Label, day: Day, amount: Fen, shares: [Share])
    /// `early` is the reason for a release before its due day (提前返还).
    case released(paymentNo: Label, day: Day, amount: Fen, shares: [Share], early: Prose?)
    /// `cause` is nil in records of before it was asked for: they came back (退票).
    case refunded(
        kind: Payment.Kind, paymentNo: Label, reason: Prose, amount: Fen, shares: [Share], reverses: Code?,
        cause: RefundForm.Cause?)
    case recovered(amount: Fen, day: Day, reference: Label, reason: Prose, shares: [RecoveredShare])
    case withheld(amount: Fen, reason: Prose, shares: [Share])
    case reversed(revision: Int, reason: Prose, shares: [SettledShare], reverses: Code?)
    case calledBack(form: CallbackForm)
    case rated(form: RateForm)
    case published(form: PublishForm)
    /// `reason` is the leader's word, where the resident said that it is not solved.
    case closed(reason: Prose?)
    case cancelled(reason: Prose, released: [Holding])
    case suspended(form: SuspendForm)
    case resumed(due: Due?)
    case noted(form: NoteForm)

    /// The step it records.
    package var verb: Verb {
        switch self {
        case .called: .call
        case .accepted: .accept
        case .regraded: .regrade
        case .rejected: .reject
        case .transferred: .transfer
        case .merged: .merge
        case .visited: .visit
        case .surveyed: .survey
        case .authorized: .authorize
        case .signed, .slipSigned: .sign
        case .dispatched: .dispatch
        case .started: .start
        case .finished: .finish
        case .inspected: .inspect
        case .reworked: .rework
        case .changed: .change
        case .returned: .sendBack
        case .claimed: .claim
        case .reviewed: .review
        case .disputed: .dispute
        case .resolved: .resolve
        case .settled: .settle
        case .invoiced: .invoice
        case .invoiceVoided: .voidInvoice
        case .paid: .pay
        case .released: .release
        case .refunded: .refund
        case .recovered: .recover
        case .withheld: .withhold
        case .reversed: .reverse
        case .calledBack: .callback
        case .rated: .rate
        case .published: .publish
        case .closed: .close
        case .cancelled: .cancel
        case .suspended: .suspend
        case .resumed: .resume
        case .noted: .note
        }
    }
}

extension JobEvent {
    /// Whether it changes what somebody who decides on the job has looked at: a note, a visit, what the
    /// resident said and what is shown to the public do not (design §5).
    package var moves: Bool {
        switch verb {
        case .visit, .callback, .rate, .publish, .note: false
        case .call, .accept, .regrade, .reject, .transfer, .merge, .survey, .authorize, .sign, .dispatch, .start,
             .finish, .inspect, .rework, .change, .sendBack, .claim, .review, .dispute, .resolve, .settle, .invoice,
             .voidInvoice, .pay, .release, .refund, .recover, .withhold, .reverse, .close, .cancel, .suspend, .resume:
            true
        }
    }
}

extension Verb {
    /// A step on papers or money, which is refused when the job has moved since its maker looked at it
    /// (design §5, web.md 2.1 C1).
    package var demandsUnmoved: Bool {
        switch self {
        case .sign, .sendBack, .change, .claim, .review, .settle, .pay, .release, .refund, .reverse, .resolve,
             .authorize, .close, .cancel, .merge: true
        case .call, .accept, .regrade, .reject, .transfer, .visit, .survey, .dispatch, .start, .finish, .inspect,
             .rework, .dispute, .invoice, .voidInvoice, .recover, .withhold, .callback, .rate, .publish, .suspend,
             .resume, .note: false
        }
    }
}
