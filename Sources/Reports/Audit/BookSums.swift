import Kernel
import Ledger

/// What stood on the accounts of a street when a year began, and what the year added, each on its normal side
/// and over all appropriations. The closing entries of the year itself are left out, so that its income and
/// expense can still be read.
struct BookSums {
    private var before: [Account: Fen] = [:]
    private var inYear: [Account: Fen] = [:]

    init(_ ledger: Ledger, year: Int, until day: Day) {
        let first = Day.first(of: year)
        for (key, sums) in ledger.turnover where key.day <= day && key.account.book != .control {
            let effect = sums.effect(on: key.account)
            if key.day < first {
                before[key.account, default: .zero] += effect
            } else if key.phase != .closing {
                inYear[key.account, default: .zero] += effect
            }
        }
    }

    func opening(_ accounts: Account...) -> Fen { sum(accounts, before) }
    func change(_ accounts: Account...) -> Fen { sum(accounts, inYear) }
    func opening(_ accounts: [Account]) -> Fen { sum(accounts, before) }
    func change(_ accounts: [Account]) -> Fen { sum(accounts, inYear) }
    func end(_ accounts: [Account]) -> Fen { sum(accounts, before) + sum(accounts, inYear) }

    private func sum(_ accounts: [Account], _ amounts: [Account: Fen]) -> Fen {
        accounts.reduce(.zero) { $0 + (amounts[$1] ?? .zero) }
    }
}
