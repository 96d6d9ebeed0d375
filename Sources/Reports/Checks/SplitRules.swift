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

/// The jobs of one suspicion.
struct SplitGroup {
    let rule: SplitRule
    let jobs: [JobTrail]
    /// What is summed: the signed total with slips; of a year what was approved.
    let sum: Fen
    /// The tier that the sum would need; nil where no tier is at stake.
    let tier: Role?

    /// The day on which a job counts in the rule.
    func day(of trail: JobTrail) -> Day { Self.day(of: trail, rule) }

    func amount(of trail: JobTrail) -> Fen {
        rule == .year ? trail.job.settlement?.approved ?? .zero : trail.job.currentTotal
    }

    static func day(of trail: JobTrail, _ rule: SplitRule) -> Day {
        let job = trail.job
        switch rule {
        case .place: return job.calledAt.day
        case .crew, .edge: return (trail.signed?.at ?? job.calledAt).day
        case .year: return (job.settlement?.at ?? job.calledAt).day
        }
    }
}

/// Finds the groups of a year.
struct SplitSearch {
    private let snapshot: Snapshot
    private let year: Int
    /// Signed, and not cancelled or turned away.
    let trails: [JobTrail]

    /// The snapshot needs jobs and steps.
    init(_ snapshot: Snapshot, year: Int) {
        (self.snapshot, self.year) = (snapshot, year)
        trails = snapshot.trails.filter { SplitAlarm.isCounted($0.job) }
    }

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
        let signed = trails.filter { SplitGroup.day(of: $0, .edge).year == year }
        return Ratio(Int64(signed.count { isAtEdge($0.job.currentTotal) }), of: Int64(signed.count))
    }

    private func found(_ rule: SplitRule) -> [SplitGroup] {
        switch rule {
        case .place: sets(rule, within: snapshot.policy.splitAlarm.days) { Self.place(of: $0.job) }
        case .crew: sets(rule, within: SplitRule.crewDays) { trail in
            trail.job.contractor.flatMap { firm in
                trail.job.community.map { firm.text + "/" + $0.text }
            }
        }
        case .edge: trails.filter { isAtEdge($0.job.currentTotal) }
            .map { SplitGroup(rule: rule, jobs: [$0], sum: $0.job.currentTotal, tier: nil) }
        case .year: overLimit
        }
    }

    private func sets(_ rule: SplitRule, within days: Int, _ key: (JobTrail) -> String?) -> [SplitGroup] {
        let byNumber = Dictionary(uniqueKeysWithValues: trails.map { ($0.job.number, $0) })
        let keyed = Dictionary(grouping: trails.filter { key($0) != nil }) { key($0) ?? "" }
        return keyed.sorted { $0.key < $1.key }.flatMap { _, trails in
            let day = { (job: Job) in byNumber[job.number].map { SplitGroup.day(of: $0, rule) } ?? job.calledAt.day }
            return SplitAlarm.sets(of: trails.map(\.job), within: days, by: day, snapshot.policy).map { jobs in
                let sum = jobs.map(\.currentTotal).sum
                let members = jobs.compactMap { byNumber[$0.number] }.sorted { $0.job.number.inOrder < $1.job.number.inOrder }
                return SplitGroup(rule: rule, jobs: members, sum: sum, tier: snapshot.policy.tier(of: sum))
            }
        }
    }

    /// The category with the estate and the building, where the address names one; else with the address.
    private static func place(of job: Job) -> String {
        let scope = job.scope
        let address = scope.address.text.comparedAddress
        let place = scope.estate.flatMap { estate in address.building.map { estate.text + "#" + $0 } } ?? address
        return scope.category.text + "/" + place
    }

    /// In (90 %, 100 %] of what a tier goes up to.
    private func isAtEdge(_ amount: Fen) -> Bool {
        snapshot.policy.tiers.compactMap(\.upTo).contains { limit in
            amount <= limit && Int128(amount.value) * 100 > Int128(limit.value) * SplitRule.edgeFrom
        }
    }

    private var overLimit: [SplitGroup] {
        guard let limit = snapshot.policy.procurement?.limit else { return [] }
        let settled = trails.filter { $0.job.settlement?.at.day.year == year }
        let firms = Dictionary(grouping: settled) { $0.job.contractor?.text ?? "" }
        return firms.sorted { $0.key < $1.key }.compactMap { _, trails in
            let sum = trails.compactMap { $0.job.settlement?.approved }.sum
            return sum > limit ? SplitGroup(rule: .year, jobs: trails, sum: sum, tier: nil) : nil
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
