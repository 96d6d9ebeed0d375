import Kernel
import Ledger

extension Guard {
    /// Refuses when the condition does not hold.
    func check(_ action: JobAction, _ job: Job, _ context: JobContext) throws(Refusal) {
        let user = context.by.user
        switch self {
        case .notSuspended: try demand(holds(for: job), .jobSuspended, ["until": job.suspension?.until.text ?? ""])
        case .suspended: try demand(holds(for: job), .jobNotSuspended)
        case .undisputed: try demand(holds(for: job), .jobDisputed)
        case .disputed: try demand(holds(for: job), .jobNotDisputed)
        case .signedOrAuthorized:
            let since = [job.signedAt, job.authorization?.at].compactMap(\.self).min()
            try demand(holds(for: job) && since.map { $0 <= context.at } ?? true, .dispatchUnsigned)
        case .otherCrew: try checkCrew(action, job)
        case .urgent: try demand(holds(for: job), .authorizeOrdinary)
        case .tier: try Tiers.check(action, job, context)
        case .notSurveyor: try demand(!excludes(user, from: job), .dutySurveyor, ["user": user.text])
        case .notSlipAuthor: try checkSlipAuthor(action, job, user)
        case .notCrew:
            let code: RefusalCode = action.verb == .publish ? .dutyPublish : .dutyCrew
            try demand(!excludes(user, from: job), code, ["user": user.text])
        case .notClaimant: try demand(!excludes(user, from: job), .dutyClaimant, ["user": user.text])
        case .notReviewer: try demand(!excludes(user, from: job), .dutyReviewer, ["user": user.text])
        case .notSettler: try demand(!excludes(user, from: job), .dutySettler, ["user": user.text])
        case .notPayee: try checkPayee(job, context)
        case .notReturned: try checkReturned(action, job)
        case .solved: try demand(holds(for: job), .closeUnsolved)
        case .unrated: try demand(holds(for: job), .rateDone, ["job": job.number.text])
        case .inRatingTime: try checkRatingTime(job, at: context.at)
        case .refunded: try checkRefunded(job)
        case .nothingPayable:
            try demand(holds(for: job), .closePayable, ["payable": job.held(.payable).yuan])
        case .calledBack:
            let attempts = String(job.callbackAttempts)
            try demand(holds(for: job), .closeCallback, ["attempts": attempts])
        }
    }

    /// Whether the job meets the condition, whoever acts; a condition on the person or the form is met as
    /// far as the job goes.
    func holds(for job: Job) -> Bool {
        switch self {
        case .notSuspended: job.suspension == nil
        case .suspended: job.suspension != nil
        case .undisputed: !job.disputed
        case .disputed: job.disputed
        case .signedOrAuthorized: job.papers == .signed || job.authorization != nil
        case .urgent: job.urgency != .ordinary
        case .refunded: job.payments.allSatisfy(\.refunded)
        case .nothingPayable: job.held(.payable) == .zero
        case .calledBack: job.contacted || job.callbackAttempts >= 3
        case .solved: job.solved != .no
        case .unrated: job.rating == nil
        case .otherCrew, .tier, .notSurveyor, .notSlipAuthor, .notCrew, .notClaimant, .notReviewer, .notSettler,
             .notPayee, .notReturned, .inRatingTime: true
        }
    }

    /// Whether a person has done something with the job that keeps them from this; where the form or a
    /// register has a say, only the check can tell.
    func excludes(_ user: Code, from job: Job) -> Bool {
        switch self {
        case .notSurveyor: job.surveyors.contains(user)
        case .notCrew: job.crew.contains(user)
        case .notClaimant: job.claim?.by == user
        case .notReviewer: job.review?.by == user
        case .notSettler: job.settlement?.by == user
        case .notSuspended, .suspended, .undisputed, .disputed, .signedOrAuthorized, .otherCrew, .urgent, .tier,
             .notSlipAuthor, .notPayee, .notReturned, .refunded, .nothingPayable, .calledBack, .solved, .unrated,
             .inRatingTime: false
        }
    }

    private func demand(
        _ holds: Bool, _ code: RefusalCode, _ facts: KeyValuePairs<String, String> = [:]
    ) throws(Refusal) {
        if !holds { throw Refusal(code, facts) }
    }

    private func checkCrew(_ action: JobAction, _ job: Job) throws(Refusal) {
        guard case .dispatch(let form) = action, job.works == .dispatched else { return }
        try demand(job.contractor != form.contractor, .dispatchSameCrew, ["contractor": form.contractor.text])
    }

    private func checkSlipAuthor(_ action: JobAction, _ job: Job, _ user: Code) throws(Refusal) {
        guard let slip = action.slip else { return }
        let author = job.slips.first { $0.number == slip }?.by
        try demand(author != user, .dutySlipAuthor, ["user": user.text, "slip": String(slip)])
    }

    /// Whoever changed a firm's account last does not pay to it, also in another role (design §12, case
    /// 6x-open-cashier).
    private func checkPayee(_ job: Job, _ context: JobContext) throws(Refusal) {
        guard let firm = job.contractor, context.register.accountChangedBy(firm) == context.by.user else { return }
        throw Refusal(.dutyPayee, ["user": context.by.user.text, "contractor": firm.text])
    }

    /// A slip that was sent back counts no longer; of a survey or a claim a new one must be filed first.
    private func checkReturned(_ action: JobAction, _ job: Job) throws(Refusal) {
        let what: ReturnForm.What
        switch action {
        case .sign(let form):
            what = form.slip == nil ? .survey : .slip
            let sentBack = job.slips.first { $0.number == form.slip }?.returned
            if let sentBack { throw what.returned(sentBack) }
        case .review: what = .claim
        case .sendBack(let form): what = form.what
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start,
             .finish, .inspect, .rework, .change, .claim, .dispute, .resolve, .settle, .invoice, .voidInvoice, .pay,
             .release, .refund, .recover, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel, .suspend,
             .resume, .note:
            return
        }
        guard what != .slip, let returned = job.returned, returned.what == what else { return }
        throw what.returned(returned.reason)
    }

    private func checkRatingTime(_ job: Job, at: Instant) throws(Refusal) {
        guard let closed = job.closedAt, at.day > closed.day + Job.ratingDays else { return }
        throw Refusal(.rateLate, ["closed": closed.day.text, "days": String(Job.ratingDays)])
    }

    private func checkRefunded(_ job: Job) throws(Refusal) {
        guard let open = job.payments.first(where: { !$0.refunded }) else { return }
        throw Refusal(.reversePaid, ["paymentNo": open.paymentNo.text, "amount": open.amount.yuan])
    }
}

extension JobAction {
    /// The slip that is signed or sent back.
    fileprivate var slip: Int? {
        switch self {
        case .sign(let form): form.slip
        case .sendBack(let form): form.slip
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start,
             .finish, .inspect, .rework, .change, .claim, .review, .dispute, .resolve, .settle, .invoice,
             .voidInvoice, .pay, .release, .refund, .recover, .withhold, .reverse, .callback, .rate, .publish, .close,
             .cancel, .suspend, .resume, .note: nil
        }
    }
}
