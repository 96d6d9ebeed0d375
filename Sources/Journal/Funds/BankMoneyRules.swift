import Jobs
import Kernel
import Ledger

/// Money in the street's own bank besides what arrives and is paid.
extension Rules {
    /// 缴回: of what has arrived and nobody holds, on its day and ever after. Throws `role.required`,
    /// `appropriation.unknown`, `amount.zero`, `return.*`, `receive.day`, `payment.taken`.
    static func giveBack(
        _ form: ReturnFundsForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.returnFunds, of: user)
        _ = try state.policy(on: at.day)
        let known = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        if known.channel != .bank {
            throw Refusal(.returnChannel, ["appropriation": known.code.text, "channel": known.channel.rawValue])
        }
        if form.day > at.day { throw Refusal(.receiveDay, ["day": form.day.text, "latest": at.day.text]) }
        if let owner = state.register.owner(of: .payment(form.paymentNo)) {
            throw Refusal.taken(form.paymentNo, owner, Phrase("缴回用新号", "what is given back has a number of its own"))
        }
        let free = [Account.available, .bankDeposit].map { state.ledger.room(on: $0, of: known.code, from: form.day) }
        let available = max(.zero, free.min() ?? .zero)
        if form.amount > available {
            throw Refusal(.returnExceeds, [
                "appropriation": known.code.text, "available": available.yuan, "asked": form.amount.yuan,
            ])
        }
        return Ruling(role: role, event: .fundsReturned(form: form))
    }

    /// What only the bank knows (books.md B1 §9). Throws `role.required`, `appropriation.unknown`,
    /// `amount.zero`, `entry.*`, `receive.day`, `correct.unknown`.
    static func enter(
        _ form: BankEntryForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.enterBank, of: user)
        _ = try state.policy(on: at.day)
        let known = try appropriation(form.appropriation, state)
        try form.amount.demandPositive("with.amount")
        if known.channel != .bank {
            throw Refusal(.entryChannel, ["appropriation": known.code.text, "channel": known.channel.rawValue])
        }
        if form.day > at.day { throw Refusal(.receiveDay, ["day": form.day.text, "latest": at.day.text]) }
        if let owner = state.register.owner(of: .bankEntry(form.reference)) {
            throw Refusal(.entryTaken, ["reference": form.reference.text, "record": owner.text])
        }
        try checkRoom(form, state)
        if let record = form.clears { try checkClears(form, record, state) }
        return Ruling(role: role, event: .bankEntered(form: form))
    }

    /// Nothing is surrendered, made good or sent back beyond what stands there, on its day and ever after.
    private static func checkRoom(_ form: BankEntryForm, _ state: State) throws(Refusal) {
        guard let account = form.kind.clearedAccount else { return }
        let room = max(.zero, state.ledger.room(on: account, of: form.appropriation, from: form.day))
        guard form.amount > room else { return }
        throw Refusal(.entryExceeds, ["available": room.yuan, "asked": form.amount.yuan])
            .adding("kind", form.kind.rawValue, form.kind.title)
    }

    /// The entry that is cleared is of the kind that this one clears, and of the same appropriation.
    private static func checkClears(_ form: BankEntryForm, _ record: Int, _ state: State) throws(Refusal) {
        let entry = try state.fundEntry(record)
        if case .bankEntered(let cleared)? = entry.event, entry.correctedBy == nil, cleared.kind == form.kind.clears,
           cleared.appropriation == form.appropriation { return }
        throw Refusal(.entryClears, ["record": String(record)])
    }
}

extension BankEntryForm.Kind {
    /// The kind of entry that this kind puts right.
    var clears: Self? {
        switch self {
        case .surrender: .interest
        case .recovered: .advance
        case .sentBack: .unidentified
        case .interest, .fee, .advance, .unidentified: nil
        }
    }

    /// Where what it draws on stands.
    var clearedAccount: Account? {
        switch self {
        case .surrender: .treasuryPayables
        case .recovered: .otherReceivables
        case .sentBack: .unidentifiedReceipts
        case .fee: .available
        case .interest, .advance, .unidentified: nil
        }
    }
}
