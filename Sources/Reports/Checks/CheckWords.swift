import Documents
import Jobs
import Kernel
import Ledger

/// What the reports about works and checks have in common.
extension Snapshot {
    /// The year and the moment that a report speaks of.
    func headings(year: Int? = nil) -> [Pair] {
        let pair = year.map { [Pair("year", Phrase("年度", "year"), .count($0))] } ?? []
        return pair + [Pair("asOf", Phrase("截至", "as of"), .instant(asOf))]
    }

    /// That the sum of a list stands in the books too.
    func tie(_ key: String, _ title: Phrase, _ accounts: [Account], found: Fen) -> Check {
        Check(key, title, expected: .money(ledger.balance(of: accounts, on: asOf.day)), found: .money(found))
    }

    func tiesPayable(_ found: Fen) -> Check {
        tie("payable", Phrase("与应付账款（2302）余额相符", "equals the balance of payables (2302)"), [.accountsPayable], found: found)
    }

    func tiesRetention(_ found: Fen) -> Check {
        tie(
            "retention", Phrase("与质保金（2307、2502）余额相符", "equals the balance of retention (2307, 2502)"),
            [.otherPayables, .longTermPayables], found: found)
    }
}

extension Ledger {
    /// What stood on some accounts at the end of a day, over all appropriations.
    func balance(of accounts: [Account], on day: Day) -> Fen {
        turnover.filter { $0.key.day <= day && accounts.contains($0.key.account) }
            .reduce(.zero) { $0 + $1.value.effect(on: $1.key.account) }
    }
}

extension Table.Column {
    /// The columns that stand in several of these reports, each with one name.
    static let job = Table.Column("job", Phrase("工单", "job"), .label)
    static let sheet = Table.Column("settlement", Phrase("结算单", "settlement"), .label)
    static let firm = Table.Column("contractor", Phrase("施工单位", "contractor"), .name)
    static let approved = Table.Column("approved", Phrase("审定", "approved"), .money)
}

extension Cell {
    /// The share that one amount has of another; nothing where there is nothing to divide by.
    static func share(_ part: Fen, of whole: Fen) -> Cell { whole == .zero ? .blank : .ratio(Ratio(part, of: whole)) }

    /// Texts behind each other, or nothing.
    static func joined(_ texts: [String]) -> Cell { texts.isEmpty ? .blank : .text(texts.joined(separator: "、")) }

    /// A mark where it is so, nothing where it is not: a column of no-es says less.
    static func only(_ flag: Bool) -> Cell { flag ? .flag(true) : .blank }
}

extension [Cell] {
    static func blanks(_ count: Int) -> [Cell] { [Cell](repeating: .blank, count: count) }
}

extension Sequence<Fen> {
    /// The sum of parts of what has been bounded already.
    var sum: Fen { reduce(.zero, +) }
}
