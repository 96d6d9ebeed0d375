package import Jobs
package import Kernel
package import Ledger

extension State {
    /// The close of a year by what stands in the ledger, the street's policy of that year's last day and the
    /// accrual of its first.
    package func yearEnd(_ year: Int) -> YearEnd {
        let accrual = (try? policy(on: Day.first(of: year)).accruesAtYearEnd(rules: Posting.version)) ?? false
        let policy = try? policy(on: Day.last(of: year))
        return YearEnd(of: year, on: ledger, accrual: accrual) { policy?.lapse(of: $0, atEndOf: year) != nil }
    }

    /// What can no longer be held on a day, since its last year is over, also while that year is still to be
    /// closed: so no close can fail for money that was spent in January. What a street took over in its first
    /// year was left to it, and no earlier year is there to lapse.
    package func lapses(on day: Day) -> [Code: Lapse] {
        let year = day.year - 1
        guard let street, year >= street.year, let policy = try? policy(on: Day.last(of: year)) else { return [:] }
        return ledger.appropriations.reduce(into: [:]) { $0[$1.code] = policy.lapse(of: $1, atEndOf: year) }
    }

    /// Nothing is booked in a year that is shut. Throws `time.sealed`.
    func demandOpen(_ day: Day) throws(Refusal) {
        guard let closed = closedYears[day.year] else { return }
        throw Refusal(.timeSealed, [
            "year": String(closed.year), "record": String(closed.seq), "closed": closed.day.text, "day": day.text,
        ])
    }
}

extension YearEnd {
    var drafts: [Posting.Draft] {
        vouchers.map {
            Posting.Draft(day: $0.step.day(closing: year), phase: $0.step.phase, lines: $0.lines, step: $0.step)
        }
    }

    package func digests(_ algorithm: DigestAlgorithm, with hasher: Chain.Hasher) -> YearClose.Digests {
        let (open, closed) = (BalanceText.lines(before), BalanceText.lines(after))
        return YearClose.Digests(
            before: Hex.encode(hasher(algorithm, Array(open.utf8))), after: Hex.encode(hasher(algorithm, Array(closed.utf8))))
    }
}

extension Record {
    /// The year that it closed, if it is a close.
    package var closedYear: Int? {
        for event in events { if case .yearClosed(let close) = event { return close.year } }
        return nil
    }
}

extension Sequence<Record> {
    /// The jobs as they stood at a moment. Throws `money.range`, for records that no version of the rules
    /// can have written.
    package func jobs(at moment: Instant) throws(Refusal) -> [Job] {
        var state = State()
        for record in self { try state.apply(record, stepsUntil: moment, hash: "") }
        return state.jobsInOrder
    }
}
