import Journal
import Kernel
import TestKit
import Testing

/// What a match may name, and what a known line must say.
struct NamedTwiceTests {
    /// A receipt of 4,000.00 and a payment of 400.00; the statement shows 8,000.00 in and 800.00 out.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
            cashier1 fund.receive appropriation=B26 amount=4000.00 receiptNo=R1
            """)
        street.play(JobLines.settled(1, "01-05", total: "400.00", fund: "B26:100%"))
        street.play("""
            01-05T16:00 cashier1 pay #1 paymentNo=P1
            01-05T17:00 finance1 bank.import rows=01-02:8000.00,01-05:-800.00
            """)
        return street
    }()

    @Test("no receipt and no payment is named twice in one match, under none of its names", arguments: [
        "1 pay=receipt:R1,receipt:R1 ! match.empty", "2 pay=P1,P1 ! match.empty", "2 pay=P1,payment:P1 ! match.empty",
        "1 pay=receipt:R1 ! match.sum", "2 pay=P1 ! match.sum",
    ])
    func twice(match: String) {
        var street = Self.street
        street.play("finance1 match.make on=\(street.records.count).\(match)")
    }

    private static func line(_ balance: String?) -> String {
        let stated = balance.map { ",'balance':'\($0)'" } ?? ""
        return "[{'day':'2026-01-05','direction':'out','amount':'5.00','serial':'S1'\(stated)}]"
    }

    @Test("a known line says the same balance, or none", arguments: [
        ("95.00", "96.00", "statement.differs"), ("95.00", "95.00", "statement.known"), ("95.00", nil, "statement.known"),
        (nil, "95.00", "statement.known"), ("-95.00", "95.00", "statement.differs"),
    ] as [(String?, String?, String)])
    func balance(first: String?, second: String?, refusal: String) {
        var street = Self.street
        street.play("""
            finance1 bank.import account=2002 bank=ccb lines:=\(Self.line(first))
            finance1 bank.import account=2002 bank=ccb lines:=\(Self.line(second)) ! \(refusal)
            """)
    }

    /// The sum signed was 1,000.00; 980.00 with 3 % of tax on top are 1,009.40, 970.87 are 1,000.00 (29.13 of tax), 970.88 one fen more.
    @Test("what is claimed is compared with its tax", arguments: [
        ("980.00", "3", "claim.exceeds"), ("970.87", "3", nil), ("970.88", "3", "claim.exceeds"), ("1000.00", "0", nil),
        ("1000.00", "0.0001", nil), ("1000.00", "0.0010", "claim.exceeds"),
    ] as [(String, String, String?)])
    func tax(total: String, rate: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "1000.00"))
        let answer = street.line("03-02T13:00 officer1 claim #1 total=\(total) taxRate=\(rate)")
        #expect(answer.refusal?.code.rawValue == refusal)
    }
}
