package import Kernel
package import Ledger

/// The figures of a year for an appropriation, a source or a street (design §9). They add up; rates are
/// made from sums.
package struct FundFigures: Equatable, Sendable {
    package private(set) var standing = Standing()
    /// What earlier years had used of it: what was payable and retained when the year began.
    private var usedBefore = Fen.zero
    /// 到位数: of money in the bank what lies there and what was paid from it, of all other money the net.
    package private(set) var arrived = Fen.zero

    package init() {}

    package var net: Fen { standing.net }
    /// 预算执行率: paid ÷ net.
    package var executionRate: Ratio { Ratio(standing[.paid], of: net) }
    /// 资金使用率: paid, payable and retained ÷ net.
    package var utilisationRate: Ratio { Ratio(used, of: net) }
    /// The same without deducting what was recalled, so that giving money back in December lifts nobody
    /// over the target.
    package var utilisationRateGross: Ratio { Ratio(used, of: gross) }

    /// 本年新增使用率: without what earlier years had used, above and below; what an earlier year paid and came
    /// back was theirs too.
    package var newUtilisationRate: Ratio {
        let before = usedBefore + standing[.cameBack]
        return Ratio(used - before, of: net - before)
    }

    /// What counts as used: paid, payable and retained.
    var used: Fen { standing[.paid] + standing[.payable] + standing[.retention] }
    /// What the target is measured on: the net, and what was recalled of it.
    var gross: Fen { net + standing[.recalled] }
    /// What is held for jobs and not settled yet.
    var held: Fen { standing[.preEncumbered] + standing[.encumbered] }
    /// 年末结转结余: what is still open, in whatever status (audit.md B2, carryover).
    var open: Fen { Account.openStatuses.reduce(.zero) { $0 + standing[$1] } }

    /// 与目标差额: what is still to be used until the target is reached, in fen, rounded up; negative when it is
    /// passed.
    func missing(to target: Percent) -> Fen { target.roundedUp(of: gross) - used }

    package static func + (a: FundFigures, b: FundFigures) -> FundFigures {
        var sum = a
        for account in Account.allCases { sum.standing[account] += b.standing[account] }
        sum.usedBefore += b.usedBefore
        sum.arrived += b.arrived
        return sum
    }

    /// The figures of each appropriation that had been opened by a day, in a year, until that day.
    ///
    /// What was granted, transferred, recalled, paid and carried forward is the year's own turnover. The
    /// open statuses are what stands on the day. What stood open when the year began counts as brought
    /// forward, whether the year before was closed (then it is on 1003) or not yet (then it is what still
    /// stood on its last day). The closing of earlier years counts; of that of the year itself only what it
    /// carried forward does (design §12).
    package static func figures(of ledger: Ledger, year: Int, until day: Day) -> [Code: FundFigures] {
        var all: [Code: FundFigures] = [:]
        let first = Day.first(of: year)
        for (key, sums) in ledger.turnover where key.day <= day && key.account.book == .control {
            let before = key.day < first
            if key.phase == .closing && !before && key.account != .carriedForward { continue }
            all[key.appropriation, default: FundFigures()]
                .add(sums.effect(on: key.account), to: key.account, before: before, opening: key.phase == .opening)
        }
        let banked = banked(ledger, year: year, until: day)
        for (code, own) in all { all[code]?.arrived = banked[code] ?? own.net }
        return all
    }

    /// Of each appropriation in the bank what lies there, and what the year paid from there: it arrived in
    /// the year or before.
    private static func banked(_ ledger: Ledger, year: Int, until day: Day) -> [Code: Fen] {
        let first = Day.first(of: year)
        let inBank = ledger.appropriations.filter { $0.channel == .bank }.map { ($0.code, Fen.zero) }
        var all = Dictionary(inBank) { first, _ in first }
        for (key, sums) in ledger.turnover where key.day <= day && all[key.appropriation] != nil {
            let spent = key.account == .administrativeExpenditure && key.day >= first && key.phase != .closing
            if spent || key.account == .monetaryFunds { all[key.appropriation]? += sums.effect(on: key.account) }
        }
        return all
    }

    private mutating func add(_ effect: Fen, to account: Account, before: Bool, opening: Bool) {
        if before || opening, account == .payable || account == .retention { usedBefore += effect }
        if Account.openStatuses.contains(account) {
            standing[account] += effect
            if before { standing[.broughtForward] += effect }
        } else if !before {
            standing[account] += effect
        }
    }
}
