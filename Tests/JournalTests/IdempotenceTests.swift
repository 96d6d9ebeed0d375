import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// The same id with the same content answers the same for ever; with other content it is refused (design §5,
/// §12).
struct IdempotenceTests {
    @Test("the same command is answered the same, key order and blanks aside, and has no effect")
    func repeated() {
        var street = MemoryStreet.funded
        let first = street.run("""
            {"id":"x","org":"NHL","by":"finance1","at":"2026-03-01T10:00:00+08:00","do":"fund.recall",
             "with":{"appropriation":"M26","amount":"1.00","documentNo":"1"}}
            """)
        street.play("""
            +9d finance1 fund.recall appropriation=M26 amount=2.00
            +1d admin1   user.disable user=finance1
            """)
        let before = street
        let again = street.run("""
            {"with":{"documentNo":"1","amount":"1.00","appropriation":"M26"},"do":"fund.recall",
             "at":"2026-03-01T10:00:00+08:00","by":"finance1","org":"NHL","id":"x"}
            """)
        #expect(first.refusal == nil && again == first)
        #expect(street.state.difference(from: before.state) == nil)
        #expect(street.records.count == before.records.count)
    }

    @Test("other content is refused with the first field that differs", arguments: [
        ("03-01 officer1 survey id=x #1 total=9.00", "03-01 officer1 survey id=x #1 total=9.01", "with.lines.0.unitPrice"),
        ("03-01 officer1 survey id=x #1 total=9.00", "03-01 officer1 survey id=x #1 total=9.00,1.00", "with.lines"),
        ("03-01 officer1 survey id=x #1 total=9.00", "03-02 officer1 survey id=x #1 total=9.00", "at"),
        ("03-01 officer1 survey id=x #1 total=9.00", "~ officer1 survey id=x #1 total=9.00", "at"),
        ("03-01 officer1 survey id=x #1 total=9.00", "03-01 officer2 survey id=x #1 total=9.00", "by"),
        ("03-01 officer1 survey id=x #1 total=9.00", "03-01 officer1 note id=x #1", "do"),
        ("03-01 officer1 survey id=x #1 total=9.00", "03-01 officer1 survey id=x #1 total=9.00 org=X", "org"),
        ("03-01 officer1 note id=x #1 text=a", "03-01 officer1 note id=x #1 text=a photos:=[]", "with.photos"),
        ("03-01 head1 authorize id=x #1 ceiling=9.00", "03-01 head1 authorize id=x #1 ceiling=9.0", "with.ceiling"),
    ])
    func conflict(first: String, second: String, field: String) {
        var street = MemoryStreet.funded
        street.play("grid1 call \n grid1 accept #1 urgency=urgent \n \(first)")
        let refusal = street.line(second).refusal
        #expect(refusal?.code == .idConflict && refusal?["field"] == field)
    }

    @Test("a refused command does not use its id up")
    func refused() {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.recall id=x appropriation=M26 amount=600000.01 ! funds.insufficient
            finance1 fund.recall id=x appropriation=S26 amount=1.00
            finance1 fund.recall id=x appropriation=M26 amount=600000.01 ! id.conflict
            """)
    }

    @Test("a caller is kept as a mark: another phone is another command, and no name stays")
    func caller() {
        var street = MemoryStreet.funded
        street.play("""
            03-01 grid1 call id=x caller:={'name':'张大妈','phone':'13800000001','confidential':true}
            03-01 grid1 call id=x caller:={'phone':'13800000001','confidential':true,'name':'张大妈'}
            03-02 grid1 call id=y caller:={'phone':'13800000001'}
            03-02 grid1 call id=z caller:={}                       ! input.empty
            03-02 grid1 call id=z caller:={'phone':13800000001}    ! input.wrongType
            """)
        let other = "03-01 grid1 call id=x caller:={'name':'张大妈','phone':'13800000002','confidential':true}"
        let refusal = street.line(other).refusal
        #expect(refusal?.code == .idConflict && refusal?["field"] == "with.caller.digest")
        #expect(street.job(1)?.call.caller?.phone == street.job(2)?.call.caller?.phone)
        #expect(street.job(1)?.call.caller?.digest != street.job(2)?.call.caller?.digest)
        #expect(!street.stored.contains { $0.body.contains("张大妈") || $0.body.contains("1380000") })
    }

    @Test("answers as JSON")
    func answers() {
        var street = MemoryStreet.funded
        let called = street.line("grid1 call id=a").json(.en).text
        #expect(called == #"{"id":"a","ok":true,"seq":54,"job":"2026-0001"}"#)
        let recalled = street.line("finance1 fund.recall id=b appropriation=M26 amount=1.00").json(.en).text
        #expect(recalled == #"{"id":"b","ok":true,"seq":55,"voucher":"2026-000003"}"#)
        let refused = street.line("finance1 fund.recall id=c appropriation=S26 amount=200000.01").json(.en).text
        #expect(refused == """
            {"id":"c","ok":false,"refusal":"funds.insufficient","message":"Not enough money: 200,000.00 is available, \
            200,000.01 is asked (S26 has 200,000.00). Ask for less, or supplement or transfer first.",\
            "facts":{"available":"200000.00","asked":"200000.01","looked":"S26 has 200,000.00","appropriation":"S26",\
            "day":"2026-01-02"}}
            """)
    }
}
