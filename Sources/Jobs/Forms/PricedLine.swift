package import Kernel

/// What a line of an estimate or a claim is for.
package enum LineKind: String, Sendable, Codable, CaseIterable {
    case labour, plant, material, other

    package var title: Phrase {
        switch self {
        case .labour: Phrase("人工", "labour")
        case .plant: Phrase("机械", "plant")
        case .material: Phrase("材料", "material")
        case .other: Phrase("其他", "other")
        }
    }
}

/// A line of a survey form, a change slip or a claim.
package struct PricedLine: Hashable, Sendable, Codable {
    package let kind: LineKind
    package let item: Label
    package let quantity: Quantity
    package let unit: Label
    /// Per unit, never negative.
    package let unitPrice: Fen

    package init(kind: LineKind, item: Label, quantity: Quantity, unit: Label, unitPrice: Fen) {
        self.kind = kind
        self.item = item
        self.quantity = quantity
        self.unit = unit
        self.unitPrice = unitPrice
    }

    /// Quantity × price, rounded once, here (design §4). Throws `money.range`.
    package func amount() throws(Refusal) -> Fen { try quantity.times(unitPrice) }
}

extension [PricedLine] {
    /// The sum of an estimate or a claim. Throws `quantity.positive`, `lines.total` (not positive),
    /// `money.range`.
    package func total() throws(Refusal) -> Fen {
        for (index, line) in enumerated() where line.quantity.thousandths <= 0 {
            throw Refusal(.quantityPositive, ["line": String(index + 1), "quantity": line.quantity.text])
        }
        let sum = try sum()
        guard sum.isPositive else { throw Refusal(.linesTotal, ["total": sum.yuan]) }
        return sum
    }

    /// The sum of a change slip, which may take away but not come to nothing. Throws `quantity.positive`,
    /// `lines.total`.
    package func change() throws(Refusal) -> Fen {
        for (index, line) in enumerated() where line.quantity.thousandths == 0 {
            throw Refusal(.quantityPositive, ["line": String(index + 1), "quantity": line.quantity.text])
        }
        let sum = try sum()
        guard sum != .zero else { throw Refusal(.linesTotal, ["total": sum.yuan]) }
        return sum
    }

    private func sum() throws(Refusal) -> Fen {
        var amounts: [Fen] = []
        for line in self { amounts.append(try line.amount()) }
        return try Fen.sum(amounts)
    }
}
