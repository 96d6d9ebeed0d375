import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// A record's body reads back as the same record, for every event there is.
struct RecordRoundtripTests {
    /// A year in which everything happens once.
    static let everything: MemoryStreet = {
        var street = MemoryStreet.funded
        let photo = "[{'hash':'\(String(repeating: "0a", count: 32))','type':'image/jpeg','size':48123}]"
        let site = "{'address':'1号','community':'湖滨','estate':'e1','tenure':'transferred','lat':30.51,'lon':'114.30'}"
        let invoiceNumber = "26320000000000000001"
        let red = "{'number':'26320000000000000002','date':'2026-01-02','original':'\(invoiceNumber)','total':'-435.50'}"
        let classification = "{'function':'2120399','deptEconomic':'30213','govEconomic':'50209','fundNature':'general',"
            + "'project':{'code':'JJ','name':'急修'},'level':'own'}"
        let invoice = "{'number':'F1','date':'2026-01-02','amount':'762.13'}"
        let lines = "[{'item':'*建筑服务*疏通','unit':'项','quantity':'1.0','amount':'400.00','taxRate':'8.875%','tax':'35.50'}]"
        street.play("""
            admin1      user.disable user=grid3
            finance1    fund.appropriate appropriation=N26 source=minsheng kind=supplement amount=9.00 channel=bank
            finance1    fund.appropriate appropriation=K25 source=minsheng kind=carried originYear:=2025 amount=7.00 channel=bank cash=5.00
            finance1    fund.appropriate appropriation=L26 source=minsheng amount=9.00 classification:=\(classification)
            finance1    fund.transfer from=M26 to=L26 amount=1.00
            finance1    fund.recall appropriation=N26 amount=1.00
            cashier1    fund.receive appropriation=N26 amount=6.00
            cashier1    fund.return appropriation=N26 amount=1.00
            finance1    bank.entry kind=interest appropriation=N26 amount=0.12
            leader1     fund.correct record:=55 amount=8.00
            leader1     fund.correct record:=61
            finance1    contractor.update code=c2 bank:={'bank':'工商银行','account':'4301'}
            finance1    contractor.agree agreement=A1 rates=疏通/项/300.00
            grid1       call ref=12345-778 caller:={'name':'张','phone':'138'} site:=\(site)
            grid1       accept    #1 urgency=urgent tenure=transferred estate=e1 category=wall
            grid1       visit     #1 photos:=\(photo)
            head1       authorize #1 ceiling=900.00
            dispatcher1 dispatch  #1 workers:=4 vehicles:=[{'kind':'吸污车','count':1}] due=2026-01-09
            crew1       start     #1
            officer1    survey    #1 total=500.00,400.00 fund=M26:60%,S26:40% photos:=\(photo)
            head1       return    #1 what=survey
            officer1    survey    #1 total=500.00,400.00 taxRate=3 photos:=\(photo)
            officer1    survey    #1 total=500.00,400.00 fund=M26:60%,S26:40% photos:=\(photo)
            head2       sign      #1 note=同意
            officer1    change    #1 delta=-100.00
            head2       sign      #1 slip:=1
            head1       suspend   #1 until=2026-05-01
            head1       resume    #1
            crew1       finish    #1 note=完成
            inspector1  inspect   #1 pass:=false
            crew1       finish    #1
            inspector1  inspect   #1
            inspector1  rework    #1
            crew1       start     #1
            crew1       finish    #1
            inspector1  inspect   #1
            grid1       regrade   #1 urgency=critical hazard=collapse
            officer1    claim     #1 total=400.00,300.00 taxRate=8.875 invoice:=\(invoice)
            finance1    review    #1 approved=400.00,299.99
            crew1       dispute   #1
            head1       resolve   #1
            finance1    review    #1 approved=400.00,0.00
            head1       settle    #1 retentionRate=3 warrantyMonths:=24
            finance1    invoice   #1 amount=400.00 tax=35.50 total=435.50 number=\(invoiceNumber) lines:=\(lines)
            cashier1    pay       #1 paymentNo=P1 amount=100.00
            cashier1    release   #1 paymentNo=R1 amount=1.00 reason=资金周转
            cashier1    refund    #1 paymentNo=P1
            cashier1    refund    #1 paymentNo=R1 cause=mistaken
            finance1    invoice.void #1 number=\(invoiceNumber) red:=\(red)
            leader1     reverse   #1
            officer1    claim     #1 total=10.00
            finance1    review    #1 approved=10.00
            head1       settle    #1 retentionRate=3
            cashier1    pay       #1
            head1       withhold  #1 amount=0.10
            cashier1    recover   #1 amount=1.00
            grid1       callback  #1
            resident1   rate      #1
            dispatcher1 close     #1
            dispatcher1 publish   #1 photos:=\(photo)
            grid1       note      #1 photos:=\(photo)
            grid1 call \n grid1 call \n grid1 call \n grid1 call
            dispatcher1 reject    #2
            dispatcher1 transfer  #3
            dispatcher1 merge     #4 into=2026-0005
            dispatcher1 cancel    #5
            finance1    bank.import rows=01-01:-1.00:P9,01-01:1.00
            """)
        let line = street.records.count
        street.play("""
            finance1    match.make on=\(line).1,\(line).2 payments:=[]
            finance1    match.undo match:=\(line + 1)
            finance1    bank.void record:=\(line)
            leader1     year.assess year:=2026 indicator=works reason=少
            """)
        return street
    }()

    private static let events = [
        "streetOpened", "userAdded", "userDisabled", "policyAdopted", "contractorAdded", "contractorUpdated", "agreed", "estateAdded",
        "appropriated", "fundsTransferred", "fundsRecalled", "fundsReceived", "fundsReturned", "fundsCorrected",
        "bankEntered", "called", "accepted", "regraded", "reworked", "returned", "invoiceVoided", "recovered", "withheld",
        "rejected",
        "transferred", "merged", "visited", "surveyed", "authorized", "signed", "slipSigned", "dispatched",
        "started", "finished", "inspected", "changed", "claimed", "reviewed", "disputed", "resolved",
        "settled", "invoiced", "paid", "released", "refunded", "reversed", "calledBack", "rated", "published", "closed", "cancelled",
        "suspended", "resumed", "noted", "statementImported", "statementVoided", "matched", "unmatched",
        "yearClosed", "yearAssessed",
    ]

    @Test("every event and every record of a full year reads back as it was")
    func roundtrip() throws {
        var seen: Set<String> = []
        for record in Self.everything.records + WorkedStreet.closed(accrual: true).records.suffix(1) {
            #expect(try Record(body: record.body) == record)
            for event in record.events {
                let json = JSON(event)
                #expect(try json.decode(Event.self) == event)
                seen.formUnion(Self.names(json))
            }
        }
        #expect(Set(Self.events).subtracting(seen) == [] && seen.subtracting(Self.events) == [])
    }

    /// The name of the event, or of the job's event within it.
    private static func names(_ json: JSON) -> [String] {
        guard case .object(let members) = json else { return [] }
        return members.flatMap { member in
            guard member.name == "job", let inner = member.value["event"] else { return [member.name] }
            return names(inner)
        }
    }

    @Test("a job and an appropriation read back as they were")
    func projections() throws {
        for job in Self.everything.state.jobs.values { #expect(try JSON(job).decode(Job.self) == job) }
        for adopted in Self.everything.state.policies {
            #expect(try JSON(adopted.policy).decode(Policy.self) == adopted.policy)
        }
    }

    @Test("a body with one part too many, too few or changed is found", arguments: [
        ("\"seq\":45", "\"seq\":46", "hash"), ("\"rules\":3,", "", "body"),
        ("\"rules\":3,", "\"rules\":3,\"x\":1,", "body"),
    ])
    func damage(part: String, replacement: String, field: String) throws {
        let street = MemoryStreet.funded
        let org = try #require(street.state.street?.code)
        var replay = Replay(org: org, hasher: FakeDigest.bytes)
        for record in street.stored.dropLast() { _ = try replay.take(record) }
        let last = try #require(street.stored.last)
        let body = last.body.replacing(part.replacing("45", with: String(last.seq)), with: replacement)
        do throws(Finding) {
            _ = try replay.take(StoredRecord(seq: last.seq, body: body, prev: last.prev, hash: last.hash))
            Issue.record("the damage was not found")
        } catch {
            #expect(error.field == field && error.seq == last.seq)
        }
    }
}
