package import Kernel
import Ledger

// Names of cases.
extension Tenure: Stored {}
extension Urgency: Stored {}
extension Works: Stored {}
extension Papers: Stored {}
extension Verb: Stored {}
extension Role: Stored {}
extension Allowance.Unit: Stored {}
extension OutsideFacts.Label: Stored {}
extension CallbackForm.Solved: Stored {}
extension Survey.Mark: Stored {}
extension AuthorizeForm.Means: Stored {}
extension LineKind: Stored {}
extension ReturnForm.What: Stored {}
extension InvoiceSource: Stored {}
extension Payment.Kind: Stored {}
extension RefundForm.Cause: Stored {}

extension BankAccount: Stored {
    package func write(to text: inout JSONText) {
        switch self {
        case .label(let label): label.write(to: &text)
        case .account(let bank, let account):
            text.open()
            text.put("bank", bank)
            text.put("account", account)
            text.close()
        }
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        guard scan.ends(0x7B) else {
            self = .label(try Label(scan: &scan))
            return
        }
        self = .account(bank: try scan.take("bank"), account: try scan.take("account"))
        try scan.close()
    }
}
