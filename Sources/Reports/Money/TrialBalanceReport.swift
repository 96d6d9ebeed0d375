package import Documents
import Kernel
package import Ledger

/// 科目余额表: what stood on each account of a book when the year began, what the year turned over, what stands
/// now.
package enum TrialBalanceReport {
    /// Debits less credits of one account, before the year and in it.
    private struct Sums {
        var opening = Fen.zero
        var debit = Fen.zero
        var credit = Fen.zero

        /// Whether anything was booked before the year, and in it: an account that came back to nothing is
        /// shown too.
        var (earlier, inYear) = (false, false)

        var closing: Fen { opening + debit - credit }
    }

    /// `asOf` of the snapshot bounds the year; the snapshot needs funds. The closing entries of the year are
    /// left out, unless the closed books are asked for. It proves that debits equal credits, at the
    /// beginning, in the year and at its end.
    package static func make(_ snapshot: Snapshot, book: Book, year: Int, closed: Bool = false) -> Document {
        let day = min(snapshot.asOf.day, Day.last(of: year))
        let sums = sums(of: snapshot.ledger, book, year: year, until: day, closed: closed)
        let accounts = Account.accounts(of: book).filter { sums[$0].map { $0.earlier || $0.inYear } == true }
        var rows: [Table.Row] = []
        var total = Array(repeating: Fen.zero, count: 6)
        for account in accounts {
            let own = amounts(sums[account] ?? Sums())
            rows.append(row(.detail, .text(account.rawValue), .phrase(account.title), own))
            total = zip(total, own).map { $0 + $1 }
        }
        rows.append(row(.total, .named("", Phrase("合计", "total")), .blank, total))
        return snapshot.report(
            "trial-balance", Phrase("科目余额表", "Trial balance"),
            headings: [
                Pair("book", Phrase("账簿", "book"), .named(book.rawValue, book.title)),
                Pair("year", Phrase("年度", "year"), .count(year)),
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
            ],
            columns: columns, rows: rows, lead: 2, notes: notes, checks: checks(total))
    }

    private static func checks(_ total: [Fen]) -> [Check] {
        let check = { (key: String, zh: String, en: String, at: Int) in
            Check(
                key, Phrase("\(zh)借贷相等", "\(en): debits equal credits"), expected: .money(total[at]),
                found: .money(total[at + 1]))
        }
        return [
            check("opening", "期初", "opening", 0), check("turnover", "本期", "turnover", 2), check("closing", "期末", "closing", 4),
        ]
    }

    private static func sums(of ledger: Ledger, _ book: Book, year: Int, until day: Day, closed: Bool) -> [Account: Sums] {
        let first = Day.first(of: year)
        var all: [Account: Sums] = [:]
        for (key, turnover) in ledger.turnover where key.day <= day && key.account.book == book {
            let before = key.day < first
            if key.phase == .closing && !before && !closed { continue }
            if before {
                all[key.account, default: Sums()].earlier = true
                all[key.account, default: Sums()].opening += turnover.debit - turnover.credit
            } else {
                all[key.account, default: Sums()].inYear = true
                all[key.account, default: Sums()].debit += turnover.debit
                all[key.account, default: Sums()].credit += turnover.credit
            }
        }
        return book == .control ? yearly(all) : all
    }

    /// The control book opens at nothing each year (books.md B1 §6): its resources, 已支付 and 结转下年 are
    /// turnover. While the year before is open, what stood in its statuses opens them, and their sum opens
    /// 上年结转.
    private static func yearly(_ all: [Account: Sums]) -> [Account: Sums] {
        var all = all
        for account in all.keys where !Account.openStatuses.contains(account) {
            all[account]?.opening = .zero
            all[account]?.earlier = false
        }
        let carried = Account.openStatuses.reduce(Fen.zero) { $0 + (all[$1]?.opening ?? .zero) }
        if carried != .zero {
            all[.broughtForward, default: Sums()].opening = -carried
            all[.broughtForward]?.earlier = true
        }
        return all
    }

    /// Opening, turnover and closing, each as debit and credit: a balance stands on the side where it is
    /// positive.
    private static func amounts(_ sums: Sums) -> [Fen] {
        let sides = { (balance: Fen) in [max(.zero, balance), max(.zero, -balance)] }
        return sides(sums.opening) + [sums.debit, sums.credit] + sides(sums.closing)
    }

    private static func row(
        _ level: Table.Level, _ account: Cell, _ name: Cell, _ amounts: [Fen]
    ) -> Table.Row {
        Table.Row(level, [account, name] + amounts.map { Cell.money($0) })
    }

    private static let columns: [Table.Column] = [
        .init("account", Phrase("科目", "account"), .label),
        .init("accountName", Phrase("科目名称", "account name"), .label),
        .init("openingDebit", Phrase("期初借方", "opening debit"), .money),
        .init("openingCredit", Phrase("期初贷方", "opening credit"), .money),
        .init("debit", Phrase("本期借方", "debit"), .money),
        .init("credit", Phrase("本期贷方", "credit"), .money),
        .init("closingDebit", Phrase("期末借方", "closing debit"), .money),
        .init("closingCredit", Phrase("期末贷方", "closing credit"), .money),
    ]

    private static let notes = [
        Phrase("红字冲减同方向的发生额。", "Red entries lower the turnover of their own side."),
    ]
}
