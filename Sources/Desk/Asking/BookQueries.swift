import Journal
import Kernel
import Ledger
import Reports
import SQL
import Store

extension Queries {
    /// The vouchers of a street until a day, in the order of booking; those of records that touch what is
    /// asked about. `upTo` bounds the record numbers.
    func vouchers(
        _ org: Code, until day: Day, upTo seq: Int, of focus: SnapshotReader.Focus = SnapshotReader.Focus()
    ) throws(Refusal) -> VoucherBook {
        var book = VoucherBook(until: day)
        try eachBooked(org, upTo: seq, of: focus) { (record) throws(Refusal) in book.take(record) }
        return book
    }

    /// The same one after the other, without keeping them, each linked to the others.
    func eachVoucher(
        _ org: Code, until day: Day, upTo seq: Int, of focus: SnapshotReader.Focus,
        _ take: (VoucherBook.Entry) throws(Refusal) -> Void
    ) throws(Refusal) {
        let links = try links(org, until: day, upTo: seq)
        try eachBooked(org, upTo: seq, of: focus) { (record) throws(Refusal) in
            for entry in VoucherBook.entries(of: record, until: day) { try take(links.linked(entry)) }
        }
    }

    /// The vouchers that may be linked to others: those without a job, and of a job with red lines all.
    private func links(_ org: Code, until day: Day, upTo seq: Int) throws(Refusal) -> VoucherBook {
        var book = VoucherBook(until: day)
        try connection.each(
            """
            SELECT r.body FROM record AS r WHERE r.org = $1 AND r.seq <= $2 AND r.seq IN (
                SELECT seq FROM line WHERE org = $1 AND job IS NULL
                UNION SELECT seq FROM job_record WHERE org = $1
                AND job IN (SELECT job FROM line WHERE org = $1 AND amount < 0 AND job IS NOT NULL))
            ORDER BY r.seq
            """, [SQLValue(org.text), SQLValue(seq)]
        ) { (row) throws(Refusal) in book.take(try Record(body: try row.text(0))) }
        return book
    }

    /// Whether a voucher was booked on a day until this one.
    func isBooked(_ voucher: Code, of org: Code, until day: Day, upTo seq: Int) throws(Refusal) -> Bool {
        try connection.first(
            "SELECT 1 FROM line WHERE org = $1 AND voucher = $2 AND day <= $3 AND seq <= $4 LIMIT 1",
            [SQLValue(org.text), SQLValue(voucher.text), SQLValue(day.number), SQLValue(seq)]) != nil
    }

    /// A condition on one of these accounts; nothing where there is none.
    private static func oneOf(_ accounts: [Account]?, _ column: String, _ named: inout [SQLValue]) -> String {
        guard let accounts else { return "" }
        let places = accounts.map { account in
            named.append(SQLValue(account.rawValue))
            return "$\(named.count)"
        }
        return " AND \(column) IN (\(places.joined(separator: ", ")))"
    }

    /// The records with lines of what is asked about, in order.
    func eachBooked(
        _ org: Code, upTo seq: Int, of focus: SnapshotReader.Focus = SnapshotReader.Focus(),
        _ take: (Record) throws(Refusal) -> Void
    ) throws(Refusal) {
        var (own, named) = ("", [SQLValue(org.text), SQLValue(seq)])
        for (column, code) in [("appropriation", focus.appropriation), ("job", focus.job)] {
            guard let code else { continue }
            named.append(SQLValue(code.text))
            own += " AND l.\(column) = $\(named.count)"
        }
        own += Self.oneOf(focus.accounts, "l.account", &named)
        try connection.each(
            """
            SELECT r.body FROM record AS r WHERE r.org = $1 AND r.seq <= $2
            AND EXISTS (SELECT 1 FROM line AS l WHERE l.org = r.org AND l.seq = r.seq\(own)) ORDER BY r.seq
            """, named
        ) { (row) throws(Refusal) in try take(try Record(body: try row.text(0))) }
    }

    /// The lines of an appropriation, or of all, in the order in which they were booked.
    /// `upTo` bounds the record numbers.
    func lines(
        _ org: Code, appropriation: Code?, accounts: [Account]? = nil, upTo seq: Int? = nil
    ) throws(Refusal) -> [FundLedgerReport.Entry] {
        var (lines, own): ([FundLedgerReport.Entry], String) = ([], "")
        var named = [SQLValue(org.text), SQLValue(seq ?? Int.max)]
        if let appropriation {
            named.append(SQLValue(appropriation.text))
            own += " AND appropriation = $\(named.count)"
        }
        own += Self.oneOf(accounts, "account", &named)
        try connection.each(
            """
            SELECT seq, voucher, day, account, side, amount, appropriation, job, contractor, phase
            FROM line WHERE org = $1 AND seq <= $2\(own) ORDER BY seq, n
            """, named
        ) { (row) throws(Refusal) in
            let line = try Self.line(row)
            guard let phase = Phase(rawValue: try row.text(9)) else {
                throw Refusal(.storeDamaged, ["detail": "line.phase"])
            }
            lines.append(FundLedgerReport.Entry(
                seq: Int(try row.int(0)), voucher: try row.text(1), day: Day(number: Int(try row.int(2))), line: line,
                phase: phase))
        }
        return lines
    }

    private static func line(_ row: SQLRow) throws(Refusal) -> Line {
        guard let account = Account(rawValue: try row.text(3)), let side = Side(rawValue: try row.text(4)) else {
            throw Refusal(.storeDamaged, ["detail": "line.account, line.side"])
        }
        let job: Code? = if let text = try row.textOrNil(7) { try Code(text) } else { nil }
        let contractor: Code? = if let text = try row.textOrNil(8) { try Code(text) } else { nil }
        return Line(side, account, Fen(try row.int(5)), try Code(try row.text(6)), job: job, contractor: contractor)
    }
}
