import Documents
import Kernel
import Ledger

/// The three trial balances of a closed year as sums, before its closing entries and after them.
enum ClosingBooks {
    private struct Sums {
        var debit = Fen.zero
        var credit = Fen.zero
    }

    static func table(_ snapshot: Snapshot, _ year: Int) -> Table {
        Table([
            .init("book", Phrase("账簿", "book"), .name),
            .init("debitBefore", Phrase("结账前借方", "debit before"), .money),
            .init("creditBefore", Phrase("结账前贷方", "credit before"), .money),
            .init("debitAfter", Phrase("结账后借方", "debit after"), .money),
            .init("creditAfter", Phrase("结账后贷方", "credit after"), .money),
        ], Book.allCases.map { book in
            let before = sums(snapshot.ledger, book, year, closed: false)
            let after = sums(snapshot.ledger, book, year, closed: true)
            return Table.Row(.detail, [
                .named(book.rawValue, book.title), .money(before.debit), .money(before.credit), .money(after.debit),
                .money(after.credit),
            ])
        })
    }

    static func checks(_ snapshot: Snapshot, _ year: Int) -> [Check] {
        Book.allCases.flatMap { book in
            [false, true].map { closed in
                let sums = sums(snapshot.ledger, book, year, closed: closed)
                let when = closed ? Phrase("结账后", "after") : Phrase("结账前", "before")
                return Check(
                    book.rawValue + (closed ? "After" : "Before"),
                    Phrase("\(book.title.zh)\(when.zh)借贷相等", "\(book.title.en), \(when.en): debits equal credits"),
                    expected: .money(sums.debit), found: .money(sums.credit))
            }
        }
    }

    /// The balances of a book on the year's last day, of every account and appropriation, on the side where
    /// each stands. The control book's turnover of earlier years is left out: it opens at nothing each year.
    private static func sums(_ ledger: Ledger, _ book: Book, _ year: Int, closed: Bool) -> Sums {
        var balances: [Ledger.Key: Fen] = [:]
        let (first, last) = (Day.first(of: year), Day.last(of: year))
        for (key, turnover) in ledger.turnover where key.account.book == book && key.day <= last {
            if key.day < first, book == .control { continue }
            if key.phase == .closing, key.day >= first, !closed { continue }
            let place = Ledger.Key(day: last, account: key.account, appropriation: key.appropriation)
            balances[place, default: .zero] += turnover.debit - turnover.credit
        }
        return balances.values.reduce(into: Sums()) {
            $0.debit += max(.zero, $1)
            $0.credit += max(.zero, -$1)
        }
    }
}
