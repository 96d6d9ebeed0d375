import Jobs
import Testing

struct ComparedPhoneTests {
    @Test("however a number is typed it is the same number", arguments: [
        "13812349876", "138 1234 9876", "138-1234-9876", "１３８１２３４９８７６", "+8613812349876", "+86 138 1234 9876", "＋８６　138-1234-9876", "0086 13812349876",
        "8613812349876", "(138)12349876", "电话13812349876",
    ])
    func same(text: String) { #expect(text.comparedPhone == "13812349876") }

    @Test("other numbers stay other numbers", arguments: [
        ("025-86551234", "02586551234"), ("86551234", "86551234"), ("+86 25 86551234", "2586551234"), ("862586551234", "862586551234"), ("无", "无"), ("", ""),
    ])
    func other(text: String, expected: String) { #expect(text.comparedPhone == expected) }
}
