import Kernel

/// What the writer needs of the policy: its calendar, for believable office hours, and its agreed prices.
struct SamplePolicy {
    struct Rate {
        let kind: String
        let unit: String
        let price: Fen
    }

    let calendar: WorkCalendar
    private(set) var rates: [String: Rate] = [:]

    init(_ policy: JSON) throws {
        let days = { (name: String) in
            try (policy["calendar"]?[name]?.array ?? []).map { try Day($0.string ?? "") }
        }
        calendar = WorkCalendar(
            holidays: Set(try days("holidays")), makeUpDays: Set(try days("makeUpDays")),
            hours: [.init(from: 9 * 60, to: 12 * 60), .init(from: 14 * 60, to: 18 * 60)])
        for rate in policy["rates"]?.array ?? [] {
            rates[rate["item"]?.string ?? ""] = Rate(
                kind: rate["kind"]?.string ?? "", unit: rate["unit"]?.string ?? "",
                price: try Fen(yuan: rate["price"]?.string ?? ""))
        }
    }
}
