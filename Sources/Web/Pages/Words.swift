import Jobs
import Kernel

extension Fen {
    /// `12,000.00`, with a real minus sign.
    var shown: String { grouped.replacing("-", with: "−") }
}

extension Instant {
    /// `06-12 09:10`, the year before it where it is not this one.
    func shown(in year: Int) -> String { day.year == year ? String(short.dropFirst(5)) : short }
}

extension Day {
    /// `6月12日 星期五` and `Fri 2026-06-12`.
    var spoken: Phrase {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let zh = ["一", "二", "三", "四", "五", "六", "日"][weekday - 1],
            en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
        return Phrase("\(parts[1])月\(parts[2])日 星期\(zh)", "\(en) \(text)")
    }
}
