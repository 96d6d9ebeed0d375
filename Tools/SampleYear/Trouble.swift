import Kernel

/// A kind of trouble that calls of some months are about, in the words of several callers, visitors and
/// surveyors. `{spot}` stands for where it is.
struct Trouble: Sendable {
    let category: String
    let months: Set<Int>
    let calls: [String]
    let findings: [String]
    let causes: [String]
    let plans: [String]
    /// `疏通工*2-4, material:速凝水泥:袋:45.00*3-6`: items of the policy's rates, or with kind, unit and price.
    let items: String

    init(
        _ category: String, _ months: Set<Int>, calls: [String], seen findings: [String],
        cause causes: [String],
        plan plans: [String], _ items: String
    ) {
        (self.category, self.months, self.calls, self.findings) = (category, months, calls, findings)
        (self.causes, self.plans, self.items) = (causes, plans, items)
    }

    static let all = water + built
    static let year = Set(1...12)
    static let rains = Set(4...9)
    static let frost: Set = [1, 2, 11, 12]

    /// Walls, roofs and pavements are under warranty, so part of the sum is retained.
    var hasWarranty: Bool { ["wall", "roof", "road"].contains(category) }
}

/// A priced line of an estimate or a claim.
struct WorkLine {
    let kind: String
    let item: String
    let unit: String
    var price: Fen
    var quantity: Quantity

    var amount: Fen { (try? quantity.times(price)) ?? .zero }

    var json: JSON {
        .members([
            "kind": .string(kind), "item": .string(item), "quantity": .string(quantity.text),
            "unit": .string(unit),
            "unitPrice": .string(price.yuan),
        ])
    }

    /// The lines of a trouble, with quantities thrown within its ranges; lengths, areas and volumes in
    /// halves.
    static func lines(_ items: String, _ policy: SamplePolicy, _ dice: Dice) -> [WorkLine] {
        items.split(separator: ",").compactMap { part in
            let sides = part.split(separator: "*")
            let words = sides[0].split(separator: ":").map { String($0).filter { $0 != " " } }
            let ends = sides[1].split(separator: "-").compactMap { Int($0) }
            guard let low = ends.first, let high = ends.last else { return nil }
            let rate = policy.rates[words[0]]
            let unit = rate?.unit ?? words[2]
            let whole = Int64(dice.int(low...high)) * 1000
            let half: Int64 = unit.contains("米") && low != high && dice.chance(50) ? 500 : 0
            guard let price = rate?.price ?? (try? Fen(yuan: words[3])) else { return nil }
            return WorkLine(
                kind: rate?.kind ?? words[0], item: rate == nil ? words[1] : words[0], unit: unit,
                price: price,
                quantity: Quantity(thousandths: whole + half))
        }
    }
}

extension [WorkLine] {
    var total: Fen { reduce(.zero) { $0 + $1.amount } }
    var json: JSON { .array(map(\.json)) }
}
