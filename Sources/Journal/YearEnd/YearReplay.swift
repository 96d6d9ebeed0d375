import Kernel
import Ledger

/// What a journal says about its closed years, derived again (books.md B1 §6).
extension Replay {
    /// Nothing lies in a year that is shut, and a close says what the standing of its time comes to: what
    /// became of each appropriation, and the digests. Its vouchers are derived like any other's.
    func checkYears(_ record: Record) throws(Finding) {
        var closed: YearClose?
        for event in record.events { if case .yearClosed(let close) = event { closed = close } }
        let days = record.vouchers.map(\.day) + (closed == nil ? [record.at.day] : [])
        for day in days where state.closedYears[day.year] != nil {
            throw Finding(seq: record.seq, field: "body.at", expected: "a day of an open year", found: day.text)
        }
        guard let closed else { return }
        try demand("body.events.close.year", record.seq, next, String(closed.year))
        let end = state.yearEnd(closed.year)
        try demand(
            "body.events.close.perAppropriation", record.seq, JSON(end.funds.map(YearClose.Fund.init)).text,
            JSON(closed.perAppropriation).text)
        let digests = end.digests(algorithm, with: hasher)
        try demand("body.events.close.digests.before", record.seq, digests.before, closed.digests.before)
        try demand("body.events.close.digests.after", record.seq, digests.after, closed.digests.after)
    }

    /// The year that is to be closed next.
    private var next: String {
        let last = state.closedYears.keys.max()
        return (last.map { $0 + 1 } ?? state.street?.year).map(String.init) ?? "—"
    }
}
