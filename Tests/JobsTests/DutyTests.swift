import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Duties that one person may not hold together, and tiers (design §6, §12). `all` has every role.
struct DutyTests {
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        let roles = Role.allCases.map { "'\($0.rawValue)'" }.joined(separator: ",")
        for name in ["all", "ann", "bob"] {
            street.play("admin1 user.add user=\(name) name=\(name) roles:=[\(roles)]")
        }
        return street
    }()

    @Test("from the survey to the inspection")
    func early() {
        var street = Self.street
        street.play("""
            all         call
            all         accept    #1
            all         survey    #1 total=1000.00
            all         sign      #1                                 ! duty.surveyor
            officer1    survey    #1 total=1000.00 visitors:=['ann','老李']
            all         sign      #1                                 ! duty.surveyor
            ann         sign      #1                                 ! duty.surveyor
            bob         sign      #1
            all         change    #1 delta=10.00
            bob         change    #1 delta=20.00
            all         sign      #1 slip:=1                         ! duty.slipAuthor
            all         sign      #1 slip:=2
            bob         sign      #1 slip:=1
            all         dispatch  #1
            all         start     #1
            bob         finish    #1
            all         inspect   #1                                 ! duty.crew
            bob         inspect   #1                                 ! duty.crew
            ann         inspect   #1
            """)
        #expect(street.job(1)?.surveyors.map(\.text) == ["all", "ann", "officer1"])
    }

    private static let passed = """
        grid1       call
        grid1       accept    #1
        officer1    survey    #1 total=1000.00
        head1       sign      #1
        dispatcher1 dispatch  #1
        crew1       start     #1
        crew1       finish    #1
        inspector1  inspect   #1
        """

    @Test("from the claim to the release, each revision for itself")
    func late() {
        var street = Self.street
        street.play(Self.passed)
        street.play("""
            all         claim     #1 total=1000.00
            all         review    #1 approved=900.00                 ! duty.claimant
            ann         review    #1 approved=900.00
            all         settle    #1                                 ! duty.claimant
            ann         settle    #1                                 ! duty.reviewer
            bob         settle    #1 retentionRate=3
            ann         pay       #1                                 ! duty.reviewer
            bob         pay       #1                                 ! duty.settler
            ann         release   #1                                 ! duty.reviewer
            bob         release   #1                                 ! duty.settler
            all         pay       #1 amount=100.00 paymentNo=P1
            all         refund    #1 paymentNo=P1
            bob         reverse   #1
            bob         claim     #1 total=900.00
            all         review    #1 approved=900.00
            ann         settle    #1
            all         pay       #1                                 ! duty.reviewer
            ann         pay       #1                                 ! duty.settler
            bob         pay       #1
            """)
    }

    @Test("after a dispute the review is made anew; a replaced claim has a new claimant")
    func afterDispute() {
        var street = Self.street
        street.play(Self.passed)
        street.play("""
            all         claim     #1 total=1000.00
            ann         review    #1 approved=900.00
            crew1       dispute   #1
            ann         settle    #1                                 ! job.disputed
            head1       resolve   #1
            """)
        #expect(street.job(1)?.review == nil)
        street.play("""
            ann         settle    #1                                 ! job.state
            bob         claim     #1 total=950.00
            bob         review    #1 approved=900.00                 ! duty.claimant
            all         review    #1 approved=900.00
            all         settle    #1                                 ! duty.reviewer
            bob         settle    #1                                 ! duty.claimant
            ann         settle    #1
            crew1       dispute   #1
            bob         pay       #1                                 ! job.disputed
            leader1     resolve   #1
            bob         pay       #1
            """)
        #expect(street.job(1)?.revision == 2)
    }

    @Test("a tier is signed by its role or a higher one", arguments: [
        ("10000.00", "head1", true), ("10000.00", "committee1", true), ("10000.01", "head1", false),
        ("10000.01", "leader1", true), ("50000.00", "leader1", true), ("50000.01", "leader1", false),
        ("50000.01", "committee1", true),
    ])
    func tiers(total: String, signer: String, may: Bool) {
        var street = Self.street
        street.play("""
            grid1    call
            grid1    accept #1
            officer1 survey #1 total=\(total)
            \(signer) sign  #1 \(may ? "" : "! tier.role")
            """)
    }

    @Test("a slip goes by the new total, a settlement by the approved amount; the lowest role that may is recorded")
    func tiersOfSlipAndSettlement() {
        var street = Self.street
        street.play("""
            grid1       call
            grid1       accept    #1
            officer1    survey    #1 total=10000.00
            bob         sign      #1
            officer1    change    #1 delta=0.01
            head1       sign      #1 slip:=1                         ! tier.role
            bob         sign      #1 slip:=1
            dispatcher1 dispatch  #1
            crew1       start     #1
            crew1       finish    #1
            inspector1  inspect   #1
            officer1    claim     #1 total=10000.01
            finance1    review    #1 approved=10000.00
            head1       settle    #1
            """)
        let signed = street.records.filter { $0.by.text == "bob" }.map(\.role)
        #expect(signed == [.head, .leader])
    }
}
