import Jobs
package import Kernel

extension Rules {
    /// Takes in the lines that are new; a line that is known must say what it said before. Throws `role.required`,
    /// `input.empty`, `input.limit`, `input.value`, `amount.zero`, `statement.*`.
    static func importStatement(
        _ form: ImportStatementForm, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand([.finance, .cashier], of: user, does: "bank.import", Phrase("导入对账单", "import a statement"))
        try checkForm(form, at)
        try checkAccount(form, state)
        var new: [StatementLine] = []
        for line in form.lines where try !isKnown(line, form, state) { new.append(line) }
        if new.isEmpty { throw Refusal(.statementKnown, ["account": form.account.text]) }
        let kept = ImportStatementForm(
            account: form.account, bank: form.bank, custody: form.custody, file: form.file, lines: new)
        return Ruling(role: role, event: .statementImported(form: kept))
    }

    private static func checkForm(_ form: ImportStatementForm, _ at: Instant) throws(Refusal) {
        if form.lines.isEmpty { throw Refusal(.inputEmpty, ["field": "with.lines"]) }
        if form.lines.count > ImportStatementForm.mostLines {
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
            if !keys.insert(line.key).inserted {
                throw Refusal(.statementRepeats, ["line": String(line.row ?? index + 1)])
            }
        }
    }

    /// One account is one custody for ever, and one format for one span of days: two formats number their lines in two
    /// ways, and the same payment would come in twice.
    private static func checkAccount(_ form: ImportStatementForm, _ state: State) throws(Refusal) {
        guard let known = state.bank.accounts[form.account] else { return }
        if form.custody ?? known.custody != known.custody {
            throw Refusal(.statementCustody, ["account": form.account.text, "custody": known.custody.rawValue])
        }
        let days = form.lines.map(\.day)
        guard let first = days.min(), let last = days.max() else { return }
        for span in known.spans where span.bank != form.bank && span.first <= last && first <= span.last {
            throw Refusal(.statementFormat, [
                "account": form.account.text, "bank": span.bank.rawValue, "first": span.first.text, "last": span.last.text,
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
