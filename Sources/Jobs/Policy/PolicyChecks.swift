package import Kernel
import Ledger

extension Policy {
    /// What a policy must be beyond well-formed, so that no rule meets a gap in it. Throws
    /// `policy.invalid`, with the fact `reason` naming the part.
    package func check() throws(Refusal) {
        try unique(sources.map(\.code.text), "sources")
        try unique(categories.map(\.code.text), "categories")
        try unique(hazards.map(\.code.text), "hazards")
        try demand(!sources.isEmpty && sources.allSatisfy { !$0.tenures.isEmpty }, "sources: none, or one without tenures")
        try demand(!categories.isEmpty, "categories: none")
        try checkTiers()
        try demand(retentionCap <= .whole && utilisationTarget <= .whole, "retentionCap, utilisationTarget: over 100 %")
        try demand((1...250).contains(emergency.paperworkDays), "emergency.paperworkDays: 1 to 250")
        try demand((0...3650).contains(splitAlarm.days), "splitAlarm.days: 0 to 3650")
        try demand((1...36_500).contains(privacy.eraseAfterDays), "privacy.eraseAfterDays: 1 to 36500")
        try demand(sources.allSatisfy { (0...50).contains($0.yearEnd.afterYears ?? 0) }, "yearEnd.afterYears: 0 to 50")
        try demand(sources.allSatisfy { (0...Policy.lowestPriority).contains($0.priority ?? 0) }, "priority: 0 to 1000")
        let banked = sources.allSatisfy { $0.nature != .nonFiscal || $0.channel == .bank }
        try demand(banked, "sources: money of another government (nonFiscal) is held in the bank (channel bank)")
        try demand((1...Policy.payWithinAtMost).contains(payWithin), "paymentDays: 1 to 60")
        try demand(procurement?.limit.isPositive ?? true, "procurement.limit: not above 0")
        try demand((1...365).contains(idleAfter), "idleDays: 1 to 365")
        try checkPerformance()
        let asked = secondFactor ?? []
        try demand(Set(asked).count == asked.count, "secondFactor: a role twice")
        try demand(!asked.contains(.machine) && !asked.contains(.resident), "secondFactor: who does not sign in")
        try checkCalendar()
    }

    private func checkPerformance() throws(Refusal) {
        guard let performance else { return }
        try unique(performance.map(\.code.text), "performance")
        for level in Indicator.Level.allCases {
            let sum = performance.filter { $0.level1 == level }.reduce(0) { $0 + min($1.weight, 1000) }
            try demand(sum == level.weight, "performance: the weights of \(level.rawValue) must add up to \(level.weight)")
        }
        for indicator in performance {
            let isGraded = indicator.direction == .grade
            try demand(indicator.weight > 0, "performance: a weight that is not above 0")
            try demand(isGraded == (indicator.target == nil), "performance: up and down have a target, grade has none")
            try demand((indicator.target?.thousandths ?? 0) >= 0, "performance: a target below 0")
            try demand(!isGraded || indicator.metric == nil, "performance: no metric is graded")
        }
    }

    private func checkTiers() throws(Refusal) {
        let bounds = tiers.dropLast().map(\.upTo)
        try demand(!tiers.isEmpty && tiers.last?.upTo == nil, "tiers: the last one must have no upTo")
        try demand(bounds.allSatisfy { $0 != nil }, "tiers: only the last one may lack upTo")
        let amounts = bounds.compactMap(\.self)
        try demand(zip(amounts, amounts.dropFirst()).allSatisfy { $0 < $1 }, "tiers: upTo must rise")
        try demand(tiers.allSatisfy { $0.role.rank > 0 }, "tiers: role must be head, leader or committee")
        let ranks = tiers.map(\.role.rank)
        try demand(zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 }, "tiers: roles must not fall")
    }

    private func checkCalendar() throws(Refusal) {
        let spans = calendar.hours.map(\.span)
        try demand(!spans.isEmpty, "calendar.hours: none")
        try demand(zip(spans, spans.dropFirst()).allSatisfy { $0.to <= $1.from }, "calendar.hours: must not overlap")
        let both = Set(calendar.holidays).intersection(calendar.makeUpDays)
        try demand(both.isEmpty, "calendar: a day is both holiday and make-up day")
    }

    private func unique(_ codes: [String], _ part: String) throws(Refusal) {
        try demand(Set(codes).count == codes.count, part + ": a code twice")
    }

    private func demand(_ holds: Bool, _ reason: String) throws(Refusal) {
        if !holds { throw Refusal(.policyInvalid, ["reason": reason]) }
    }
}
