import Jobs
package import Journal
package import Kernel
package import Ledger

/// The books of a street as plain-text accounting tools take them: a transaction for every voucher and
/// book, in the order of days, phases, numbers and books. Within each the lines of every appropriation come
/// to nothing.
package struct PlainBooks: Sendable {
    struct Posting: Sendable {
        let account: PlainAccount
        /// In fen, debit positive.
        let amount: Fen
        let contractor: Code?
        /// The side of a red line, whose amount has the other sign.
        let red: Side?
    }

    struct Transaction: Sendable {
        let day: Day
        let voucher: Code
        let book: Book
        /// Command and job, and nothing else: it is a name that is declared.
        let payee: String
        /// What is known of it, by names that are declared.
        let tags: [(key: String, value: String)]
        let postings: [Posting]
    }

    package let year: Int
    let first: Day
    let transactions: [Transaction]

    /// From the street's first day to the end of a year. `book` must hold every voucher until then.
    package init(_ book: VoucherBook, year: Int, opened: Day) {
        self.year = year
        let last = Day.last(of: year)
        let entries = book.entries.filter { $0.voucher.day <= last }
        let phases = Dictionary(uniqueKeysWithValues: Phase.allCases.enumerated().map { ($1, $0) })
        let place = { (entry: VoucherBook.Entry) in (entry.voucher.day, phases[entry.voucher.inPhase] ?? 0) }
        let sorted = entries.sorted { one, other in
            place(one) == place(other)
                ? one.voucher.number.inOrder < other.voucher.number.inOrder : place(one) < place(other)
        }
        transactions = sorted.flatMap { entry in
            [Book.control, .financial, .budget].compactMap { Self.transaction(entry, $0) }
        }
        first = min(opened, transactions.first?.day ?? opened)
    }

    private static func transaction(_ entry: VoucherBook.Entry, _ book: Book) -> Transaction? {
        let lines = entry.voucher.lines.filter { $0.book == book }
        guard !lines.isEmpty else { return nil }
        let job = lines.lazy.compactMap(\.job).first?.text
        let tags: [(key: String, value: String?)] = [
            ("voucher", entry.voucher.number.text), ("event", entry.does), ("record", String(entry.seq)),
            ("phase", entry.voucher.inPhase == .ordinary ? nil : entry.voucher.inPhase.rawValue), ("job", job),
            ("reverses", entry.voucher.reverses?.text),
        ]
        let postings = lines.map { line in
            let amount = line.amount.fen
            return Posting(
                account: PlainAccount(line.account, line.appropriation), amount: line.side == .debit ? amount : -amount,
                contractor: line.contractor, red: amount.isNegative ? line.side : nil)
        }
        return Transaction(
            day: entry.voucher.day, voucher: entry.voucher.number, book: book,
            payee: [entry.does, job].compactMap(\.self).joined(separator: " "),
            tags: tags.compactMap { tag in tag.value.map { (tag.key, $0) } }, postings: postings)
    }

    /// Every account that is used, by its name, with what stands on it at the end.
    var balances: [(account: PlainAccount, balance: Fen)] {
        var sums: [PlainAccount: Fen] = [:]
        for posting in transactions.flatMap(\.postings) {
            sums[posting.account] = (sums[posting.account] ?? .zero) + posting.amount
        }
        return sums.map { ($0.key, $0.value) }.sorted { $0.account.name < $1.account.name }
    }

    var payees: [String] { Set(transactions.map(\.payee)).sorted() }
}
