package import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger

/// The rows of the flat files (audit.md B3 §4), by the names of ``FlatNames``. The three books are one set.
package struct FlatTables {
    let source: BureauTables
    let users: [User]
    let agreements: [RateAgreement]
    /// 应付账款账龄表 and 质保金台账 at the end of the year.
    let open: (payables: Document, retention: Document)
    /// Every job, in the order of their numbers.
    let jobs: ((Job) throws(Refusal) -> Void) throws(Refusal) -> Void
    /// When the last record was written down.
    let extracted: Instant

    var books: YearBooks { source.books }
    var year: ExportCell { .count(books.year) }
    var segment: ExportCell { .key(source.street.code.text) }

    package init(
        _ source: BureauTables, users: [User], agreements: [RateAgreement], open: (payables: Document, retention: Document),
        extracted: Instant, jobs: @escaping ((Job) throws(Refusal) -> Void) throws(Refusal) -> Void
    ) {
        (self.source, self.users, self.agreements, self.open) = (source, users, agreements, open)
        (self.extracted, self.jobs) = (extracted, jobs)
    }

    package var all: [KeyedTable] { basis + ledgerTables + payableTables + purchaseTables }

    private var basis: [KeyedTable] {
        [profile, chart, periods, people, suppliers, currency, projects, entryTypes, methods, segments, values]
    }

    private var profile: KeyedTable {
        KeyedTable("BAS_Profile", [[
            "Profile_Number": .key(source.ledger(.financial)), "Profile_Name": .text(source.street.name.text),
            "Fiscal_Year": year, "Accounting_Entity": .text(source.street.name.text), "Industry": .text("街道办事处"),
            "Developer_Name": .key("yjb"), "Software_Name": .key("yjb"), "Functional_Currency_Code": .key("CNY"),
            "Standard_Version": .key("ISO 21378:2019"), "Extracted_Date": .instant(extracted), "Time_Zone": .key("UTC+08:00"),
            "Business_Segment_1": segment,
        ]])
    }

    private var chart: KeyedTable {
        KeyedTable("BAS_Chart_Of_Accounts", ExportAccount.tree.map { account in
            [
                "GL_Account_Number": .key(account.number), "GL_Account_Name": .text(account.fullName),
                "Account_Type": .text(account.kind), "Account_Subtype": .text(account.book.system),
                "Account_Hierarchy": .count(account.level), "Parent_GL_Account_Number": .key(account.parent ?? ""),
                "Balance_Debit_Or_Credit": .key(account.side == ExportAccount.word(.debit) ? "D" : "C"),
                "Active_Flag": .flag(true), "Business_Segment_1": segment,
            ]
        })
    }

    private var periods: KeyedTable {
        KeyedTable("BAS_Accounting_Period", (1...13).map { month in
            [
                "Fiscal_Year": year, "Accounting_Period": .key("M\(month)"),
                "Accounting_Period_BEG_Date": .day(month == 13 ? Day.last(of: books.year) : Self.first(month, books.year)),
                "Accounting_Period_Ending_Date": .day(Self.end(month, books.year)),
            ]
        })
    }

    private static func first(_ month: Int, _ year: Int) -> Day { Day.first(of: year).adding(months: month - 1) }

    /// The last day of a month; the closing phase ends with the year.
    static func end(_ month: Int, _ year: Int) -> Day {
        month >= 12 ? Day.last(of: year) : first(month + 1, year) + -1
    }

    private var people: KeyedTable {
        KeyedTable("BAS_User", users.map { user in
            let roles = user.roles.map(\.title.zh).joined(separator: "、")
            return [
                "User_ID": .key(user.user.text), "User_Active_Status": .flag(user.active), "User_Name": .text(user.name.text),
                "Department_Code": segment, "User_Role_Responsibility": .text(roles),
            ]
        })
    }

    private var suppliers: KeyedTable {
        KeyedTable("BAS_Supplier", source.knownFirms.map { known in
            let firm = known.firm
            return [
                "Supplier_Account_ID": .key(firm.code.text), "Supplier_Account_Number": .key(firm.code.text),
                "Supplier_Account_Name": .text(firm.name.text), "Supplier_TIN": .key(firm.creditCode.text),
                "Created_Date": .day(known.since), "Last_Modified_Date": known.changed.map { .day($0) } ?? .blank,
            ]
        })
    }

    private var currency: KeyedTable {
        KeyedTable("BAS_Currency", [[
            "Currency_Code": .key("CNY"), "Currency_Name": .text("人民币"), "Minor_Unit": .count(2), "Active_Flag": .flag(true),
        ]])
    }

    private var projects: KeyedTable {
        KeyedTable("BAS_Project") { (take) throws(Refusal) in
            try jobs { (job) throws(Refusal) in
                guard job.calledAt.day.year <= books.year else { return }
                try take([
                    "Project_ID": .key(job.number.text), "Project_Code": .key(job.number.text),
                    "Project_Name": .text(category(job)),
                    "Project_Beginning_Date": .instant(job.calledAt),
                    "Project_Ending_Date": job.closedAt.map { .instant($0) } ?? .blank,
                    "Active_Flag": .flag(job.closedAt == nil), "Business_Segment_1": segment,
                ])
            }
        }
    }

    private func category(_ job: Job) -> String {
        books.policy.categories.first { $0.code == job.category }?.name.zh ?? job.category.text
    }

    private var entryTypes: KeyedTable {
        KeyedTable("BAS_Journal_Entry_Type", [Book.financial, .budget, .control].map { book in
            [
                "JE_Type_Code": .key(book.rawValue), "JE_Type_Name": .text(book.system),
                "JE_Type_Abbreviation": .text(book == .control ? "指" : "记"), "Active_Flag": .flag(true),
            ]
        })
    }

    private var methods: KeyedTable {
        KeyedTable("BAS_Settlement_Method", SettlementMethod.allCases.map { method in
            [
                "Settlement_Method_Code": .key(method.code), "Settlement_Method_Name": .text(method.title),
                "Active_Flag": .flag(true),
            ]
        })
    }

    private var segments: KeyedTable {
        KeyedTable("BAS_Customized_ACC_Segment", Self.segmentNames.filter { $0.0 != "GYS" }.map { code, name in
            [
                "Customized_ACC_Segment_Code": .key(code), "Customized_ACC_Segment_Name": .text(name),
                "Hierarchy_Flag": .flag(false), "Active_Flag": .flag(true),
            ]
        })
    }

    /// What Account_Segment_1 to 10 are; suppliers have a table of their own.
    static let segmentNames = [("ZB", "指标"), ("LY", "资金来源"), ("SQ", "社区"), ("GYS", "供应商")]
        + Classification.Part.allCases.map { ($0.list, $0.title.zh) }

    private var values: KeyedTable {
        KeyedTable("BAS_Customized_ACC_Value") { (take) throws(Refusal) in
            for fund in source.funds { try take(Self.value("ZB", fund.code.text, fund.documentNo.text)) }
            for origin in books.policy.sources { try take(Self.value("LY", origin.code.text, origin.name.zh)) }
            for name in Set(books.communities.values).sorted() { try take(Self.value("SQ", name, name)) }
            for part in Classification.Part.allCases {
                for value in part.values(of: source.funds) { try take(Self.value(part.list, value.code, value.name)) }
            }
        }
    }

    private static func value(_ list: String, _ code: String, _ name: String) -> KeyedTable.Row {
        value(list, .key(code), name)
    }

    private static func value(_ list: String, _ code: ExportCell, _ name: String) -> KeyedTable.Row {
        [
            "Customized_ACC_Value_Code": code, "Customized_ACC_Segment_Code": .key(list),
            "Customized_ACC_Value_Name": .text(name), "Customized_ACC_Value_Hierarchy": .count(1),
        ]
    }
}
