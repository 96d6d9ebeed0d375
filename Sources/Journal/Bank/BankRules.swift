package import Bank
import Jobs
package import Kernel
import Ledger

extension Rules {
    /// Takes in the lines that are new; a line that is known must say what it said before. Throws
    /// `role.required`, `input.empty`, `input.limit`, `input.value`, `amount.zero`, `statement.*`.
    static func importStatement(
        _ form: ImportStatementForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.importStatement, of: user)
        try checkForm(form, at)
        let account = try account(of: form, state)
        var new: [StatementLine] = []
        for line in form.lines where try !isKnown(line, form, state) { new.append(line) }
        let stated = stated(form, state)
        // A statement without movements says what the balance is; a table says it in its lines.
        let isQuiet = form.bank == .camt && !stated.isEmpty
        if new.isEmpty, !isQuiet { throw Refusal(.statementKnown, ["account": account.text]) }
        let kept = ImportStatementForm(
            account: account, bank: form.bank, custody: form.custody, file: form.file,
            stated: stated.isEmpty ? nil : stated, lines: new)
        return Ruling(role: role, event: .statementImported(form: kept))
    }

    /// The account as it is known, however the form writes it. One that no statement has named before is
    /// opened only when the form says that it is new: a digit typed wrong would open another. Throws
    /// `input.value`, `account.new`, `statement.custody`, `statement.format`.
    private static func account(of form: ImportStatementForm, _ state: State) throws(Refusal) -> Label {
        if let known = state.bank.account(form.account) {
            try checkAccount(form, known)
            return known.account
        }
        if form.account.text.isSpoiltNumber { throw Refusal.spoiltNumber(form.account.text, field: "with.account") }
        guard form.newAccount == true else {
            let known = state.bank.accounts.keys.map(\.text).sorted().joined(separator: ", ")
            throw Refusal(.accountNew, ["account": form.account.text, "bank": form.bank.rawValue])
                .adding("known", known, known.isEmpty ? Phrase("尚无", "none yet") : Phrase(known, known))
        }
        return form.account
    }

    /// The balances that no import has stated before.
    private static func stated(_ form: ImportStatementForm, _ state: State) -> [StatedBalances] {
        let known = Set(state.bank.account(form.account)?.stated ?? [])
        return (form.stated ?? []).filter { !known.contains($0) }
    }

    private static func checkForm(_ form: ImportStatementForm, _ at: Instant) throws(Refusal) {
        if form.days == nil { throw Refusal(.inputEmpty, ["field": "with.lines"]) }
        if max(form.lines.count, form.stated?.count ?? 0) > ImportStatementForm.mostLines {
            throw Refusal(.inputLimit, ["part": "with.lines", "limit": String(ImportStatementForm.mostLines)])
        }
        if form.file.text.utf8.count != 64 || Hex.decode(form.file.text) == nil {
            throw Refusal(.inputValue, ["field": "with.file", "value": form.file.text.excerpt, "expected": "SHA-256"])
        }
        var keys: Set<String> = []
        for (index, line) in form.lines.enumerated() {
            try line.amount.demandPositive("with.lines.\(index).amount")
            if line.day > at.day {
                throw Refusal(.statementFuture, ["day": line.day.text, "today": at.day.text])
            }
            if !keys.insert(line.key(of: form.bank)).inserted {
                throw Refusal(.statementRepeats, ["line": String(line.row ?? index + 1)])
            }
        }
    }

    /// One account is one custody for ever, and one format for one span of days: two formats number their
    /// lines in two ways, and the same payment would come in twice.
    private static func checkAccount(_ form: ImportStatementForm, _ known: StatementAccount) throws(Refusal) {
        if form.custody ?? known.custody != known.custody {
            throw Refusal(.statementCustody, ["account": known.account.text, "custody": known.custody.rawValue])
        }
        guard let (first, last) = form.days else { return }
        for span in known.spans where span.bank != form.bank && span.first <= last && first <= span.last {
            throw Refusal(.statementFormat, [
                "account": known.account.text, "bank": span.bank.rawValue, "first": span.first.text, "last": span.last.text,
            ])
        }
    }

    /// Throws `statement.differs`.
    private static func isKnown(
        _ line: StatementLine, _ form: ImportStatementForm, _ state: State
    ) throws(Refusal) -> Bool {
        guard let owner = state.register.owner(of: .statementLine(form.unique(line))),
              let entry = state.bank.lines[try LineID(owner.text)] else { return false }
        if let refusal = entry.conflict(with: line) { throw refusal }
        return true
    }
}

extension BankEntry {
    /// `statement.differs` when a line with this one's key says something else.
    package func conflict(with other: StatementLine) -> Refusal? {
        guard let field = line.difference(from: other) else { return nil }
        let value = { (line: StatementLine) in JSON(line)[field].map { $0.string ?? $0.text } ?? "—" }
        return Refusal(.statementDiffers, [
            "account": account.text, "line": id.text, "field": field, "known": value(line).excerpt,
            "value": value(other).excerpt,
        ])
    }
}
