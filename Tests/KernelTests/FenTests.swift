import Kernel
import TestKit
import Testing

@Suite struct FenTests {
    @Test(arguments: [
        ("0", 0), ("0.00", 0), ("0.01", 1), ("0.1", 10), ("12", 1200), ("12.5", 1250), ("12.50", 1250),
        ("100.05", 10_005), ("12000.00", 1_200_000),
        ("92233720368547758.07", Int64.max),
    ] as [(String, Int64)])
    func reads(text: String, fen: Int64) throws {
        #expect(try Fen(yuan: text) == Fen(fen))
    }

    @Test(arguments: [
        "", " ", " 1", "1 ", "1\n", "1\u{0}", "01", "00", "00.10", ".5", ".", "1.", "1..0", "1.2.3", "1.005",
        "0.005",
        "+1", "-0.01", "-", "--1", "1-", "1e3", "1E3", "1,000.00", "1，000", "１２", "1２", "1。5", "1٫5", "٣",
        "一",
        "0x10", "1_000", "¥1", "1元", "NaN", "inf",
    ])
    func refusesOtherForms(text: String) {
        #expect(refusal { try Fen(yuan: text) } == Refusal(.moneyFormat, ["value": text]))
    }

    @Test(arguments: [
        "92233720368547758.08", "92233720368547759", "99999999999999999999", "184467440737095516.16",
        "1" + String(repeating: "0", count: 39),
    ])
    func refusesWhatDoesNotFit(text: String) {
        #expect(refusal { try Fen(yuan: text) }?.code == .moneyRange)
    }

    @Test(arguments: [
        ("-0.01", -1), ("-12.5", -1250), ("12.50", 1250), ("-92233720368547758.08", Int64.min),
    ] as [(String, Int64)])
    func readsASignOnlyWhereAllowed(text: String, fen: Int64) throws {
        #expect(try Fen(yuan: text, signed: true) == Fen(fen))
        #expect((refusal { try Fen(yuan: text) } != nil) == text.hasPrefix("-"))
    }

    @Test(arguments: ["--1", "-", "+1", "- 1", "-01", "-.5", "\u{2212}1"])
    func refusesOtherSigns(text: String) {
        #expect(refusal { try Fen(yuan: text, signed: true) }?.code == .moneyFormat)
    }

    @Test(arguments: [
        (0, "0.00", "0.00"), (1, "0.01", "0.01"), (-1, "-0.01", "-0.01"), (99_999, "999.99", "999.99"),
        (100_000, "1000.00", "1,000.00"), (-100_000, "-1000.00", "-1,000.00"),
        (-99_999, "-999.99", "-999.99"),
        (1_200_000, "12000.00", "12,000.00"), (123_456_789, "1234567.89", "1,234,567.89"),
        (Int64.max, "92233720368547758.07", "92,233,720,368,547,758.07"),
        (Int64.min, "-92233720368547758.08", "-92,233,720,368,547,758.08"),
    ] as [(Int64, String, String)])
    func writes(fen: Int64, plain: String, grouped: String) {
        #expect(Fen(fen).yuan == plain)
        #expect(Fen(fen).grouped == grouped)
    }

    @Test func anyAmountSurvivesItsText() throws {
        let amounts = cases(2000, seed: 1) { random in
            Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...63, using: &random)
        }
        for fen in amounts {
            let text = Fen(fen).yuan
            #expect(try Fen(yuan: text, signed: true).value == fen, "\(text)")
            #expect(Fen(fen).grouped.filter { $0 != "," } == text)
        }
    }

    @Test func sumsRefuseToLeaveTheBound() throws {
        let most = Fen.largest
        #expect(most.yuan == "100000000000.00")
        #expect(try Fen.sum([most, Fen(1), Fen(-1)]) == most)
        #expect(try most.adding(Fen(-1)) == Fen(most.value - 1))
        #expect(try Fen.sum([]) == .zero)
        #expect(refusal { try most.adding(Fen(1)) }?.code == .moneyRange)
        #expect(refusal { try (-most).adding(Fen(-1)) }?.code == .moneyRange)
        #expect(refusal { try Fen.sum([Fen(Int64.max), Fen(Int64.max)]) }?.code == .moneyRange)
        let read = { (text: String) throws(Refusal) in try JSON.string(text).decode(Fen.self) }
        #expect(try read("100000000000.00") == most)
        #expect(refusal { try read("100000000000.01") }?.code == .moneyRange)
    }
}
