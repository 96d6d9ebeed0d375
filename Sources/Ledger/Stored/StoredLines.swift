package import Kernel

extension Share: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("amount", amount)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        amount = try scan.take("amount")
        try scan.close()
    }
}

extension Move: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("appropriation", appropriation)
        text.put("change", change)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        appropriation = try scan.take("appropriation")
        change = try scan.take("change")
        try scan.close()
    }
}

extension Line: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("account", account)
        text.put("side", side)
        text.put("amount", amount)
        text.put("appropriation", appropriation)
        text.put("job", job)
        text.put("contractor", contractor)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        account = try scan.take("account")
        side = try scan.take("side")
        amount = try scan.take("amount")
        appropriation = try scan.take("appropriation")
        job = try scan.find("job")
        contractor = try scan.find("contractor")
        try scan.close()
    }
}

extension Side: Stored {}
extension Phase: Stored {}
extension ClosingStep: Stored {}

extension Account: Stored {
    package func write(to text: inout JSONText) { text.quoted(plain: rawValue.utf8) }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        guard let account = Self.byNumber[try scan.string()] else { throw JSONScan.Foreign() }
        self = account
    }

    /// The compiler's own way from a text to a case compares it with one after the other.
    private static let byNumber = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
