import Journal
import Kernel
import TestKit
import Testing

/// A way to each refusal by a rule: what was done before, and as the last line the command that is refused.
struct RefusalScript: Sendable {
    enum Start: Sendable { case funded, empty, bare, real, fixed }

    var start = Start.funded
    let script: String

    init(_ script: String, on start: Start = .funded) {
        self.script = script
        self.start = start
    }

    var lines: [String] {
        script.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    var code: String { (lines.last ?? "").split(separator: " ").last.map(String.init) ?? "" }

    /// The street before the first line.
    var street: MemoryStreet {
        switch start {
        case .funded: MemoryStreet.funded
        case .empty: MemoryStreet()
        case .bare: Self.opened("2026-01-02 admin1 org.open code=NHL name=南湖里 year:=2026")
        case .real, .fixed: Self.real(fixed: start == .fixed)
        }
    }

    private static func opened(_ line: String) -> MemoryStreet {
        var street = MemoryStreet()
        street.play(line)
        return street
    }

    /// No sandbox; the system's clock stands at the beginning of 2027.
    private static func real(fixed: Bool) -> MemoryStreet {
        var street = MemoryStreet.staffed("2026-01-02 admin1 org.open code=NHL name=南湖里 year:=2026")
        if fixed { street.clock = .fixed(Instant(Day.first(of: 2026))) }
        return street
    }

    static let accepted = "grid1 call \n grid1 accept #1 \n"
    private static let urgent = "grid1 call \n grid1 accept #1 urgency=urgent \n"
    static let surveyed = accepted + "officer1 survey #1 total=1000.00 \n"
    static let signed = surveyed + "head1 sign #1 \n"
    private static let dispatched = signed + "dispatcher1 dispatch #1 \n"
    private static let passed = dispatched + "crew1 start #1 \n crew1 finish #1 \n inspector1 inspect #1 \n"
    private static let claimed = passed + "officer1 claim #1 total=600.00,400.00 \n"
    static let reviewed = claimed + "finance1 review #1 approved=600.00,300.00 \n"
    static let settled = reviewed + "head1 settle #1 retentionRate=3 \n"
    static let paid = settled + "cashier1 pay #1 paymentNo=P1 \n"
    private static let roles = "['officer','head','crew','inspector','finance','cashier']"
    private static let held =
        "finance1 fund.appropriate appropriation=B source=minsheng amount=1000.00 channel=bank \n "
    static let every = "admin1 user.add user=all name=all roles:=\(roles) \n"

    static let all: [RefusalScript] = people + funds + grants + intake + jobs + papers + money + statements + corrections
        + years

    private static let contractor = "officer1 contractor.add name=x "
    static func credit(_ number: Int) -> String { MemoryStreet.creditCode(number) }

    private static let people = [
        RefusalScript("grid1 call id=x \n grid1 call id=x category=wall ! id.conflict"),
        RefusalScript("2027-01-01T00:01 grid1 call ! time.future", on: .real),
        RefusalScript(surveyed + "01-02T09:00 head1 sign #1 ! time.order"),
        RefusalScript("""
            01-01T10:00 finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 ! time.beforeOpening
            """),
        RefusalScript("admin1 user.add user=x name=x roles:=['grid'] ! org.unknown", on: .empty),
        RefusalScript("admin1 org.open code=NHL name=又一个 year:=2026 ! org.exists"),
        RefusalScript("nobody call ! user.unknown"),
        RefusalScript("admin1 user.disable user=grid1 \n grid1 call ! user.disabled"),
        RefusalScript("""
            admin1 user.disable user=admin2
            admin1 user.disable user=admin3
            admin1 user.add user=admin1 name=自己 roles:=['grid'] ! user.lastAdmin
            """),
        RefusalScript("crew1 call ! role.required"),
        RefusalScript("""
            admin1 user.add user=f name=f roles:=['finance']
            f fund.appropriate appropriation=A source=minsheng amount=1.00 ! policy.missing
            """, on: .bare),
        RefusalScript("leader1 policy.adopt effective=2026-02-01 policy:=\(badPolicy) ! policy.invalid"),
        RefusalScript("grid1 call ! clock.forbidden", on: .fixed),
        RefusalScript(contractor + "code=c1 creditCode=\(credit(3)) ! code.taken"),
        RefusalScript(contractor + "code=c3 creditCode=\(credit(1)) ! creditCode.taken"),
        RefusalScript(contractor + "code=c3 creditCode=911101055555555510 ! creditCode.invalid"),
        RefusalScript(signed + "dispatcher1 dispatch #1 contractor=c9 ! contractor.unknown"),
        RefusalScript("finance1 contractor.update code=c1 name=疏通一队 bank=622200001 ! contractor.same"),
        RefusalScript("""
            finance1 contractor.agree agreement=A1 rates=疏通/项/90.00
            officer1 contractor.agree agreement=A1 rates=疏通/项/80.00 ! agreement.taken
            """),
        RefusalScript("finance1 contractor.agree agreement=A1 rates=疏通/项/9.00 to=2025-12-31 ! agreement.days"),
        RefusalScript("finance1 contractor.agree agreement=A1 rates=疏通/项/9.00,疏通/项/8.00 ! agreement.lines"),
    ]

    /// Without sources and categories.
    private static let badPolicy = """
        {'sources':[],'tiers':[{'role':'head'}],'emergency':{'ceiling':'1','paperworkDays':1},'retentionCap':'3',\
        'categories':[],'hazards':[],'rates':[],'utilisationTarget':'95','calendar':{'holidays':[],'makeUpDays':[],\
        'hours':['09:00-18:00']},'splitAlarm':{'days':30},'privacy':{'eraseAfterDays':180}}
        """

    private static let funds = [
        RefusalScript("finance1 fund.recall appropriation=M26 amount=600000.01 ! funds.insufficient"),
        RefusalScript("finance1 fund.recall appropriation=M26 amount=0.00 ! amount.zero"),
        RefusalScript("finance1 fund.appropriate appropriation=A source=x amount=1.00 ! source.unknown"),
        RefusalScript("finance1 fund.recall appropriation=X amount=1.00 ! appropriation.unknown"),
        RefusalScript("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1.00 ! appropriation.taken"),
        RefusalScript("""
            finance1 fund.appropriate appropriation=M26 kind=supplement source=sangong amount=1.00 ! appropriation.fixed
            """),
        RefusalScript("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 originYear:=2027 ! appropriation.year
            """),
        RefusalScript("finance1 fund.transfer from=M26 to=M26 amount=1.00 ! transfer.same"),
        RefusalScript("finance1 fund.transfer from=M26 to=S26 amount=1.00 ! transfer.source"),
        RefusalScript(accepted + "officer1 survey #1 total=9.00 fund=S26:9.00 ! funding.tenure"),
        RefusalScript(accepted + "officer1 survey #1 total=9.00 fund=M26:9.01 ! funding.sum"),
        RefusalScript(accepted + "officer1 survey #1 total=9.00 fund=M26:9.00,M26:9.00 ! funding.form"),
        RefusalScript("cashier1 fund.receive appropriation=M26 amount=1.00 ! receive.channel"),
        RefusalScript(held + "cashier1 fund.receive appropriation=B amount=1.00 day=2027-01-01 ! receive.day"),
        RefusalScript(held + """
            cashier1 fund.receive appropriation=B amount=1.00 receiptNo=R
            cashier1 fund.receive appropriation=B amount=1.00 receiptNo=R ! receive.taken
            """),
        RefusalScript(held + """
            cashier1 fund.receive appropriation=B amount=900.00
            finance1 fund.recall appropriation=B amount=100.01 ! receive.exceeds
            """),
        RefusalScript("finance1 fund.recall appropriation=M26 amount=1e3 ! money.format"),
        RefusalScript("finance1 fund.recall appropriation=M26 amount=92233720368547758.08 ! money.range"),
    ]

    private static let intake = [
        RefusalScript("grid1 call site:={'address':'1号','estate':'e9'} ! estate.unknown"),
        RefusalScript("grid1 call \n grid1 accept #1 tenure=transferred estate=e2 ! estate.notTransferred"),
        RefusalScript("grid1 call category=moon ! category.unknown"),
        RefusalScript("grid1 call \n grid1 accept #1 hazard=flood ! hazard.unknown"),
        RefusalScript("grid1 call ref=12345-1 \n grid1 call ref=12345-1 ! ref.taken"),
        RefusalScript("grid1 call \n dispatcher1 merge #1 into=2026-0001 ! merge.into"),
        RefusalScript("grid1 call \n grid1 accept #1 tenure=transferred ! scope.estate"),
        RefusalScript("grid1 call \n grid1 accept #1 tenure=managed ! scope.managed"),
    ]

    private static let jobs = [
        RefusalScript("grid1 accept #1 ! job.unknown"),
        RefusalScript("grid1 call \n dispatcher1 reject #1 \n grid1 accept #1 ! job.ended"),
        RefusalScript("grid1 call \n crew1 start #1 ! job.state"),
        RefusalScript("grid1 call \n head1 suspend #1 until=2026-12-01 \n grid1 accept #1 ! job.suspended"),
        RefusalScript("grid1 call \n head1 resume #1 ! job.notSuspended"),
        RefusalScript("grid1 call \n head1 suspend #1 until=2026-01-02 ! suspend.until"),
        RefusalScript(claimed + "crew1 dispute #1 \n finance1 review #1 approved=1.00,1.00 ! job.disputed"),
        RefusalScript(claimed + "head1 resolve #1 ! job.notDisputed"),
        RefusalScript(accepted + "dispatcher1 dispatch #1 ! dispatch.unsigned"),
        RefusalScript(dispatched + "dispatcher1 dispatch #1 ! dispatch.sameCrew"),
        RefusalScript(accepted + "head1 authorize #1 ceiling=1.00 ! authorize.ordinary"),
        RefusalScript(urgent + "head1 authorize #1 ceiling=20000.01 ! authorize.ceiling"),
        RefusalScript(urgent + "head1 authorize #1 ceiling=5.00 \n head1 authorize #1 ceiling=5.0 ! authorize.same"),
        RefusalScript(passed + "grid1 callback #1 contacted:=false ! callback.form"),
        RefusalScript(settled + "grid1 callback #1 \n dispatcher1 close #1 ! close.payable"),
        RefusalScript(paid + """
            grid1 callback #1 contacted:=false -solved -satisfied
            grid1 callback #1 contacted:=false -solved -satisfied
            dispatcher1 close #1 ! close.callback
            """),
        RefusalScript(surveyed + "head1 sign #1 seen:=1 ! job.moved"),
        RefusalScript("admin1 user.add user=o9 name=o9 roles:=['officer'] contractor=c1 ! user.contractor"),
        RefusalScript(passed + "resident1 rate #1 \n resident1 rate #1 ! rate.done"),
        RefusalScript(paid + """
            grid1 callback #1
            dispatcher1 close #1
            2026-09-09 resident1 rate #1 ! rate.late
            """),
        RefusalScript(dispatched + every + "all start #1 \n all finish #1 \n all inspect #1 ! duty.crew"),
        RefusalScript(
            dispatched + every + "all start #1 \n all finish #1 \n inspector1 inspect #1 \n all publish #1 ! duty.publish"),
    ]

    private static let papers = [
        RefusalScript(accepted + every + "all survey #1 total=9.00 \n all sign #1 ! duty.surveyor"),
        RefusalScript(signed + every + "all change #1 delta=9.00 \n all sign #1 slip:=1 ! duty.slipAuthor"),
        RefusalScript(passed + every + "all claim #1 total=9.00 \n all review #1 approved=9.00 ! duty.claimant"),
        RefusalScript(claimed + every + "all review #1 approved=9.00,0.00 \n all settle #1 ! duty.reviewer"),
        RefusalScript(reviewed + every + "all settle #1 \n all pay #1 ! duty.settler"),
        RefusalScript(accepted + "officer1 survey #1 total=10000.01 \n head1 sign #1 ! tier.role"),
        RefusalScript(accepted + "officer1 survey #1 total=0.00 ! lines.total"),
        RefusalScript(accepted + "officer1 survey #1 lines:=\(line("-1")) ! quantity.positive"),
        RefusalScript(accepted + "officer1 survey #1 lines:=\(line("1.0001")) ! quantity.format"),
        RefusalScript(accepted + "officer1 survey #1 total=9.00 visitors:=['老王','老王'] ! survey.visitors"),
        RefusalScript(signed + "head1 sign #1 slip:=1 ! slip.unknown"),
        RefusalScript(signed + """
            officer1 change #1 delta=9.00
            head1 sign #1 slip:=1
            head1 sign #1 slip:=1 ! slip.signed
            """),
        RefusalScript(signed + "officer1 change #1 delta=-1000.00 ! slip.total"),
        RefusalScript(passed + "officer1 claim #1 total=1000.01 ! claim.exceeds"),
        RefusalScript(passed + "officer1 claim #1 total=1000.00 taxRate=3.00001 ! percent.format"),
        RefusalScript(
            passed + passed.replacing("#1", with: "#2") + """
            officer1 claim #1 total=9.00 invoice:={'number':'F1','date':'2026-01-02','amount':'9.00'}
            officer1 claim #2 total=9.00 invoice:={'number':'F1','date':'2026-01-02','amount':'9.00'} ! invoice.taken
            """),
        RefusalScript(claimed + "finance1 review #1 approved=9.00 ! review.line"),
        RefusalScript(claimed + "finance1 review #1 approved=600.01,400.00 ! review.exceeds"),
        RefusalScript(claimed + """
            finance1 review #1 lines:=[{'line':1,'approved':'600.00'},{'line':2,'approved':'399.99'}] ! review.reason
            """),
        RefusalScript("finance1 contractor.agree agreement=A1 rates=疏通/项/599.99 \n" + claimed + """
            finance1 review #1 lines:=[{'line':1,'approved':'600.00'},{'line':2,'approved':'400.00'}] ! review.agreedPrice
            """),
        RefusalScript(reviewed + "head1 settle #1 retentionRate=3.0001 ! settle.retention"),
    ]

    private static func line(_ quantity: String) -> String {
        "[{'kind':'plant','item':'吸污车','quantity':'\(quantity)','unit':'台班','unitPrice':'9.00'}]"
    }

    private static let money = [
        RefusalScript(reviewed + """
            finance1 invoice #1 total=900.00 seller:={'name':'修缮二队','creditCode':'\(credit(2))'} ! invoice.seller
            """),
        RefusalScript(reviewed + "finance1 invoice #1 total=900.00 buyer:={'name':'北湖里'} ! invoice.buyer"),
        RefusalScript(reviewed + "finance1 invoice #1 amount=873.79 tax=26.20 total=900.00 ! invoice.amounts"),
        RefusalScript(reviewed + "finance1 invoice #1 total=1000.00 ! invoice.sum"),
        RefusalScript(settled + "officer1 invoice #1 total=900.00 \n finance1 invoice #1 total=900.00 ! invoice.present"),
        RefusalScript(settled + "cashier1 pay #1 amount=873.01 ! pay.exceeds"),
        RefusalScript(paid + "cashier1 release #1 \n cashier1 release #1 ! pay.nothing"),
        RefusalScript(settled + "cashier1 pay #1 day=2026-01-01 ! pay.day"),
        RefusalScript(held + """
            cashier1 fund.receive appropriation=B amount=872.99
            """ + "\n" + settled.replacing("total=1000.00", with: "total=1000.00 fund=B:100%")
            + "cashier1 pay #1 ! pay.bank"),
        RefusalScript(paid + "+1d cashier1 release #1 paymentNo=P1 ! payment.taken"),
        RefusalScript(held + """
            cashier1 fund.receive appropriation=B amount=900.00
            """ + "\n" + settled.replacing("total=1000.00", with: "total=1000.00 fund=M26:50%,B:50%")
            + "cashier1 pay #1 ! pay.custody"),
        RefusalScript(paid + "cashier1 refund #1 paymentNo=P9 ! payment.unknown"),
        RefusalScript(paid + "cashier1 refund #1 paymentNo=P1 \n cashier1 refund #1 paymentNo=P1 ! payment.refunded"),
        RefusalScript(paid + "leader1 reverse #1 ! reverse.paid"),
    ]
}
