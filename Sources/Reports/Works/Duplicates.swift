package import Jobs
package import Kernel

/// Jobs that may be about the same damage as a call (疑似重复). It proposes and never decides (web.md 2.9).
package enum Duplicates {
    package enum Reason: Equatable, Sendable {
        case caller, address
        /// Of the estate, with the same category.
        case estate
        /// Whole metres away.
        case near(Int)

        package var title: Phrase {
            switch self {
            case .caller: Phrase("同一号码同类", "same phone and category")
            case .address: Phrase("同一地点", "same address")
            case .estate: Phrase("同小区同类", "same estate and category")
            case .near(let metres): Phrase("相距 \(metres) 米", "\(metres) m away")
            }
        }
    }

    /// What is found for a call that is being taken.
    package struct Found: Sendable {
        package let matches: [Match]
        /// How often this number has called this year; nobody's name.
        package let calls: Int
        package let asOf: Instant

        package init(matches: [Match], calls: Int, asOf: Instant) {
            (self.matches, self.calls, self.asOf) = (matches, calls, asOf)
        }
    }

    package struct Match: Sendable {
        package let job: Job
        package let reasons: [Reason]
    }

    /// What is known of a call, recorded or not yet.
    package struct Subject: Sendable {
        package let category: Code
        package let address: Label
        package let estate: Code?
        package let place: Place?
        /// The digest of the caller's phone; nil where there is none, or the reader may not know.
        package let phone: Code?
        /// A recorded job is none of its own duplicates.
        package let number: Code?
        package let at: Instant

        /// A call that is being taken.
        package init(
            category: Code, address: Label, estate: Code?, lat: Coordinate?, lon: Coordinate?, phone: Code?, at: Instant
        ) {
            (self.category, self.address, self.estate, place) = (category, address, estate, Place(lat, lon))
            (self.phone, self.at, number) = (phone, at, nil)
        }

        package init(_ job: Job, phone: Bool) {
            (category, address, estate, number, at) = (job.category, job.scope.address, job.estate, job.number, job.calledAt)
            place = job.place
            self.phone = phone ? job.call.caller?.phone : nil
        }
    }

    /// How many are proposed at most, and how near counts, in metres.
    package static let most = 5
    package static let reach = 80
    /// How far back one looks.
    package static let days = 365

    /// Open ones first, then the latest; ties by number. `days`: how far apart calls of one estate and
    /// category may be (the split alarm's).
    package static func likely(_ subject: Subject, among jobs: [Job], days: Int) -> [Match] {
        let matches = jobs.filter { $0.number != subject.number && $0.calledAt <= subject.at }.compactMap { job in
            let reasons = reasons(job, subject, days)
            return reasons.isEmpty ? nil : Match(job: job, reasons: reasons)
        }
        let key = { (match: Match) in (match.job.works.isEnd ? 1 : 0, subject.at - match.job.calledAt) }
        let ordered = matches.sorted {
            key($0) == key($1) ? $0.job.number.inOrder < $1.job.number.inOrder : key($0) < key($1)
        }
        return Array(ordered.prefix(most))
    }

    /// What is asked of a database, so that it finds all that ``likely(_:among:days:)`` would.
    package static func conditions(_ subject: Subject, days: Int) -> [JobCondition] {
        let since = { (days: Int) in JobCondition.atLeast(.calledAt, Instant(subject.at.day + -days).milliseconds) }
        var any: [JobCondition] = [.oneOf(.address, [subject.address.text.comparedAddress])]
        let category = JobCondition.oneOf(.category, [subject.category.text])
        if let phone = subject.phone { any.append(.all([.oneOf(.phone, [phone.text]), category])) }
        if let estate = subject.estate { any.append(.all([.oneOf(.estate, [estate.text]), category, since(days)])) }
        if subject.place != nil { any.append(since(days)) }
        return [since(Self.days), .any(any)]
    }

    private static func reasons(_ job: Job, _ subject: Subject, _ days: Int) -> [Reason] {
        let age = subject.at.day - job.calledAt.day
        guard age <= Self.days else { return [] }
        var reasons: [Reason] = []
        let sameKind = job.category == subject.category
        if sameKind, let phone = subject.phone, job.call.caller?.phone == phone { reasons.append(.caller) }
        if job.scope.address.text.comparedAddress == subject.address.text.comparedAddress { reasons.append(.address) }
        if sameKind, age <= days, let estate = subject.estate, job.estate == estate { reasons.append(.estate) }
        if age <= days, let here = subject.place, let there = job.place {
            let metres = here.metres(to: there)
            if metres <= reach { reasons.append(.near(metres)) }
        }
        return reasons
    }
}
