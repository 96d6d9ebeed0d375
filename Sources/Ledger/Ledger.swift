package import Kernel

/// The ledger of one street: its appropriations, what stands on each, and the turnover of each day.
///
/// While a command is executed only the standings are loaded, and `turnover` collects what the command adds; a replay from
/// the first record holds all of it.
package struct Ledger: Equatable, Sendable {
    /// The key of a day's turnover.
    package struct Key: Hashable, Sendable {
        package let day: Day
        package let account: Account
        package let appropriation: Code

        package init(day: Day, account: Account, appropriation: Code) {
            self.day = day
            self.account = account
            self.appropriation = appropriation
        }
    }

    package struct Turnover: Hashable, Sendable {
        package var debit = Fen.zero
        package var credit = Fen.zero

        package init(debit: Fen = .zero, credit: Fen = .zero) {
            self.debit = debit
            self.credit = credit
        }
    }

    /// In the order in which they were opened.
    package private(set) var appropriations: [Appropriation] = []
    package private(set) var standings: [Code: Standing] = [:]
    package private(set) var turnover: [Key: Turnover] = [:]

    package init() {}

    package func appropriation(_ code: Code) -> Appropriation? {
        appropriations.first { $0.code == code }
    }

    package func standing(of code: Code) -> Standing { standings[code] ?? Standing() }

    /// Adds an appropriation, with what already stands on it when it is loaded.
    package mutating func add(_ appropriation: Appropriation, standing: Standing = Standing()) {
        appropriations.append(appropriation)
        standings[appropriation.code] = standing
    }

    /// Puts the turnover of a day in place, as it was stored.
    package mutating func load(_ key: Key, _ sums: Turnover) { turnover[key] = sums }

    /// Books lines of a day. Throws `money.range`.
    package mutating func book(_ lines: [Line], on day: Day) throws(Refusal) {
        for line in lines {
            var standing = standing(of: line.appropriation)
            try standing.book(line)
            standings[line.appropriation] = standing
            let key = Key(day: day, account: line.account, appropriation: line.appropriation)
            var sums = turnover[key] ?? Turnover()
            switch line.side {
            case .debit: sums.debit += line.amount.fen
            case .credit: sums.credit += line.amount.fen
            }
            turnover[key] = sums
        }
    }

    /// Refuses lines that would make a limited status of an appropriation negative: `funds.insufficient`, with what the
    /// status holds and what was asked of it. The limit counts what is held, so the hold is refused, never the later payment.
    /// Then the limits of bank-held money: `pay.bank`, `receive.exceeds`.
    package func check(_ lines: [Line]) throws(Refusal) {
        var after = self
        try after.book(lines, on: Day(number: 0))
        for line in lines where Account.limited.contains(line.account) {
            let held = standing(of: line.appropriation)[line.account]
            let left = after.standing(of: line.appropriation)[line.account]
            if left.isNegative {
                throw Refusal.insufficient(available: held, asked: held - left, appropriation: line.appropriation)
            }
        }
        for code in Set(lines.map(\.appropriation)).sorted(by: { $0.text < $1.text }) {
            try Self.checkBank(code, standing(of: code), after.standing(of: code))
        }
    }

    /// Money in the bank is one appropriation's: no more is paid from it than has arrived, and no more arrives, or
    /// stays when the grant is cut, than is still to be paid of the grant.
    private static func checkBank(_ code: Code, _ before: Standing, _ after: Standing) throws(Refusal) {
        let (held, left) = (before[.bankDeposit], after[.bankDeposit])
        if left.isNegative {
            throw Refusal(.payBank, [
                "appropriation": code.text, "available": held.yuan, "asked": (held - left).yuan,
            ])
        }
        if left > after.unpaid {
            throw Refusal(.receiveExceeds, [
                "appropriation": code.text, "bank": left.yuan, "unpaid": after.unpaid.yuan,
            ])
        }
    }

    /// Everything ever granted or added, over all appropriations.
    package var grantedInAll: Fen {
        appropriations.reduce(.zero) { $0 + standing(of: $1.code)[.granted] + standing(of: $1.code)[.supplement] }
    }
}

extension Refusal {
    /// `funds.insufficient`: what is there, and what was asked.
    package static func insufficient(available: Fen, asked: Fen, appropriation: Code? = nil) -> Refusal {
        let refusal = Refusal(.fundsInsufficient, ["available": available.yuan, "asked": asked.yuan])
        return appropriation.map { refusal.adding("appropriation", $0.text) } ?? refusal
    }
}
