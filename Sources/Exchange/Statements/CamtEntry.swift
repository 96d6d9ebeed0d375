import Journal
import Kernel

/// One entry (`Ntry`) of a camt.053.
enum CamtEntry {
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

    /// The amount of an entry or a balance: `DBIT` takes away, a reversal (`RvslInd`) carries its own direction already.
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
