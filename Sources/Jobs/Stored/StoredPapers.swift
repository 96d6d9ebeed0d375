package import Kernel
import Ledger

extension PricedLine: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("kind", kind)
        text.put("item", item)
        text.put("quantity", quantity)
        text.put("unit", unit)
        text.put("unitPrice", unitPrice)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        kind = try scan.take("kind")
        item = try scan.take("item")
        quantity = try scan.take("quantity")
        unit = try scan.take("unit")
        unitPrice = try scan.take("unitPrice")
        try scan.close()
    }
}

extension PriceFlag: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("line", line)
        text.put("agreement", agreement)
        text.put("agreed", agreed)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        line = try scan.take("line")
        agreement = try scan.find("agreement")
        agreed = try scan.take("agreed")
        try scan.close()
    }
}

extension FundingWish: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("amount", amount)
        text.put("percent", percent)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        amount = try scan.find("amount")
        percent = try scan.find("percent")
        try scan.close()
    }
}

extension SurveyForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("visitors", visitors)
        text.put("cause", cause)
        text.put("plan", plan)
        text.put("lines", lines)
        text.put("taxRate", taxRate)
        text.put("photos", photos)
        text.put("funding", funding)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        visitors = try scan.take("visitors")
        cause = try scan.take("cause")
        plan = try scan.take("plan")
        lines = try scan.take("lines")
        taxRate = try scan.find("taxRate")
        photos = try scan.find("photos")
        funding = try scan.find("funding")
        try scan.close()
    }
}

extension AuthorizeForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("ceiling", ceiling)
        text.put("reason", reason)
        text.put("means", means)
        text.put("funding", funding)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        ceiling = try scan.take("ceiling")
        reason = try scan.take("reason")
        means = try scan.take("means")
        funding = try scan.find("funding")
        try scan.close()
    }
}

extension ChangeForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("reason", reason)
        text.put("lines", lines)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        reason = try scan.take("reason")
        lines = try scan.take("lines")
        try scan.close()
    }
}

extension ClaimForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("lines", lines)
        text.put("taxRate", taxRate)
        text.put("invoice", invoice)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        lines = try scan.take("lines")
        taxRate = try scan.find("taxRate")
        invoice = try scan.find("invoice")
        try scan.close()
    }
}

extension ReviewedLine: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("line", line)
        text.put("approved", approved)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        line = try scan.take("line")
        approved = try scan.take("approved")
        reason = try scan.find("reason")
        try scan.close()
    }
}

extension ReviewForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("lines", lines)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        lines = try scan.take("lines")
        try scan.close()
    }
}

extension ReturnForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("what", what)
        text.put("slip", slip)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        what = try scan.take("what")
        slip = try scan.find("slip")
        reason = try scan.take("reason")
        try scan.close()
    }
}
