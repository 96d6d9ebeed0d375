package import Kernel

/// The ledger of one street: its appropriations, what stands on each, and the turnover of each day.
///
/// While a command is executed only the standings and the days that its lines can reach back over are
/// loaded (``DayEffects``), and `turnover` collects what the command adds; a replay from the first record
/// holds all of it.
package struct Ledger: Equatable, Sendable {
    /// The key of a day's turnover.
    package struct Key: Hashable, Sendable {
        package let day: Day
        package let phase: Phase
        package let account: Account
        package let appropriation: Code

        package init(day: Day, phase: Phase = .ordinary, account: Account, appropriation: Code) {
            self.day = day
            self.phase = phase
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

        /// What it adds to a balance counted on the account's normal side.
        package func effect(on account: Account) -> Fen {
            account.normal == .debit ? debit - credit : credit - debit
        }
    }

    /// In the order in which they were opened.
    package private(set) var appropriations: [Appropriation] = []
    package private(set) var standings: [Code: Standing] = [:]
    package private(set) var turnover: [Key: Turnover] = [:]
    package var effects = DayEffects()

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
    package mutating func load(_ key: Key, _ sums: Turnover) {
        turnover[key] = sums
        effects.add(sums.effect(on: key.account), to: key.account, of: key.appropriation, on: key.day)
    }

    /// Forgets the turnover that was collected: it is stored.
    package mutating func forgetTurnover() { turnover = [:] }

    /// Books lines of a day. Throws `money.range`.
    package mutating func book(_ lines: [Line], on day: Day, in phase: Phase = .ordinary) throws(Refusal) {
        for line in lines {
            try standings[line.appropriation, default: Standing()].book(line)
            effects.add(line.effect, to: line.account, of: line.appropriation, on: day)
            let key = Key(day: day, phase: phase, account: line.account, appropriation: line.appropriation)
            switch line.side {
            case .debit: turnover[key, default: Turnover()].debit += line.amount.fen
            case .credit: turnover[key, default: Turnover()].credit += line.amount.fen
            }
        }
    }

    /// Everything ever granted or added, over all appropriations.
    package var grantedInAll: Fen {
        appropriations.reduce(.zero) {
            let standing = standing(of: $1.code)
            return $0 + standing[.granted] + standing[.supplement] + standing[.broughtForward]
        }
    }
}
