import Kernel
import Ledger
import Testing

/// What a firm pays back goes to the income that was used last, then to the quota (books.md B1 §1).
struct PaymentResourceTests {
    @Test("paid back: the income as far as it was used, the rest the quota", arguments: [
        ("100.00", "60.00", ["income 60.00", "quota 40.00"]), ("60.00", "60.00", ["income 60.00"]),
        ("10.00", "60.00", ["income 10.00"]), ("100.00", "0.00", ["quota 100.00"]), ("100.00", "-5.00", ["quota 100.00"]),
    ])
    func back(amount: String, income: String, parts: [String]) throws {
        let appropriation = Appropriation(
            code: try Code("A"), source: try Code("minsheng"), originYear: 2025, channel: .direct,
            documentNo: try Label("1"), position: 1)
        let found = PaymentResource.partsBack(
            try Fen(yuan: amount), of: appropriation, fromIncome: try Fen(yuan: income, signed: true))
        #expect(found.map { ($0.resource == .quota ? "quota " : "income ") + $0.amount.yuan } == parts)
    }
}
