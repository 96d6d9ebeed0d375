import Jobs
import Kernel
import Ledger

/// A policy may not drop what is in use: a source with money, a category or hazard of an open job, the role
/// that somebody waits for to sign (docs/DECISIONS.md).
enum PolicyUse {
    /// Throws `policy.inUse`, with the list of all that is missing.
    static func check(_ new: Policy, _ state: State, _ at: Instant) throws(Refusal) {
        guard let old = try? state.policy(on: at.day) else { return }
        let missing = sources(new, state) + jobs(new, old, state)
        if missing.isEmpty { return }
        let list = { (language: Language) in missing.map { $0(language) }.joined(separator: language == .zh ? "；" : "; ") }
        throw Refusal(.policyInUse).adding("list", list(.en), Phrase(list(.zh), list(.en)))
    }

    private static func sources(_ new: Policy, _ state: State) -> [Phrase] {
        state.ledger.appropriations.filter { appropriation in
            let standing = state.ledger.standing(of: appropriation.code)
            return !new.sources.contains { $0.code == appropriation.source }
                && Account.limited.contains { standing[$0] != .zero }
        }.map { Phrase("资金来源 \($0.source.text)（指标 \($0.code.text)）", "source \($0.source.text) (\($0.code.text))") }
    }

    private static func jobs(_ new: Policy, _ old: Policy, _ state: State) -> [Phrase] {
        let roles = Set(new.tiers.map(\.role))
        return state.openJobs.flatMap { job in
            let number = job.number.text
            var missing: [Phrase] = []
            if !new.categories.contains(where: { $0.code == job.category }) {
                missing.append(Phrase("类别 \(job.category.text)（\(number)）", "category \(job.category.text) (\(number))"))
            }
            if let hazard = job.hazard, !new.hazards.contains(where: { $0.code == hazard }) {
                missing.append(Phrase("险情 \(hazard.text)（\(number)）", "hazard \(hazard.text) (\(number))"))
            }
            for role in Set(job.amountsToSign.map(old.tier)).subtracting(roles).sorted(by: { $0.rank < $1.rank }) {
                missing.append(Phrase(
                    "签认级别 \(role.title.zh)（\(number) 待签）", "tier \(role.title.en) (\(number) waits)"))
            }
            return missing
        }
    }
}

extension Job {
    /// The amounts that somebody has to sign now, each by the tier of its own.
    var amountsToSign: [Fen] {
        let slips = slips.filter(\.isWaiting).map { currentTotal + $0.change.fen }
        return switch papers {
        case .surveyed: [survey?.total].compactMap(\.self)
        case .signed: slips
        case .reviewed: [review?.approved].compactMap(\.self)
        case .none, .claimed, .settled, .paid, .closed: []
        }
    }
}
