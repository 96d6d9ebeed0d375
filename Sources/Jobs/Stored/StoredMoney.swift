package import Kernel
import Ledger

extension SettledShare: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("encumbered", encumbered)
        text.put("approved", approved)
        text.put("retention", retention)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        encumbered = try scan.take("encumbered")
        approved = try scan.take("approved")
        retention = try scan.take("retention")
        try scan.close()
    }
}

extension Settlement: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("approved", approved)
        text.put("retention", retention)
        text.put("retentionRate", retentionRate)
        text.put("retentionDue", retentionDue)
        text.put("shares", shares)
        text.put("at", at)
        text.put("by", by)
        text.put("voucher", voucher)
        text.put("document", document)
        text.put("warranty", warranty)
        text.put("booked", booked)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        approved = try scan.take("approved")
        retention = try scan.take("retention")
        retentionRate = try scan.find("retentionRate")
        retentionDue = try scan.find("retentionDue")
        shares = try scan.take("shares")
        at = try scan.take("at")
        by = try scan.take("by")
        voucher = try scan.find("voucher")
        document = try scan.find("document")
        warranty = try scan.find("warranty")
        booked = try scan.take("booked")
        try scan.close()
    }
}

extension SettlementDocument: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("revision", revision)
        text.put("replaces", replaces)
        text.put("payee", payee)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        revision = try scan.take("revision")
        replaces = try scan.find("replaces")
        payee = try scan.take("payee")
        try scan.close()
    }
}

extension Contractor: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("code", code)
        text.put("name", name)
        text.put("creditCode", creditCode)
        text.put("bank", bank)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        code = try scan.take("code")
        name = try scan.take("name")
        creditCode = try scan.take("creditCode")
        bank = try scan.find("bank")
        try scan.close()
    }
}

extension RecoveredShare: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("amount", amount)
        text.put("earlier", earlier)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        amount = try scan.take("amount")
        earlier = try scan.take("earlier")
        try scan.close()
    }
}

extension Holding: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("preEncumbered", preEncumbered)
        text.put("encumbered", encumbered)
        text.put("payable", payable)
        text.put("retention", retention)
        text.put("paid", paid)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        preEncumbered = try scan.take("preEncumbered")
        encumbered = try scan.take("encumbered")
        payable = try scan.take("payable")
        retention = try scan.take("retention")
        paid = try scan.take("paid")
        try scan.close()
    }
}
