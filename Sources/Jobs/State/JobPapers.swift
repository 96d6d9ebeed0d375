package import Kernel
package import Ledger

/// The surveyed estimate that is in force.
package struct Survey: Hashable, Sendable, Codable {
    /// How late the form is: 补单 when the work ran ahead of it, 逾期补办 when it also missed its due day.
    package enum Mark: String, Sendable, Codable { case inTime, late, overdue }

    @Detail package var form: SurveyForm
    /// With tax.
    package let total: Fen
    package let mark: Mark
    package let at: Instant
    package let by: Code
    /// The lines above an agreed price or the policy's; nil when there are none.
    package let above: [PriceFlag]?
}

extension Survey: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("form", form)
        text.put("total", total)
        text.put("mark", mark)
        text.put("at", at)
        text.put("by", by)
        text.put("above", above)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        _form = try scan.take(detail: "form")
        total = try scan.take("total")
        mark = try scan.take("mark")
        at = try scan.take("at")
        by = try scan.take("by")
        above = try scan.find("above")
        try scan.close()
    }
}

/// A change slip (签证).
package struct Slip: Hashable, Sendable, Codable {
    package let number: Int
    package let reason: Prose
    @Detail package var lines: [PricedLine]
    package let change: SignedFen
    package let by: Code
    package var signedBy: Code?
    /// Why whoever should have signed it sent it back: it counts no longer.
    package var returned: Prose?
    package let above: [PriceFlag]?

    package init(
        number: Int, reason: Prose, lines: [PricedLine], change: SignedFen, by: Code, signedBy: Code? = nil,
        returned: Prose? = nil, above: [PriceFlag]?
    ) {
        (self.number, self.reason, _lines, self.change) = (number, reason, Detail(wrappedValue: lines), change)
        (self.by, self.signedBy, self.returned, self.above) = (by, signedBy, returned, above)
    }

    /// Filed and neither signed nor sent back.
    package var isWaiting: Bool { signedBy == nil && returned == nil }
}

extension Slip: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("reason", reason)
        text.put("lines", lines)
        text.put("change", change)
        text.put("by", by)
        text.put("signedBy", signedBy)
        text.put("returned", returned)
        text.put("above", above)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        reason = try scan.take("reason")
        _lines = try scan.take(detail: "lines")
        change = try scan.take("change")
        by = try scan.take("by")
        signedBy = try scan.find("signedBy")
        returned = try scan.find("returned")
        above = try scan.find("above")
        try scan.close()
    }
}

/// A claim (送审) and, once there is one, its review (审核).
package struct Claim: Hashable, Sendable, Codable {
    @Detail package var lines: [PricedLine]
    @Detail package var amounts: [Fen]
    package let taxRate: Percent?
    package let tax: Fen
    /// With tax.
    package let total: Fen
    package let invoice: Invoice?
    package let by: Code
    /// The lines above an agreed price; nil when there are none.
    package let above: [PriceFlag]?

    package init(
        lines: [PricedLine], amounts: [Fen], taxRate: Percent?, tax: Fen, total: Fen, invoice: Invoice?, by: Code,
        above: [PriceFlag]?
    ) {
        (_lines, _amounts) = (Detail(wrappedValue: lines), Detail(wrappedValue: amounts))
        (self.taxRate, self.tax) = (taxRate, tax)
        (self.total, self.invoice, self.by, self.above) = (total, invoice, by, above)
    }
}

extension Claim: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("lines", lines)
        text.put("amounts", amounts)
        text.put("taxRate", taxRate)
        text.put("tax", tax)
        text.put("total", total)
        text.put("invoice", invoice)
        text.put("by", by)
        text.put("above", above)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        _lines = try scan.take(detail: "lines")
        _amounts = try scan.take(detail: "amounts")
        taxRate = try scan.find("taxRate")
        tax = try scan.take("tax")
        total = try scan.take("total")
        invoice = try scan.find("invoice")
        by = try scan.take("by")
        above = try scan.find("above")
        try scan.close()
    }
}
