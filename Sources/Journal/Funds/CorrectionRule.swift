import Bank
import Jobs
import Kernel
import Ledger

extension Rules {
    /// 更正: a record of the fund that was entered wrong is taken back in red and, with an amount, booked
    /// right. Once a record; what corrects can be corrected; what lies in a year that is shut is put right by
    /// recall, return or a bank entry of the open one. The limits look at the net. Throws
    /// `role.required`, `time.sealed`, `correct.*`, `amount.zero`, `money.range`, `document.taken`,
    /// `receive.day`, `match.taken`, and what the ledger's limits refuse.
    static func correct(_ form: CorrectForm, _ user: User, _ state: State, _ at: Instant) throws(Refusal) -> Ruling {
        let role = try demand(.correct, of: user)
        let entry = try state.fundEntry(form.record)
        if let by = entry.correctedBy {
            throw Refusal(.correctDone, ["record": String(form.record), "by": String(by)])
        }
        try state.demandOpen(entry.day)
        guard let wrong = entry.event else { throw Refusal(.correctNothing, ["record": String(form.record)]) }
        try checkDay(form, at)
        try checkUnmatched(wrong, state)
        let right = try right(form, wrong, state)
        if right == wrong { throw Refusal(.correctSame, ["record": String(form.record)]) }
        return Ruling(role: role, event: .fundsCorrected(form: form, right: right))
    }

    private static func right(_ form: CorrectForm, _ wrong: Event, _ state: State) throws(Refusal) -> Event? {
        guard let amount = form.amount else {
            if form.documentNo != nil { throw Refusal(.inputMissingField, ["field": "with.amount"]) }
            return nil
        }
        try amount.demandPositive("with.amount")
        _ = try state.ledger.grantedInAll.adding(amount)
        if let number = form.documentNo, let old = wrong.fundUnique, old != .document(number),
           case .appropriated = wrong { try checkDocument(number, state) }
        return wrong.corrected(amount: amount, documentNo: form.documentNo, day: form.day)
    }

    private static func checkDay(_ form: CorrectForm, _ at: Instant) throws(Refusal) {
        guard let day = form.day, day > at.day else { return }
        throw Refusal(.receiveDay, ["day": day.text, "latest": at.day.text])
    }

    /// What a statement has confirmed must be set free first.
    private static func checkUnmatched(_ wrong: Event, _ state: State) throws(Refusal) {
        guard let item = wrong.bankItem, let match = state.bank.items[item.key]?.match else { return }
        throw Refusal(.matchTaken, ["item": item.name.text, "match": String(match)])
    }
}
