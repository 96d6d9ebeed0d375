import Kernel
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("0", 0, "0"), ("8.125", 8125, "8.125"), ("8.100", 8100, "8.1"), ("10.000", 10_000, "10"),
        ("-2.5", -2500, "-2.5"),
    ] as [(String, Int64, String)])
    func readsAndWrites(text: String, thousandths: Int64, shown: String) throws {
        let quantity = try Quantity(text)
        #expect(quantity.thousandths == thousandths)
        #expect(quantity.text == shown)
    }

    @Test(arguments: ["", "1.0001", "+1", "01", ".5", "5.", "1e3", "１", "1 ", "9223372036854775.808"])
    func refusesOtherForms(text: String) {
        #expect(refusal { try Quantity(text) }?.code == .quantityFormat)
    }

    /// Half a fen goes away from zero, on both sides, once a line.
    @Test(arguments: [
        ("3", "100.00", "300.00"), ("0.333", "100.00", "33.30"), ("8.125", "12.34", "100.26"),
        ("0.5", "0.01", "0.01"), ("0.499", "0.01", "0.00"), ("-0.5", "0.01", "-0.01"),
        ("-0.499", "0.01", "0.00"),
        ("1.5", "0.03", "0.05"), ("0.001", "5.00", "0.01"), ("0.001", "4.99", "0.00"), ("0", "9.99", "0.00"),
        ("1", "100000000000.00", "100000000000.00"),
    ])
    func timesAPriceRoundsHalfUp(quantity: String, price: String, product: String) throws {
        #expect(try Quantity(quantity).times(Fen(yuan: price)).yuan == product)
    }

    @Test func aProductThatDoesNotFitIsRefused() {
        let price = Fen(Int64.max)
        #expect(refusal { try Quantity("1.001").times(price) }?.code == .moneyRange)
        #expect(refusal { try Quantity("9223372036854775.807").times(price) }?.code == .moneyRange)
    }
}
