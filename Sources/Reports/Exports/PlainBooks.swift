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

    /// Where a voucher stands in the books, and which record booked it.
    private struct Place {
        let day: Day
        let phase: Int
        let number: Code
        let seq: Int
    }

    package typealias Reader = (Int) throws(Refusal) -> Record

    package let year: Int
    private let last: Day
    private let opened: Day
    private var places: [Place] = []
    private var sums: [PlainAccount: Fen] = [:]
    private var names: Set<String> = []
    private var accounts = PlainAccounts()
    private let phases = Dictionary(uniqueKeysWithValues: Phase.allCases.enumerated().map { ($1, $0) })

    /// From the street's first day to the end of a year.
    package init(year: Int, opened: Day) {
        (self.year, self.opened, last) = (year, opened, Day.last(of: year))
    }

    /// Takes in the next record. What it books is read again when it is written: here only places and sums
    /// are kept.
    package mutating func take(_ record: Record) {
        guard !record.events.isEmpty else { return }
        for voucher in record.vouchers where voucher.day <= last && !voucher.lines.isEmpty {
            places.append(Place(
                day: voucher.day, phase: phases[voucher.inPhase] ?? 0, number: voucher.number, seq: record.seq))
            for book in Self.order {
                guard let transaction = transaction(voucher, of: record, book) else { continue }
                names.insert(transaction.payee)
                for posting in transaction.postings { sums[posting.account, default: .zero] += posting.amount }
            }
        }
    }

    private static let order = [Book.control, .financial, .budget]

    /// Puts the vouchers in their order; called once, when all records have been taken in.
    package mutating func finish() {
        places.sort { one, other in
            (one.day, one.phase) == (other.day, other.phase)
                ? one.number.inOrder < other.number.inOrder : (one.day, one.phase) < (other.day, other.phase)
        }
    }

    var first: Day { min(opened, places.first?.day ?? opened) }

    /// Every transaction in its order; `record` reads one by its number.
    func each(_ record: Reader, _ take: (Transaction) throws(Refusal) -> Void) throws(Refusal) {
        var (latest, accounts): (Record?, PlainAccounts) = (nil, accounts)
        for place in places {
            let found = if let latest, latest.seq == place.seq { latest } else { try record(place.seq) }
            latest = found
            guard let voucher = found.vouchers.first(where: { $0.number == place.number }) else { continue }
            for book in Self.order {
                if let made = Self.transaction(voucher, of: found, book, &accounts) { try take(made) }
            }
        }
    }

    private mutating func transaction(_ voucher: Voucher, of record: Record, _ book: Book) -> Transaction? {
        Self.transaction(voucher, of: record, book, &accounts)
    }

    private static func transaction(
        _ voucher: Voucher, of record: Record, _ book: Book, _ accounts: inout PlainAccounts
    ) -> Transaction? {
        let lines = voucher.lines.filter { $0.book == book }
        guard !lines.isEmpty else { return nil }
        let (does, job) = (record.does, lines.lazy.compactMap(\.job).first?.text)
        let tags: [(key: String, value: String?)] = [
            ("voucher", voucher.number.text), ("event", does), ("record", String(record.seq)),
            ("phase", voucher.inPhase == .ordinary ? nil : voucher.inPhase.rawValue), ("job", job),
            ("reverses", voucher.reverses?.text),
        ]
        var postings: [Posting] = []
        for line in lines {
            let amount = line.amount.fen
            postings.append(Posting(
                account: accounts.account(line.account, line.appropriation),
                amount: line.side == .debit ? amount : -amount, contractor: line.contractor,
                red: amount.isNegative ? line.side : nil))
        }
        return Transaction(
            day: voucher.day, voucher: voucher.number, book: book, payee: [does, job].compactMap(\.self).joined(separator: " "),
            tags: tags.compactMap { tag in tag.value.map { (tag.key, $0) } }, postings: postings)
    }

    /// Every account that is used, by its name, with what stands on it at the end.
    var balances: [(account: PlainAccount, balance: Fen)] {
        sums.map { ($0.key, $0.value) }.sorted { $0.account.name < $1.account.name }
    }

    var payees: [String] { names.sorted() }
}

/// The accounts by what they are made of: their names are long, and lines are many.
private struct PlainAccounts: Sendable {
    private struct Key: Hashable {
        let account: Account
        let appropriation: Code
    }

    private var made: [Key: PlainAccount] = [:]

    mutating func account(_ account: Account, _ appropriation: Code) -> PlainAccount {
        let key = Key(account: account, appropriation: appropriation)
        if let known = made[key] { return known }
        let new = PlainAccount(account, appropriation)
        made[key] = new
        return new
    }
}
