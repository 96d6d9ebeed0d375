import Kernel
import Ledger

extension Guard {
    /// Refuses when the condition does not hold.
    func check(_ action: JobAction, _ job: Job, _ context: JobContext) throws(Refusal) {
        let user = context.by.user
        switch self {
        case .notSuspended: try demand(job.suspension == nil, .jobSuspended, ["until": job.suspension?.until.text ?? ""])
        case .suspended: try demand(job.suspension != nil, .jobNotSuspended)
        case .undisputed: try demand(!job.disputed, .jobDisputed)
        case .disputed: try demand(job.disputed, .jobNotDisputed)
        case .signedOrAuthorized:
            try demand(job.papers == .signed || job.authorization != nil, .dispatchUnsigned)
        case .otherCrew: try checkCrew(action, job)
        case .urgent: try demand(job.urgency != .ordinary, .authorizeOrdinary)
        case .tier: try Tiers.check(action, job, context)
        case .notSurveyor: try demand(!job.surveyors.contains(user), .dutySurveyor, ["user": user.text])
        case .notSlipAuthor: try checkSlipAuthor(action, job, user)
        case .notCrew: try demand(!job.crew.contains(user), .dutyCrew, ["user": user.text])
        case .notClaimant: try demand(job.claim?.by != user, .dutyClaimant, ["user": user.text])
        case .notReviewer: try demand(job.review?.by != user, .dutyReviewer, ["user": user.text])
        case .notSettler: try demand(job.settlement?.by != user, .dutySettler, ["user": user.text])
        case .refunded: try checkRefunded(job)
        case .nothingPayable:
            try demand(job.held(.payable) == .zero, .closePayable, ["payable": job.held(.payable).yuan])
        case .calledBack:
            let attempts = String(job.callbackAttempts)
            try demand(job.contacted || job.callbackAttempts >= 3, .closeCallback, ["attempts": attempts])
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
        guard case .sign(let form) = action, let slip = form.slip else { return }
        let author = job.slips.first { $0.number == slip }?.by
        try demand(author != user, .dutySlipAuthor, ["user": user.text, "slip": String(slip)])
    }

    private func checkRefunded(_ job: Job) throws(Refusal) {
        guard let open = job.payments.first(where: { !$0.refunded }) else { return }
        throw Refusal(.reversePaid, ["paymentNo": open.paymentNo.text, "amount": open.amount.yuan])
    }
}
