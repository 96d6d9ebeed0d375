/// Names and order of the fields of the flat files (audit.md B3 §4): ISO 21378:2019, its modules BAS, GL, AP
/// and PUR. `!D` marks a date, `!T` a time, `!N` a decimal, `!I` an integer, `!B` yes or no; the rest is
/// text.
package enum FlatNames {
    package static let tables = FieldList.read(basis + "\n" + books + "\n" + payable + "\n" + purchase)

    /// Tables of these modules that are not delivered: files without a byte.
    package static let empty = [
        "AP_Adjustments", "AP_Adjustments_Details", "PUR_Contracts_Details", "PUR_Invoices_Received_Details",
        "PUR_Materials_Received", "PUR_Materials_Received_Details", "PUR_Requisitions", "PUR_Requisitions_Details",
    ]

    private static let basis = """
        BAS_Profile: Profile_Number Profile_Name Fiscal_Year Accounting_Entity Industry Developer_Name Software_Name \
        Software_Version Functional_Currency_Code Standard_Version Extracted_Date!D Time_Zone Business_Segment_1
        BAS_Chart_Of_Accounts: GL_Account_Number GL_Account_Name GL_Account_Description FS_Caption Account_Type Account_Subtype \
        Account_Hierarchy!I Parent_GL_Account_Number Balance_Debit_Or_Credit Active_Flag!B Business_Segment_1
        BAS_Accounting_Period: Fiscal_Year Accounting_Period Accounting_Period_BEG_Date!D Accounting_Period_Ending_Date!D
        BAS_User: User_ID User_Active_Status!B User_Status_Modified_Date!D User_Name User_Job_Title Department_Code \
        User_Role_Responsibility
        BAS_Supplier: Supplier_Account_ID Supplier_Account_Number Supplier_Account_Name Supplier_Abbreviation Parent_Supplier_ID \
        Corresponding_Customer_ID Supplier_Type_ID Supplier_TIN Supplier_Street_Address1 Supplier_Street_Address2 Supplier_City \
        Supplier_State_Province Supplier_Physical_Postal_Code Supplier_Country Supplier_Billing_Address1 \
        Supplier_Billing_Address2 Supplier_Billing_City Supplier_Billing_State_PRV Supplier_Billing_Postal_Code \
        Supplier_Billing_Country Primary_Contact_Name Primary_Contact_Phone Primary_Contact_Email Supplier_Group Inactive_Date!D \
        Transaction_Credit_Limit!N Total_Credit_Limit!N Terms_Discount_Percentage!N Terms_Discount_Days!I Terms_Due_Days!I \
        Created_User_ID Created_Date!D Created_Time!T Approved_User_ID Approved_Date!D Approved_Time!T Last_Modified_User_ID \
        Last_Modified_Date!D Last_Modified_Time!T
        BAS_Currency: Currency_Code Currency_Name Minor_Unit!I Active_Flag!B
        BAS_Project: Project_ID Project_Code Project_Name Project_Beginning_Date!D Project_Ending_Date!D Active_Flag!B \
        Business_Segment_1
        BAS_Journal_Entry_Type: JE_Type_Code JE_Type_Name JE_Type_Abbreviation Active_Flag!B
        BAS_Settlement_Method: Settlement_Method_Code Settlement_Method_Name Active_Flag!B
        BAS_Customized_ACC_Segment: Customized_ACC_Segment_Code Customized_ACC_Segment_Name Customized_ACC_Description \
        Customized_ACC_Encoding_Rule Hierarchy_Flag!B Active_Flag!B
        BAS_Customized_ACC_Value: Customized_ACC_Value_Code Customized_ACC_Segment_Code Customized_ACC_Value_Name \
        ACC_Value_Description Parent_ACC_Value_Code Customized_ACC_Value_Hierarchy!I
        """

    private static let books = """
        GL_Account_Segment: GL_Account_Number Account_Segment_Number!I Account_Segment_Name Corresponding_File \
        Account_Segment_Description Customized_ACC_Segment_Code
        GL_Trial_Balance: GL_Account_Number Fiscal_Year Accounting_Period Balance_As_Of_Date!D Functional_Currency_Code \
        Reporting_Currency_Code Local_Currency_Code Transaction_Currency_Code Beginning_Functional_Amount!N \
        Beginning_Reporting_Amount!N Beginning_Local_Amount!N Beginning_Transaction_Amount!N Ending_Functional_Amount!N \
        Ending_Reporting_Amount!N Ending_Local_Amount!N Ending_Transaction_Amount!N Business_Segment_1
        GL_Details: Journal_ID Journal_Number GL_Account_Number Fiscal_Year Accounting_Period Effective_Date!D \
        Journal_Line_Number!I JE_Type_Code JE_Header_Description JE_Line_Description Source_Code Bill_Number Bill_Type_Code \
        Bill_Date!D Quantity!N UOM_Code Unit_Price!N Functional_Amount!N Functional_Currency_Code Reporting_Amount!N \
        Reporting_Currency_Code Local_Amount!N Local_Currency_Code Transaction_Amount!N Transaction_Currency_Code \
        Settlement_Method_Code Credit_Debit_Indicator Reversal_Indicator!I Reversal_Journal_ID Cancellation_Sign!B \
        Created_User_ID Created_Date!D Created_Time!T Approved_User_ID Approved_Date!D Posted_User_ID Account_Segment_Employee \
        Account_Segment_Project Account_Segment_Bank_Account Account_Segment_1 Account_Segment_2 Account_Segment_3 \
        Account_Segment_4 Account_Segment_5 Account_Segment_6 Account_Segment_7 Account_Segment_8 Account_Segment_9 \
        Account_Segment_10 Business_Segment_1
        GL_Source: Source_Code Source_Description ERP_Subledger_Module System_Manual_Identifier Business_Process_Major \
        Business_Process_Minor
        """

    private static let payable = """
        AP_Open_Accounts_Payable: Transaction_ID Invoice_ID Supplier_Account_ID Purchase_Contract_ID Project_ID Fiscal_Year \
        Accounting_Period Transaction_Date!D Journal_ID Transaction_Due_Date!D Reference_Number Reference_Date!D \
        Functional_Amount!N Functional_Currency_Code Transaction_Amount!N Transaction_Currency_Code Reporting_Amount!N \
        Reporting_Currency_Code Local_Amount!N Local_Currency_Code Functional_Balance!N Transaction_Balance!N \
        Reporting_Balance!N Local_Balance!N Remark Grouping_Code Business_Segment_1
        AP_Payments_Made: Payment_ID Payment_Number Supplier_Account_ID Purchase_Contract_ID Project_ID Journal_ID Fiscal_Year \
        Accounting_Period Payment_Date!D Settlement_Method_Code Reference_Number Reference_Date!D Functional_Amount!N \
        Functional_Currency_Code Transaction_Amount!N Transaction_Currency_Code Reporting_Amount!N Reporting_Currency_Code \
        Local_Amount!N Local_Currency_Code Amount_Credit_Debit_Indicator Remark GL_Debit_Account_Number GL_Credit_Account_Number \
        Created_User_ID Created_Date!D Created_Time!T Approved_User_ID Approved_Date!D Approved_Time!T Last_Modified_User_ID \
        Last_Modified_Date!D Last_Modified_Time!T Business_Segment_1
        AP_Cash_Application: AP_Application_ID Fiscal_Year Accounting_Period AP_Application_Date!D Supplier_Account_ID \
        Payment_ID Invoice_ID Settlement_Method_Code Functional_Amount!N Functional_Currency_Code Transaction_Amount!N \
        Transaction_Currency_Code Reporting_Amount!N Reporting_Currency_Code Local_Amount!N Local_Currency_Code Remark \
        GL_Debit_Account_Number GL_Credit_Account_Number Created_User_ID Created_Date!D Created_Time!T Approved_User_ID \
        Approved_Date!D Approved_Time!T Last_Modified_User_ID Last_Modified_Date!D Last_Modified_Time!T Business_Segment_1
        """

    private static let taxes = (1...4).map { "Tax\($0)_Type_Code Tax\($0)_Transaction_Amount!N" }.joined(separator: " ")

    private static let purchase = """
        PUR_Contracts: Purchase_Contract_ID Purchase_Contract_Number Contract_Type_Name Contract_Beginning_Date!D \
        Contract_Ending_Date!D Supplier_Account_ID Purchase_Organization_Code Purchaser_ID Settlement_Method_Code \
        Payment_Term_Code Contract_Transaction_CUR_Code Created_Date!D Status Remark Created_User_ID Approved_User_ID \
        Business_Segment_1
        PUR_Orders: Purchase_Order_ID Purchase_Order_Number Fiscal_Year Accounting_Period Purchase_Order_Type_Name \
        Purchase_Order_Date!D Purchase_Organization_Code Purchaser_ID Supplier_Account_ID Settlement_Method_Code \
        Payment_Term_Code Order_Transaction_Amount!N Order_Transaction_CUR_Code Created_User_ID Created_Date!D Created_Time!T \
        Approved_User_ID Approved_Date!D Approved_Time!T Last_Modified_User_ID Last_Modified_Date!D Last_Modified_Time!T Status \
        Remark Business_Segment_1
        PUR_Orders_Details: Purchase_Order_ID Purchase_Order_Line_ID Purchase_Order_Line_Number!I Purchase_Contract_ID \
        Purchase_Contract_Line_ID Requisition_ID Requisition_Line_ID Settlement_Organization_Code Receipt_Organization_Code \
        Project_ID Due_Date!D Basic_UOM_Quantity!N Basic_UOM_Code Purchase_Order_Line_Quantity!N Order_Line_UOM_Code \
        Tax_Exclude_Unit_Price!N Tax_Include_Unit_Price!N Tax_Exclude_Amount!N Tax_Include_Amount!N \
        Order_Line_Transaction_Amount!N \(taxes) Product_ID Status Business_Segment_1
        PUR_Invoices_Received: Invoice_ID Invoice_Number Fiscal_Year Accounting_Period Official_Invoice_Code Invoice_Type_Name \
        Invoice_Date!D Invoice_Due_Date!D Supplier_Account_ID Settlement_Organization_Code Settlement_Method_Code \
        Invoice_Transaction_Amount!N Invoice_Transaction_CUR_Code Payment_Term_Code Terms_Discount_Percentage!N \
        Terms_Discount_Days!I Terms_Due_Days!I Created_User_ID Created_Date!D Created_Time!T Approved_User_ID Approved_Date!D \
        Approved_Time!T Last_Modified_User_ID Last_Modified_Date!D Last_Modified_Time!T Grouping_Code \(taxes) Status Remark \
        Business_Segment_1
        """
}
