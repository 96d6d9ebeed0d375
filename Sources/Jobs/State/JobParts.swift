package import Kernel
package import Ledger

/// The surveyed estimate that is in force.
package struct Survey: Hashable, Sendable, Codable {
    /// How late the form is: 补单 when the work ran ahead of it, 逾期补办 when it also missed its due day.
    package enum Mark: String, Sendable, Codable { case inTime, late, overdue }

    package let form: SurveyForm
    /// With tax.
    package let total: Fen
    package let mark: Mark
    package let at: Instant
    package let by: Code
    /// The lines above an agreed price or the policy's; nil when there are none.
    package let above: [PriceFlag]?
}

/// An emergency authorisation (应急先行).
package struct Authorization: Hashable, Sendable, Codable {
    package let ceiling: Fen
    /// When the survey form is due; the first authorisation starts this clock.
    package let due: Instant
    package let at: Instant
    package let by: Code
}

/// A change slip (签证).
package struct Slip: Hashable, Sendable, Codable {
    package let number: Int
    package let reason: Prose
    package let lines: [PricedLine]
    package let change: SignedFen
    package let by: Code
    package var signedBy: Code?
    /// Why whoever should have signed it sent it back: it counts no longer.
    package var returned: Prose?
    package let above: [PriceFlag]?

    package init(
        number: Int, reason: Prose, lines: [PricedLine], change: SignedFen, by: Code, signedBy: Code? = nil,
        returned: Prose? = nil, above: [PriceFlag]?
    ) {
        (self.number, self.reason, self.lines, self.change) = (number, reason, lines, change)
        (self.by, self.signedBy, self.returned, self.above) = (by, signedBy, returned, above)
    }

    /// Filed and neither signed nor sent back.
    package var isWaiting: Bool { signedBy == nil && returned == nil }
}

/// A claim (送审) and, once there is one, its review (审核).
package struct Claim: Hashable, Sendable, Codable {
    package let lines: [PricedLine]
    package let amounts: [Fen]
    package let taxRate: Percent?
    package let tax: Fen
    /// With tax.
    package let total: Fen
    package let invoice: Invoice?
    package let by: Code
    /// The lines above an agreed price; nil when there are none.
    package let above: [PriceFlag]?

    package init(
        lines: [PricedLine], amounts: [Fen], taxRate: Percent?, tax: Fen, total: Fen, invoice: Invoice?, by: Code,
        above: [PriceFlag]?
    ) {
        (self.lines, self.amounts, self.taxRate, self.tax) = (lines, amounts, taxRate, tax)
        (self.total, self.invoice, self.by, self.above) = (total, invoice, by, above)
    }
}

package struct Review: Hashable, Sendable, Codable {
    package let lines: [ReviewedLine]
    package let tax: Fen
    /// With tax.
    package let approved: Fen
    package let by: Code

    package init(lines: [ReviewedLine], tax: Fen, approved: Fen, by: Code) {
        (self.lines, self.tax, self.approved, self.by) = (lines, tax, approved, by)
    }
}

/// What a settlement draws from one appropriation.
package struct SettledShare: Hashable, Sendable, Codable {
    package let appropriation: Code
    /// What the job held there until then.
    package let encumbered: Fen
    package let approved: Fen
    /// Of the approved amount.
    package let retention: Fen
}

package struct Settlement: Hashable, Sendable, Codable {
    package let approved: Fen
    package let retention: Fen
    package let retentionRate: Percent?
    /// The day from which the retention may be released: the warranty counts from the acceptance of the work.
    package let retentionDue: Day?
    package let shares: [SettledShare]
    package let at: Instant
    package let by: Code
    package let voucher: Code?
    /// nil for a settlement that was recorded before sheets had numbers.
    package let document: SettlementDocument?
    /// The last day of the warranty.
    package let warranty: Day?
    /// What its voucher booked in the financial and the budget book, so that it can be taken back as it
    /// stands.
    package let booked: [Line]
}

/// A payment, or a release of retention.
package struct Payment: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case payment, retention }

    package let paymentNo: Label
    package let kind: Kind
    package let day: Day
    package let amount: Fen
    package let shares: [Share]
    package let voucher: Code?
    package var refunded: Bool
    /// What its voucher booked in the financial and the budget book, so that it can be taken back as it
    /// stands.
    package let booked: [Line]
    /// Why it was released before its due day.
    package let early: Prose?
    package var refundedOn: Day?
    /// Why it was taken back; nil in records of before that was asked.
    package var cause: RefundForm.Cause?
}

/// What the firm paid back after an audit.
package struct Recovery: Hashable, Sendable, Codable {
    package let amount: Fen
    package let day: Day
    package let reference: Label
    package let reason: Prose
    package let shares: [RecoveredShare]
    /// What its voucher booked in the financial and the budget book: the next one goes on from there.
    package let booked: [Line]
}

package struct Suspension: Hashable, Sendable, Codable {
    package let since: Instant
    package let until: Day
    package let reason: Prose
}

/// A suspension that is over. Deadlines stood still in it.
package struct Pause: Hashable, Sendable, Codable {
    package let from: Instant
    package let to: Instant
}

package struct Dispatch: Hashable, Sendable, Codable {
    package let form: DispatchForm
    package let at: Instant
}

/// Deadlines in force, counted from the call.
package struct Due: Hashable, Sendable, Codable {
    package let arrive: Instant
    package let finish: Instant
    /// What the deadlines are counted in, so that a suspension moves them also after the policy has changed.
    package let arriveUnit: Allowance.Unit
    package let finishUnit: Allowance.Unit

    package init(arrive: Allowance, finish: Allowance, from start: Instant, in calendar: WorkCalendar) {
        self.init(
            arrive: arrive.end(from: start, in: calendar), finish: finish.end(from: start, in: calendar),
            arriveUnit: arrive.unit, finishUnit: finish.unit)
    }

    private init(arrive: Instant, finish: Instant, arriveUnit: Allowance.Unit, finishUnit: Allowance.Unit) {
        self.arrive = arrive
        self.finish = finish
        self.arriveUnit = arriveUnit
        self.finishUnit = finishUnit
    }

    /// Moved by a suspension.
    package func moved(by pause: Pause, in calendar: WorkCalendar) -> Due {
        Due(
            arrive: arriveUnit.extend(arrive, by: pause, in: calendar),
            finish: finishUnit.extend(finish, by: pause, in: calendar), arriveUnit: arriveUnit,
            finishUnit: finishUnit)
    }
}


/// A resident's rating, and when it came.
package struct Rating: Hashable, Sendable, Codable {
    package let form: RateForm
    package let at: Instant
}

/// The record that moved a job last: its number, the step, and who took it.
package struct LatestMove: Hashable, Sendable, Codable {
    package let seq: Int
    package let verb: Verb
    package let by: Code

    package init(seq: Int, verb: Verb, by: Code) {
        self.seq = seq
        self.verb = verb
        self.by = by
    }
}
