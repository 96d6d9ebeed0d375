import Intake
import Kernel
import Testing

/// What a person may write at a terminal, and what it becomes; what is not understood stays for the rules to judge.
struct ShorthandTests {
    private static func known() throws -> Shorthand.Known {
        var known = Shorthand.Known(today: try Day("2026-11-26"))
        known.codes["category"] = [
            (try Code("septic"), Phrase("化粪池", "Septic tank")), (try Code("other"), Phrase("其他", "Other")),
        ]
        known.codes["contractor"] = [
            (try Code("A"), Phrase("疏通队", "疏通队")), (try Code("B"), Phrase("疏通队", "疏通队")), (try Code("C"), Phrase("修缮队", "修缮队")),
        ]
        return known
    }

    @Test("a value by the field it stands in", arguments: [
        ("amount", "600,000", "600000"), ("amount", "1,234,567.80", "1234567.80"), ("amount", "１２，０００", "12000"),
        ("amount", "12000", "12000"), ("amount", "6,00", "6,00"), ("amount", "60,0000", "60,0000"), ("amount", ",000", ",000"),
        ("amount", "1.000,00", "1.000,00"), ("amount", "-600,000", "-600,000"), ("amount", "6e5", "6e5"), ("amount", "", ""),
        ("note", "600,000", "600,000"),
        ("job", "9", "2026-0009"), ("job", "0041", "2026-0041"), ("job", "12345", "2026-12345"),
        ("job", "2026-0009", "2026-0009"), ("job", "ref:9", "ref:9"), ("into", "7", "2026-0007"),
        ("category", "化粪池", "septic"), ("category", "其它", "other"), ("category", "septic tank", "septic"),
        ("category", "septic", "septic"), ("category", "水池", "水池"),
        ("contractor", "修缮队", "C"), ("contractor", "疏通队", "疏通队"), ("contractor", "A", "A"),
        ("means", "电话", "phone"), ("solved", "部分解决", "partly"), ("solved", "yes", "yes"),
    ])
    func values(field: String, given: String, taken: String) throws {
        var shorthand = Shorthand(try Self.known())
        let form = shorthand.form(.members(["lines": .array([.members([field: .string(given)])])]))
        #expect(form == .members(["lines": .array([.members([field: .string(taken)])])]))
        #expect(shorthand.readings.map { [$0.field, $0.given, $0.taken] }
            == (given == taken ? [] : [["with.lines.0." + field, given, taken]]))
    }

    @Test("a time of day is today's, at +08:00", arguments: [
        ("10:20", "2026-11-26T10:20:00+08:00"), ("9:05", "2026-11-26T09:05:00+08:00"),
        ("2026-11-19 10:20", "2026-11-19T10:20:00+08:00"), ("2026-11-19T10:20:30", "2026-11-19T10:20:30+08:00"),
        ("2026/11/19 10:20", "2026-11-19T10:20:00+08:00"), ("2026/3/5 9:05", "2026-03-05T09:05:00+08:00"),
        ("2026/13/5 9:05", "2026/13/5 9:05"), ("3/5 9:05", "3/5 9:05"),
        ("２０２６-１１-１９　１０：２０", "2026-11-19T10:20:00+08:00"),
        ("2026-11-19T10:20:00Z", "2026-11-19T10:20:00Z"), ("25:00", "25:00"), ("2026-02-30 10:00", "2026-02-30 10:00"),
        ("10:2", "10:2"), ("2026-11-19", "2026-11-19"), ("10", "10"),
    ])
    func times(given: String, taken: String) throws {
        var shorthand = Shorthand(try Self.known())
        #expect(shorthand.time(given) == taken)
    }
}
