import Journal
import Kernel

/// The amounts of a row.
extension StatementCells {
    mutating func balance() -> SignedFen? {
        guard places[.balance] != nil else { return nil }
        guard let fen = money(.balance) else {
            if words(.balance) == nil { refuse(Refusal(.inputEmpty), .balance) }
            return nil
        }
        return SignedFen(fen)
    }

    /// What the row adds to the balance: a signed amount, or a debit (out) and a credit (in), one of them empty or zero.
    mutating func effect() -> Fen? {
        let before = faults.count
        let amount: Fen
        let field: Field
        if places[.amount] != nil {
            field = .amount
            // The treasury's list is one of payments: positive is out.
            let sign = places[.balance] == nil
            let given = money(.amount) ?? .zero
            amount = sign ? -given : given
        } else {
            let (debit, credit) = (money(.debit) ?? .zero, money(.credit) ?? .zero)
            field = debit == .zero ? .credit : .debit
            if debit != .zero, credit != .zero {
                let expected = "one of debit and credit · 借方、贷方只填一个"
                refuse(Refusal(.inputValue, ["value": credit.yuan, "expected": expected]), .credit)
            }
            amount = credit - debit
            if amount != .zero, faults.count == before { checkSide(isDebit: debit != .zero) }
        }
        if amount == .zero, faults.count == before { refuse(Refusal(.amountZero), field) }
        return faults.count == before ? amount : nil
    }

    /// 借 or 贷 must say the column in which the amount stands.
    private mutating func checkSide(isDebit: Bool) {
        guard let word = words(.side), let first = word.first else { return }
        let expected: [Character] = isDebit ? ["借", "D", "d"] : ["贷", "C", "c"]
        if expected.contains(first) { return }
        refuse(Refusal(.inputValue, ["value": word.excerpt, "expected": isDebit ? "借" : "贷"]), .side)
    }
}
