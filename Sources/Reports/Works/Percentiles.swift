/// Percentiles of lengths of time: nearest rank.
enum Percentiles {
    static func value(_ percent: Int, of times: [Int64]) -> Int64? {
        guard !times.isEmpty else { return nil }
        let rank = (times.count * percent + 99) / 100
        return times.sorted()[max(1, rank) - 1]
    }
}
