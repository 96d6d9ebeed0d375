package import Kernel
package import Ledger

/// The street's rules as data (design §8): adopted as a record with an effective day; limits are never code.
package struct Policy: Sendable, Equatable, Codable {
    package struct Source: Sendable, Equatable, Codable {
        package let code: Code
        package let name: Phrase
        /// The tenures it may pay for.
        package let tenures: [Tenure]
        package let channel: Channel
        package let yearEnd: YearEnd
        /// `fiscal` where it is absent.
        package let nature: Nature?
        /// Within an origin year the source with the smallest pays first.
        package let priority: Int?

        /// Without a priority, the source that may pay for the fewest tenures goes first, so that free
        /// money stays free (design §7).
        package var rank: Int { priority ?? Policy.lowestPriority + tenures.count }
    }

    /// The greatest number that a priority may be.
    package static let lowestPriority = 1000

    /// What happens to a source's money at the year's end.
    package struct YearEnd: Sendable, Equatable, Codable {
        package enum Rule: String, Sendable, Codable, CaseIterable { case carry, recall }

        package let rule: Rule
        /// For `recall`: how many years after the origin year; 0 recalls at once.
        package let afterYears: Int?
    }

    /// Amounts up to and including `upTo` are signed by `role` or a higher one; the last tier has no bound.
    package struct Tier: Sendable, Equatable, Codable {
        package let upTo: Fen?
        package let role: Role
    }

    package struct Emergency: Sendable, Equatable, Codable {
        /// The most that may be authorised before there is a survey form.
        package let ceiling: Fen
        /// Working days after the authorisation in which the form must follow.
        package let paperworkDays: Int
    }

    package struct Category: Sendable, Equatable, Codable {
        package let code: Code
        package let name: Phrase
        package let arrive: Deadlines
        package let finish: Deadlines
    }

    package struct Hazard: Sendable, Equatable, Codable {
        package let code: Code
        package let name: Phrase
    }

    /// An agreed price of labour, plant or material, for estimates.
    package struct Rate: Sendable, Equatable, Codable {
        package let kind: LineKind
        package let item: Label
        package let unit: Label
        package let price: Fen
    }

    package struct SplitAlarm: Sendable, Equatable, Codable {
        /// Jobs of the same site and category within so many days are looked at together.
        package let days: Int
    }

    package struct Privacy: Sendable, Equatable, Codable {
        /// Days after the call until the caller's name and phone are due to be erased.
        package let eraseAfterDays: Int
    }

    package struct Procurement: Sendable, Equatable, Codable {
        /// What one firm may be approved in a year before its work has to be put out to tender (限额标准).
        package let limit: Fen
    }

    /// Under which name and code the street buys, as invoices must name it.
    package struct Buyer: Sendable, Equatable, Codable {
        package let name: Label
        package let creditCode: CreditCode
    }

    package let sources: [Source]
    package let tiers: [Tier]
    package let emergency: Emergency
    /// The highest retention rate (质保金比例上限).
    package let retentionCap: Percent
    package let categories: [Category]
    package let hazards: [Hazard]
    package let rates: [Rate]
    /// The utilisation rate that a street should reach.
    package let utilisationTarget: Percent
    package let calendar: Holidays
    package let splitAlarm: SplitAlarm
    package let privacy: Privacy
    /// Whether the unused quota of a year is accrued when the year ends (年末确认财政应返还额度), so that the next
    /// year pays an older appropriation from it and not from its own income. See ``accruesAtYearEnd``.
    package let yearEndAccrual: Bool?
    /// nil where invoices are told by the street's name.
    package let buyer: Buyer?
    /// Days from acceptance within which a contractor is to be paid; 30 unless given (see ``payWithin``).
    package let paymentDays: Int?
    /// nil where no limit was set; only the list of suspected splits looks at it.
    package let procurement: Procurement?
    /// What the year's self-assessment measures; nil: ``proposedIndicators``.
    package let performance: [Indicator]?
    /// Calendar days without a step after which a hold lies idle; 30 unless given (see ``idleAfter``).
    package let idleDays: Int?
    /// Who must give a second factor when they sign in; nobody where it is silent.
    package let secondFactor: [Role]?
}

extension Policy {
    /// 保障中小企业款项支付条例 (State Council order 802 of 2025): within 30 days of delivery, counted from acceptance
    /// where there is one; a contract may say more, up to ``payWithinAtMost``.
    package static let payWithinByLaw = 30
    package static let payWithinAtMost = 60

    /// The street's limit, in days.
    package var payWithin: Int { paymentDays ?? Self.payWithinByLaw }

    /// In calendar days.
    package var idleAfter: Int { idleDays ?? 30 }
}

extension Policy {
    /// Throws `source.unknown`.
    package func source(_ code: Code) throws(Refusal) -> Source {
        guard let found = sources.first(where: { $0.code == code }) else {
            throw Refusal(.sourceUnknown, ["source": code.text, "known": sources.map(\.code.text).joined(separator: ", ")])
        }
        return found
    }

    /// Throws `category.unknown`.
    package func category(_ code: Code) throws(Refusal) -> Category {
        guard let found = categories.first(where: { $0.code == code }) else {
            let known = categories.map(\.code.text).joined(separator: ", ")
            throw Refusal(.categoryUnknown, ["category": code.text, "known": known])
        }
        return found
    }

    /// Throws `hazard.unknown`.
    package func hazard(_ code: Code) throws(Refusal) -> Hazard {
        guard let found = hazards.first(where: { $0.code == code }) else {
            let known = hazards.map(\.code.text).joined(separator: ", ")
            throw Refusal(.hazardUnknown, ["hazard": code.text, "known": known])
        }
        return found
    }

    /// Whether the source of an appropriation may pay for a tenure.
    package func pays(_ appropriation: Appropriation, for tenure: Tenure) -> Bool {
        sources.contains { $0.code == appropriation.source && $0.tenures.contains(tenure) }
    }

    /// ``yearEndAccrual`` by a version of the rules. Where the policy is silent nothing is accrued (design
    /// §7): under the integrated budget management (预算管理一体化) unused quota is confirmed only where the
    /// finance bureau says so. Versions 1 and 2 took it the other way round.
    package func accruesAtYearEnd(rules: Int) -> Bool { yearEndAccrual ?? (rules < 3) }

    /// Which source of an origin year pays first; see ``Source/rank``.
    package func rank(of appropriation: Appropriation) -> Int {
        sources.first { $0.code == appropriation.source }?.rank ?? 0
    }

    /// The role that must sign an amount, or a higher one.
    package func tier(of amount: Fen) -> Role {
        tiers.first { tier in tier.upTo.map { amount <= $0 } ?? true }?.role ?? .committee
    }
}
