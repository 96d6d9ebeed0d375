import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// What a job keeps of its past is what its records tell; and read in brief it is the same but for its details.
struct JobPastTests {
    /// The steps of a job as its records tell them.
    private struct Told {
        var signed: (total: Fen, at: Instant, by: Code)?
        var surveyed: (at: Instant, by: Code)?
        var (authorized, dispatched, claimed, reviewed, calledBack): (Instant?, Instant?, Instant?, Instant?, Instant?)
        var (before, after, all) = (0, 0, 0)
        var (isNoted, isStraight) = (false, true)

        mutating func take(_ event: JobEvent, _ at: Instant, _ by: Code) {
            switch event {
            case .surveyed(let form, _, _, _, _, _):
                if signed == nil { surveyed = (at, by) }
                count(form.photos, \.before)
            case .visited(let form): count(form.photos, \.before)
            case .started(let form): count(form.photos, \.before)
            case .finished(let form): count(form.photos, \.after)
            case .inspected(let form): count(form.photos, \.after)
            case .noted(let form):
                isNoted = true
                all += form.photos?.count ?? 0
            case .authorized: authorized = authorized ?? at
            case .dispatched: dispatched = dispatched ?? at
            case .signed(let total, _, _, _): signed = signed ?? (total, at, by)
            case .calledBack, .rated: calledBack = calledBack ?? at
            case .reworked: calledBack = nil
            case .claimed:
                if claimed != nil { isStraight = false }
                (claimed, reviewed) = (at, nil)
            case .reviewed: reviewed = at
            case .reversed: (claimed, reviewed, isStraight) = (nil, nil, false)
            case .changed, .refunded, .recovered, .withheld: isStraight = false
            case .called, .accepted, .regraded, .rejected, .transferred, .merged, .slipSigned, .returned, .disputed, .resolved,
                 .settled, .invoiced, .invoiceVoided, .paid, .released, .published, .closed, .cancelled, .suspended, .resumed: break
            }
        }

        private mutating func count(_ photos: [Photo]?, _ part: WritableKeyPath<Told, Int>) {
            self[keyPath: part] += photos?.count ?? 0
            all += photos?.count ?? 0
        }
    }

    private static func told(_ street: MemoryStreet) -> [Code: Told] {
        var told: [Code: Told] = [:]
        for record in street.records {
            for case .job(let job, let event) in record.events { told[job, default: Told()].take(event, record.at, record.by) }
        }
        return told
    }

    @Test("the past of a job is what its records tell", arguments: 71...76 as ClosedRange<UInt64>)
    func past(seed: UInt64) throws {
        var street = RandomStreetTests.start, way = StreetWalk(seed: seed)
        for _ in 0..<300 { _ = street.run(street.envelope(way.next(street))) }
        let all = Self.told(street)
        #expect(street.state.jobs.count > 5)
        for job in street.state.jobs.values {
            let told = try #require(all[job.number])
            #expect(job.firstSigned?.total == told.signed?.total && job.firstSigned?.at == told.signed?.at)
            #expect(job.firstSigned?.by == told.signed?.by)
            if told.signed != nil {
                #expect(job.firstSurveyed?.at == told.surveyed?.at && job.firstSurveyed?.by == told.surveyed?.by)
            }
            #expect(job.firstAuthorizedAt == told.authorized && job.firstDispatchedAt == told.dispatched)
            #expect(job.claimedAt == told.claimed && job.reviewedAt == told.reviewed && job.calledBackAt == told.calledBack)
            #expect(job.photosBefore == told.before && job.photosAfter == told.after && job.photos == told.all)
            #expect(job.isNoted == told.isNoted && job.isStraight == told.isStraight)
        }
    }

    @Test("a job that is read in brief is the same but for its details", arguments: 81...84 as ClosedRange<UInt64>)
    func brief(seed: UInt64) throws {
        var street = RandomStreetTests.start, way = StreetWalk(seed: seed)
        for _ in 0..<250 { _ = street.run(street.envelope(way.next(street))) }
        let now = Instant(Day.last(of: 2026))
        for job in street.state.jobs.values {
            // Without the way out of reading the whole job.
            let brief = try JSONScan.whole(Array(job.storedText.utf8), brief: true) { (scan) throws(JSONScan.Foreign) in
                try BriefJob(scan: &scan)
            }.job
            #expect(JobTimes(brief) == JobTimes(job) && brief.marks(at: now) == job.marks(at: now))
            #expect(brief.holdings == job.holdings && brief.uninvoiced == job.uninvoiced)
            #expect(brief.claim?.total == job.claim?.total && brief.review == job.review && brief.settlement == job.settlement)
            #expect(brief.claimedAt == job.claimedAt && brief.moved == job.moved)
        }
    }
}
