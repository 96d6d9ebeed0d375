import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// A paper that was sent back waits for a new one (退回修改, design §5).
struct ReturnTests {
    private static let surveyed = "03-05T09:00 grid1 call \n grid1 accept #1 \n officer1 survey #1 total=100.00\n"
    private static let signed = surveyed + "head1 sign #1 \n officer1 change #1 delta=50.00\n"
    private static let claimed = surveyed + """
        head1       sign     #1
        dispatcher1 dispatch #1
        crew1       start    #1
        crew1       finish   #1
        inspector1  inspect  #1
        officer1    claim    #1 total=100.00

        """

    @Test("a survey: no signature until a new one is filed")
    func survey() throws {
        var street = MemoryStreet.funded
        street.play(Self.surveyed + """
            head1    return #1 what=survey reason=缺照片
            head2    sign   #1                                  ! paper.returned
            head2    return #1 what=survey                      ! paper.returned
            """)
        #expect(street.status(1) == "accepted/surveyed")
        let moment = try Instant("2026-03-06T09:00:00+08:00")
        #expect(try #require(street.job(1)).marks(at: moment).title.zh == "退回修改（踏勘情况表）")
        street.play("officer2 survey #1 total=90.00 \n head1 sign #1")
        #expect(street.job(1)?.currentTotal.yuan == "90.00")
        #expect(try #require(street.job(1)).marks(at: moment).isEmpty)
    }

    /// Filed before the crew was sent or after it, sent back, and mended: that says nothing of when it was filed.
    @Test("a survey that was mended is as late as the first one was", arguments: [true, false])
    func mark(first: Bool) {
        var street = MemoryStreet.funded
        let (survey, dispatch) = ("officer1 survey #1 total=100.00", "dispatcher1 dispatch #1")
        street.play("""
            03-05T09:00 grid1 call
            grid1       accept    #1 urgency=urgent
            head1       authorize #1 ceiling=200.00
            \(first ? survey : dispatch)
            \(first ? dispatch : survey)
            head1       return    #1 what=survey reason=缺照片
            officer1    survey    #1 total=90.00
            """)
        #expect(street.job(1)?.survey?.mark == (first ? .inTime : .late))
    }

    @Test("a slip counts no longer, neither for signing nor for the total; the next one has its own number")
    func slip() {
        var street = MemoryStreet.funded
        street.play(Self.signed + """
            officer1 change #1 delta=-100.00
            head1    return #1 what=slip slip:=1
            head1    sign   #1 slip:=1                          ! paper.returned
            head1    return #1 what=slip slip:=1                ! paper.returned
            head1    return #1 what=slip slip:=9                ! slip.unknown
            head1    return #1 what=slip                        ! return.slip
            officer1 change #1 delta=-0.01                      ! slip.total
            officer1 change #1 delta=60.00
            head1    sign   #1 slip:=3
            head1    sign   #1 slip:=2
            """)
        #expect(street.job(1)?.currentTotal.yuan == "60.00")
    }

    @Test("a signed slip stays")
    func signedSlip() {
        var street = MemoryStreet.funded
        street.play(Self.signed + "head1 sign #1 slip:=1 \n head1 return #1 what=slip slip:=1 ! slip.signed")
    }

    @Test("a claim: no review until a new one is filed, as its next revision")
    func claim() {
        var street = MemoryStreet.funded
        street.play(Self.claimed + """
            finance1 return #1 what=claim reason=单价有误
            finance1 review #1 approved=100.00                  ! paper.returned
            officer1 claim  #1 total=95.00
            finance1 review #1 approved=95.00
            """)
        #expect(street.job(1)?.revision == 2 && street.status(1) == "passed/reviewed")
    }

    @Test("whoever could sign or review it sends it back, and nobody else")
    func duties() {
        var street = MemoryStreet.funded
        let roles = "['officer','head','finance']"
        street.play("admin1 user.add user=all name=all roles:=\(roles) \n 03-05T09:00 grid1 call \n grid1 accept #1")
        street.play("""
            all        survey #1 total=100.00
            all        return #1 what=survey                    ! duty.surveyor
            officer1   return #1 what=survey                    ! role.required
            finance1   return #1 what=survey                    ! role.required
            officer1   survey #1 total=10000.01
            head1      return #1 what=survey                    ! tier.role
            leader1    return #1 what=survey
            officer1   survey #1 total=100.00
            head1      sign   #1
            all        change #1 delta=1.00
            all        return #1 what=slip slip:=1              ! duty.slipAuthor
            head2      return #1 what=slip slip:=1
            dispatcher1 dispatch #1
            crew1      start #1
            crew1      finish #1
            inspector1 inspect #1
            all        claim #1 total=100.00
            head2      return #1 what=claim                     ! role.required
            all        return #1 what=claim                     ! duty.claimant
            """)
    }
}
