import Kernel

/// A line of the street's bank account, whatever format it is written in.
struct BankLine {
    let moment: Instant
    /// What it adds to the balance.
    let effect: Fen
    /// Nobody for what the bank itself takes or gives.
    let party: Party?
    let summary: String
    let purpose: String
    /// After the line.
    var balance = Fen.zero
    /// From 1, in the order of time.
    var place = 0

    var out: Fen { effect.isNegative ? -effect : .zero }
    var `in`: Fen { effect.isNegative ? .zero : effect }
}

/// The street's bank account in 2026 as the bank has it: what the books say, but for ``BankMismatch``.
struct BankAccount {
    private(set) var lines: [BankLine] = []
    /// What was left of the year before.
    let opening: Fen
    var closing: Fen { lines.last?.balance ?? opening }
    var out: Fen { lines.reduce(.zero) { $0 + $1.out } }
    var `in`: Fen { lines.reduce(.zero) { $0 + $1.in } }

    init(_ books: YearBooks, _ calendar: WorkCalendar) throws {
        opening = books.carried
        var due: [(movement: Movement, amount: Fen)] = books.movements.compactMap { movement in
            let parts = movement.parts.filter { books.atBank.contains($0.appropriation) }
            let sum = parts.reduce(Fen.zero) { $0 + $1.amount }
            return sum == .zero ? nil : (movement, sum)
        }
        for mismatch in BankMismatch.all {
            let ours = due.filter { !$0.movement.isIn && mismatch.payments.contains($0.movement.no) }
            guard Set(ours.map(\.movement.no)).count == mismatch.payments.count else {
                throw StatementFault("not in the year: \(mismatch)")
            }
            lines += try Self.lines(mismatch, ours, calendar)
            due.removeAll { !$0.movement.isIn && mismatch.payments.contains($0.movement.no) }
        }
        for (movement, amount) in due {
            lines.append(try Self.line(movement, amount, at: movement.booked(calendar)))
        }
        // What was ordered on the last afternoon is next year's.
        lines.removeAll { $0.moment.day > Day.last(of: 2026) }
        lines.sort { $0.moment < $1.moment }
        var balance = opening
        for index in lines.indices {
            balance += lines[index].effect
            (lines[index].balance, lines[index].place) = (balance, index + 1)
        }
    }

    /// What the bank has in place of the payments that a mismatch is about.
    private static func lines(
        _ mismatch: BankMismatch, _ ours: [(movement: Movement, amount: Fen)], _ calendar: WorkCalendar
    ) throws -> [BankLine] {
        guard case .onlyAtBank(let day, let yuan, let summary, let purpose) = mismatch else {
            guard let last = ours.last(where: { $0.movement.kind == .payment }) else { return [] }
            let sum = ours.reduce(Fen.zero) { $0 + $1.amount }
            return try lines(mismatch, last.movement, sum, calendar)
        }
        let effect = try Fen(yuan: yuan, signed: true)
        let moment = Instant(day, hour: 6, minute: 30)
        return [BankLine(moment: moment, effect: effect, party: nil, summary: summary, purpose: purpose)]
    }

    private static func lines(
        _ mismatch: BankMismatch, _ last: Movement, _ sum: Fen, _ calendar: WorkCalendar
    ) throws -> [BankLine] {
        let at = last.booked(calendar)
        switch mismatch {
        case .onlyAtBank: return []
        case .inTwoLines(_, let first):
            let first = try Fen(yuan: first)
            let next = Instant(calendar.workday(after: at.day), hour: 9, minute: 20)
            return [
                try line(last, first, at: at, purpose: "应急维修工程款（第一笔）"),
                try line(last, sum - first, at: next, purpose: "应急维修工程款（余款）"),
            ]
        case .inOneLine: return [try line(last, sum, at: at, purpose: "应急维修工程款（合并支付）")]
        case .tooMuch: return [try line(last, sum, at: at)]
        }
    }

    private static func line(
        _ movement: Movement, _ amount: Fen, at moment: Instant, purpose: String? = nil
    ) throws -> BankLine {
        let words = movement.words
        return BankLine(
            moment: moment, effect: movement.isIn ? amount : -amount,
            party: try party(movement), summary: words.summary, purpose: purpose ?? "\(words.purpose) \(movement.no)")
    }
}

extension BankAccount {
    private static func party(_ movement: Movement) throws -> Party? {
        switch movement.kind {
        case .receipt, .returned: .bureau
        case .payment, .release, .refund, .recovery: try .contractor(movement.contractor)
        case .entryIn, .entryOut:
            movement.isOfBank ? nil : movement.entry == "surrender" ? .bureau : try .contractor(Party.overPaid)
        }
    }
}

extension Movement {
    /// 摘要 and 用途.
    var words: (summary: String, purpose: String) {
        switch kind {
        case .payment: ("转账", "应急维修工程款")
        case .release: ("转账", "质保金")
        case .refund: ("退汇", "退票")
        case .receipt: ("转账", "财政拨款")
        case .returned: ("转账", "缴回上年结余")
        case .recovery: ("转账", "审计追回工程款")
        case .entryIn: (entry == "interest" ? "结息" : "转账", note)
        case .entryOut: (entry == "fee" ? "手续费" : "转账", note)
        }
    }
}
