import Jobs
import Kernel
import Ledger

extension Rules {
    /// An appropriation is opened by `original`, once, or by its first supplement; its source, origin year and channel never
    /// change. Throws `role.required`, `policy.missing`, `source.unknown`, `amount.zero`, `appropriation.*`, `money.range`.
    static func appropriate(
        _ form: AppropriateForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand([.finance], of: user, does: "fund.appropriate", Phrase("下达指标", "appropriate"))
        let source = try state.policy(on: at.day).source(form.source)
        try form.amount.demandPositive("with.amount")
        // All that a street was ever granted keeps to the bound of one amount, and so does every balance.
        _ = try state.ledger.grantedInAll.adding(form.amount)
        let known = state.ledger.appropriation(form.appropriation)
        let appropriation = if let known { try renewed(known, form) } else { opened(form, source, state, at) }
        if appropriation.originYear > at.day.year || appropriation.originYear < 1900 {
            throw Refusal(.appropriationYear, [
                "originYear": String(appropriation.originYear), "year": String(at.day.year),
            ])
        }
        return Ruling(role: role, event: .appropriated(
            kind: form.kind, appropriation: appropriation, amount: form.amount, documentNo: form.documentNo))
    }

    private static func opened(
        _ form: AppropriateForm, _ source: Policy.Source, _ state: State, _ at: Instant
    ) -> Appropriation {
        Appropriation(
            code: form.appropriation, source: form.source, originYear: form.originYear ?? at.day.year,
            channel: form.channel ?? source.channel, documentNo: form.documentNo,
            position: state.ledger.appropriations.count + 1)
    }

    /// The appropriation that a supplement adds to. Throws `appropriation.taken`, `appropriation.fixed`.
    private static func renewed(_ known: Appropriation, _ form: AppropriateForm) throws(Refusal) -> Appropriation {
        if form.kind == .original { throw Refusal(.appropriationTaken, ["appropriation": known.code.text]) }
        let field: String? =
            if form.source != known.source { "source" }
            else if form.originYear ?? known.originYear != known.originYear { "originYear" }
            else if form.channel ?? known.channel != known.channel { "channel" }
            else { nil }
        if let field {
            throw Refusal(.appropriationFixed, ["appropriation": known.code.text, "field": "with." + field])
        }
        return known
    }

    /// 调剂: between two appropriations of one source. Throws `transfer.same`, `transfer.source`, `funds.insufficient`.
    static func transfer(
        _ form: TransferFundsForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand([.finance], of: user, does: "fund.transfer", Phrase("调剂", "transfer"))
        _ = try state.policy(on: at.day)
        let from = try appropriation(form.from, state)
        let to = try appropriation(form.to, state)
        try form.amount.demandPositive("with.amount")
        if from.code == to.code { throw Refusal(.transferSame, ["appropriation": from.code.text]) }
        if from.source != to.source {
            throw Refusal(.transferSource, ["from": from.source.text, "to": to.source.text])
        }
        return Ruling(role: role, event: .fundsTransferred(form: form))
    }

    /// 收回: of what is available. Throws `funds.insufficient`.
    static func recall(_ form: RecallForm, _ user: User, _ state: State, _ at: Instant) throws(Refusal) -> Ruling {
        let role = try demand([.finance], of: user, does: "fund.recall", Phrase("收回", "recall"))
        _ = try state.policy(on: at.day)
        _ = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        return Ruling(role: role, event: .fundsRecalled(form: form))
    }

    /// 到账: money of an appropriation that the street holds in its own bank has arrived. That no more arrives than is
    /// still to be paid of the grant, the ledger checks. Throws `receive.*`.
    static func receive(
        _ form: ReceiveForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand([.finance], of: user, does: "fund.receive", Phrase("登记到账", "receive"))
        _ = try state.policy(on: at.day)
        let known = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        switch known.channel {
        case .bank: break
        case .direct, .authorized:
            throw Refusal(.receiveChannel, ["appropriation": known.code.text, "channel": known.channel.rawValue])
        }
        if form.day > at.day { throw Refusal(.receiveDay, ["day": form.day.text, "latest": at.day.text]) }
        if let owner = state.register.taken[Unique(.receipt, form.receiptNo.text)] {
            throw Refusal(.receiveTaken, ["receiptNo": form.receiptNo.text, "appropriation": owner.text])
        }
        return Ruling(role: role, event: .fundsReceived(form: form))
    }

    /// Throws `appropriation.unknown`.
    private static func appropriation(_ code: Code, _ state: State) throws(Refusal) -> Appropriation {
        guard let found = state.ledger.appropriation(code) else {
            throw Refusal(.appropriationUnknown, ["appropriation": code.text])
        }
        return found
    }
}
