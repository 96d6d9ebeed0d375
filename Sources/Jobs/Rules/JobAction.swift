package import Kernel

/// What is asked of a job: a verb with its form.
package enum JobAction: Hashable, Sendable {
    case call(CallForm)
    case accept(AcceptForm)
    case regrade(RegradeForm)
    case reject(ReasonForm)
    case transfer(TransferForm)
    case merge(MergeForm)
    case visit(VisitForm)
    case survey(SurveyForm)
    case authorize(AuthorizeForm)
    case sign(SignForm)
    case dispatch(DispatchForm)
    case start(StepForm)
    case finish(StepForm)
    case inspect(InspectForm)
    case rework(ReasonForm)
    case change(ChangeForm)
    case sendBack(ReturnForm)
    case claim(ClaimForm)
    case review(ReviewForm)
    case dispute(ReasonForm)
    case resolve(ResolveForm)
    case settle(SettleForm)
    case invoice(InvoiceForm)
    case voidInvoice(VoidInvoiceForm)
    case pay(PaymentForm)
    case release(PaymentForm)
    case refund(RefundForm)
    case recover(RecoverForm)
    case withhold(WithholdForm)
    case reverse(ReasonForm)
    case callback(CallbackForm)
    case rate(RateForm)
    case publish(PublishForm)
    case close(CloseForm)
    case cancel(ReasonForm)
    case suspend(SuspendForm)
    case resume
    case note(NoteForm)

    /// Reads the form of a verb, strictly; `with` is the command's `with` without `job`.
    package init(_ verb: Verb, _ with: JSON) throws(Refusal) {
        switch verb {
        case .call: self = .call(try with.decode(at: "with"))
        case .accept: self = .accept(try with.decode(at: "with"))
        case .regrade: self = .regrade(try with.decode(at: "with"))
        case .reject: self = .reject(try with.decode(at: "with"))
        case .transfer: self = .transfer(try with.decode(at: "with"))
        case .merge: self = .merge(try with.decode(at: "with"))
        case .visit: self = .visit(try with.decode(at: "with"))
        case .survey: self = .survey(try with.decode(at: "with"))
        case .authorize: self = .authorize(try with.decode(at: "with"))
        case .sign: self = .sign(try with.decode(at: "with"))
        case .dispatch: self = .dispatch(try with.decode(at: "with"))
        case .start: self = .start(try with.decode(at: "with"))
        case .finish: self = .finish(try with.decode(at: "with"))
        case .inspect: self = .inspect(try with.decode(at: "with"))
        case .rework: self = .rework(try with.decode(at: "with"))
        case .change: self = .change(try with.decode(at: "with"))
        case .sendBack: self = .sendBack(try with.decode(at: "with"))
        case .claim: self = .claim(try with.decode(at: "with"))
        case .review: self = .review(try with.decode(at: "with"))
        case .dispute: self = .dispute(try with.decode(at: "with"))
        case .resolve: self = .resolve(try with.decode(at: "with"))
        case .settle: self = .settle(try with.decode(at: "with"))
        case .invoice: self = .invoice(try with.decode(at: "with"))
        case .voidInvoice: self = .voidInvoice(try with.decode(at: "with"))
        case .pay: self = .pay(try with.decode(at: "with"))
        case .release: self = .release(try with.decode(at: "with"))
        case .refund: self = .refund(try with.decode(at: "with"))
        case .recover: self = .recover(try with.decode(at: "with"))
        case .withhold: self = .withhold(try with.decode(at: "with"))
        case .reverse: self = .reverse(try with.decode(at: "with"))
        case .callback: self = .callback(try with.decode(at: "with"))
        case .rate: self = .rate(try with.decode(at: "with"))
        case .publish: self = .publish(try with.decode(at: "with"))
        case .close: self = .close(try with.decode(at: "with"))
        case .cancel: self = .cancel(try with.decode(at: "with"))
        case .suspend: self = .suspend(try with.decode(at: "with"))
        case .resume:
            _ = try with.decode(EmptyForm.self, at: "with")
            self = .resume
        case .note: self = .note(try with.decode(at: "with"))
        }
    }

    package var verb: Verb {
        switch self {
        case .call: .call
        case .accept: .accept
        case .regrade: .regrade
        case .reject: .reject
        case .transfer: .transfer
        case .merge: .merge
        case .visit: .visit
        case .survey: .survey
        case .authorize: .authorize
        case .sign: .sign
        case .dispatch: .dispatch
        case .start: .start
        case .finish: .finish
        case .inspect: .inspect
        case .rework: .rework
        case .change: .change
        case .sendBack: .sendBack
        case .claim: .claim
        case .review: .review
        case .dispute: .dispute
        case .resolve: .resolve
        case .settle: .settle
        case .invoice: .invoice
        case .voidInvoice: .voidInvoice
        case .pay: .pay
        case .release: .release
        case .refund: .refund
        case .recover: .recover
        case .withhold: .withhold
        case .reverse: .reverse
        case .callback: .callback
        case .rate: .rate
        case .publish: .publish
        case .close: .close
        case .cancel: .cancel
        case .suspend: .suspend
        case .resume: .resume
        case .note: .note
        }
    }
}
