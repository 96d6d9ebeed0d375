import Kernel
import Testing

@Suite struct PercentTests {
    @Test(arguments: [
        ("0", 0, "0"), ("3", 30_000, "3"), ("8.875", 88_750, "8.875"), ("95.00", 950_000, "95"),
        ("100", 1_000_000, "100"),
        ("0.0001", 1, "0.0001"), ("250.5", 2_505_000, "250.5"),
    ] as [(String, Int64, String)])
    func readsAndWrites(text: String, tenThousandths: Int64, shown: String) throws {
        let percent = try Percent(text)
        #expect(percent.tenThousandths == tenThousandths)
        #expect(percent.text == shown)
    }

    @Test(arguments: [
        "", "3%", "-3", "+3", "3.00001", "03", ".3", "3.", "1e1", "３", " 3", "99999999999999999999",
    ])
    func refusesOtherForms(text: String) {
        #expect(refusal { try Percent(text) }?.code == .percentFormat)
    }

    @Test(arguments: [
        ("8.875", "300.00", "26.63"), ("3", "0.16", "0.00"), ("3", "0.17", "0.01"), ("50", "0.01", "0.01"),
        ("49.9999", "0.01", "0.00"), ("100", "100000000000.00", "100000000000.00"),
        ("0", "5.00", "0.00"),
    ])
    func shareIsRoundedHalfUp(percent: String, amount: String, share: String) throws {
        #expect(try Percent(percent).of(Fen(yuan: amount)).yuan == share)
    }

    @Test func aNegativeAmountIsRoundedLikeItsMirrorImage() throws {
        #expect(try Percent("8.875").of(Fen(-30_000)) == Fen(-2663))
    }

    @Test func aShareThatDoesNotFitIsRefused() {
        #expect(refusal { try Percent("100.0001").of(Fen(Int64.max)) }?.code == .moneyRange)
    }

    /// The figure an auditor sees may say 95.00 and still fall short: shown half-up, compared exactly.
    @Test(arguments: [
        ("949950.00", "1000000.00", "95.00", false), ("949949.99", "1000000.00", "94.99", false),
        ("950000.00", "1000000.00", "95.00", true), ("949999.99", "1000000.00", "95.00", false),
        ("0.00", "1000000.00", "0.00", false), ("1000000.01", "1000000.00", "100.00", true),
        ("92233720368547758.07", "92233720368547758.07", "100.00", true), ("1.00", "3.00", "33.33", false),
        ("2.00", "3.00", "66.67", false),
    ])
    func ratio(part: String, whole: String, shown: String, reaches: Bool) throws {
        let ratio = Ratio(try Fen(yuan: part), of: try Fen(yuan: whole))
        #expect(ratio.percent == shown)
        #expect(ratio.reaches(try Percent("95")) == reaches)
    }

    @Test func nothingToDivideByGivesNoFigure() {
        #expect(Ratio(5, of: 0).percent == nil)
        #expect(Ratio(5, of: 0).reaches(.whole) == nil)
    }
}
