import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// A closed job whose money comes back is open again: it stands where the money stands, and has no day of closing.
struct ReopenedTests {
    private static let closed: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3"))
        street.play("""
            03-03 cashier1    pay      #1 paymentNo=P1
            03-04 cashier1    release  #1 paymentNo=R1
            03-05 grid1       callback #1
            03-06 dispatcher1 close    #1
            """)
        return street
    }()

    @Test("a refund of its payment opens it, a refund of its release does not")
    func refunded() {
        var street = Self.closed
        #expect(street.status(1) == "closed/closed" && street.job(1)?.closedAt?.short == "2026-03-06 10:00")
        street.play("03-07 cashier1 refund #1 paymentNo=R1")
        #expect(street.status(1) == "closed/closed" && street.job(1)?.closedAt != nil)
        street.play("03-08 cashier1 refund #1 paymentNo=P1")
        #expect(street.status(1) == "passed/settled" && street.job(1)?.closedAt == nil)
        street.play("""
            03-09 cashier1    pay   #1 paymentNo=P2
            03-10 dispatcher1 close #1
            """)
        #expect(street.job(1)?.closedAt?.short == "2026-03-10 10:00")
    }

    @Test("a reversal of a job that was closed with nothing paid opens it")
    func reversed() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3"))
        street.play("""
            03-03 cashier1    pay      #1 paymentNo=P1
            03-05 grid1       callback #1
            03-06 dispatcher1 close    #1
            03-08 cashier1    refund   #1 paymentNo=P1
            03-09 leader1     reverse  #1
            """)
        #expect(street.status(1) == "passed/signed")
        let job = street.job(1)
        #expect(job?.closedAt == nil && job?.settledAt == nil && job?.settlement == nil && job?.review == nil)
    }
}
