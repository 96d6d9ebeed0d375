package import Kernel

/// Lengths of time and deadlines in words.
package enum TimeWords {
    /// The two largest units: `2天3小时`, `3小时5分`, `不到1分钟`; the rest is cut.
    package static func length(_ milliseconds: Int64) -> Phrase {
        let minutes = Int(milliseconds.magnitude / UInt64(Instant.minute))
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        if days > 0 { return joined((days, "天", "d"), (hours, "小时", "h")) }
        if minutes == 0 { return Phrase("不到1分钟", "less than a minute") }
        return joined((hours, "小时", "h"), (rest, hours > 0 ? "分" : "分钟", "min"))
    }

    private static func joined(_ parts: (count: Int, zh: String, en: String)...) -> Phrase {
        let shown = parts.filter { $0.count > 0 }
        return Phrase(
            shown.map { "\($0.count)\($0.zh)" }.joined(), shown.map { "\($0.count) \($0.en)" }.joined(separator: " "))
    }

    /// A deadline with what became of it: `done` is when it was met, nil while it is open.
    package static func deadline(_ due: Instant, done: Instant?, asOf: Instant, stopped: Bool = false) -> Phrase {
        let moment = done ?? asOf
        let length = length(due - moment)
        let late = moment > due
        let state: Phrase = switch (done != nil, late) {
        case (true, false): Phrase("按期，提前\(length.zh)", "met, \(length.en) early")
        case (true, true): Phrase("晚\(length.zh)", "missed by \(length.en)")
        case (false, true): Phrase("✗ 已逾期\(length.zh)", "✗ overdue by \(length.en)")
        case (false, false): Phrase("还剩\(length.zh)", "\(length.en) left")
        }
        let pause = stopped && done == nil ? Phrase("，挂账停计", ", clock stopped") : Phrase("", "")
        return Phrase("\(due.short)（\(state.zh)\(pause.zh)）", "\(due.short) (\(state.en)\(pause.en))")
    }
}
