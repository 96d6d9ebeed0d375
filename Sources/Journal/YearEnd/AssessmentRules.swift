package import Jobs
package import Kernel

/// 绩效自评: what an assessor says of a year; of each indicator the last word counts, and of each text.
package struct AssessYearForm: Hashable, Sendable, Codable {
    package let year: Int
    /// Of the policy's; left out where only the year's goal is told.
    package let indicator: Code?
    /// What was reached, where no metric tells it.
    package let actual: Quantity?
    /// Points of a qualitative indicator, with its band.
    package let score: Quantity?
    package let band: Indicator.Band?
    /// 偏差原因分析及改进措施
    package let reason: Prose?
    /// 年度总体目标: 预期目标, 实际完成情况.
    package let goal: Prose?
    package let achieved: Prose?
}

extension Rules {
    /// Assesses a year that has begun, also one that is closed; no lines. Throws `role.required`,
    /// `year.unknown`, `policy.missing`, `input.value`, `input.missingField`, `input.unknownField`.
    static func assessYear(
        _ form: AssessYearForm, _ user: User, _ state: State, _ street: Street, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.assessYear, of: user)
        guard form.year >= street.year else {
            throw Refusal(.yearUnknown, ["year": String(form.year), "first": String(street.year)])
        }
        guard form.year <= at.day.year else {
            throw Refusal(.inputValue, [
                "field": "with.year", "value": String(form.year), "expected": "\(street.year)–\(at.day.year)",
            ])
        }
        let indicators = try state.policy(on: Day.last(of: form.year)).indicators
        if let code = form.indicator {
            guard let known = indicators.first(where: { $0.code == code }) else {
                throw Refusal(.inputValue, [
                    "field": "with.indicator", "value": code.text, "expected": indicators.map(\.code.text).joined(separator: "|"),
                ])
            }
            try form.check(known)
        } else {
            try form.forbid([("actual", form.actual != nil), ("score", form.score != nil), ("band", form.band != nil),
                             ("reason", form.reason != nil)])
            if form.goal == nil, form.achieved == nil { throw Refusal(.inputMissingField, ["field": "with.indicator"]) }
        }
        return Ruling(role: role, event: .yearAssessed(form: form))
    }
}

extension AssessYearForm {
    /// What a metric computes nobody says otherwise; what is judged needs its words.
    fileprivate func check(_ known: Indicator) throws(Refusal) {
        if known.direction == .grade {
            try forbid([("actual", actual != nil)])
            try checkBand(known)
        } else if known.metric != nil {
            try forbid([("actual", actual != nil), ("score", score != nil), ("band", band != nil)])
            try demand("reason", reason)
        } else {
            try forbid([("score", score != nil), ("band", band != nil)])
            let actual = try demand("actual", actual)
            if actual.thousandths < 0 {
                throw Refusal(.inputValue, ["field": "with.actual", "value": actual.text, "expected": "≥ 0"])
            }
            if known.demandsReason(.value(actual)) { try demand("reason", reason) }
        }
    }

    private func checkBand(_ known: Indicator) throws(Refusal) {
        let (band, score) = (try demand("band", band), try demand("score", score))
        guard known.holds(score, in: band), score.thousandths % 10 == 0 else {
            let (from, to) = band.share
            let bound = { (percent: Int) in FixedPoint.text(Int64(known.weight * percent), decimals: 2, trimmed: true) }
            throw Refusal(.inputValue, [
                "field": "with.score", "value": score.text,
                "expected": "\(bound(from)) ≤ score \(to == 100 ? "≤" : "<") \(bound(to))",
            ])
        }
        if band != .reached { try demand("reason", reason) }
    }

    @discardableResult
    private func demand<Value>(_ field: String, _ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw Refusal(.inputMissingField, ["field": "with." + field]) }
        return value
    }

    fileprivate func forbid(_ fields: [(name: String, given: Bool)]) throws(Refusal) {
        guard let other = fields.first(where: \.given) else { return }
        throw Refusal(.inputUnknownField, ["field": "with." + other.name])
    }
}
