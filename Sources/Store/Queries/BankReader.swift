package import Bank
import Jobs
import Journal
package import Kernel
import Ledger
package import SQL

/// Reads statements, the books' side of them and their matches, whole or by name.
package struct BankReader {
    private let connection: any SQLConnection
    private let org: SQLValue

    package init(_ connection: any SQLConnection, org: Code) {
        self.connection = connection
        self.org = SQLValue(org.text)
    }

    /// All of it, as it stands.
    package func book() throws(Refusal) -> BankBook {
        var book = BankBook()
        book.accounts = try accounts()
        try each("SELECT \(Self.lineColumns) FROM bank_line WHERE org = $1 ORDER BY seq, n") { (row) throws(Refusal) in
            let entry = try line(row)
            book.lines[entry.id] = entry
        }
        try each("SELECT \(Self.itemColumns) FROM book_item WHERE org = $1 ORDER BY custody, kind, no") { (row) throws(Refusal) in
            let item = try item(row)
            book.items[item.key] = item
        }
        try each("SELECT body FROM bank_match WHERE org = $1 ORDER BY number") { (row) throws(Refusal) in
            let match: Match = try row.body(0)
            book.matches[match.number] = match
        }
        try each("SELECT body FROM fund_entry WHERE org = $1 ORDER BY seq") { (row) throws(Refusal) in
            let entry: FundEntry = try row.body(0)
            book.carried[entry.seq] = entry.carriedCash
        }
        return book
    }

    package func accounts() throws(Refusal) -> [Label: StatementAccount] {
        var accounts: [Label: StatementAccount] = [:]
        try each("SELECT body FROM bank_account WHERE org = $1 ORDER BY account") { (row) throws(Refusal) in
            let account: StatementAccount = try row.body(0)
            accounts[account.account] = account
        }
        return accounts
    }

    /// The account that a number names, however it is written.
    package func account(_ number: Label) throws(Refusal) -> StatementAccount? {
        var book = BankBook()
        book.accounts = try accounts()
        return book.account(number)
    }

    /// How many imports were voided.
    package func voided() throws(Refusal) -> Int {
        let sql = "SELECT count(*) FROM taken WHERE org = $1 AND kind = $2"
        let row = try connection.first(sql, [org, SQLValue(Unique.Kind.voided.rawValue)])
        return Int(try row?.int(0) ?? 0)
    }

    /// What a command names, and what its lines turn out to be: the accounts of the lines, and the items of
    /// either custody.
    func load(_ named: BankMentions, _ known: [Code], into book: inout BankBook) throws(Refusal) {
        var (lines, items) = (named.lines, named.items)
        for code in known { lines.append(try LineID(code.text)) }
        if let number = named.match {
            let row = try connection.first(
                "SELECT body FROM bank_match WHERE org = $1 AND number = $2", [org, SQLValue(number)])
            if let row {
                let match: Match = try row.body(0)
                book.matches[number] = match
                lines += match.form.lines
                items += match.form.payments
            }
        }
        try load(lines, into: &book)
        if let record = named.record {
            let sql = "SELECT \(Self.lineColumns) FROM bank_line WHERE org = $1 AND seq = $2"
            for row in try connection.rows(sql, [org, SQLValue(record)]) {
                let entry = try line(row)
                book.lines[entry.id] = entry
            }
        }
        if named.accounts { book.accounts = try accounts() }
        for account in Set(book.lines.values.map(\.account)) where book.accounts[account] == nil {
            try load(account, into: &book)
        }
        try load(items, into: &book)
    }

    /// The lines of these identities (``ImportStatementForm/unique(_:)``) that are there already.
    package func known(_ uniques: [String]) throws(Refusal) -> [String: BankEntry] {
        var book = BankBook()
        var found: [String: BankEntry] = [:]
        for unique in uniques {
            let row = try connection.first(
                "SELECT owner FROM taken WHERE org = $1 AND kind = 'statementLine' AND value = $2", [org, SQLValue(unique)])
            guard let row else { continue }
            let id = try LineID(try row.text(0))
            try load([id], into: &book)
            found[unique] = book.lines[id]
        }
        return found
    }

    private func load(_ ids: [LineID], into book: inout BankBook) throws(Refusal) {
        let sql = "SELECT \(Self.lineColumns) FROM bank_line WHERE org = $1 AND seq = $2 AND n = $3"
        let answers = try connection.gather(ids.map { SQLQuestion(sql, [org, SQLValue($0.seq), SQLValue($0.n)]) })
        for (id, rows) in zip(ids, answers) {
            for row in rows { book.lines[id] = try line(row) }
        }
    }

    private func load(_ account: Label, into book: inout BankBook) throws(Refusal) {
        let row = try connection.first(
            "SELECT body FROM bank_account WHERE org = $1 AND account = $2", [org, SQLValue(account.text)])
        if let row { book.accounts[account] = try row.body(0) as StatementAccount }
    }

    private func load(_ names: [ItemName], into book: inout BankBook) throws(Refusal) {
        let answers = try connection.gather(names.map { name in
            SQLQuestion(Self.itemQuestion, [org, SQLValue(name.known.rawValue), SQLValue(name.no.text)])
        })
        for row in answers.joined() {
            let item = try item(row)
            book.items[item.key] = item
        }
    }

    private static let itemQuestion = """
        SELECT \(itemColumns) FROM book_item
        WHERE org = $1 AND custody IN ('bank', 'treasury') AND kind = $2 AND no = $3 ORDER BY custody
        """
    private static let lineColumns = "seq, n, account, matched, body"
    private static let itemColumns = "custody, kind, no, day, effect, matched, job, contractor"

    private func line(_ row: SQLRow) throws(Refusal) -> BankEntry {
        BankEntry(
            id: LineID(seq: Int(try row.int(0)), n: Int(try row.int(1))), account: try Label(try row.text(2)),
            line: try row.body(4), match: try row.intOrNil(3).map { Int($0) })
    }

    private func item(_ row: SQLRow) throws(Refusal) -> BookItem {
        guard let custody = Custody(rawValue: try row.text(0)), let kind = ItemName.Kind(rawValue: try row.text(1)) else {
            throw Refusal(.storeDamaged, ["detail": "book_item.custody, book_item.kind"])
        }
        var jobs: [Code] = []
        for text in try row.textOrNil(6)?.split(separator: " ") ?? [] { jobs.append(try Code(String(text))) }
        let contractor: Code? = if let text = try row.textOrNil(7) { try Code(text) } else { nil }
        return BookItem(
            custody: custody, name: ItemName(kind, try Label(try row.text(2))), day: Day(number: Int(try row.int(3))),
            effect: Fen(try row.int(4)), jobs: jobs, contractor: contractor, match: try row.intOrNil(5).map { Int($0) })
    }

    private func each(_ sql: String, _ take: (SQLRow) throws(Refusal) -> Void) throws(Refusal) {
        try connection.each(sql, [org], take)
    }
}
