import Kernel
import Testing

@Suite struct JSONDecodingTests {
    enum Kind: String, Codable { case labour, plant }

    struct Line: Codable, Equatable {
        let kind: Kind
        let quantity: Quantity
        let unitPrice: Fen
        var note: String?
    }

    struct Form: Codable, Equatable {
        let id: Code
        let lines: [Line]
        let workers: Int?
        let pass: Bool
        var day: Day?
    }

    private static let good =
        #"{"id":"a","lines":[{"kind":"labour","quantity":"1.5","unitPrice":"2.00"}],"pass":true}"#

    private func decode(_ text: String) -> Refusal? {
        refusal { try JSONParser.parse(Array(text.utf8)).decode(Form.self, at: "with") }
    }

    @Test func readsAForm() throws {
        let form: Form = try JSONParser.parse(Array(Self.good.utf8)).decode()
        let line = Line(kind: .labour, quantity: try Quantity("1.5"), unitPrice: Fen(200), note: nil)
        #expect(form.lines == [line])
        #expect(form.workers == nil && form.pass)
        #expect(JSON(form).text == Self.good)
    }

    /// Each row changes one piece of the good form.
    @Test(arguments: [
        (#""pass":true"#, #""pass":true,"extra":1"#, RefusalCode.inputUnknownField, "with.extra"),
        (#","pass":true"#, "", .inputMissingField, "with.pass"),
        (#""pass":true"#, #""pass":null"#, .inputNull, "with.pass"),
        (#""pass":true"#, #""pass":true,"workers":null"#, .inputNull, "with.workers"),
        (#""pass":true"#, #""pass":"true""#, .inputWrongType, "with.pass"),
        (#""pass":true"#, #""pass":1"#, .inputWrongType, "with.pass"),
        (#""pass":true"#, #""pass":true,"workers":"3""#, .inputWrongType, "with.workers"),
        (#""pass":true"#, #""pass":true,"workers":3.0"#, .inputWrongType, "with.workers"),
        (#""pass":true"#, #""pass":true,"workers":1e2"#, .inputWrongType, "with.workers"),
        (#""pass":true"#, #""pass":true,"workers":9223372036854775808"#, .inputWrongType, "with.workers"),
        (#""pass":true"#, #""pass":true,"day":"2026-02-30""#, .inputValue, "with.day"),
        (#""pass":true"#, #""pass":true,"day":20260305"#, .inputWrongType, "with.day"),
        (#""id":"a""#, #""id":"""#, .inputEmpty, "with.id"),
        (#""id":"a""#, #""id":7"#, .inputWrongType, "with.id"),
        (#""id":"a""#, #""id":"a\u0000""#, .inputControl, "with.id"),
        (#""labour""#, #""labor""#, .inputValue, "with.lines.0.kind"),
        (#""1.5""#, "1.5", .inputWrongType, "with.lines.0.quantity"),
        (#""1.5""#, #""1.5e0""#, .quantityFormat, "with.lines.0.quantity"),
        (#""2.00""#, #""-2.00""#, .moneyFormat, "with.lines.0.unitPrice"),
        (#""2.00""#, #""92233720368547758.08""#, .moneyRange, "with.lines.0.unitPrice"),
        (#""2.00"}"#, #""2.00"},{"kind":"plant","quantity":"1"}"#, .inputMissingField, "with.lines.1.unitPrice"),
        (#""2.00"}"#, #""2.00","nots":"x"}"#, .inputUnknownField, "with.lines.0.nots"),
        (#""2.00"}"#, #""2.00"},null"#, .inputNull, "with.lines.1"),
        (#""2.00"}"#, #""2.00"},[]"#, .inputWrongType, "with.lines.1"),
    ])
    func refusesWithThePath(piece: String, replacement: String, code: RefusalCode, field: String) throws {
        let range = try #require(Self.good.firstRange(of: piece))
        let (before, after) = (Self.good[..<range.lowerBound], Self.good[range.upperBound...])
        let refusal = decode("\(before)\(replacement)\(after)")
        #expect(refusal?.code == code)
        #expect(refusal?["field"] == field)
    }

    @Test(arguments: [
        ("[]", RefusalCode.inputWrongType), ("null", .inputNull), ("1", .inputWrongType),
        ("{}", .inputMissingField),
    ])
    func refusesAnotherTopLevel(text: String, code: RefusalCode) {
        #expect(decode(text)?.code == code)
    }

    struct Loose: Codable { let value: Double }

    @Test func neverReadsFloatingPoint() {
        let value = JSON.members(["value": .number("1")])
        #expect(refusal { try value.decode(Loose.self) }?.code == .inputWrongType)
    }

    struct Numbers: Codable, Equatable {
        let small: Int8
        let large: UInt64
    }

    @Test func integersKeepTheirRange() throws {
        func read(_ small: String, _ large: String) -> Result<Numbers, Refusal> {
            Result { () throws(Refusal) in
                try JSON.members(["small": .number(small), "large": .number(large)]).decode(Numbers.self)
            }
        }
        #expect(read("-128", "18446744073709551615") == .success(Numbers(small: -128, large: .max)))
        func wrong(_ field: String) -> Result<Numbers, Refusal> {
            .failure(Refusal(.inputWrongType, ["field": field, "expected": "integer"]))
        }
        #expect(read("128", "0") == wrong("small"))
        #expect(read("0", "-1") == wrong("large"))
    }
}
