import Intake
import Kernel
import Testing

private typealias Reader = @Sendable (String) throws(Refusal) -> JSON

@Suite struct ShorthandPartsTests {
    @Test(arguments: [
        ("人工|疏通工|4|工日|320.00", "labour", "疏通工"), ("plant | 吸污车 | 1 | 台班 | 1800.00", "plant", "吸污车"),
        ("材料｜PE管｜-3｜米｜58.00", "material", "PE管"), ("其他|垃圾清运|1|车|450", "other", "垃圾清运"),
        ("welding|x|1|个|1", "welding", "x"),
    ])
    func readsALine(text: String, kind: String, item: String) throws {
        let line = try Shorthand.line(text)
        #expect(line["kind"] == .string(kind))
        #expect(line["item"] == .string(item))
    }

    /// Figures go on as they were written: the form judges them.
    @Test func leavesFiguresAlone() throws {
        let line = try Shorthand.line("人工|x|1e3|个|1,000.00")
        #expect(line.text == #"{"kind":"labour","item":"x","quantity":"1e3","unit":"个","unitPrice":"1,000.00"}"#)
    }

    @Test(arguments: [
        ("1|4950.00", #"{"line":1,"approved":"4950.00"}"#),
        ("2|0.00|未施工", #"{"line":2,"approved":"0.00","reason":"未施工"}"#),
    ])
    func readsAReview(text: String, json: String) throws { #expect(try Shorthand.review(text).text == json) }

    @Test(arguments: [
        ("MS=6000.00", #"{"appropriation":"MS","amount":"6000.00"}"#),
        ("A=1=60%", #"{"appropriation":"A=1","percent":"60"}"#),
        ("MS ＝ 33.3333 ％", #"{"appropriation":"MS","percent":"33.3333"}"#),
    ])
    func readsFunding(text: String, json: String) throws { #expect(try Shorthand.funding(text).text == json) }

    @Test func readsVehiclesAndInvoices() throws {
        #expect(try Shorthand.vehicle("吸污车=2").text == #"{"kind":"吸污车","count":2}"#)
        let invoice = try Shorthand.invoice("25117|2026-03-10|3450.50")
        #expect(invoice.text == #"{"number":"25117","date":"2026-03-10","amount":"3450.50"}"#)
    }

    @Test(arguments: ["", "a", "人工|x|1|个", "人工|x|1|个|1|2"])
    func refusesOtherShapesOfLine(text: String) {
        expect("--line", text) { (text) throws(Refusal) in try Shorthand.line(text) }
    }

    @Test(arguments: ["", "1", "x|1", "1|2|3|4", "１|2"])
    func refusesOtherShapesOfReview(text: String) {
        expect("--line", text) { (text) throws(Refusal) in try Shorthand.review(text) }
    }

    @Test func refusesOtherShapesOfTheRest() {
        expect("--funding", "MS 60%") { (text) throws(Refusal) in try Shorthand.funding(text) }
        expect("--vehicle", "吸污车") { (text) throws(Refusal) in try Shorthand.vehicle(text) }
        expect("--vehicle", "吸污车=一") { (text) throws(Refusal) in try Shorthand.vehicle(text) }
        expect("--invoice", "1|2") { (text) throws(Refusal) in try Shorthand.invoice(text) }
    }

    private func expect(_ option: String, _ text: String, _ read: Reader) {
        let refusal = #expect(throws: Refusal.self) { try read(text) }
        #expect(refusal?.code == .inputValue)
        #expect(refusal?["field"] == option)
        #expect(refusal?["value"] == text)
    }
}
