package import Jobs
import Journal
package import Kernel
package import Reports
import Store

/// Where the jobs of a list are, and what lies round them: the plan of a street, from its own data alone.
package struct JobPlan: Sendable {
    /// Something that is on the plan as an area or a point.
    package struct Area: Sendable {
        package let name: String
        /// Where its jobs were.
        package let places: [Reports.Place]

        package init(name: String, places: [Reports.Place]) { (self.name, self.places) = (name, places) }
    }

    /// In the order of the list, as many as were read.
    package let lines: [JobLine]
    /// How many jobs the whole list has.
    package let count: Int
    package let estates: [Area]
    package let communities: [Area]
}

extension Question where Answer == JobPlan {
    /// The jobs that meet a filter, what is due first, `limit` at most; of the whole, as far as the reader
    /// may see it.
    package static func plan(_ filter: JobFilter, limit: Int) -> Question {
        Question("job.list", [.jobs: .own]) { (asked) throws(Refusal) in
            let now = try asked.state().now(asked.clock), policy = try asked.state().policy(on: now.day)
            var listing = JobListing(filter)
            (listing.order, listing.limit) = (.due, limit)
            let page = try JobLister(asked, listing, policy, at: now).page()
            var lines: [JobLine] = []
            for job in page.jobs { lines.append(try asked.line(job, at: now, page.split)) }
            return try asked.plan(lines, count: page.sums.count, policy, now)
        }
    }

    /// The same for certain jobs: those of a work queue.
    package static func plan(named numbers: [Code], limit: Int) -> Question {
        Question("job.list", [.jobs: .own]) { (asked) throws(Refusal) in
            let now = try asked.state().now(asked.clock), policy = try asked.state().policy(on: now.day)
            var lines: [JobLine] = []
            for number in numbers.prefix(limit) {
                lines.append(try asked.line(try asked.job(.number(number)), at: now, []))
            }
            return try asked.plan(lines, count: numbers.count, policy, now)
        }
    }
}

extension Asked {
    /// How many of a street's jobs tell where its estates and communities lie: the latest ones.
    private static let ground = 2_000

    fileprivate func plan(_ lines: [JobLine], count: Int, _ policy: Policy, _ now: Instant) throws(Refusal) -> JobPlan {
        var listing = JobListing()
        (listing.order, listing.descending, listing.limit) = (.updated, true, Self.ground)
        var estates: [Code: [Reports.Place]] = [:], communities: [String: [Reports.Place]] = [:]
        for job in try JobLister(self, listing, policy, at: now).page().jobs {
            guard let place = job.place else { continue }
            if let estate = job.estate { estates[estate, default: []].append(place) }
            if let community = job.community { communities[community.text, default: []].append(place) }
        }
        let known = try registers().estates
        return JobPlan(
            lines: lines, count: count,
            estates: known.compactMap { estate in
                estates[estate.code].map { JobPlan.Area(name: estate.name.text, places: $0) } },
            communities: communities.sorted { $0.key < $1.key }.map { JobPlan.Area(name: $0.key, places: $0.value) })
    }
}
