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

    /// Whether every amount that the row states is 0.00.
    var isZero: Bool {
        let stated = [Field.debit, .credit, .amount].compactMap(words)
        return !stated.isEmpty && stated.allSatisfy { (try? StatementText.money($0)) == .some(.zero) }
    }

    /// Whether the row states no amount at all.
    var isWithoutAmount: Bool { [Field.debit, .credit, .amount, .balance].allSatisfy { words($0) == nil } }

    /// What the row adds to the balance: a signed amount, an amount with its side, or a debit (out) and a
    /// credit (in), one of them empty or zero.
    mutating func effect() -> Fen? {
        let before = faults.count
        let amount: Fen
        let field: Field
        if places[.amount] != nil {
            field = .amount
            amount = signedAmount()
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

    /// The one amount of a row. Beside a side it is red where it is negative; the treasury's list is one of
    /// payments: positive is out.
    private mutating func signedAmount() -> Fen {
        let given = money(.amount) ?? .zero
        if places[.side] == nil { return places[.balance] == nil ? -given : given }
        guard let word = words(.side), let first = word.first else {
            refuse(Refusal(.inputEmpty), .side)
            return .zero
        }
        if Self.debits.contains(first) { return -given }
        if Self.credits.contains(first) { return given }
        refuse(Refusal(.inputValue, ["value": word.excerpt, "expected": "借 · 贷"]), .side)
        return .zero
    }

    private static let debits: [Character] = ["借", "支", "付", "D", "d"]
    private static let credits: [Character] = ["贷", "收", "C", "c"]

    /// 借 or 贷 must say the column in which the amount stands.
    private mutating func checkSide(isDebit: Bool) {
        guard let word = words(.side), let first = word.first else { return }
        if (isDebit ? Self.debits : Self.credits).contains(first) { return }
        refuse(Refusal(.inputValue, ["value": word.excerpt, "expected": isDebit ? "借" : "贷"]), .side)
    }
}
