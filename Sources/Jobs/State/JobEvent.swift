package import Kernel
package import Ledger

/// What happened to a job: facts, with every amount already decided and divided. A later version of the rules reads them
/// without deciding again.
package enum JobEvent: Hashable, Sendable, Codable {
    case called(form: CallForm)
    case accepted(form: AcceptForm, category: Code, due: Due)
    case rejected(reason: Prose, released: [Holding])
    case transferred(unit: Label, reason: Prose, released: [Holding])
    case merged(into: Code, reason: Prose?, released: [Holding])
    case visited(form: VisitForm)
    case surveyed(form: SurveyForm, total: Fen, mark: Survey.Mark, surveyors: [Code])
    case authorized(form: AuthorizeForm, due: Instant, moves: [Move])
    case signed(total: Fen, note: Prose?, released: [Share], held: [Share])
    case slipSigned(slip: Int, note: Prose?, total: Fen, moves: [Move])
    case dispatched(form: DispatchForm)
    case started(form: StepForm)
    case finished(form: StepForm)
    case inspected(form: InspectForm)
    case changed(slip: Int, form: ChangeForm, change: SignedFen)
    case claimed(revision: Int, form: ClaimForm, amounts: [Fen], tax: Fen, total: Fen, above: [PriceFlag]?)
    case reviewed(form: ReviewForm, tax: Fen, approved: Fen)
    case disputed(reason: Prose)
    case resolved(note: Prose)
    case settled(
        approved: Fen, retention: Fen, rate: Percent?, retentionDue: Day?, shares: [SettledShare],
        document: SettlementDocument?)
    case invoiced(invoice: EInvoice, source: InvoiceSource, revision: Int)
    case paid(paymentNo: Label, day: Day, amount: Fen, shares: [Share])
    case released(paymentNo: Label, day: Day, amount: Fen, shares: [Share])
    case refunded(kind: Payment.Kind, paymentNo: Label, reason: Prose, amount: Fen, shares: [Share], reverses: Code?)
    case reversed(revision: Int, reason: Prose, shares: [SettledShare], reverses: Code?)
    case calledBack(form: CallbackForm)
    case closed
    case cancelled(reason: Prose, released: [Holding])
    case suspended(form: SuspendForm)
    case resumed(due: Due?)
    case noted(form: NoteForm)

    /// The step it records.
    package var verb: Verb {
        switch self {
        case .called: .call
        case .accepted: .accept
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
        case .changed: .change
        case .claimed: .claim
        case .reviewed: .review
        case .disputed: .dispute
        case .resolved: .resolve
        case .settled: .settle
        case .invoiced: .invoice
        case .paid: .pay
        case .released: .release
        case .refunded: .refund
        case .reversed: .reverse
        case .calledBack: .callback
        case .closed: .close
        case .cancelled: .cancel
        case .suspended: .suspend
        case .resumed: .resume
        case .noted: .note
        }
    }
}
