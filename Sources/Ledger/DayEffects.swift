package import Kernel

/// What each day added to each account of each appropriation, so that what stood at the end of a day can be
/// said of the days that are here: all of them in a replay, those after ``since`` while a command is
/// executed.
package struct DayEffects: Equatable, Sendable {
    /// Every day after this one is complete; nil when all days are here.
    package var since: Day?
    private var days: [Code: [Day: Standing]] = [:]
    /// The latest day on which each was booked: most look for days after it, and there are none.
    private var latest: [Code: Day] = [:]

    package init() {}

    /// None yet, of the days after one; what was booked until then is not here.
    package init(after day: Day?) { since = day }

    package mutating func add(_ effect: Fen, to account: Account, of code: Code, on day: Day) {
        days[code, default: [:]][day, default: Standing()][account] += effect
        latest[code] = max(day, latest[code] ?? day)
    }

    /// The days after one on which the appropriation was booked, in order. Asking for days that were not
    /// loaded is a mistake of the program.
    package func days(of code: Code, after day: Day) -> [Day] {
        assert(since.map { $0 <= day } ?? true, "days after \(day.text) of \(code.text) were not loaded")
        guard let last = latest[code], last > day else { return [] }
        return (days[code] ?? [:]).keys.filter { $0 > day }.sorted()
    }

    package func effect(of code: Code, on day: Day) -> Standing { days[code]?[day] ?? Standing() }

    package static func == (a: Self, b: Self) -> Bool { a.days == b.days }
}

extension Ledger {
    /// What stood at the end of a day and of each later day that was booked on, in order.
    package func ends(of code: Code, from day: Day) -> [(day: Day, standing: Standing)] {
        var standing = standing(of: code)
        var ends: [(day: Day, standing: Standing)] = []
        for later in effects.days(of: code, after: day).reversed() {
            ends.append((later, standing))
            standing.subtract(effects.effect(of: code, on: later))
        }
        ends.append((day, standing))
        return ends.reversed()
    }

    /// The least that stands on an account at the end of a day or of any later one: what a hold of that day
    /// may take, so that money of January is not spent in December (design §7).
    package func room(on account: Account, of code: Code, from day: Day) -> Fen {
        ends(of: code, from: day).map { $0.standing[account] }.min() ?? .zero
    }
}
