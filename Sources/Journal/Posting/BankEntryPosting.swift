import Kernel
import Ledger

/// The lines of what only the bank knows (books.md B1 §9). Interest is owed to the treasury; a fee that the
/// fund bears is cost; what is to be made good or nobody can name yet stands on accounts of its own and
/// leaves the budget book alone.
enum BankEntryPosting {
    static func lines(_ form: BankEntryForm) -> [Line] {
        parts(form.kind).map { Line($0, $1, form.amount, form.appropriation) }
    }

    private static func parts(_ kind: BankEntryForm.Kind) -> [(Side, Account)] {
        switch kind {
        case .interest: [(.debit, .bankDeposit), (.credit, .treasuryPayables)]
        case .surrender: [(.debit, .treasuryPayables), (.credit, .bankDeposit)]
        case .fee:
            [(.debit, .operatingExpense), (.credit, .bankDeposit), (.debit, .administrativeExpenditure),
             (.credit, .monetaryFunds)]
        case .advance: [(.debit, .otherReceivables), (.credit, .bankDeposit)]
        case .recovered: [(.debit, .bankDeposit), (.credit, .otherReceivables)]
        case .unidentified: [(.debit, .bankDeposit), (.credit, .unidentifiedReceipts)]
        case .sentBack: [(.debit, .unidentifiedReceipts), (.credit, .bankDeposit)]
        }
    }
}
