package import Documents
package import Jobs
package import Journal
package import Kernel
package import Reports
import Store

extension Question where Answer == Job {
    /// A job by number or outside number. One that the reader may not see is not there: `job.unknown`.
    package static func job(_ name: JobName) -> Question {
        Question("job.show", [.jobs: .own]) { (asked) throws(Refusal) in try asked.job(name) }
    }
}

extension Question where Answer == Document {
    /// A list of the jobs that meet every condition, as far as the reader may see them.
    package static func jobs(_ listing: JobListing) -> Question {
        Question("job.list", listing.reads, isNoted: listing.filter.phone != nil) { (asked) throws(Refusal) in
            let snapshot = try asked.snapshots().snapshot([])
            return JobsReport.make(
                snapshot, try JobLister(asked, listing, snapshot.policy, at: snapshot.asOf).page(),
                amounts: asked.rights[.amounts] >= .own)
        }
    }
}

extension Question where Answer == JobPage {
    /// The same, for whoever draws the list.
    package static func page(_ listing: JobListing) -> Question {
        Question("job.list", listing.reads, isNoted: listing.filter.phone != nil) { (asked) throws(Refusal) in
            let state = try asked.state()
            let now = try state.now(asked.clock)
            return try JobLister(asked, listing, try state.policy(on: now.day), at: now).page()
        }
    }
}

extension Question where Answer == JobLines {
    /// The same, with what the reader may do with each job.
    package static func lines(_ listing: JobListing) -> Question {
        Question("job.list", listing.reads, isNoted: listing.filter.phone != nil) { (asked) throws(Refusal) in
            let now = try asked.state().now(asked.clock)
            let page = try JobLister(asked, listing, try asked.state().policy(on: now.day), at: now).page()
            var lines: [JobLine] = []
            for job in page.jobs { lines.append(try asked.line(job, at: now, page.split)) }
            return JobLines(lines: lines, sums: page.sums, next: page.next)
        }
    }
}

extension JobListing {
    /// Whoever looks for a phone learns which jobs are its caller's, and amounts tell what they are sorted
    /// by.
    fileprivate var reads: [DataClass: Extent] {
        var reads: [DataClass: Extent] = [.jobs: .own]
        if filter.phone != nil { reads[.callers] = .all }
        if order == .amount || filter.least != nil || filter.most != nil { reads[.amounts] = .own }
        return reads
    }
}

extension Question where Answer == [Duplicates.Match] {
    /// Jobs that may be about the same as a recorded call. That a caller is the same is told to whoever may
    /// see callers.
    package static func duplicates(of name: JobName) -> Question {
        Question("job.duplicates", [.jobs: .own]) { (asked) throws(Refusal) in
            let job = try asked.job(name)
            return try asked.likely(Duplicates.Subject(job, phone: asked.rights[.callers] == .all))
        }
    }
}

extension Question where Answer == Duplicates.Found {
    /// The same for a call that is being taken, and how often its number has called this year.
    package static func likely(_ call: CallSketch) -> Question {
        Question("call.duplicates", [.jobs: .own]) { (asked) throws(Refusal) in
            let now = try asked.state().now(asked.clock), mayKnow = asked.rights[.callers] == .all
            let digest = try call.phone.flatMap { mayKnow ? $0 : nil }
                .map { (phone) throws(Refusal) in try asked.digest(ofPhone: phone) }
            let subject = Duplicates.Subject(
                category: call.category, address: call.address, estate: call.estate, lat: call.lat, lon: call.lon,
                phone: try digest.map { (text) throws(Refusal) in try Code(text) }, at: now)
            var calls = 0
            if let digest {
                let since = Instant(Day.first(of: now.day.year)).milliseconds
                calls = try JobQuery(
                    asked.connection, org: asked.org, [.oneOf(.phone, [digest]), .atLeast(.calledAt, since)]).sums().count
            }
            return Duplicates.Found(matches: try asked.likely(subject), calls: calls, asOf: now)
        }
    }
}

/// What is known of a call before it is recorded.
package struct CallSketch: Sendable {
    let category: Code
    let address: Label
    let estate: Code?
    let lat: Coordinate?
    let lon: Coordinate?
    let phone: String?

    package init(category: Code, address: Label, estate: Code?, lat: Coordinate?, lon: Coordinate?, phone: String?) {
        (self.category, self.address, self.estate) = (category, address, estate)
        (self.lat, self.lon, self.phone) = (lat, lon, phone)
    }
}

extension Asked {
    fileprivate func likely(_ subject: Duplicates.Subject) throws(Refusal) -> [Duplicates.Match] {
        let now = try state().now(clock).day
        let days = try state().policy(on: now).splitAlarm.days
        var near: [Job] = []
        try JobQuery(connection, org: org, Duplicates.conditions(subject, days: days))
            .each(JobListing(), limit: nil) { if rights.sees($0, on: now) { near.append($0) } }
        return Duplicates.likely(subject, among: near, days: days)
    }
}

extension Question where Answer == JobSteps {
    /// What may be done with a job now, and what may not and why: for the reader, or for everybody.
    package static func next(_ name: JobName) -> Question {
        Question("job.next", [.jobs: .own]) { (asked) throws(Refusal) in
            JobSteps(try asked.job(name), user: asked.user, sandbox: try asked.state().street?.sandbox ?? false)
        }
    }
}

extension Asked {
    /// Throws `job.unknown`, also for a job that the reader may not see.
    func job(_ name: JobName) throws(Refusal) -> Job {
        let job = try queries.job(org, name)
        let day = try state().now(clock).day
        guard rights.sees(job, on: day) else {
            throw Refusal(.jobUnknown, ["job": name.text])
        }
        return job
    }
}
