import Kernel

/// Approval by amount (design §6): the survey's total, the new total of a slip, the approved amount of a
/// settlement.
enum Tiers {
    /// Throws `tier.role`, with the amount and the role that must act.
    static func check(_ action: JobAction, _ job: Job, _ context: JobContext) throws(Refusal) {
        guard let amount = try amount(of: action, on: job) else { return }
        let needed = context.policy.tier(of: amount)
        let rank = context.by.roles.map(\.rank).max() ?? 0
        if rank < needed.rank {
            throw Refusal(.tierRole, ["amount": amount.yuan]).adding("roles", needed.rawValue, needed.title)
        }
    }

    /// nil where the form itself will be refused: an unknown slip.
    static func amount(of action: JobAction, on job: Job) throws(Refusal) -> Fen? {
        switch action {
        case .sign(let form):
            return form.slip == nil ? job.survey?.total : try slipTotal(form.slip, on: job)
        case .sendBack(let form):
            switch form.what {
            case .survey: return job.survey?.total
            case .slip: return try slipTotal(form.slip, on: job)
            case .claim: return nil
            }
        case .settle: return job.review?.approved
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start,
             .finish, .inspect, .rework, .change, .claim, .review, .dispute, .resolve, .invoice, .voidInvoice, .pay,
             .release, .refund, .recover, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel, .suspend,
             .resume, .note:
            return nil
        }
    }

    /// The new total with a slip; nil for one that is not there.
    private static func slipTotal(_ number: Int?, on job: Job) throws(Refusal) -> Fen? {
        guard let slip = job.slips.first(where: { $0.number == number }) else { return nil }
        return try job.currentTotal.adding(slip.change.fen)
    }
}
