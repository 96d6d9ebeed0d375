import Jobs
import Kernel
import Ledger

/// Suspected splits (audit.md B2 §2): jobs that look like one, cut so that each stays below a limit. A
/// suspicion is no finding.
enum SplitRule: String, CaseIterable {
    case place = "S1", crew = "S2", edge = "S3", year = "S4"

    var title: Phrase {
        switch self {
        case .place: Phrase("同址同类", "same place and category")
        case .crew: Phrase("同队同社区", "same firm and community")
        case .edge: Phrase("临界", "at the edge of a tier")
        case .year: Phrase("年度累计", "sum of the year")
        }
    }

    /// How many days apart jobs of one firm and community may be signed (S2).
    static let crewDays = 10
    /// From which share of a tier on a job lies at its edge (S3), in percent; the share itself does not.
    static let edgeFrom: Int128 = 90
}

/// A signed job, not cancelled or turned away: what the rules look at and a list shows.
struct SplitJob {
    /// A note of a job with this word explains it.
    static let explains = "拆分说明"

    let alarm: SplitAlarm.Signed
    let place: String
    let category: Code
    let contractor: Code?
    let community: Label?
    let signedOn: Day
    let signedBy: Code?
    let settledOn: Day?
    let approved: Fen?
    let explanation: String?
    /// Community and address.
    let site: String

    var number: Code { alarm.number }
    /// With slips.
    var total: Fen { alarm.total }

    init?(_ trail: JobTrail) {
        guard let alarm = SplitAlarm.Signed(trail.job) else { return nil }
        let (job, scope) = (trail.job, trail.job.scope)
        self.alarm = alarm
        place = Self.place(of: scope)
        (category, contractor, community) = (job.category, job.contractor, job.community)
        (signedOn, signedBy) = ((trail.signed?.at ?? job.calledAt).day, trail.signed?.by)
        (settledOn, approved) = (job.settlement?.at.day, job.settlement?.approved)
        explanation = trail.note(with: Self.explains)
        site = [scope.community?.text, scope.address.text].compactMap(\.self).joined(separator: " ")
    }

    /// The category with the estate and the building, where the address names one; else with the address.
    private static func place(of scope: JobScope) -> String {
        let address = scope.address.text.comparedAddress
        let place = scope.estate.flatMap { estate in address.building.map { estate.text + "#" + $0 } } ?? address
        return scope.category.text + "/" + place
    }

    /// The day on which it counts in a rule.
    func day(in rule: SplitRule) -> Day {
        switch rule {
        case .place: alarm.calledAt.day
        case .crew, .edge: signedOn
        case .year: settledOn ?? alarm.calledAt.day
        }
    }
}

/// The jobs of one suspicion.
struct SplitGroup {
    let rule: SplitRule
    let jobs: [SplitJob]
    /// What is summed: the signed total with slips; of a year what was approved.
    let sum: Fen
    /// The tier that the sum would need; nil where no tier is at stake.
    let tier: Role?

    /// The day on which a job counts in the rule.
    func day(of job: SplitJob) -> Day { job.day(in: rule) }

    func amount(of job: SplitJob) -> Fen { rule == .year ? job.approved ?? .zero : job.total }
}

/// Finds the groups of a year.
struct SplitSearch {
    private let policy: Policy
    private let year: Int
    private let jobs: [SplitJob]

    /// Jobs in the order of their numbers.
    init(_ jobs: [SplitJob], _ policy: Policy, year: Int) { (self.jobs, self.policy, self.year) = (jobs, policy, year) }

    /// By rule, the greatest sum first; those with a job that counts in the year.
    var groups: [SplitGroup] {
        SplitRule.allCases.flatMap { rule in
            found(rule).filter { group in group.jobs.contains { group.day(of: $0).year == year } }.enumerated().sorted { a, b in
                (-a.element.sum.value, a.offset) < (-b.element.sum.value, b.offset)
            }.map(\.element)
        }
    }

    /// The share of the year's signed jobs that lie at the edge of a tier.
    var edgeShare: Ratio {
        let signed = jobs.filter { $0.day(in: .edge).year == year }
        return Ratio(Int64(signed.count { isAtEdge($0.total) }), of: Int64(signed.count))
    }

    private func found(_ rule: SplitRule) -> [SplitGroup] {
        switch rule {
        case .place: sets(rule, within: policy.splitAlarm.days) { $0.place }
        case .crew: sets(rule, within: SplitRule.crewDays) { job in
            job.contractor.flatMap { firm in job.community.map { firm.text + "/" + $0.text } }
        }
        case .edge: jobs.filter { isAtEdge($0.total) }
            .map { SplitGroup(rule: rule, jobs: [$0], sum: $0.total, tier: nil) }
        case .year: overLimit
        }
    }

    private func sets(_ rule: SplitRule, within days: Int, _ key: (SplitJob) -> String?) -> [SplitGroup] {
        let byNumber = Dictionary(uniqueKeysWithValues: jobs.map { ($0.number, $0) })
        let keyed = Dictionary(grouping: jobs.filter { key($0) != nil }) { key($0) ?? "" }
        return keyed.sorted { $0.key < $1.key }.flatMap { _, jobs in
            let day = { (job: SplitAlarm.Signed) in byNumber[job.number]?.day(in: rule) ?? job.calledAt.day }
            return SplitAlarm.sets(of: jobs.map(\.alarm), within: days, by: day, policy).map { found in
                let sum = found.map(\.total).sum
                let members = found.compactMap { byNumber[$0.number] }.sorted { $0.number.inOrder < $1.number.inOrder }
                return SplitGroup(rule: rule, jobs: members, sum: sum, tier: policy.tier(of: sum))
            }
        }
    }

    /// In (90 %, 100 %] of what a tier goes up to.
    private func isAtEdge(_ amount: Fen) -> Bool {
        policy.tiers.compactMap(\.upTo).contains { limit in
            amount <= limit && Int128(amount.value) * 100 > Int128(limit.value) * SplitRule.edgeFrom
        }
    }

    private var overLimit: [SplitGroup] {
        guard let limit = policy.procurement?.limit else { return [] }
        let settled = jobs.filter { $0.settledOn?.year == year }
        let firms = Dictionary(grouping: settled) { $0.contractor?.text ?? "" }
        return firms.sorted { $0.key < $1.key }.compactMap { _, jobs in
            let sum = jobs.compactMap(\.approved).sum
            return sum > limit ? SplitGroup(rule: .year, jobs: jobs, sum: sum, tier: nil) : nil
        }
    }
}

extension String {
    /// The number of the building that an address names: `12` of 12号楼, 12栋, 12幢; the first one of several.
    fileprivate var building: String? {
        let scalars = Array(unicodeScalars)
        var index = 0
        while index < scalars.count {
            let digits = scalars[index...].prefix { (0x30...0x39).contains($0.value) }
            guard !digits.isEmpty else { index += 1; continue }
            let rest = scalars[(index + digits.count)...].prefix(2).map(String.init).joined()
            if rest == "号楼" || rest.hasPrefix("栋") || rest.hasPrefix("幢") {
                return String(String.UnicodeScalarView(digits))
            }
            index += digits.count
        }
        return nil
    }
}
