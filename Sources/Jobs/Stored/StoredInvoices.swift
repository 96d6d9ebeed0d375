package import Kernel
import Ledger

extension Invoice: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("date", date)
        text.put("amount", amount)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        date = try scan.take("date")
        amount = try scan.take("amount")
        try scan.close()
    }
}

extension RedInvoice: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("date", date)
        text.put("original", original)
        text.put("total", total)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        date = try scan.take("date")
        original = try scan.take("original")
        total = try scan.take("total")
        try scan.close()
    }
}

extension InvoiceParty: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("name", name)
        text.put("creditCode", creditCode)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        name = try scan.take("name")
        creditCode = try scan.find("creditCode")
        try scan.close()
    }
}

extension InvoiceLine: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("item", item)
        text.put("unit", unit)
        text.put("quantity", quantity)
        text.put("unitPrice", unitPrice)
        text.put("amount", amount)
        text.put("taxRate", taxRate)
        text.put("tax", tax)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        item = try scan.take("item")
        unit = try scan.find("unit")
        quantity = try scan.find("quantity")
        unitPrice = try scan.find("unitPrice")
        amount = try scan.take("amount")
        taxRate = try scan.find("taxRate")
        tax = try scan.find("tax")
        try scan.close()
    }
}

extension EInvoice: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("date", date)
        text.put("seller", seller)
        text.put("buyer", buyer)
        text.put("amount", amount)
        text.put("tax", tax)
        text.put("total", total)
        text.put("lines", lines)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        date = try scan.take("date")
        seller = try scan.take("seller")
        buyer = try scan.take("buyer")
        amount = try scan.take("amount")
        tax = try scan.take("tax")
        total = try scan.take("total")
        lines = try scan.find("lines")
        try scan.close()
    }
}

extension RegisteredInvoice: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("invoice", invoice)
        text.put("source", source)
        text.put("revision", revision)
        text.put("at", at)
        text.put("by", by)
        text.put("approved", approved)
        text.put("voided", voided)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        invoice = try scan.take("invoice")
        source = try scan.take("source")
        revision = try scan.take("revision")
        at = try scan.take("at")
        by = try scan.take("by")
        approved = try scan.find("approved")
        voided = try scan.find("voided")
        try scan.close()
    }
}

extension VoidedInvoice: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("reason", reason)
        text.put("red", red)
        text.put("at", at)
        text.put("by", by)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        reason = try scan.take("reason")
        red = try scan.find("red")
        at = try scan.take("at")
        by = try scan.take("by")
        try scan.close()
    }
}
