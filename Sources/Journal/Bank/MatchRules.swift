import Bank
import Jobs
import Kernel
import Ledger

extension Rules {
    /// Lines of one account and items of the books, of equal sums, none of them matched yet. A match
    /// without items is of lines that cancel each other. Throws `role.required`, `match.*`, `line.unknown`.
    static func makeMatch(_ form: MakeMatchForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.makeMatch, of: user)
        let names = form.payments.map { state.known($0) }
        guard !form.lines.isEmpty, Set(form.lines).count == form.lines.count, Set(names).count == names.count else {
            throw Refusal(.matchEmpty)
        }
        let entries = try lines(form, state)
        let custody = state.bank.custody(of: entries[0])
        var effects: [Fen] = []
        for name in names { effects.append(try item(name, custody, state).effect.fen) }
        let (mine, theirs) = (try Fen.sum(entries.map(\.line.effect)), try Fen.sum(effects))
        if mine != theirs { throw Refusal(.matchSum, ["lines": mine.yuan, "payments": theirs.yuan]) }
        let kept = MakeMatchForm(
            lines: form.lines, payments: names, rule: form.rule, confidence: form.confidence, note: form.note)
        return Ruling(role: role, event: .matched(form: kept, custody: custody))
    }

    private static func lines(_ form: MakeMatchForm, _ state: State) throws(Refusal) -> [BankEntry] {
        var entries: [BankEntry] = []
        for id in form.lines {
            guard let entry = state.bank.lines[id] else { throw Refusal(.lineUnknown, ["line": id.text]) }
            if let match = entry.match { throw Refusal(.matchTaken, ["item": id.text, "match": String(match)]) }
            if let first = entries.first, first.account != entry.account {
                throw Refusal(.matchAccounts, ["first": first.account.text, "second": entry.account.text])
            }
            entries.append(entry)
        }
        return entries
    }

    private static func item(_ name: ItemName, _ custody: Custody, _ state: State) throws(Refusal) -> BookItem {
        guard let item = state.bank.items[BookItem.Key(custody, name)] else {
            throw Refusal(.matchItem, ["item": name.text])
        }
        if let match = item.match { throw Refusal(.matchTaken, ["item": name.text, "match": String(match)]) }
        return item
    }

    /// Takes a match apart; what was in it may be matched anew. Throws `role.required`, `match.unknown`,
    /// `match.undone`.
    static func undoMatch(_ form: UndoMatchForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.undoMatch, of: user)
        guard let match = state.bank.matches[form.match] else {
            throw Refusal(.matchUnknown, ["match": String(form.match)])
        }
        if match.undone { throw Refusal(.matchUndone, ["match": String(form.match)]) }
        return Ruling(role: role, event: .unmatched(form: form))
    }
}
