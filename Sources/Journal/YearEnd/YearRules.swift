import Bank
package import Jobs
package import Kernel
import Ledger

extension Rules {
    /// 年终结账: closes a year, once, in the order of the years. Throws `role.required`, `year.unknown`,
    /// `year.closed`, `year.order`, `year.early`, `input.value`, `year.unready`.
    static func closeYear(
        _ form: CloseYearForm, _ user: User, _ state: State, _ street: Street, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let role = try demand(.closeYear, of: user)
        try checkYear(form.year, state, street, at)
        try checkAcceptances(form.accept ?? [])
        let close = try state.close(of: form.year, accepting: form.accept ?? [])
        try demandReady(close)
        return Ruling(role: role, event: .yearClosed(close: close))
    }

    /// What the checks of a year find that is still open, at any time. Throws `year.unknown`, `year.closed`,
    /// `year.order`, `policy.missing`.
    package static func examine(_ year: Int, _ state: State, _ street: Street) throws(Refusal) -> YearClose {
        try checkYear(year, state, street, nil)
        return try state.close(of: year)
    }

    /// Without a moment it is not asked whether the year is over.
    private static func checkYear(_ year: Int, _ state: State, _ street: Street, _ at: Instant?) throws(Refusal) {
        guard year >= street.year else {
            throw Refusal(.yearUnknown, ["year": String(year), "first": String(street.year)])
        }
        if let closed = state.closedYears[year] {
            throw Refusal(.yearClosed, [
                "year": String(year), "record": String(closed.seq), "closed": closed.day.text,
            ])
        }
        if let first = (street.year..<year).first(where: { state.closedYears[$0] == nil }) {
            throw Refusal(.yearOrder, ["year": String(year), "before": String(first)])
        }
        let last = Day.last(of: year)
        if let at, at.day < last {
            throw Refusal(.yearEarly, ["year": String(year), "day": last.text, "now": at.day.text])
        }
    }

    /// A warning is accepted once, and nothing else is. Throws `input.value`.
    private static func checkAcceptances(_ accept: [Acceptance]) throws(Refusal) {
        for (index, one) in accept.enumerated() {
            let again = accept.prefix(index).contains { $0.check == one.check }
            if !one.check.stops, !again { continue }
            throw Refusal(.inputValue, [
                "field": "with.accept.\(index).check", "value": one.check.rawValue, "expected": "W1–W12, once · 各一次",
            ])
        }
    }

    /// Throws `year.unready` with everything that stops the close, also what could be accepted.
    private static func demandReady(_ close: YearClose) throws(Refusal) {
        let accepted = Set(close.accepted.map(\.check))
        let open = close.checks.filter { $0.fails && ($0.check.stops || !accepted.contains($0.check)) }
        if open.isEmpty { return }
        var refusal = Refusal(.yearUnready, ["year": String(close.year)])
        for finding in open { refusal = refusal.adding(finding.check.rawValue, finding.text, finding.words) }
        let words = open.map(\.words)
        throw refusal.adding(
            "list", open.map(\.check.rawValue).joined(separator: ", "),
            Phrase(words.map(\.zh).joined(separator: "；"), words.map(\.en).joined(separator: "; ")))
    }
}

extension State {
    /// How a year would be closed: every check, and what becomes of each appropriation. Throws
    /// `policy.missing`.
    package func close(of year: Int, accepting: [Acceptance] = []) throws(Refusal) -> YearClose {
        guard let view = atYearEnd else {
            preconditionFailure("a year is closed on a state that was not loaded for it")
        }
        let (end, day) = (yearEnd(year), Day.last(of: year))
        let policy = try policy(on: day)
        let accrues = try self.policy(on: Day.first(of: year)).accruesAtYearEnd(rules: Posting.version)
        let jobs = JobChecks(jobs: view.jobs, policy: policy, moment: Instant(day + 1) + -1)
        let inBank = end.funds.reduce(Fen.zero) { $0 + $1.standing[.bankDeposit] }
        let found = LedgerChecks(end: end, ledger: ledger, accrues: accrues).findings
            + BankChecks(bank: bank, inBooks: inBank, day: day).findings + jobs.findings
        let checks = YearCheck.allCases.compactMap { check in found.first { $0.check == check } }
        let failing = Set(checks.filter(\.fails).map(\.check))
        return YearClose(
            year: year, checks: checks, accepted: accepting.filter { !$0.check.stops && failing.contains($0.check) },
            perAppropriation: end.funds.map(YearClose.Fund.init), jobs: jobs.counts,
            digests: end.digests(street?.hash ?? .sha256, with: view.hasher))
    }
}
