import Jobs
import Journal
import Kernel
import Ledger
import Seal
import Store

/// Answers a list of jobs from the columns of table `job`. What no column can tell, whether the reader may
/// see a job or take it further, is looked at job by job.
struct JobLister {
    private let asked: Asked
    private let listing: JobListing
    private let policy: Policy
    private let now: Instant

    init(_ asked: Asked, _ listing: JobListing, _ policy: Policy, at now: Instant) {
        self.asked = asked
        self.listing = listing
        self.policy = policy
        self.now = now
    }

    /// Throws `category.unknown`, `contractor.unknown`, `estate.unknown`, `source.unknown` for what is not
    /// listed, `user.unknown` for somebody asked about, `key.…` when a phone is looked for.
    func page() throws(Refusal) -> JobPage {
        try demandKnown()
        let query = JobQuery(asked.connection, org: asked.org, try listing.filter.conditions(at: now, lookups()))
        let read = try isBareQuery ? bare(query) : sifted(query)
        let shown = listing.limit.map { Array(read.jobs.prefix($0)) } ?? read.jobs
        let last = shown.count < read.jobs.count ? shown.last : nil
        return JobPage(shown, read.sums, split: try alarms(shown), next: last.map { JobCursor($0, listing) })
    }

    /// A word mistyped must not read as "there are no such jobs".
    private func demandKnown() throws(Refusal) {
        let filter = listing.filter
        for category in filter.categories { _ = try policy.category(try Code(category)) }
        for source in filter.sources { _ = try policy.source(source) }
        if filter.contractors.isEmpty && filter.estates.isEmpty { return }
        let (contractors, estates) = try asked.registers()
        if let other = filter.contractors.first(where: { code in !contractors.contains { $0.code == code } }) {
            throw Refusal(.contractorUnknown, ["contractor": other.text])
        }
        if let other = filter.estates.first(where: { code in !estates.contains { $0.code == code } }) {
            throw Refusal(.estateUnknown, ["estate": other.text])
        }
    }

    /// The database alone can say which jobs are listed.
    private var isBareQuery: Bool { !listing.can && asked.rights[.jobs] > .own }

    /// One job more than the page, to know whether another page follows.
    private func bare(_ query: JobQuery) throws(Refusal) -> (jobs: [Job], sums: JobSums) {
        var jobs: [Job] = []
        try query.each(listing, limit: listing.limit.map { $0 + 1 }) { jobs.append($0) }
        return (jobs, try query.sums())
    }

    private func sifted(_ query: JobQuery) throws(Refusal) -> (jobs: [Job], sums: JobSums) {
        let sandbox = try asked.state().street?.sandbox ?? false
        let (rights, user, day) = (asked.rights, asked.user, now.day)
        let isListed = { (job: Job) in
            rights.sees(job, on: day) && (!listing.can || JobSteps(job, user: user, sandbox: sandbox).leadsOn)
        }
        // The page is a part of the list; its sums are not.
        var whole = listing
        whole.after = nil
        var jobs: [Job] = [], sums = JobSums()
        try query.each(whole, limit: nil) {
            guard isListed($0) else { return }
            sums.add(JobFacts($0))
            if listing.reaches($0) { jobs.append($0) }
        }
        return (jobs, sums)
    }

    /// The split alarm is about jobs beside each other, listed or not.
    private func alarms(_ jobs: [Job]) throws(Refusal) -> Set<Code> {
        let near = try listing.limit == nil ? asked.neighbours() : JobQuery.neighbours(
            asked.connection, of: asked.org, at: Set(jobs.map(\.scope.address.text.comparedAddress)))
        return SplitAlarm.jobs(near.filter { $0.calledAt <= now }, policy: policy)
    }

    private func lookups() throws(Refusal) -> JobLookups {
        let filter = listing.filter
        var known = JobLookups()
        if !filter.sources.isEmpty {
            known.appropriations = try asked.state().ledger.appropriations
                .filter { filter.sources.contains($0.source) }.map(\.code)
        }
        if !filter.words.isEmpty { try addNames(filter.words, to: &known) }
        if filter.short { known.numbers = try numbers(filter.words) }
        if filter.flags.contains(.split) {
            known.split = SplitAlarm.jobs(try asked.neighbours(), policy: policy)
        }
        if let who = filter.who { known.firm = try asked.state().actor(who).contractor }
        if let phone = filter.phone { known.phone = try asked.digest(ofPhone: phone) }
        return known
    }

    private func numbers(_ words: [String]) throws(Refusal) -> [String: [String]] {
        var numbers: [String: [String]] = [:]
        for word in words {
            if let count = Int(word), count > 0 { numbers[word] = try asked.numbers(ofCount: count) }
        }
        return numbers
    }

    private func addNames(_ words: [String], to known: inout JobLookups) throws(Refusal) {
        let (contractors, estates) = try asked.registers()
        let categories = policy.categories.map { (code: $0.code, name: $0.name.zh + " " + $0.name.en) }
        known.find(words, in: categories, of: .category)
        known.find(words, in: contractors.map { ($0.code, $0.name.text) }, of: .contractor)
        known.find(words, in: estates.map { ($0.code, $0.name.text) }, of: .estate)
    }
}

extension Asked {
    /// As a call was marked with it (``CallerVault``). Throws `key.…`.
    func digest(ofPhone phone: String) throws(Refusal) -> String {
        let isPractice = try state().street?.sandbox ?? false
        let seal = isPractice ? CallerSeal.practice : try keys.seal(of: org.text)
        return CallerVault.digest(ofPhone: phone) { seal.digest($0, for: org.text) }
    }
}
