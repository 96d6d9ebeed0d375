import Journal
import Kernel
import Ledger
import TestKit

/// What ties the three books together, after every record (design §7).
enum BooksCheck {
    /// What does not agree, or nil.
    static func firstFailure(_ street: MemoryStreet) -> String? {
        guard street.records.last?.vouchers.isEmpty == false else { return nil }
        for (code, standing) in street.state.ledger.standings {
            if let failure = untied(standing) ?? unbalanced(standing) { return "\(failure) on \(code.text)" }
        }
        return byContractor(street) ?? early(street)
    }

    /// Expense less expenditure is what is owed, in the financial and in the control book.
    private static func untied(_ standing: Standing) -> String? {
        let owed = standing[.accountsPayable] + standing[.otherPayables]
        let expense = standing[.operatingExpense] - standing[.priorYearAdjustment]
        let expenditure = standing[.administrativeExpenditure] - standing[.carryOverAdjustment]
        if expense - expenditure != owed - standing[.prepayment] { return "expense − expenditure is not what is owed" }
        if standing[.accountsPayable] != standing[.payable] { return "2302 is not I2401" }
        if standing[.otherPayables] != standing[.retention] { return "2307 is not I2402" }
        if standing[.bankDeposit].isNegative { return "1002 is negative" }
        if standing[.bankDeposit] != standing[.monetaryFunds] { return "1002 is not 8001.02" }
        return nil
    }

    /// Over all time each book's debits are its credits.
    private static func unbalanced(_ standing: Standing) -> String? {
        Book.allCases.first { book in
            Account.accounts(of: book).reduce(Fen.zero) {
                $1.normal == .debit ? $0 + standing[$1] : $0 - standing[$1]
            } != .zero
        }.map { "the book \($0.rawValue) does not balance" }
    }

    /// What is owed to each contractor is the same in both books.
    private static func byContractor(_ street: MemoryStreet) -> String? {
        var owed: [Code: [Account: Fen]] = [:]
        for line in street.records.flatMap(\.vouchers).flatMap(\.lines) {
            guard let contractor = line.contractor else { continue }
            owed[contractor, default: [:]][line.account, default: .zero] += line.effect
        }
        for (contractor, sums) in owed {
            if sums[.accountsPayable] != sums[.payable] { return "2302 of \(contractor.text) is not I2401" }
            if sums[.otherPayables] != sums[.retention] { return "2307 of \(contractor.text) is not I2402" }
        }
        return nil
    }

    /// Until something is paid or arrives in the bank, the budget book is empty.
    private static func early(_ street: MemoryStreet) -> String? {
        let moved = street.records.contains { record in
            ["job.pay", "job.release", "fund.receive"].contains(record.command["do"]?.string)
        }
        let budget = street.records.flatMap(\.vouchers).flatMap(\.lines).contains { $0.book == .budget }
        return budget && !moved ? "the budget book is not empty before the first payment" : nil
    }
}
