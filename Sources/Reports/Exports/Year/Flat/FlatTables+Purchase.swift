import Jobs
import Journal
import Kernel
import Ledger

extension FlatTables {
    var purchaseTables: [KeyedTable] { [contracts, orders, orderLines, invoices] }

    /// Rate agreements that were in force on a day of the year.
    private var contracts: KeyedTable {
        let own = agreements.filter { $0.from.year <= books.year && $0.to.year >= books.year }
        return KeyedTable("PUR_Contracts", own.map { agreement in
            [
                "Purchase_Contract_ID": .key(agreement.agreement.text),
                "Purchase_Contract_Number": .key(agreement.agreement.text),
                "Contract_Type_Name": .text("单价协议"), "Contract_Beginning_Date": .day(agreement.from),
                "Contract_Ending_Date": .day(agreement.to), "Supplier_Account_ID": .key(agreement.contractor.text),
                "Purchase_Organization_Code": segment, "Contract_Transaction_CUR_Code": .key("CNY"),
                "Status": .key(agreement.to > Day.last(of: books.year) ? "active" : "ended"), "Business_Segment_1": segment,
            ]
        })
    }

    /// The jobs that were given to a firm in the year.
    private func eachOrder(_ take: (Job, Dispatch) throws(Refusal) -> Void) throws(Refusal) {
        try jobs { (job) throws(Refusal) in
            if let dispatch = job.dispatch, dispatch.at.day.year == books.year { try take(job, dispatch) }
        }
    }

    /// 派工单; the amount is what was signed with its slips, before that what was authorised.
    private var orders: KeyedTable {
        KeyedTable("PUR_Orders") { (take) throws(Refusal) in
            try eachOrder { (job, dispatch) throws(Refusal) in
                let amount = job.signedTotal == nil ? job.authorization?.ceiling : job.currentTotal
                try take([
                    "Purchase_Order_ID": .key(job.number.text), "Purchase_Order_Number": .key(job.number.text),
                    "Fiscal_Year": .count(dispatch.at.day.year), "Accounting_Period": .key("M\(dispatch.at.day.month)"),
                    "Purchase_Order_Type_Name": .text("派工单"), "Purchase_Order_Date": .instant(dispatch.at),
                    "Purchase_Organization_Code": segment, "Supplier_Account_ID": .key(dispatch.form.contractor),
                    "Order_Transaction_Amount": amount.map { .amount($0) } ?? .blank, "Order_Transaction_CUR_Code": .key("CNY"),
                    "Created_Date": .instant(dispatch.at), "Created_Time": .instant(dispatch.at),
                    "Status": .text(job.works.title.zh), "Business_Segment_1": segment,
                ])
            }
        }
    }

    /// Lines of the survey form, and of the slips that were signed.
    private var orderLines: KeyedTable {
        KeyedTable("PUR_Orders_Details") { (take) throws(Refusal) in
            try eachOrder { (job, _) throws(Refusal) in
                var n = 0
                let papers = [("S", job.survey?.form.lines ?? [])]
                    + job.slips.filter { $0.signedBy != nil }.map { ("C\($0.number)", $0.lines) }
                for (paper, lines) in papers {
                    for (index, line) in lines.enumerated() {
                        n += 1
                        let id = "\(job.number.text)/\(paper).\(index + 1)"
                        try take(try row(line, id, n, job))
                    }
                }
            }
        }
    }

    private func row(_ line: PricedLine, _ id: String, _ n: Int, _ job: Job) throws(Refusal) -> KeyedTable.Row {
        let amount = try line.amount()
        // On top of the lines comes the tax, or it is in their prices.
        let terms = job.survey?.form.taxRate == nil ? "Tax_Include" : "Tax_Exclude"
        return [
            "Purchase_Order_ID": .key(job.number.text), "Purchase_Order_Line_ID": .key(id),
            "Purchase_Order_Line_Number": .count(n), "Project_ID": .key(job.number.text),
            "Basic_UOM_Quantity": .key(line.quantity.text), "Basic_UOM_Code": .text(line.unit.text),
            "Purchase_Order_Line_Quantity": .key(line.quantity.text), "Order_Line_UOM_Code": .text(line.unit.text),
            terms + "_Unit_Price": .amount(line.unitPrice), terms + "_Amount": .amount(amount),
            "Order_Line_Transaction_Amount": .amount(amount), "Product_ID": .text(line.item.text),
            "Business_Segment_1": segment,
        ]
    }

    /// The invoices of the year's days.
    private var invoices: KeyedTable {
        KeyedTable("PUR_Invoices_Received") { (take) throws(Refusal) in
            try jobs { (job) throws(Refusal) in
                for item in job.invoices ?? [] where item.invoice.date.year == books.year {
                    let invoice = item.invoice
                    try take([
                        "Invoice_ID": .key(invoice.number.text), "Invoice_Number": .key(invoice.number.text),
                        "Fiscal_Year": .count(invoice.date.year), "Accounting_Period": .key("M\(invoice.date.month)"),
                        "Official_Invoice_Code": .key(invoice.number.text), "Invoice_Type_Name": .text("增值税发票"),
                        "Invoice_Date": .day(invoice.date), "Supplier_Account_ID": .key(job.contractor),
                        "Invoice_Transaction_Amount": .amount(invoice.total), "Invoice_Transaction_CUR_Code": .key("CNY"),
                        "Created_User_ID": .key(item.by), "Created_Date": .instant(item.at), "Created_Time": .instant(item.at),
                        "Grouping_Code": .key(job.number.text), "Tax1_Type_Code": .key("VAT"),
                        "Tax1_Transaction_Amount": .amount(invoice.tax),
                        "Status": .key(job.invoicesInForce.contains(item) ? "inForce" : "void"), "Business_Segment_1": segment,
                    ])
                }
            }
        }
    }
}
