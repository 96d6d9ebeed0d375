package import Jobs
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

    /// A deadline with what became of it.
    package static func deadline(_ deadline: Deadline) -> Phrase {
        let length = length(deadline.margin)
        let state: Phrase = switch deadline.standing {
        case .met: deadline.margin == 0
            ? Phrase("按期", "met") : Phrase("按期，提前\(length.zh)", "met, \(length.en) early")
        case .missed: Phrase("晚\(length.zh)", "missed by \(length.en)")
        case .overdue: Phrase("✗ 已逾期\(length.zh)", "✗ overdue by \(length.en)")
        case .running: Phrase("还剩\(length.zh)", "\(length.en) left")
        }
        let pause = deadline.stopped ? Phrase("，挂账停计", ", clock stopped") : Phrase("", "")
        let due = deadline.due.short
        return Phrase("\(due)（\(state.zh)\(pause.zh)）", "\(due) (\(state.en)\(pause.en))")
    }
}
