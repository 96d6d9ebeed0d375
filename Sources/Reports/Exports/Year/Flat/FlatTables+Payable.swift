import Documents
import Jobs
import Journal
import Kernel
import Ledger

extension FlatTables {
    var payableTables: [KeyedTable] { [openPayables, paymentsMade, applications] }

    /// A row a settlement with payable (`AP`), and one with retention (`RET`).
    private var openPayables: KeyedTable {
        KeyedTable("AP_Open_Accounts_Payable") { (take) throws(Refusal) in
            var settled: [String: (day: Day, voucher: Code?)] = [:]
            try jobs { (job) throws(Refusal) in
                if let own = job.settlement { settled[job.number.text] = (own.at.day, own.voucher) }
            }
            let kinds = [("AP", open.payables, "approved", "payable"), ("RET", open.retention, "retention", "open")]
            for (kind, document, amount, rest) in kinds {
                for row in NamedRow.rows(document) where row.amount(rest) != .zero {
                    try take(openRow(kind, row, row.amount(amount), row.amount(rest), settled[row.text("job")]))
                }
            }
        }
    }

    private func openRow(
        _ kind: String, _ row: NamedRow, _ amount: Fen, _ rest: Fen, _ settled: (day: Day, voucher: Code?)?
    ) -> KeyedTable.Row {
        let day = row.day("settled") ?? settled?.day
        return [
            "Transaction_ID": .key(row.text("settlement") + "/" + kind), "Supplier_Account_ID": .key(row.text("contractor")),
            "Project_ID": .key(row.text("job")), "Fiscal_Year": day.map { .count($0.year) } ?? .blank,
            "Accounting_Period": day.map { .key("M\($0.month)") } ?? .blank, "Transaction_Date": day.map { .day($0) } ?? .blank,
            "Journal_ID": settled?.voucher.map { .key(Self.journal($0, .financial)) } ?? .blank,
            "Transaction_Due_Date": row.day("due").map { .day($0) } ?? .blank,
            "Reference_Number": .key(row.text("settlement")), "Functional_Balance": .amount(rest),
            "Transaction_Balance": .amount(rest), "Grouping_Code": .key(kind), "Business_Segment_1": segment,
        ].merging(Self.money(amount)) { first, _ in first }
    }

    private static func money(_ amount: Fen) -> KeyedTable.Row {
        [
            "Functional_Amount": .amount(amount), "Functional_Currency_Code": .key("CNY"),
            "Transaction_Amount": .amount(amount), "Transaction_Currency_Code": .key("CNY"),
        ]
    }

    private var paymentsMade: KeyedTable {
        KeyedTable("AP_Payments_Made") { (take) throws(Refusal) in
            try eachPart { (part) throws(Refusal) in
                try take(part.row(self).merging([
                    "Payment_ID": .key(part.id), "Payment_Number": .text(part.paid.name.text), "Project_ID": .key(part.paid.job),
                    "Payment_Date": .day(part.paid.day), "Reference_Number": .key(part.paid.sheet),
                    "Journal_ID": part.paid.voucher.map { .key(Self.journal($0, .financial)) } ?? .blank,
                    "Amount_Credit_Debit_Indicator": .key("D"),
                ]) { first, _ in first })
            }
        }
    }

    private var applications: KeyedTable {
        KeyedTable("AP_Cash_Application") { (take) throws(Refusal) in
            try eachPart { (part) throws(Refusal) in
                try take(part.row(self).merging([
                    "AP_Application_ID": .key("A-" + part.id), "AP_Application_Date": .day(part.paid.day),
                    "Payment_ID": .key(part.id), "Invoice_ID": .key(part.paid.sheet),
                ]) { first, _ in first })
            }
        }
    }

    /// What a payment moved on one resource account for one appropriation.
    private struct PaidPart {
        let paid: YearBooks.Paid
        let id: String
        let amount: Fen
        let debit: Account?
        let credit: Account?
        let record: Record

        func row(_ tables: FlatTables) -> KeyedTable.Row {
            let number = { (account: Account?) -> ExportCell in account.map { .key(ExportAccount($0).number) } ?? .blank }
            return [
                "Supplier_Account_ID": .key(paid.contractor), "Fiscal_Year": .count(paid.day.year),
                "Accounting_Period": .key("M\(paid.day.month)"),
                "Settlement_Method_Code": .key(tables.source.method(paid.share.appropriation).code),
                "GL_Debit_Account_Number": number(debit), "GL_Credit_Account_Number": number(credit),
                "Created_User_ID": .key(record.by), "Created_Date": .instant(record.recorded),
                "Created_Time": .instant(record.recorded), "Business_Segment_1": tables.segment,
            ].merging(FlatTables.money(amount)) { first, _ in first }
        }
    }

    /// By day and number. A payment whose voucher does not say which account paid it is one part.
    private func eachPart(_ take: (PaidPart) throws(Refusal) -> Void) throws(Refusal) {
        let sorted = books.payments.sorted {
            ($0.day, $0.name.text, $0.seq, $0.share.appropriation.text)
                < ($1.day, $1.name.text, $1.seq, $1.share.appropriation.text)
        }
        for paid in sorted {
            let record = try source.record(paid.seq)
            let lines = record.vouchers.first { $0.number == paid.voucher }?.lines
                .filter { $0.book == .financial && $0.appropriation == paid.share.appropriation } ?? []
            let debit = lines.first { $0.side == .debit }?.account
            let credits = lines.filter { $0.side == .credit }
            let id = "\(paid.name.text)/\(paid.seq)/\(paid.share.appropriation.text)"
            guard credits.map(\.amount.fen).sum == paid.share.amount else {
                try take(PaidPart(
                    paid: paid, id: id, amount: paid.share.amount, debit: debit, credit: credits.first?.account, record: record))
                continue
            }
            for (n, line) in credits.enumerated() {
                try take(PaidPart(
                    paid: paid, id: "\(id)/\(n + 1)", amount: line.amount.fen, debit: debit, credit: line.account,
                    record: record))
            }
        }
    }
}

/// A row of detail of a report's first table, by the keys of its columns.
private struct NamedRow {
    private let cells: [String: Cell]

    static func rows(_ document: Document) -> [NamedRow] {
        guard let table = document.tables.first else { return [] }
        return table.rows.filter { $0.level == .detail }.map { row in
            NamedRow(cells: Dictionary(zip(table.columns.map(\.key), row.cells)) { first, _ in first })
        }
    }

    /// A code, a number, or nothing.
    func text(_ key: String) -> String {
        switch cells[key] {
        case .named(let code, _): code
        case .link(let link): link.text
        case .text(let text): text
        case .blank, .phrase, .list, .money, .ratio, .count, .day, .instant, .duration, .flag, nil: ""
        }
    }

    func amount(_ key: String) -> Fen { if case .money(let amount) = cells[key] { amount } else { .zero } }

    func day(_ key: String) -> Day? { if case .day(let day) = cells[key] { day } else { nil } }
}
