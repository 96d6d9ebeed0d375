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
            statement.faults.append(RowFault(
                line: line, column: nil, name: refusal["field"], refusal: refusal.placed(file: file, line: line, column: nil)))
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

/// One entry (`Ntry`) of a camt.053.
private enum CamtEntry {
    static func line(_ node: XMLNode) throws(Refusal) -> StatementLine {
        let effect = try signed(node)
        if effect == .zero { throw Refusal(.amountZero) }
        let details = node["NtryDtls/TxDtls"]
        let out = effect.isNegative
        let party = details?["RltdPties"]
        let side = out ? "Cdtr" : "Dbtr"
        let name = party?.text(side + "/Nm") ?? party?.text(side + "/Pty/Nm")
        let account = party?.text(side + "Acct/Id/Othr/Id") ?? party?.text(side + "Acct/Id/IBAN")
        let bank = details?.text("RltdAgts/" + side + "Agt/FinInstnId/Nm")
        let words = details?["RmtInf"]?.all("Ustrd").map(\.text).joined(separator: " ")
        let moment = try day(node)
        return StatementLine(
            day: moment.day, time: moment.time, direction: out ? .out : .in, amount: out ? -effect : effect,
            name: try label(name), account: try label(account), bank: try label(bank),
            summary: try label(node.text("AddtlNtryInf")), purpose: try prose(words),
            serial: try label(node.text("AcctSvcrRef") ?? node.text("NtryRef")),
            reference: try label(reference(details)), row: node.line)
    }

    /// The amount of an entry or a balance: `DBIT` takes away, a reversal (`RvslInd`) is named by its own direction already.
    /// Throws `input.value` for a currency other than CNY, `money.format`, `input.missingField`.
    static func signed(_ node: XMLNode) throws(Refusal) -> Fen {
        guard let amount = node["Amt"], let mark = node.text("CdtDbtInd") else {
            throw Refusal(.inputMissingField, ["field": node["Amt"] == nil ? "Amt" : "CdtDbtInd"])
        }
        guard let currency = amount.attributes["Ccy"], currency == "CNY" else {
            throw Refusal(.inputValue, ["value": amount.attributes["Ccy"] ?? "—", "expected": "CNY", "field": "Amt"])
        }
        guard let fen = try StatementText.money(amount.text) else { throw Refusal(.inputEmpty, ["field": "Amt"]) }
        switch mark {
        case "CRDT": return fen
        case "DBIT": return -fen
        case _: throw Refusal(.inputValue, ["value": mark.excerpt, "expected": "CRDT|DBIT", "field": "CdtDbtInd"])
        }
    }

    /// What the payer wrote for identification; `NOTPROVIDED` says that it wrote nothing.
    private static func reference(_ details: XMLNode?) -> String? {
        ["EndToEndId", "InstrId", "TxId"].lazy.compactMap { details?.text("Refs/" + $0) }.first { $0 != "NOTPROVIDED" }
    }

    private static func day(_ node: XMLNode) throws(Refusal) -> StatementDay {
        guard let text = node.text("BookgDt/Dt") ?? node.text("BookgDt/DtTm") else {
            throw Refusal(.inputMissingField, ["field": "BookgDt"])
        }
        // A time with its zone is a moment; its day is ours.
        if text.utf8.count > 19 {
            let moment = try Instant(text)
            return try StatementDay(SheetRow.Cell(text: String(moment.text.prefix(19))))
        }
        return try StatementDay(SheetRow.Cell(text: text))
    }

    private static func label(_ text: String?) throws(Refusal) -> Label? {
        guard let words = text.flatMap(StatementText.words) else { return nil }
        return try Label(words)
    }

    private static func prose(_ text: String?) throws(Refusal) -> Prose? {
        guard let words = text.flatMap(StatementText.words) else { return nil }
        return try Prose(words)
    }
}
