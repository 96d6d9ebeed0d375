import Kernel
import Ledger

extension JobRules {
    /// The survey form. It may be late — then it is marked 补单 or 逾期补办 — but is never refused for it. It
    /// does not ask for money; signing does. Throws `survey.visitors`, `quantity.positive`, `lines.total`,
    /// `funding.*`.
    static func survey(_ form: SurveyForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard Set(form.visitors).count >= 2 else {
            throw Refusal(.surveyVisitors, ["visitors": String(Set(form.visitors).count)])
        }
        let net = try form.lines.total()
        let tax = try form.taxRate?.of(net)
        let total = try net.adding(tax ?? .zero)
        if let funding = form.funding { _ = try FundingRule.given(funding, total: total, job, context) }
        return .surveyed(
            form: form, total: total, mark: mark(job, context), surveyors: surveyors(form, context), tax: tax,
            above: AgreementRules.flags(form.lines, job, context))
    }

    private static func mark(_ job: Job, _ context: JobContext) -> Survey.Mark {
        // A better form in place of one that was filed in time does not make it late.
        if let earlier = job.survey { return earlier.mark }
        if let due = job.authorization?.due, context.at > due { return .overdue }
        return job.dispatch == nil ? .inTime : .late
    }

    /// Visitors who are users, and the officer who files the form (design §12).
    private static func surveyors(_ form: SurveyForm, _ context: JobContext) -> [Code] {
        let codes = form.visitors.compactMap { try? Code($0.text) }
        let visitors = codes.filter { context.register.user($0) != nil }
        return visitors + (visitors.contains(context.by.user) ? [] : [context.by.user])
    }
}

/// Which appropriations carry a job (design §7): those whose source fits its tenure; a wish is checked by
/// the same rule.
enum FundingRule {
    /// What the fitting appropriations can give on the day of the step and on every later one, with what
    /// the job itself is about to give back. Of one that has lapsed the job keeps what it holds, and gets no
    /// more.
    static func offers(_ job: Job, _ context: JobContext) -> [Funding.Offer] {
        guard let tenure = job.tenure else { return [] }
        let own = job.shares(of: .preEncumbered).byAppropriation
        let fitting = context.ledger.appropriations.filter { context.policy.pays($0, for: tenure) }
        return fitting.filter { context.lapses[$0.code] == nil || own[$0.code] != nil }.map {
            let room = context.lapses[$0.code] == nil
                ? context.ledger.room(on: .available, of: $0.code, from: context.at.day) : .zero
            return Funding.Offer(
                $0, available: max(.zero, room) + (own[$0.code] ?? .zero), rank: context.policy.rank(of: $0))
        }
    }

    /// Which appropriations carry an amount: those wished for, or the automatic ones. Throws `funding.*`,
    /// `funds.insufficient`.
    static func shares(
        _ wishes: [FundingWish]?, of amount: Fen, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> [Share] {
        try context.at.day.demand(after: context.opened)
        let offers = offers(job, context)
        guard let wishes else { return try automatic(amount, offers, job, context) }
        let shares = try given(wishes, total: amount, job, context)
        try checkLapses(Move.between(job.shares(of: .preEncumbered), shares), context)
        try Funding.check(shares, against: offers)
        return shares
    }

    /// Nothing more is held of what has lapsed. Throws `funds.lapsed`.
    static func checkLapses(_ moves: [Move], _ context: JobContext) throws(Refusal) {
        for move in moves where move.change.fen.isPositive {
            if let lapse = context.lapses[move.appropriation] { throw lapse.refusal }
        }
    }

    /// The automatic funding; its refusal names every appropriation, also those whose source does not fit
    /// the tenure.
    static func automatic(
        _ total: Fen, _ offers: [Funding.Offer], _ job: Job, _ context: JobContext
    ) throws(Refusal) -> [Share] {
        let offered = Set(offers.map(\.appropriation.code))
        let tenure = job.tenure?.title ?? Phrase("—", "—")
        let passedOver = context.ledger.appropriations.filter { !offered.contains($0.code) }.map { other in
            if let lapse = context.lapses[other.code], job.tenure.map({ context.policy.pays(other, for: $0) }) == true {
                return Funding.Look(other.code, passedOver: lapse.words)
            }
            let source = context.policy.sources.first { $0.code == other.source }?.name
                ?? Phrase(other.source.text, other.source.text)
            return Funding.Look(other.code, passedOver: Phrase(
                "的来源（\(source.zh)）不用于“\(tenure.zh)”", "is of a source (\(source.en)) that does not pay for \(tenure.en)"))
        }
        return try Funding.automatic(total, from: offers, passedOver: passedOver)
    }

    /// Turns a wish into shares of the total. Throws `funding.form`, `appropriation.unknown`,
    /// `funding.tenure`, `funding.sum`.
    static func given(
        _ wishes: [FundingWish], total: Fen, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> [Share] {
        try checkForm(wishes)
        for wish in wishes {
            guard let appropriation = context.ledger.appropriation(wish.appropriation) else {
                throw Refusal(.appropriationUnknown, ["appropriation": wish.appropriation.text])
            }
            guard let tenure = job.tenure, context.policy.pays(appropriation, for: tenure) else {
                throw Refusal(.fundingTenure, [
                    "appropriation": wish.appropriation.text, "source": appropriation.source.text,
                ]).adding("tenure", job.tenure?.rawValue ?? "", job.tenure?.title)
            }
        }
        let shares = try shares(wishes, total)
        return shares.filter { $0.amount != .zero }
    }

    private static func shares(_ wishes: [FundingWish], _ total: Fen) throws(Refusal) -> [Share] {
        let percents = wishes.compactMap(\.percent)
        if percents.isEmpty {
            let amounts = wishes.compactMap(\.amount)
            let sum = try Fen.sum(amounts)
            guard sum == total else { throw Refusal(.fundingSum, ["sum": sum.yuan, "total": total.yuan]) }
            return zip(wishes, amounts).map { Share($0.appropriation, $1) }
        }
        let sum = percents.reduce(Int64(0)) { $0 &+ $1.tenThousandths }
        guard sum == Percent.whole.tenThousandths else {
            throw Refusal(.fundingSum, ["sum": Percent(tenThousandths: sum).text + " %", "total": "100 %"])
        }
        let parts = Split.divide(total, by: percents.map { Fen($0.tenThousandths) })
        return zip(wishes, parts).map { Share($0.appropriation, $1) }
    }

    /// All by amount or all by percentage, none zero, no appropriation twice.
    private static func checkForm(_ wishes: [FundingWish]) throws(Refusal) {
        let amounts = wishes.compactMap(\.amount)
        let percents = wishes.compactMap(\.percent)
        let complete = amounts.count == wishes.count && percents.isEmpty
            || percents.count == wishes.count && amounts.isEmpty
        let distinct = Set(wishes.map(\.appropriation)).count == wishes.count
        let positive = amounts.allSatisfy(\.isPositive) && percents.allSatisfy { .zero < $0 && $0 <= .whole }
        guard !wishes.isEmpty, complete, distinct, positive else { throw Refusal(.fundingForm) }
    }
}
