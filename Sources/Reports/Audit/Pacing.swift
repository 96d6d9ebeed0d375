package import Kernel

/// Whether the target can still be reached, by what is used, held and free and by how fast work was placed so
/// far (books.md B4). Exact fractions, rounded half-up once at the end of each figure.
package struct Pacing: Sendable {
    /// G, in fen: the net and what was recalled of it.
    package var gross = Fen.zero
    /// U: paid, payable and retained.
    package var used = Fen.zero
    /// H: held for jobs and not settled.
    package var held = Fen.zero
    /// The part of what is held that is expected to be settled in the year.
    package var due = Fen.zero
    /// A: what can still be placed.
    package var available = Fen.zero
    /// t
    package var target = Percent.whole
    /// κ: what was approved of what was held at settlement. Its whole is positive.
    package var kept = Ratio(1, of: 1)
    /// r: fen placed in a number of working days; nil where there are too few days to tell.
    package var placed: Ratio?
    /// W: working days that are left to place work.
    package var workdays = 0

    package init() {}

    /// N: what must still be used; nothing or less when the target is reached.
    package var needed: Fen { target.roundedUp(of: gross) - used }

    /// P: what settlements will make of what is held.
    package var expected: Fen { settled(of: due) }

    package var low: Fen { used + expected }
    package var high: Fen { used + settled(of: held + available) }

    /// What the year comes to when work is placed as fast as so far; never more than there is.
    package var mid: Fen? {
        guard let placed, placed.whole > 0 else { return nil }
        let days = Int128(placed.whole)
        let more = min(Int128(available.value) * days, max(0, Int128(placed.part)) * Int128(workdays))
        let sum = (Int128(kept.part) * (Int128(due.value) * days + more)).dividedHalfUp(by: Int128(kept.whole) * days)
        return min(gross, used + Fen(Int64(sum)))
    }

    /// M: what must still be placed, so that what is approved of it is enough; nil where nothing was ever
    /// approved.
    package var toPlace: Fen? {
        let short = Int128(needed.value) * Int128(kept.whole) - Int128(kept.part) * Int128(due.value)
        guard short > 0 else { return .zero }
        guard kept.part > 0 else { return nil }
        return Fen(Int64(short.dividedHalfUp(by: Int128(kept.part))))
    }

    /// M ÷ W; nil where no day is left.
    package var toPlaceEachDay: Fen? {
        guard workdays > 0, let toPlace else { return nil }
        return Fen(Int64(Int128(toPlace.value).dividedHalfUp(by: Int128(workdays))))
    }

    /// 可达: there is enough to place, and time to place it. What needs no placing needs no time.
    package var isReachable: Bool {
        guard let toPlace else { return false }
        return toPlace == .zero || toPlace <= available && workdays > 0
    }

    /// 缺口: what must be placed and is not there.
    package var gap: Fen? { toPlace.map { max(.zero, $0 - available) } }

    private func settled(of amount: Fen) -> Fen {
        Fen(Int64((Int128(amount.value) * Int128(kept.part)).dividedHalfUp(by: Int128(kept.whole))))
    }
}
