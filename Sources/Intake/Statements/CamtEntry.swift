import Bank
import Formats
import Journal
import Kernel

/// One entry (`Ntry`) of a camt.053: a line, or one for each payment (`TxDtls`) of a batch.
struct CamtEntry {
    private let node: XMLNode
    /// In fen, negative where money left.
    let effect: Fen
    private let moment: StatementDay
    /// The bank took an entry back (冲正).
    private let isReversal: Bool

    /// Throws `input.value` for a currency other than CNY, `money.format`, `input.missingField`.
    init(_ node: XMLNode) throws(Refusal) {
        self.node = node
        effect = try Self.signed(node)
        moment = try CamtDay.of(node)
        isReversal = node.text("RvslInd") == "true" || node.text("RvslInd") == "1"
    }

    /// The lines of an entry that is not zero. Throws `input.total` when the parts do not make the entry.
    func lines() throws(Refusal) -> [StatementLine] {
        let details = node.all("NtryDtls").flatMap { $0.all("TxDtls") }
        guard details.count > 1 else { return [try line(details, effect)] }
        var amounts: [Fen] = []
        for detail in details {
            // Without the amount of each part the entry stays one line, which names them all.
            guard let amount = try amount(of: detail) else { return [try line(details, effect)] }
            amounts.append(amount)
        }
        let sum = try Fen.sum(amounts)
        if sum != effect { throw Refusal(.inputTotal, ["value": effect.yuan, "expected": sum.yuan]) }
        var lines: [StatementLine] = []
        for (detail, amount) in zip(details, amounts) where amount != .zero { lines.append(try line([detail], amount)) }
        return lines
    }

    private func line(_ details: [XMLNode], _ effect: Fen) throws(Refusal) -> StatementLine {
        let out = effect.isNegative
        // Who is creditor and debtor stays as it was when an entry is taken back.
        let side = out != isReversal ? "Cdtr" : "Dbtr"
        let parties = details.map { Party($0, side) }
        // Several payees are none.
        let party = Set(parties).count == 1 ? parties.first : nil
        let summary = node.text("AddtlNtryInf")
        let isShort = (summary?.count ?? 0) <= 200
        return StatementLine(
            day: moment.day, time: moment.time, direction: out ? .out : .in, amount: out ? -effect : effect,
            name: try CamtText.name(party?.name), account: try CamtText.label(party?.account),
            bank: try CamtText.name(party?.bank), summary: isShort ? try CamtText.label(summary) : nil,
            purpose: try CamtText.prose((isShort ? [] : [summary ?? ""]) + words(of: details)),
            serial: try CamtText.label(serial(of: details)), reference: try CamtText.label(reference(of: details)),
            row: node.line)
    }

    /// The bank's reference (`AcctSvcrRef`); `NtryRef` counts within a statement and is none.
    private func serial(of details: [XMLNode]) -> String? {
        let own = details.count == 1 ? CamtText.reference(details[0].text("Refs/AcctSvcrRef")) : nil
        return own ?? CamtText.reference(node.text("AcctSvcrRef"))
    }

    /// What the payer wrote for identification; of several payments none is that of the line.
    private func reference(of details: [XMLNode]) -> String? {
        guard details.count == 1 else { return nil }
        return Self.references(details[0], ["EndToEndId", "InstrId", "TxId", "ChqNb"]).first
    }

    private static func references(_ detail: XMLNode, _ names: [String]) -> [String] {
        names.compactMap { CamtText.reference(detail.text("Refs/" + $0)) }
    }

    /// Everything else in which a payment's number may stand.
    private func words(of details: [XMLNode]) -> [String] {
        var words = isReversal ? ["冲正"] : []
        for detail in details {
            let first = reference(of: details)
            words += Self.references(detail, ["EndToEndId", "InstrId", "TxId", "ChqNb", "PmtInfId"]).filter { $0 != first }
            let remittance = detail["RmtInf"]
            words += remittance?.all("Ustrd").map(\.text) ?? []
            for structured in remittance?.all("Strd") ?? [] {
                words += [structured.text("CdtrRefInf/Ref"), structured.text("RfrdDocInf/Nb")].compactMap(CamtText.reference)
                words += structured.all("AddtlRmtInf").map(\.text)
            }
            words += [detail.text("AddtlTxInf")].compactMap(\.self)
        }
        return words + node.all("NtryDtls").compactMap { CamtText.reference($0.text("Btch/PmtInfId")) }
    }

    /// What one payment of the entry comes to, or nil where it does not say.
    private func amount(of detail: XMLNode) throws(Refusal) -> Fen? {
        guard let amount = detail["Amt"] ?? detail["AmtDtls/TxAmt/Amt"] else { return nil }
        let mark = detail.text("CdtDbtInd") ?? node.text("CdtDbtInd")
        return try Self.signed(amount, mark)
    }

    /// The amount of an entry or a balance: `DBIT` takes away, a reversal (`RvslInd`) carries its own
    /// direction already. Throws `input.value` for a currency other than CNY, `money.format`,
    /// `input.missingField`.
    static func signed(_ node: XMLNode) throws(Refusal) -> Fen {
        guard let amount = node["Amt"] else { throw Refusal(.inputMissingField, ["field": "Amt"]) }
        return try signed(amount, node.text("CdtDbtInd"))
    }

    private static func signed(_ amount: XMLNode, _ mark: String?) throws(Refusal) -> Fen {
        guard let mark else { throw Refusal(.inputMissingField, ["field": "CdtDbtInd"]) }
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
}

/// The other side of a payment.
private struct Party: Hashable {
    let name: String?
    let account: String?
    let bank: String?

    init(_ detail: XMLNode, _ side: String) {
        let parties = detail["RltdPties"]
        name = parties?.text(side + "/Nm") ?? parties?.text(side + "/Pty/Nm")
        account = parties?.text(side + "Acct/Id/Othr/Id") ?? parties?.text(side + "Acct/Id/IBAN")
        bank = detail.text("RltdAgts/" + side + "Agt/FinInstnId/Nm")
    }
}
