import Bank
import Formats
import Journal
import Kernel

/// One statement (`Stmt`) of a camt.053: an account, its balances and its entries.
struct CamtPart {
    private(set) var account: Label?
    private(set) var lines: [StatementLine] = []
    private(set) var zeros = 0
    private(set) var faults: [RowFault] = []
    /// Where the account stands in the file.
    private(set) var line = 0

    private let file: String?
    private var opening: (amount: Fen, day: Day?)?
    private var closing: (amount: Fen, day: Day?, line: Int)?
    private var span: (from: Day?, to: Day?) = (nil, nil)

    init(file: String?) { self.file = file }

    /// Whether opening balance, entries and closing balance were there to be compared.
    var isSummed: Bool { opening != nil && closing != nil }

    mutating func take(_ node: XMLNode) {
        do throws(Refusal) {
            switch node.name {
            case "Acct": try take(account: node)
            case "Bal": try take(balance: node)
            case "FrToDt":
                span = (
                    CamtDay.day(node.text("FrDtTm") ?? node.text("FrDt")),
                    CamtDay.day(node.text("ToDtTm") ?? node.text("ToDt")))
            case _: try take(entry: node)
            }
        } catch {
            fault(error.adding("field", node.name), node.line)
        }
    }

    /// Puts the entries into the order of time, and checks that they lead from the opening balance to the
    /// closing one.
    mutating func close() {
        if let first = lines.first, let last = lines.last, first.day > last.day { lines.reverse() }
        lines = lines.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        guard faults.isEmpty, let opening, let closing else { return }
        let due = lines.reduce(opening.amount) { $0 + $1.effect }
        if due != closing.amount {
            fault(Refusal(.inputBalance, ["value": closing.amount.yuan, "expected": due.yuan]), closing.line)
        }
    }

    /// The balances with their days; nil where there is neither or no day.
    var stated: StatedBalances? {
        guard opening != nil || closing != nil else { return nil }
        let from = [span.from ?? opening?.day, lines.first?.day].compactMap(\.self).min() ?? closing?.day
        let to = [closing?.day ?? span.to, lines.last?.day].compactMap(\.self).max() ?? from
        guard let from, let to else { return nil }
        return StatedBalances(from: min(from, to), to: to, opening: opening?.amount, closing: closing?.amount)
    }

    mutating func fault(_ refusal: Refusal, _ line: Int) {
        let placed = refusal.placed(file: file, line: line, column: nil)
        faults.append(RowFault(line: line, column: nil, name: refusal["field"], refusal: placed))
    }

    private mutating func take(account node: XMLNode) throws(Refusal) {
        guard let number = node.text("Id/IBAN") ?? node.text("Id/Othr/Id") else { return }
        (account, line) = (try Label(number), node.line)
    }

    private mutating func take(balance node: XMLNode) throws(Refusal) {
        let day = CamtDay.day(node.text("Dt/Dt") ?? node.text("Dt/DtTm"))
        switch node.text("Tp/CdOrPrtry/Cd") {
        case "OPBD": try open(node, day)
        // What the one before closed with, on that one's day.
        case "PRCD": try open(node, day.map { $0 + 1 })
        case "CLBD": closing = (try CamtEntry.signed(node), day, node.line)
        case _: break
        }
    }

    private mutating func open(_ node: XMLNode, _ day: Day?) throws(Refusal) {
        if opening == nil { opening = (try CamtEntry.signed(node), day) }
    }

    /// Entries that are not booked yet are none; one of zero says nothing of money ("zero is a credit", ISO
    /// 20022).
    private mutating func take(entry node: XMLNode) throws(Refusal) {
        let status = node.text("Sts/Cd") ?? node.text("Sts") ?? "BOOK"
        guard status == "BOOK" else { return }
        let entry = try CamtEntry(node)
        if entry.effect == .zero { zeros += 1 } else { lines += try entry.lines() }
    }
}
