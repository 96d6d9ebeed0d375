/// Working days and hours: weekends, holidays, make-up workdays (调休), and the hours of a working day.
///
/// Terms follow the Civil Code: the day of the event is not counted, and a term ends when business ends on
/// its last day (民法典 §201, §203).
package struct WorkCalendar: Sendable, Equatable {
    /// A span of a working day, in minutes after midnight.
    package struct Hours: Sendable, Equatable {
        package let from: Int
        package let to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    package let holidays: Set<Day>
    package let makeUpDays: Set<Day>
    /// In order and not overlapping; at least one.
    package let hours: [Hours]

    package init(holidays: Set<Day>, makeUpDays: Set<Day>, hours: [Hours]) {
        self.holidays = holidays
        self.makeUpDays = makeUpDays
        self.hours = hours
    }

    package func isWorkday(_ day: Day) -> Bool {
        if makeUpDays.contains(day) { return true }
        return day.weekday <= 5 && !holidays.contains(day)
    }

    /// The end of business on the `days`-th working day after the day of `start`.
    package func end(ofWorkingDays days: Int, after start: Instant) -> Instant {
        var day = start.day
        var left = days
        while left > 0 {
            day = day + 1
            if isWorkday(day) { left -= 1 }
        }
        return Instant(day) + Int64(hours.last?.to ?? 24 * 60) * Instant.minute
    }

    /// The moment at which `milliseconds` of working time have passed since `start`.
    package func adding(working milliseconds: Int64, to start: Instant) -> Instant {
        var left = milliseconds
        var day = start.day
        while true {
            for (opens, closes) in spans(of: day) where closes > start {
                let from = max(opens, start)
                if closes - from >= left { return from + left }
                left -= closes - from
            }
            day = day + 1
        }
    }

    /// Working time between two moments, in milliseconds; 0 when `end` is not after `start`.
    package func working(from start: Instant, to end: Instant) -> Int64 {
        guard end > start else { return 0 }
        return (start.day.number...end.day.number).reduce(0) { sum, number in
            spans(of: Day(number: number)).reduce(sum) { $0 + max(0, min($1.closes, end) - max($1.opens, start)) }
        }
    }

    private func spans(of day: Day) -> [(opens: Instant, closes: Instant)] {
        guard isWorkday(day) else { return [] }
        let midnight = Instant(day)
        return hours.map { (midnight + Int64($0.from) * Instant.minute, midnight + Int64($0.to) * Instant.minute) }
    }
}
