import Bank
import Journal
import Kernel
import TestKit
import Testing

/// Tables of lines and payments, one a line: `L1 03-05 -100.00 name account text` and `P ZF0001 03-05 -100.00 name account`;
/// `-` says nothing. Proposals are shown as `lines items rule confidence`.
struct MatchingTests {
    @Test("the rules in their order", arguments: [
        // The number with its amount is sure, whatever else is said.
        ("1 03-08 -100.00 - - 付ZF0001工程款 \n ZF0001 03-05 -100.00 甲公司 -", "1.1 ZF0001 number sure"),
        // Another account, or a day far off: a person looks.
        ("1 03-20 -100.00 - - 付ZF0001工程款 \n ZF0001 03-05 -100.00 甲公司 -", "1.1 ZF0001 number possible"),
        ("1 03-05 -100.00 - 62220009 ZF0001 \n ZF0001 03-05 -100.00 - 62220001", "1.1 ZF0001 number possible"),
        ("1 03-05 -100.00 - - ｚｆ０００１ \n ZF0001 03-05 -100.00 - -", "1.1 ZF0001 number sure"),
        // A number goes no further on either side.
        ("1 03-05 -100.00 - - ZF00012 \n ZF0001 03-05 -100.00 - -", ""),
        ("1 03-05 -100.00 - - AZF0001 \n ZF0001 03-05 -100.00 - -", ""),
        ("1 03-05 -100.00 - - ZF2026-01-2 \n ZF2026-01 03-05 -100.00 - - \n 01-2 03-05 -100.00 - -", ""),
        ("1 03-05 -100.00 - - 款-ZF2026-01-款 \n ZF2026-01 03-05 -100.00 - -", "1.1 ZF2026-01 number sure"),
        // A number met by chance, and two lines of one number, are not sure.
        ("1 03-05 -100.00 - - 修1号楼 \n 1 03-05 -100.00 - -", "1.1 1 number likely"),
        ("1 03-05 -100.00 - - ZF0001 \n 2 03-06 -100.00 - - ZF0001 \n ZF0001 03-05 -100.00 - -",
         "1.1 ZF0001 number possible"),
        // Another amount or another direction is none.
        ("1 03-05 -100.01 - - ZF0001 \n ZF0001 03-05 -100.00 - -", ""),
        ("1 03-05 100.00 - - ZF0001 \n ZF0001 03-05 -100.00 - -", ""),
        // A refund comes in under its payment's number.
        ("1 03-05 -9.00 - - ZF0001 \n 2 03-09 9.00 - - ZF0001 \n ZF0001 03-05 -9.00 - - \n refund:ZF0001 03-08 9.00 - -",
         "1.1 ZF0001 number sure \n 1.2 refund:ZF0001 number sure"),
        // Account and days: sure when it is unique both ways.
        ("1 03-15 -100.00 - 6222-0001 - \n A 03-05 -100.00 - 62220001", "1.1 A account sure"),
        ("1 03-16 -100.00 - 62220001 - \n A 03-05 -100.00 - 62220001", ""),
        ("1 03-01 -100.00 - 62220001 - \n A 03-05 -100.00 - 62220001", ""),
        ("1 03-05 -100.00 - 62220001 - \n 2 03-06 -100.00 - 62220001 - \n A 03-05 -100.00 - 62220001",
         "1.1 A account possible"),
        ("1 03-05 -100.00 - 62220001 - \n A 03-05 -100.00 - 62220001 \n B 03-05 -100.00 - 62220001",
         "1.1 A account possible"),
        ("1 03-05 -7.00 - 62220001 - \n 2 03-05 -7.00 - 62220001 - \n A 03-05 -7.00 - 62220001 \n B 03-05 -7.00 - 62220001",
         "1.1 A account possible \n 1.2 B account possible"),
        ("1 03-05 -100.00 - 6222**01 - \n A 03-05 -100.00 - 62220001", ""),
        // The name is likely; with another account, possible.
        ("1 03-06 -100.00 云岭（修缮）队 - - \n A 03-05 -100.00 云岭(修缮)队 62220001", "1.1 A name likely"),
        ("1 03-06 -100.00 云岭队 62220009 - \n A 03-05 -100.00 云岭队 62220001", "1.1 A name possible"),
        // One payment in several lines, several payments in one line: of one payee, near, at most four parts.
        ("1 03-05 -60.00 - 62220001 - \n 2 03-06 -40.00 - 62220001 - \n A 03-05 -100.00 - 62220001",
         "1.1+1.2 A severalLines likely"),
        ("1 03-05 -60.00 - 62220001 - \n 2 03-06 -40.00 - 62220002 - \n A 03-05 -100.00 - 62220001", ""),
        ("1 03-05 -60.00 - - ZF0001甲 \n 2 03-06 -40.00 - - 甲ZF0001 \n ZF0001 03-05 -100.00 - -",
         "1.1+1.2 ZF0001 number sure"),
        ("1 03-06 -100.00 - 62220001 - \n A 03-05 -60.00 - 62220001 \n B 03-05 -40.00 - 62220001",
         "1.1 A+B severalPayments likely"),
        ("1 03-06 -100.00 - - ZF0001、ZF0002 \n ZF0001 03-05 -60.00 - - \n ZF0002 03-05 -40.00 - -",
         "1.1 ZF0001+ZF0002 number sure"),
        ("1 03-05 -50.00 甲队 - - \n 2 03-05 -50.00 甲队 - - \n 3 03-05 -50.00 甲队 - - \n A 03-05 -100.00 甲队 -",
         "1.1+1.2 A severalLines possible"),
        ("1 03-05 -1.00 甲队 - - \n 2 03-05 -2.00 甲队 - - \n 3 03-05 -4.00 甲队 - - \n "
         + "4 03-05 -8.00 甲队 - - \n 5 03-05 -16.00 甲队 - - \n A 03-05 -31.00 甲队 -",
         ""),
    ])
    func rules(table: String, expected: String) throws {
        #expect(try Self.run(table) == expected.split(separator: "\n").map { $0.trimmed })
    }

    @Test("a line that names another payment is never sure", arguments: [
        // The amount and the account are B's, the number is A's (of another amount, of the other custody, or matched).
        ("1 03-05 -300.00 - 62220001 款ZF0001 \n ZF0001 03-05 -100.00 - 62220001 \n ZF0003 03-05 -300.00 - 62220001",
         "1.1 ZF0003 account possible", "1.1 ZF0001 -300.00 -100.00"),
        ("1 03-05 -300.00 - 62220001 款ZF0001 \n +ZF0001 03-05 -300.00 - 62220001 \n ZF0003 03-05 -300.00 - 62220001",
         "1.1 ZF0003 account possible", ""),
        ("1 03-05 -300.00 甲队 - ZF0001 \n +ZF0001 03-05 -300.00 - - \n ZF0003 03-05 -300.00 甲队 -",
         "1.1 ZF0003 name possible", ""),
        // It names both.
        ("1 03-05 -300.00 - - ZF0003、ZF0001 \n ZF0001 03-05 -100.00 - - \n ZF0003 03-05 -300.00 - -",
         "1.1 ZF0003 number likely", "1.1 ZF0001 -300.00 -100.00"),
        ("1 03-06 -100.00 - - ZF0001、ZF0002、ZF0009 \n ZF0001 03-05 -60.00 - - \n ZF0002 03-05 -40.00 - - \n +ZF0009 03-05 -9.00 - -",
         "1.1 ZF0001+ZF0002 severalPayments likely", "1.1 ZF0009 -100.00 -9.00"),
        ("1 03-05 -60.00 - 62220001 ZF0009 \n 2 03-06 -40.00 - 62220001 - \n A 03-05 -100.00 - 62220001 \n +ZF0009 03-05 -1.00 - -",
         "1.1+1.2 A severalLines possible", "1.1 ZF0009 -60.00 -1.00"),
        // A number that is met by chance is none, nor that of what came back.
        ("1 03-05 -300.00 - 62220001 修1号楼 \n 1 03-05 -100.00 - 62220001 \n ZF0003 03-05 -300.00 - 62220001",
         "1.1 ZF0003 account sure", ""),
        ("1 03-09 9.00 - - ZF0001 \n +ZF0001 03-05 -9.00 - - \n refund:ZF0001 03-08 9.00 - -",
         "1.1 refund:ZF0001 number sure", ""),
        // Equal number and another amount, and nothing to propose.
        ("1 03-05 -99.00 - - ZF0001 \n ZF0001 03-05 -100.00 - -", "", "1.1 ZF0001 -99.00 -100.00"),
        ("1 03-05 -60.00 - - ZF0001 \n 2 03-06 -40.00 - - ZF0001 \n ZF0001 03-05 -100.00 - -",
         "1.1+1.2 ZF0001 number sure", ""),
        // An account that a spreadsheet has spoilt ties nothing.
        ("1 03-05 -300.00 - 6.2220001E+18 - \n A 03-05 -300.00 - 6222000118", "", ""),
    ])
    func strangers(table: String, expected: String, differences: String) throws {
        #expect(try Self.run(table) == expected.split(separator: "\n").map { $0.trimmed })
        let told = try Self.matched(table).differences.map {
            "\($0.line.text) \($0.item.text) \($0.stated.yuan) \($0.booked.yuan)"
        }
        #expect(told.joined(separator: "\n") == differences)
    }

    @Test("a line that the bank took back is put together with it, and pays nothing", arguments: [
        ("1 03-05 -100.00 甲队 62220001 ZF0001 \n 2 03-06 100.00 甲队 62220001 冲正 \n ZF0001 03-05 -100.00 甲队 62220001",
         "1.1+1.2 - reversal likely"),
        // Paid again after it.
        ("1 03-05 -100.00 - 62220001 ZF0001 \n 2 03-06 100.00 - - 错账冲正 \n 3 03-07 -100.00 - 62220001 ZF0001 \n "
         + "ZF0001 03-05 -100.00 - 62220001",
         "1.1+1.2 - reversal likely \n 1.3 ZF0001 number sure"),
        // Two that could be meant: the nearer one, and a person looks.
        ("1 03-04 -100.00 甲队 - - \n 2 03-05 -100.00 甲队 - - \n 3 03-06 100.00 甲队 - 冲正", "1.2+1.3 - reversal possible"),
        // Another party, another amount, too late, or a plain refund: none.
        ("1 03-05 -100.00 甲队 - - \n 2 03-06 100.00 乙队 - 冲正", ""),
        ("1 03-05 -100.00 甲队 - - \n 2 03-06 90.00 甲队 - 冲正", ""),
        ("1 03-05 -100.00 甲队 - - \n 2 03-16 100.00 甲队 - 冲正", ""),
        ("1 03-05 -100.00 甲队 - - \n 2 03-06 100.00 甲队 - 退款", ""),
    ])
    func reversals(table: String, expected: String) throws {
        let found = try Self.run(table).map { $0.replacing("  ", with: " - ") }
        #expect(found == expected.split(separator: "\n").map { $0.trimmed })
    }

    @Test("the order of the input says nothing")
    func order() throws {
        var dice = SplitMix64(seed: 7)
        let rows = (0..<200).map { index in
            let amount = Int.random(in: 1...9, using: &dice)
            let day = Int.random(in: 10...28, using: &dice)
            return index < 100 ? "\(index + 1) 03-\(day) -\(amount).00 甲队 \(index % 3 == 0 ? "62220001" : "-") -"
                : "P\(index) 03-\(day) -\(amount).00 甲队 62220001"
        }
        let first = try Self.run(rows.joined(separator: "\n"))
        for _ in 0..<5 { #expect(try Self.run(rows.shuffled(using: &dice).joined(separator: "\n")) == first) }
        let named = first.flatMap { $0.split(separator: " ").prefix(2).flatMap { $0.split(separator: "+") } }
        #expect(Set(named).count == named.count, "a line or a payment is in two proposals")
    }

    @Test("a year of one firm with one amount is bounded", .timeLimit(.minutes(1)))
    func bounded() throws {
        let rows = (0..<4000).flatMap { index in
            let day = index % 2 == 0 ? "03-05" : "03-06"
            return [
                "\(index + 1) \(day) -5.00 甲队 62220001 -", "P\(index) \(day) -5.00 甲队 62220001",
                "Q\(index) \(day) -9.00 甲队 62220001",
            ]
        }
        #expect(try Self.run(rows.joined(separator: "\n")).count == 4000)
    }

    private static func run(_ table: String) throws -> [String] {
        try matched(table).proposals.map { proposal in
            [proposal.lines.map(\.text).joined(separator: "+"), proposal.items.map(\.text).joined(separator: "+"),
             proposal.rule.rawValue, proposal.confidence.rawValue].joined(separator: " ")
        }
    }

    /// A `+` before a payment says that it is not to be matched here.
    private static func matched(_ table: String) throws -> (proposals: [MatchProposal], differences: [MatchDifference]) {
        var (lines, items, others): ([MatchLine], [MatchItem], [MatchItem]) = ([], [], [])
        for row in table.split(separator: "\n") {
            let words = row.split(separator: " ").map { $0 == "-" ? nil : String($0) }
            let (day, effect) = (try Day("2026-" + (words[1] ?? "")), try Fen(yuan: words[2] ?? "", signed: true))
            if words.count == 6 {
                lines.append(MatchLine(
                    id: LineID(seq: 1, n: Int(words[0] ?? "") ?? 0), day: day, effect: effect, name: words[3],
                    account: words[4], texts: [words[5]].compactMap(\.self)))
            } else {
                let isOther = words[0]?.hasPrefix("+") == true
                let parts = (words[0] ?? "").drop { $0 == "+" }.split(separator: ":")
                let name = ItemName(parts.count == 2 ? .refund : .payment, try Label(String(parts.last ?? "")))
                let item = MatchItem(name: name, day: day, effect: effect, payee: words[3], account: words[4])
                if isOther { others.append(item) } else { items.append(item) }
            }
        }
        return Matching().propose(lines, items, others: others)
    }
}

extension Substring {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
