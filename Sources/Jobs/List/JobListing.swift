package import Kernel

/// A list of jobs as it is asked for: which jobs, in which order, and which part of the list.
package struct JobListing: Sendable, Equatable {
    package enum Order: String, Sendable, CaseIterable {
        case number, due, called, updated, amount

        package var column: JobColumn {
            switch self {
            case .number: .place
            case .due: .due
            case .called: .calledAt
            case .updated: .updated
            case .amount: .amount
            }
        }
    }

    package var filter: JobFilter
    package var order = Order.number
    /// From the greatest down.
    package var descending = false
    /// Where the page before ended.
    package var after: JobCursor?
    /// How many jobs at most, at least one; nil for all.
    package var limit: Int?
    /// Only jobs that the reader can take further now.
    package var can = false

    package init(_ filter: JobFilter = JobFilter()) { self.filter = filter }

    /// The order as it is written: `-called` is that of the call, from the latest.
    package var sort: String { (descending ? "-" : "") + order.rawValue }

    /// Whether a job comes after where the page begins, in the order of the database: by what it is sorted
    /// by, then by the bytes of its number.
    package func reaches(_ job: Job) -> Bool {
        guard let after else { return true }
        let own = JobCursor(job, self)
        return descending ? own < after : after < own
    }
}

/// Where a page ended: what its last job was sorted by, and that job. It stays right when jobs come and go,
/// in the order that it was made for.
package struct JobCursor: Sendable, Comparable {
    private let sort: String
    package let key: Int64
    package let job: Code

    package init(_ job: Job, _ listing: JobListing) {
        sort = listing.sort
        key = if case .number(let key) = JobFacts(job)[listing.order.column] { key } else { 0 }
        self.job = job.number
    }

    /// Reads `ORDER~KEY~NUMBER`. Throws `input.value`, also for one of another order than the list's.
    package init(_ text: String, of listing: JobListing) throws(Refusal) {
        let parts = text.split(separator: "~", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == listing.sort, let key = Int64(parts[1]) else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "\(listing.sort)~KEY~NUMBER"])
        }
        (sort, self.key) = (parts[0], key)
        job = try Code(parts[2])
    }

    package var text: String { "\(sort)~\(key)~\(job.text)" }

    package static func < (a: JobCursor, b: JobCursor) -> Bool {
        a.key == b.key ? a.job.text.utf8.lexicographicallyPrecedes(b.job.text.utf8) : a.key < b.key
    }
}

/// What the jobs of a whole list come to, however many of them a page shows.
package struct JobSums: Sendable, Equatable {
    package var count = 0
    package var estimate = Fen.zero
    package var approved = Fen.zero
    package var paid = Fen.zero

    package init() {}

    package init(count: Int, estimate: Fen, approved: Fen, paid: Fen) {
        (self.count, self.estimate, self.approved, self.paid) = (count, estimate, approved, paid)
    }

    package mutating func add(_ facts: JobFacts) {
        count += 1
        estimate = estimate + (facts.estimate ?? .zero)
        approved = approved + (facts.approved ?? .zero)
        paid = paid + (facts.paid ?? .zero)
    }
}

/// A page of a list.
package struct JobPage: Sendable {
    package let jobs: [Job]
    /// Of the whole list.
    package let sums: JobSums
    /// Those of the jobs that the split alarm names.
    package let split: Set<Code>
    /// Where the next page begins; nil when there is none.
    package let next: JobCursor?

    package init(_ jobs: [Job], _ sums: JobSums, split: Set<Code>, next: JobCursor? = nil) {
        self.jobs = jobs
        self.sums = sums
        self.split = split
        self.next = next
    }

    /// All the jobs of a street as one page.
    package init(all jobs: [Job], policy: Policy) {
        var sums = JobSums()
        for job in jobs { sums.add(JobFacts(job)) }
        self.init(jobs, sums, split: SplitAlarm.jobs(jobs, policy: policy))
    }
}
