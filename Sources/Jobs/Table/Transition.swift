package import Kernel

/// A row of the one transition table: from where, to where, who, and under which guards.
package struct Transition: Sendable, Equatable {
    /// Where a verb has several ends, which one: an inspection passes or fails, a payment is part of the
    /// sum or the last one.
    package enum Outcome: String, Sendable {
        case pass, fail, form, slip, claim, part, full, payment, retention
        /// A close as it goes, and one by the leader's word.
        case plain, word
    }

    package let verb: Verb
    package let outcome: Outcome?
    package let works: Set<Works>
    package let papers: Set<Papers>
    /// nil leaves the track where it is.
    package let worksTo: Works?
    package let papersTo: Papers?
    package let roles: [Role]
    package let guards: [Guard]

    package init(
        _ verb: Verb, _ outcome: Outcome? = nil, works: Set<Works>, _ worksTo: Works? = nil, papers: Set<Papers>,
        _ papersTo: Papers? = nil, by roles: [Role], _ guards: [Guard] = []
    ) {
        self.verb = verb
        self.outcome = outcome
        self.works = works
        self.papers = papers
        self.worksTo = worksTo
        self.papersTo = papersTo
        self.roles = roles
        self.guards = guards
    }

    package func starts(at works: Works, _ papers: Papers) -> Bool {
        self.works.contains(works) && self.papers.contains(papers)
    }
}

/// A condition on the job or the person beyond state and role; the check of each is in `Rules/Guards`.
package enum Guard: String, Sendable, CaseIterable {
    case notSuspended, suspended, undisputed, disputed
    case signedOrAuthorized, otherCrew, urgent
    case tier, notSurveyor, notSlipAuthor, notCrew, notClaimant, notReviewer, notSettler, notPayee
    case notReturned, refunded, nothingPayable, calledBack, solved, unrated, inRatingTime

    package var title: Phrase {
        switch self {
        case .notSuspended: Phrase("未挂账", "not suspended")
        case .suspended: Phrase("已挂账", "suspended")
        case .undisputed: Phrase("无争议", "no open dispute")
        case .disputed: Phrase("有争议", "an open dispute")
        case .signedOrAuthorized: Phrase("已签认或应急先行", "signed, or authorised as an emergency")
        case .otherCrew: Phrase("改派须换队伍", "when dispatched again, another crew")
        case .urgent: Phrase("紧急或急难险重", "urgent or critical")
        case .tier: Phrase("按金额分级签认", "the tier of the amount, or higher")
        case .notSurveyor: Phrase("非踏勘人", "not a surveyor of the job")
        case .notSlipAuthor: Phrase("非签证经办人", "not the author of the slip")
        case .notCrew: Phrase("非施工人员", "not of the crew")
        case .notClaimant: Phrase("非送审人", "not the claimant")
        case .notReviewer: Phrase("非审核人", "not the reviewer")
        case .notSettler: Phrase("非审定人", "not the settler")
        case .notPayee: Phrase("非收款账户变更人", "not who last changed the firm's account")
        case .notReturned: Phrase("未被退回", "not sent back")
        case .refunded: Phrase("已付款项均已退回", "every payment refunded first")
        case .nothingPayable: Phrase("无应付未付", "nothing payable")
        case .calledBack: Phrase("已回访或已三次尝试", "called back, or three attempts")
        case .solved: Phrase("回访未反映未解决", "no call-back says that it is not solved")
        case .unrated: Phrase("尚未评价", "not rated yet")
        case .inRatingTime: Phrase("结案未满 \(Job.ratingDays) 天", "closed at most \(Job.ratingDays) days ago")
        }
    }
}
