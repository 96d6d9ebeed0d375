import Kernel
import TestKit
import Testing

@Suite struct JSONRoundtripTests {
    @Test func writesCompactAndPretty() {
        let value = JSON.members([
            "a": .int(1), "b": nil, "c": .array([.null, .bool(true)]), "d": .object([]), "e": .array([]),
            "水\"\\\n\r\t\u{1}\u{7F}": .string("/\u{2028}"),
        ])
        #expect(value.text == "{\"a\":1,\"c\":[null,true],\"d\":{},\"e\":[],"
            + "\"水\\\"\\\\\\n\\r\\t\\u0001\u{7F}\":\"/\u{2028}\"}")
        #expect(JSON.members(["a": .array([.int(1), .int(2)]), "b": .object([])]).pretty == """
            {
              "a": [
                1,
                2
              ],
              "b": {}
            }
            """)
    }

    @Test func anyValueSurvivesItsText() throws {
        for value in cases(500, seed: 6, { Self.value(&$0, depth: 4) }) {
            #expect(try JSONParser.parse(Array(value.text.utf8)) == value, "\(value.text)")
            #expect(try JSONParser.parse(Array(value.pretty.utf8)) == value)
        }
    }

    @Test func canonicalFormsDifferInNothingButOrder() throws {
        for (seed, value) in cases(200, seed: 7, { Self.value(&$0, depth: 4) }).enumerated() {
            var random = SplitMix64(seed: UInt64(seed))
            let shuffled = Self.shuffled(value, &random)
            #expect(shuffled.canonical == value.canonical)
            #expect(shuffled.canonical.text == value.canonical.text)
            #expect(value.canonical.canonical == value.canonical)
        }
    }

    @Test(arguments: [
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true), (#"[{"a":1,"b":2}]"#, #"[{"b":2,"a":1}]"#, true),
        ("[1,2]", "[2,1]", false), ("1", "1.0", false), (#"{"a":1}"#, #"{"a":"1"}"#, false),
        (#"{"a":1}"#, "{}", false),
        (#"{"a":"\u6c34"}"#, #"{"a":"水"}"#, true),
    ])
    func canonicalEquality(one: String, other: String, equal: Bool) throws {
        let forms = try [one, other].map { try JSONParser.parse(Array($0.utf8)).canonical }
        #expect((forms[0] == forms[1]) == equal)
    }

    @Test func looksUpAndReplaces() {
        let value = JSON.members(["a": .int(1), "b": .string("x")])
        #expect(value["a"] == .int(1) && value["c"] == nil && JSON.null["a"] == nil)
        #expect(value.with("a", .int(2)).text == #"{"a":2,"b":"x"}"#)
        #expect(value.with("c", .null).text == #"{"a":1,"b":"x","c":null}"#)
        #expect(value["b"]?.string == "x" && value["a"]?.string == nil)
    }

    struct Values: Codable, Equatable {
        let money: Fen
        let quantity: Quantity
        let percent: Percent
        let day: Day
        let at: Instant
        let code: Code
        let texts: [Prose]
        let count: Int?
        let nested: [[Int]]
    }

    @Test func anyFormSurvivesEncoding() throws {
        let forms = try cases(300, seed: 8) { try Self.form(&$0) }
        for form in forms {
            let text = JSON(form).text
            #expect(try JSONParser.parse(Array(text.utf8)).decode(Values.self) == form, "\(text)")
        }
    }
}

extension JSONRoundtripTests {
    private static let scalars: [Unicode.Scalar] = [
        "a", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "水", "💧", "\u{2028}", "{",
    ]

    private static func text(_ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }

    private static func value(_ random: inout SplitMix64, depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(["0", "-1", "1.50", "9e99", "-0.0E-7"].randomElement(using: &random) ?? "0")
        case 3: return .string(text(&random))
        case 4:
            let count = Int.random(in: 0...4, using: &random)
            return .array((0..<count).map { _ in value(&random, depth: depth - 1) })
        case _:
            return .object((0..<Int.random(in: 0...5, using: &random)).map { index in
                JSON.Member(text(&random) + String(index), value(&random, depth: depth - 1))
            })
        }
    }

    private static func shuffled(_ value: JSON, _ random: inout SplitMix64) -> JSON {
        switch value {
        case .null, .bool, .number, .string: value
        case .array(let items): .array(items.map { shuffled($0, &random) })
        case .object(let members):
            .object(members.map { JSON.Member($0.name, shuffled($0.value, &random)) }
                .shuffled(using: &random))
        }
    }

    private static func form(_ random: inout SplitMix64) throws -> Values {
        Values(
            money: Fen(Int64.random(in: 0...Fen.largest.value, using: &random)),
            quantity: Quantity(thousandths: Int64.random(in: .min ... .max, using: &random)),
            percent: Percent(tenThousandths: Int64.random(in: 0...2_000_000, using: &random)),
            day: Day(number: Int.random(in: -20_000...90_000, using: &random)),
            at: Instant(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random)),
            code: try Code("c" + String(random.next())),
            texts: try (0..<Int.random(in: 0...3, using: &random)).map { try Prose("第\($0)段\n\"…\"") },
            count: Bool.random(using: &random) ? Int.random(in: .min ... .max, using: &random) : nil,
            nested: (0..<Int.random(in: 0...3, using: &random)).map { Array(0..<$0) })
    }
}
