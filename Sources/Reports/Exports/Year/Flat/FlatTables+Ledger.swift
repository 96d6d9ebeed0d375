import Jobs
import Journal
import Kernel
import Ledger

extension FlatTables {
    /// GL_Source comes last: which commands have booked is known when their lines are told.
    var ledgerTables: [KeyedTable] {
        let sources = SourceList()
        return [accountSegments, trialBalance, details(sources), list(sources)]
    }

    /// The commands that have booked, with what they are called.
    private final class SourceList {
        var titles: [String: String] = [:]
    }

    private var accountSegments: KeyedTable {
        KeyedTable("GL_Account_Segment", ExportAccount.tree.filter(\.isLeaf).flatMap { account in
            Self.segmentNames.enumerated().map { index, segment in
                [
                    "GL_Account_Number": .key(account.number), "Account_Segment_Number": .count(index + 1),
                    "Account_Segment_Name": .text(segment.1),
                    "Corresponding_File": .key(segment.0 == "GYS" ? "BAS_Supplier" : "BAS_Customized_ACC_Value"),
                    "Customized_ACC_Segment_Code": segment.0 == "GYS" ? .blank : .key(segment.0),
                ]
            }
        })
    }

    private var trialBalance: KeyedTable {
        KeyedTable("GL_Trial_Balance") { (take) throws(Refusal) in
            try books.balances.each([.total]) { (month, key, balance) throws(Refusal) in
                try take([
                    "GL_Account_Number": .key(ExportAccount(key.account).number), "Fiscal_Year": year,
                    "Accounting_Period": .key("M\(month)"), "Balance_As_Of_Date": .day(Self.end(month, books.year)),
                    "Functional_Currency_Code": .key("CNY"), "Transaction_Currency_Code": .key("CNY"),
                    "Beginning_Functional_Amount": .amount(balance.opening),
                    "Beginning_Transaction_Amount": .amount(balance.opening),
                    "Ending_Functional_Amount": .amount(balance.closing), "Ending_Transaction_Amount": .amount(balance.closing),
                    "Business_Segment_1": segment,
                ])
            }
        }
    }

    private func details(_ sources: SourceList) -> KeyedTable {
        KeyedTable("GL_Details") { (take) throws(Refusal) in
            var (journal, n) = ("", 0)
            try source.eachRow { (row, record) throws(Refusal) in
                let own = Self.journal(row.place.number, row.book)
                (journal, n) = own == journal ? (own, n + 1) : (own, 1)
                if sources.titles[row.event] == nil { sources.titles[row.event] = record.events.first?.title.zh ?? row.event }
                try take(cells(row, record, journal, n))
            }
        }
    }

    /// Journal_ID: our voucher and its book.
    static func journal(_ voucher: Code, _ book: Book) -> String { voucher.text + "/" + book.rawValue }

    private func cells(_ row: VoucherRow, _ record: Record, _ journal: String, _ n: Int) -> KeyedTable.Row {
        let (place, line) = (row.place, row.line)
        let isBack = books.reversed.contains(place.number)
        let fund = books.appropriations[line.appropriation]
        let what: KeyedTable.Row = [
            "Journal_ID": .key(journal), "Journal_Number": .text(row.number),
            "GL_Account_Number": .key(ExportAccount(line.account).number), "Fiscal_Year": year,
            "Accounting_Period": .key("M\(row.month)"), "Effective_Date": .day(place.day), "Journal_Line_Number": .count(n),
            "JE_Type_Code": .key(row.book.rawValue), "JE_Header_Description": .text(place.summary),
            "JE_Line_Description": .text(place.summary), "Source_Code": .key(row.event),
            "Bill_Number": .text(place.paymentNo ?? ""), "Functional_Amount": .amount(line.amount.fen),
            "Functional_Currency_Code": .key("CNY"), "Transaction_Amount": .amount(line.amount.fen),
            "Transaction_Currency_Code": .key("CNY"),
            "Settlement_Method_Code": source.method(row).map { .key($0.code) } ?? .blank,
            "Credit_Debit_Indicator": .key(line.side == .debit ? "D" : "C"),
        ]
        let who: KeyedTable.Row = [
            "Reversal_Indicator": row.reverses != nil ? .count(1) : isBack ? .count(2) : .blank,
            "Reversal_Journal_ID": row.reverses.map { .key(Self.journal($0, row.book)) } ?? .blank,
            "Cancellation_Sign": .flag(false), "Created_User_ID": .key(place.by), "Created_Date": .instant(record.recorded),
            "Created_Time": .instant(record.recorded), "Approved_User_ID": .key(place.checker), "Posted_User_ID": .key("yjb"),
            "Account_Segment_Project": .key(line.job), "Account_Segment_1": .key(line.appropriation),
            "Account_Segment_2": .key(fund?.source),
            "Account_Segment_3": .text(line.job.flatMap { books.communities[$0] } ?? ""),
            "Account_Segment_4": .key(line.contractor), "Business_Segment_1": segment,
        ]
        let classified = Classification.Part.allCases.enumerated().map { index, part in
            ("Account_Segment_\(index + 5)", fund.classified(part))
        }
        return what.merging(who) { first, _ in first }.merging(classified) { first, _ in first }
    }

    private func list(_ sources: SourceList) -> KeyedTable {
        KeyedTable("GL_Source") { (take) throws(Refusal) in
            for (code, title) in sources.titles.sorted(by: { $0.key < $1.key }) {
                let process = code.split(separator: ".").first.map(String.init) ?? code
                try take([
                    "Source_Code": .key(code), "Source_Description": .text(title), "ERP_Subledger_Module": .key(process),
                    "System_Manual_Identifier": .key("S"), "Business_Process_Major": .key(process),
                    "Business_Process_Minor": .text(title),
                ])
            }
        }
    }
}
