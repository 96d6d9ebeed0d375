import Jobs
import Kernel
import Ledger

extension Rules {
    /// An appropriation is opened by `original`, once, or by its first supplement, in its origin year; what
    /// earlier years left is taken over as `carried` in the street's first year. Its source, origin year,
    /// channel and classification never change, and a document grants once. Throws `role.required`,
    /// `policy.missing`, `source.unknown`, `amount.zero`, `appropriation.*`, `document.taken`, `carried.*`,
    /// `money.range`.
    static func appropriate(
        _ form: AppropriateForm, _ user: User, _ state: State, _ street: Street, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.appropriate, of: user)
        let source = try state.policy(on: at.day).source(form.source)
        try form.amount.demandPositive("with.amount")
        // All that a street was ever granted keeps to the bound of one amount, and so does every balance.
        _ = try state.ledger.grantedInAll.adding(form.amount)
        let known = state.ledger.appropriation(form.appropriation)
        let appropriation = if let known { try renewed(known, form) } else { opened(form, source, state, at) }
        try checkYear(appropriation, form.kind, street, at)
        try checkChannel(appropriation, form)
        try checkDocument(form.documentNo, state)
        return Ruling(role: role, event: .appropriated(
            kind: form.kind, appropriation: appropriation, amount: form.amount, documentNo: form.documentNo,
            cash: form.cash))
    }

    private static func checkYear(
        _ appropriation: Appropriation, _ kind: AppropriateForm.Kind, _ street: Street, _ at: Instant
    ) throws(Refusal) {
        let (origin, year) = (appropriation.originYear, at.day.year)
        let (own, carried) = (origin == year, origin < year && origin >= 1900 && year == street.year)
        switch kind {
        case .original, .supplement:
            if !own { throw Refusal(.appropriationYear, ["originYear": String(origin), "year": String(year)]) }
        case .carried:
            if !carried {
                throw Refusal(.carriedYear, [
                    "year": String(year), "appropriation": appropriation.code.text, "originYear": String(origin),
                ])
            }
        }
    }

    /// Money of another government lies in the bank; cash is said of what was carried there, and of nothing
    /// else.
    private static func checkChannel(_ appropriation: Appropriation, _ form: AppropriateForm) throws(Refusal) {
        if appropriation.kind == .nonFiscal, appropriation.channel != .bank {
            throw Refusal(.inputValue, [
                "field": "with.channel", "value": appropriation.channel.rawValue, "expected": Channel.bank.rawValue,
            ])
        }
        guard let cash = form.cash else { return }
        if form.kind != .carried || appropriation.channel != .bank || cash > form.amount {
            throw Refusal(.carriedCash, [
                "cash": cash.yuan, "appropriation": appropriation.code.text, "amount": form.amount.yuan,
            ])
        }
    }

    /// Throws `document.taken`, with the record that used the number.
    static func checkDocument(_ number: Label, _ state: State) throws(Refusal) {
        if let owner = state.register.owner(of: .document(number)) {
            throw Refusal(.documentTaken, ["documentNo": number.text, "record": owner.text])
        }
    }

    private static func opened(
        _ form: AppropriateForm, _ source: Policy.Source, _ state: State, _ at: Instant
    ) -> Appropriation {
        Appropriation(
            code: form.appropriation, source: form.source, originYear: form.originYear ?? at.day.year,
            channel: form.channel ?? source.channel, documentNo: form.documentNo,
            position: state.ledger.appropriations.count + 1, nature: source.nature,
            classification: form.given)
    }

    /// The appropriation that a supplement adds to. Throws `appropriation.taken`, `appropriation.fixed`.
    private static func renewed(_ known: Appropriation, _ form: AppropriateForm) throws(Refusal) -> Appropriation {
        if form.kind != .supplement { throw Refusal(.appropriationTaken, ["appropriation": known.code.text]) }
        let field: String? =
            if form.source != known.source { "source" }
            else if form.originYear ?? known.originYear != known.originYear { "originYear" }
            else if form.channel ?? known.channel != known.channel { "channel" }
            else if form.given ?? known.classification != known.classification { "classification" }
            else { nil }
        if let field {
            throw Refusal(.appropriationFixed, ["appropriation": known.code.text, "field": "with." + field])
        }
        return known
    }

    /// 调剂: between two appropriations of one source, origin year and channel, out of one that has not
    /// lapsed. Throws `transfer.*`, `funds.lapsed`, `funds.insufficient`.
    static func transfer(
        _ form: TransferFundsForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.transferFunds, of: user)
        _ = try state.policy(on: at.day)
        let from = try appropriation(form.from, state)
        let to = try appropriation(form.to, state)
        try form.amount.demandPositive("with.amount")
        if from.code == to.code { throw Refusal(.transferSame, ["appropriation": from.code.text]) }
        if from.source != to.source {
            throw Refusal(.transferSource, ["from": from.source.text, "to": to.source.text])
        }
        let field = from.originYear != to.originYear ? Phrase("指标年度", "origin year")
            : from.channel != to.channel ? Phrase("支付渠道", "channel") : nil
        if let field {
            throw Refusal(.transferKind, ["from": from.code.text, "to": to.code.text])
                .adding("field", from.originYear != to.originYear ? "originYear" : "channel", field)
        }
        if let lapse = state.lapses(on: at.day)[from.code] { throw lapse.refusal }
        return Ruling(role: role, event: .fundsTransferred(form: form))
    }

    /// 收回: of what is available. Throws `funds.insufficient`.
    static func recall(_ form: RecallForm, _ user: User, _ state: State, _ at: Instant) throws(Refusal) -> Ruling {
        let role = try demand(.recall, of: user)
        _ = try state.policy(on: at.day)
        _ = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        return Ruling(role: role, event: .fundsRecalled(form: form))
    }

    /// 到账: money of an appropriation that the street holds in its own bank has arrived. That no more
    /// arrives than is still to be paid of the grant, the ledger checks. Throws `receive.*`.
    static func receive(
        _ form: ReceiveForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.receive, of: user)
        _ = try state.policy(on: at.day)
        let known = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        if known.channel != .bank {
            throw Refusal(.receiveChannel, ["appropriation": known.code.text, "channel": known.channel.rawValue])
        }
        if form.day > at.day { throw Refusal(.receiveDay, ["day": form.day.text, "latest": at.day.text]) }
        if let owner = state.register.owner(of: .receipt(form.receiptNo)) {
            throw Refusal(.receiveTaken, ["receiptNo": form.receiptNo.text, "appropriation": owner.text])
        }
        return Ruling(role: role, event: .fundsReceived(form: form))
    }

    /// Throws `appropriation.unknown`.
    static func appropriation(_ code: Code, _ state: State) throws(Refusal) -> Appropriation {
        guard let found = state.ledger.appropriation(code) else {
            throw Refusal(.appropriationUnknown, ["appropriation": code.text])
        }
        return found
    }
}

extension AppropriateForm {
    /// A classification that says nothing is none.
    fileprivate var given: Classification? { classification.flatMap { $0.isEmpty ? nil : $0 } }
}
