package import Kernel
import Ledger

extension JobRules {
    /// Emergency authorisation (应急先行): holds up to a ceiling before there is a form, and starts the
    /// paperwork clock, which a repeated authorisation does not start again. Throws `amount.zero`,
    /// `authorize.ceiling`, `authorize.same`, `funds.insufficient`.
    static func authorize(_ form: AuthorizeForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let emergency = context.policy.emergency
        try form.ceiling.demandPositive("with.ceiling")
        if form.ceiling > emergency.ceiling {
            throw Refusal(.authorizeCeiling, ["ceiling": emergency.ceiling.yuan, "asked": form.ceiling.yuan])
        }
        if form.ceiling == job.authorization?.ceiling {
            throw Refusal(.authorizeSame, ["ceiling": form.ceiling.yuan])
        }
        let shares = try FundingRule.shares(form.funding, of: form.ceiling, job, context)
        let due = job.authorization?.due
            ?? context.calendar.end(ofWorkingDays: emergency.paperworkDays, after: context.at)
        return .authorized(form: form, due: due, moves: Move.between(job.shares(of: .preEncumbered), shares))
    }

    static func sign(_ form: SignForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        if let slip = form.slip { return try sign(slip: slip, form, job, context) }
        guard let survey = job.survey else { throw Refusal(.jobState) }
        // Gives everything pre-encumbered back first, then holds the total by the funding rule (design §12).
        return .signed(
            total: survey.total, note: form.note, released: job.shares(of: .preEncumbered),
            held: try FundingRule.shares(survey.form.funding, of: survey.total, job, context))
    }

    /// A slip moves the hold by its change, in proportion to the shares. Throws `slip.unknown`,
    /// `slip.signed`, `slip.total`, `funds.lapsed`.
    private static func sign(
        slip number: Int, _ form: SignForm, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> JobEvent {
        guard let slip = job.slips.first(where: { $0.number == number }) else {
            throw Refusal(.slipUnknown, ["slip": String(number)])
        }
        if slip.signedBy != nil { throw Refusal(.slipSigned, ["slip": String(number)]) }
        let total = try newTotal(job.currentTotal, slip.change.fen)
        let shares = job.shares(of: .encumbered)
        let parts = Split.divide(slip.change.fen, by: shares.map(\.amount))
        let moves = zip(shares, parts).map { Move($0.appropriation, $1) }.filter { $0.change.fen != .zero }
        try FundingRule.checkLapses(moves, context)
        return .slipSigned(slip: number, note: form.note, total: total, moves: moves)
    }

    /// A change slip (签证), priced as its survey was: with the same tax on top, or including it. It does not
    /// ask for money; signing it does. At filing all slips that wait count. Throws `lines.total`,
    /// `slip.total`.
    static func change(_ form: ChangeForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let net = try form.lines.change()
        let change = try net.adding(try job.tax(onTopOf: net))
        let waiting = try Fen.sum([job.currentTotal] + job.slips.filter(\.isWaiting).map(\.change.fen))
        _ = try newTotal(waiting, change)
        return .changed(
            slip: job.slips.count + 1, form: form, change: SignedFen(change),
            above: AgreementRules.flags(form.lines, job, context))
    }

    /// A total with one more change, which must stay positive.
    private static func newTotal(_ signed: Fen, _ change: Fen) throws(Refusal) -> Fen {
        let total = try signed.adding(change)
        guard total.isPositive else { throw Refusal(.slipTotal, ["signed": signed.yuan, "change": change.yuan]) }
        return total
    }

    /// Throws `contractor.unknown`, `input.value`.
    static func dispatch(_ form: DispatchForm, _ context: JobContext) throws(Refusal) -> JobEvent {
        _ = try context.register.contractor(form.contractor)
        if let workers = form.workers, workers < 1 {
            throw Refusal(.inputValue, ["field": "with.workers", "value": String(workers), "expected": "1 or more · 至少 1"])
        }
        if let vehicle = form.vehicles?.first(where: { $0.count < 1 }) {
            throw Refusal(.inputValue, [
                "field": "with.vehicles", "value": String(vehicle.count), "expected": "count of 1 or more · 数量至少 1",
            ])
        }
        return .dispatched(form: form)
    }
}

extension Job {
    /// What a slip's net change adds to the tax: the tax of all nets with it less the tax without, so that
    /// the signed total is to the fen what a claim of the very same lines comes to, in however many papers
    /// they were signed.
    fileprivate func tax(onTopOf change: Fen) throws(Refusal) -> Fen {
        guard let form = survey?.form, let rate = form.taxRate else { return .zero }
        var net = try form.lines.total()
        for slip in slips where slip.returned == nil { net = try net.adding(try slip.lines.change()) }
        return try rate.of(net.adding(change)).adding(-rate.of(net))
    }
}

extension Fen {
    /// Zero is refused wherever money moves (design §12). Throws `amount.zero`.
    package func demandPositive(_ field: String) throws(Refusal) {
        guard isPositive else { throw Refusal(.amountZero, ["field": field]) }
    }
}
