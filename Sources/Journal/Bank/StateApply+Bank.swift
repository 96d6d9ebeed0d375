import Bank
import Jobs
import Kernel
import Ledger

extension State {
    mutating func take(_ form: ImportStatementForm, _ record: Record) throws(Refusal) {
        guard let (first, last) = form.days else { return }
        var account = bank.accounts[form.account]
            ?? StatementAccount(account: form.account, custody: form.custody ?? form.bank.custody)
        account.imports.append(.init(seq: record.seq, bank: form.bank, first: first, last: last, stated: form.stated))
        bank.accounts[form.account] = account
        touched.insert(.bankAccount(form.account))
        for (index, line) in form.lines.enumerated() {
            let id = LineID(seq: record.seq, n: index + 1)
            bank.lines[id] = BankEntry(id: id, account: form.account, line: line)
            touched.insert(.bankLine(id))
            take(.statementLine(form.unique(line)), for: try Code(id.text))
        }
    }

    /// Takes an import out: its lines, what their identities had taken, and the account that has none left.
    mutating func void(_ form: VoidStatementForm, _ account: Label, _ record: Record) throws(Refusal) {
        guard let kept = bank.accounts[account]?.imports.first(where: { $0.seq == form.record }) else { return }
        for entry in bank.lines.values where entry.id.seq == form.record {
            bank.lines[entry.id] = nil
            touched.insert(.bankLine(entry.id))
            let unique = Unique.statementLine(entry.line.unique(in: account, kept.bank))
            if register.free(unique, of: try Code(entry.id.text)) { touched.insert(.taken(unique)) }
        }
        bank.accounts[account]?.imports.removeAll { $0.seq == form.record }
        if bank.accounts[account]?.imports.isEmpty == true { bank.accounts[account] = nil }
        touched.insert(.bankAccount(account))
        take(form.unique, for: try Code(String(record.seq)))
    }

    mutating func match(_ form: MakeMatchForm, _ custody: Custody, _ record: Record) {
        bank.matches[record.seq] = Match(number: record.seq, custody: custody, form: form, by: record.by, at: record.at)
        touched.insert(.match(record.seq))
        mark(form, custody, record.seq)
    }

    mutating func unmatch(_ form: UndoMatchForm) {
        guard let match = bank.matches[form.match] else { return }
        bank.matches[form.match]?.undone = true
        touched.insert(.match(form.match))
        mark(match.form, match.custody, nil)
    }

    private mutating func mark(_ form: MakeMatchForm, _ custody: Custody, _ match: Int?) {
        for id in form.lines {
            bank.lines[id]?.match = match
            touched.insert(.bankLine(id))
        }
        for name in form.payments {
            let key = BookItem.Key(custody, name)
            bank.items[key]?.match = match
            touched.insert(.bookItem(key))
        }
    }

    /// The books' side of what a statement must show: payments and releases on their day, refunds on the
    /// day of their record, each divided by whose money it was. Everything that says what the street's
    /// money did goes through here.
    mutating func note(_ event: JobEvent, of number: Code, _ at: Instant) {
        switch event {
        case .paid(let no, let day, _, let shares), .released(let no, let day, _, let shares, _):
            add(ItemName(.payment, no), day, shares, sign: -1, number)
        case .refunded(_, let no, _, _, let shares, _, .mistaken?):
            // It was never made: no statement will ever show it, and its number is free again.
            for item in items(ItemName(.payment, no), at.day, shares, sign: -1, number) { remove(item) }
            let isGone = Custody.allCases.allSatisfy { bank.items[BookItem.Key($0, ItemName(.payment, no))] == nil }
            if isGone { free(.payment(no)) }
        case .refunded(_, let no, _, _, let shares, _, _): add(ItemName(.refund, no), at.day, shares, sign: 1, number)
        case .recovered(_, let day, let reference, _, let shares):
            let whole = shares.map { Share($0.appropriation, $0.amount) }
            add(ItemName(.receipt, reference), day, whole, sign: 1, number)
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed,
             .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .claimed,
             .reviewed, .disputed, .resolved, .settled, .invoiced, .invoiceVoided, .withheld, .reversed, .calledBack,
             .rated, .published, .closed, .cancelled, .suspended, .resumed, .noted: break
        }
    }

    private mutating func add(_ name: ItemName, _ day: Day, _ shares: [Share], sign: Int64, _ job: Code) {
        for item in items(name, day, shares, sign: sign, job) { put(item) }
    }

    private func items(_ name: ItemName, _ day: Day, _ shares: [Share], sign: Int64, _ job: Code) -> [BookItem] {
        Custody.allCases.compactMap { custody in
            let own = shares.filter { ledger.appropriation($0.appropriation)?.channel.custody == custody }
            let sum = own.reduce(Fen.zero) { $0 + $1.amount }
            if sum == .zero { return nil }
            return BookItem(
                custody: custody, name: name, day: day, effect: Fen(sum.value * sign), jobs: [job],
                contractor: jobs[job]?.contractor)
        }
    }

    /// Takes an item of the books away, or the part of one: what it stands for was never there.
    mutating func remove(_ part: BookItem) {
        bank.items[part.key] = bank.items[part.key]?.removing(part, jobs: jobs)
        touched.insert(.bookItem(part.key))
    }

    /// Adds an item of the books.
    mutating func put(_ item: BookItem) {
        bank.items[item.key] = bank.items[item.key]?.adding(item) ?? item
        touched.insert(.bookItem(item.key))
    }
}
