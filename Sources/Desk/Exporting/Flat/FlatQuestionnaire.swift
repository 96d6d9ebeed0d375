import Reports

/// The answers to what whoever takes the flat files in has to know.
enum FlatQuestionnaire {
    static func text(year: Int, _ files: [(table: String, path: String)]) -> String {
        """
        Flat files with the names of ISO 21378:2019, fiscal year \(year). No conformance is claimed.

        1. Which tables are delivered?
        \(files.map { "   \($0.table)" }.joined(separator: "\r\n"))

        2. Which tables of these modules are not?
           Files without a byte: \(FlatNames.empty.joined(separator: ", ")).
           The modules SAL, AR, INV and PPE are not delivered: a street office sells nothing and keeps no stock here.

        3. Which fields are empty?
           profile.csv counts them. The reporting and the local currency are empty: there is one currency, CNY.
           Addresses, contacts and bank accounts of suppliers, and whoever called, are not delivered.

        4. How is Journal_ID made?
           The voucher's own number, a slash, and its book: F financial, B budget, I control (the street's own).
           The three books are one set; JE_Type_Code is the book. Within a journal debits equal credits.
           Journal_Number ranks the vouchers of a year (记: ledger, 指: control book).

        5. What do signs mean?
           GL_Trial_Balance: debit positive, credit negative.
           GL_Details: Functional_Amount with Credit_Debit_Indicator D or C. A red line keeps its side and is negative.
           Reversal_Indicator 1: a red voucher, with what it takes back in Reversal_Journal_ID; 2: a voucher that was taken back.
           Payments that came back are negative.

        6. What are the periods?
           M1 to M12 are months; M13 is the closing phase of 31 December. The control book opens at nothing each year; while the
           year before is open, what stood in its statuses opens them.

        7. When was it extracted?
           All of it is a function of the journal up to the record whose number ends the files' names; the date in them is the
           day on which that record was written down, and so is Extracted_Date. Jobs, orders and invoices are as of that record.

        8. What are the account segments?
           1 appropriation (指标), 2 source of funds, 3 community, 4 supplier; 5 to 10 are how the budget classifies the
           appropriation: function, economic classification of the department and of the government, nature of the funds,
           project, level. A project of BAS_Project is a job (工单).

        """.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
            .joined(separator: "\r\n")
    }
}
