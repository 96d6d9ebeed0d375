extension WorkCalendar {
    /// How many working days there are after one day until another, that one included; 0 when it is not
    /// later.
    package func workdays(after day: Day, until last: Day) -> Int {
        guard last > day else { return 0 }
        return (day.number + 1...last.number).count { isWorkday(Day(number: $0)) }
    }

    /// The last working day after which so many working days are left until `last`, that one included.
    package func day(leaving days: Int, until last: Day) -> Day {
        var day = last
        var left = days
        while left > 0 || !isWorkday(day) {
            if isWorkday(day) { left -= 1 }
            day = day + -1
        }
        return day
    }
}
