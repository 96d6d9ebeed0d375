import Journal
import Kernel

/// camt.053 (ISO 20022, bank to customer statement), every version: elements are found by their names, whatever the
/// namespace. Entries are read one after another, so that a file of any length costs the memory of one.
enum CamtStatement {
    static func isXML(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    /// Throws what reading XML throws, and `input.column` when it is no camt.053.
    static func read(_ bytes: [UInt8], file: String?) throws(Refusal) -> Statement {
        let collector = Collector(file: file)
        try XMLParts.each(bytes, wanted: ["Ntry", "Bal", "Acct"]) { (node, around) throws(Refusal) in
            guard around.last == "Stmt" else { return }
            collector.take(node)
        }
        guard collector.isStatement else { throw Refusal(.inputColumn, ["column": "BkToCstmrStmt/Stmt"]) }
        return collector.finish()
    }

    private final class Collector {
        private(set) var isStatement = false
        private let file: String?
        private var statement = Statement(bank: .camt)
        private var opening: Fen?
        private var closing: (amount: Fen, line: Int)?

        init(file: String?) { self.file = file }

        func take(_ node: XMLNode) {
            isStatement = true
            switch node.name {
            case "Acct": note(node) { () throws(Refusal) in try account(node) }
            case "Bal": note(node) { () throws(Refusal) in try balance(node) }
            case _: note(node) { () throws(Refusal) in try entry(node) }
            }
        }

        /// Opening balance and entries make the closing balance.
        func finish() -> Statement {
            if let opening, let closing, statement.faults.isEmpty {
                let due = statement.lines.reduce(opening) { $0 + $1.effect }
                if due != closing.amount {
                    fault(Refusal(.inputBalance, ["value": closing.amount.yuan, "expected": due.yuan]), closing.line)
                }
            }
            let chain = StatementBalance(statement.lines)
            for (row, refusal) in chain.breaks { fault(refusal, row) }
            statement.lines = chain.lines.numbered
            if let closing, let last = statement.lines.last, last.serial != nil {
                statement.lines[statement.lines.count - 1] = last.ending(with: closing.amount)
            }
            return statement
        }

        private func note(_ node: XMLNode, _ body: () throws(Refusal) -> Void) {
            do throws(Refusal) {
                try body()
            } catch {
                fault(error.adding("field", node.name), node.line)
            }
        }

        private func fault(_ refusal: Refusal, _ line: Int) {
            let placed = refusal.placed(file: file, line: line, column: nil)
            statement.faults.append(RowFault(line: line, column: nil, name: refusal["field"], refusal: placed))
        }

        private func account(_ node: XMLNode) throws(Refusal) {
            guard let number = node.text("Id/IBAN") ?? node.text("Id/Othr/Id") else { return }
            let account = try Label(number)
            if let known = statement.account, known != account {
                throw Refusal(.inputAccount, ["expected": known.text, "value": account.text])
            }
            statement.account = account
        }

        private func balance(_ node: XMLNode) throws(Refusal) {
            switch node.text("Tp/CdOrPrtry/Cd") {
            case "OPBD", "PRCD":
                let amount = try CamtEntry.signed(node)
                opening = opening ?? amount
            case "CLBD": closing = (try CamtEntry.signed(node), node.line)
            case _: break
            }
        }

        /// Entries that are not booked yet are none.
        private func entry(_ node: XMLNode) throws(Refusal) {
            let status = node.text("Sts/Cd") ?? node.text("Sts") ?? "BOOK"
            if status == "BOOK" { statement.lines.append(try CamtEntry.line(node)) }
        }
    }
}
