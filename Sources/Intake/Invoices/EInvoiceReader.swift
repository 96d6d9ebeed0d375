import Formats
package import Jobs
package import Kernel

/// What the file of an invoice is: an invoice (蓝字), or a red one (红字) that takes another back.
package enum EInvoicePaper: Equatable, Sendable {
    case blue(EInvoice)
    case red(RedInvoice)
}

/// Reads the XML of a 数电票 (全面数字化的电子发票, root element `EInvoice`, the layout published by the tax
/// administration in 2023): number, issue, seller, buyer, lines, sums. Whether it may be used is a rule's
/// business.
package enum EInvoiceReader {
    /// An invoice is small: 4 MiB bound it many times over.
    private static let limits = XMLScanner.Limits(depth: 32, bytes: 4 << 20, text: 64 << 10)

    /// Throws `input.missingField`, `input.value`, `money.format`, what a label refuses, each with the fact
    /// `field` (the element's path), and what reading XML throws.
    package static func read(_ bytes: [UInt8], file: String? = nil) throws(Refusal) -> EInvoicePaper {
        do throws(Refusal) {
            let found = Found()
            try XMLParts.each(bytes, wanted: ["EInvoice"], limits: limits) { (node, around) throws(Refusal) in
                if around.isEmpty { found.root = node }
            }
            guard let root = found.root else { throw Refusal(.inputMissingField, ["field": "EInvoice"]) }
            return isRed(root) ? .red(try red(root)) : .blue(try invoice(root))
        } catch {
            throw error.placed(file: file, line: nil, column: nil)
        }
    }

    private final class Found {
        var root: XMLNode?
    }

    private static let basic = "EInvoiceData/BasicInformation/"
    private static let reference = "EInvoiceData/SpecificInformation/RedEInvoice"
    private static let kind = "Header/InherentLabel/InIssuType/LabelCode"

    /// It says so itself (开具类型 N), or it names the invoice that it takes back.
    private static func isRed(_ root: XMLNode) -> Bool {
        root.text(kind) == "N" || root.text(reference + "/OriginalInvoiceCode") != nil
    }

    /// Throws `input.value` when a sum of a red one is not below zero.
    private static func red(_ root: XMLNode) throws(Refusal) -> RedInvoice {
        RedInvoice(
            number: try number(root, "TaxSupervisionInfo/InvoiceNumber"), date: try date(root),
            original: try required(root, reference + "/OriginalInvoiceCode", Label.init),
            total: SignedFen(try required(root, basic + "TotalTax-includedAmount", negative)))
    }

    private static func number(_ root: XMLNode, _ path: String) throws(Refusal) -> Label {
        let number = try required(root, path, Label.init)
        guard number.text.utf8.count == 20, number.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Refusal(.inputValue, ["value": number.text.excerpt, "expected": "20 digits · 20 位数字"])
                .adding("field", path)
        }
        return number
    }

    private static func date(_ root: XMLNode) throws(Refusal) -> Day {
        try required(root, "TaxSupervisionInfo/IssueTime") { (text) throws(Refusal) in
            try StatementDay(SheetRow.Cell(text: text)).day
        }
    }

    private static func invoice(_ root: XMLNode) throws(Refusal) -> EInvoice {
        let data = root["EInvoiceData"] ?? root
        var lines: [InvoiceLine] = []
        for item in data.all("IssuItemInformation") { lines.append(try line(item)) }
        return EInvoice(
            number: try number(root, "TaxSupervisionInfo/InvoiceNumber"), date: try date(root),
            seller: try party(root, "Seller"), buyer: try party(root, "Buyer"),
            amount: try required(root, basic + "TotalAmWithoutTax", money),
            tax: try required(root, basic + "TotalTaxAm", money),
            total: try required(root, basic + "TotalTax-includedAmount", money), lines: lines.isEmpty ? nil : lines)
    }

    private static func party(_ root: XMLNode, _ side: String) throws(Refusal) -> InvoiceParty {
        let path = "EInvoiceData/\(side)Information/\(side)"
        return InvoiceParty(
            name: try required(root, path + "Name", Label.init),
            creditCode: try optional(root, path + "IdNum", Label.init))
    }

    private static func line(_ item: XMLNode) throws(Refusal) -> InvoiceLine {
        InvoiceLine(
            item: try required(item, "ItemName", Label.init), unit: try optional(item, "MeaUnits", Label.init),
            quantity: try optional(item, "Quantity", Label.init), unitPrice: try optional(item, "UnPrice", Label.init),
            amount: SignedFen(try required(item, "Amount", signed)), taxRate: try optional(item, "TaxRate", Label.init),
            tax: try optional(item, "ComTaxAm", signed).map(SignedFen.init))
    }

    private static func required<Value>(
        _ node: XMLNode, _ path: String, _ make: (String) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        guard let value = try optional(node, path, make) else { throw Refusal(.inputMissingField, ["field": path]) }
        return value
    }

    private static func optional<Value>(
        _ node: XMLNode, _ path: String, _ make: (String) throws(Refusal) -> Value
    ) throws(Refusal) -> Value? {
        guard let text = node.text(path) else { return nil }
        do {
            return try make(text)
        } catch {
            throw error.adding("field", path).adding("value", text.excerpt)
        }
    }

    /// A sum below zero is that of a red invoice.
    private static func negative(_ text: String) throws(Refusal) -> Fen {
        let fen = try signed(text)
        if !fen.isNegative { throw Refusal(.inputValue, ["expected": "< 0"]) }
        return fen
    }

    /// An invoice has no sums below zero.
    private static func money(_ text: String) throws(Refusal) -> Fen {
        let fen = try signed(text)
        if fen.isNegative { throw Refusal(.moneyFormat, ["value": text.excerpt]) }
        return fen
    }

    private static func signed(_ text: String) throws(Refusal) -> Fen {
        guard let fen = try StatementText.money(text) else { throw Refusal(.moneyFormat, ["value": text.excerpt]) }
        return fen
    }
}
