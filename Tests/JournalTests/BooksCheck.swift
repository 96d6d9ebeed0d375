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
        let retained = standing[.otherPayables] + standing[.longTermPayables]
        let owed = standing[.accountsPayable] + retained
        if standing[.accountsPayable] != standing[.payable] { return "2302 is not I2401" }
        if retained != standing[.retention] { return "2307 + 2502 is not I2402" }
        if standing[.returnableQuota] != standing[.returnableFunds] { return "1201 is not 8001.03" }
        if standing[.bankDeposit].isNegative { return "1002 is negative" }
        if standing.bankInUse != standing[.monetaryFunds] { return "1002 + 1218 − 2103 − 2307.09 is not 8001.02" }
        let surplus = [Account.accumulatedSurplus, .periodSurplus, .surplusDistribution, .priorYearAdjustment, .fiscalIncome,
                       .nonFiscalIncome].reduce(Fen.zero) { $0 + standing[$1] } - standing[.operatingExpense]
        let carried = Account.accounts(of: .budget).filter { $0.normal == .credit }
            .reduce(Fen.zero) { $0 + standing[$1] } - standing[.administrativeExpenditure]
        return surplus + owed == carried ? nil : "surplus and debts are not what the budget book carries"
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
            if sums[.accountsPayable] ?? .zero != sums[.payable] ?? .zero { return "2302 of \(contractor.text) is not I2401" }
            let retained = (sums[.otherPayables] ?? .zero) + (sums[.longTermPayables] ?? .zero)
            if retained != sums[.retention] ?? .zero { return "2307 and 2502 of \(contractor.text) is not I2402" }
        }
        return nil
    }

    /// Until something is paid or arrives in the bank, the budget book is empty.
    private static func early(_ street: MemoryStreet) -> String? {
        let moved = street.records.contains { record in
            ["job.pay", "job.release", "fund.receive", "fund.appropriate", "bank.entry"].contains(record.command["do"]?.string)
        }
        let budget = street.records.flatMap(\.vouchers).flatMap(\.lines).contains { $0.book == .budget }
        return budget && !moved ? "the budget book is not empty before the first payment" : nil
    }
}
