package import Kernel
package import Ledger

/// An emergency authorisation (应急先行).
package struct Authorization: Hashable, Sendable, Codable {
    package let ceiling: Fen
    /// When the survey form is due; the first authorisation starts this clock.
    package let due: Instant
    package let at: Instant
    package let by: Code
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
