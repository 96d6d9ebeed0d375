package import Kernel

/// A line that names a payment by its number and is of another amount: nothing is proposed of it, and a
/// person is told.
package struct MatchDifference: Equatable, Sendable {
    package let line: LineID
    /// In fen, as they stand on each side.
    package let stated: Fen
    package let item: ItemName
    package let booked: Fen

    /// `对账单 300.00，ZF0001 为 100.00`.
    package var words: Phrase {
        let (mine, theirs) = (stated.grouped, booked.grouped)
        return Phrase(
            "写有 \(item.text)，但金额不符：对账单 \(mine)，账上 \(theirs)",
            "names \(item.text) of another amount: \(mine) on the statement, \(theirs) in the books")
    }
}

/// The numbers of other payments that a line names: they speak against every match but theirs.
extension MatchDesk {
    static func named(_ lines: [MatchLine], _ items: [MatchItem]) -> [[Int]] {
        let strong = items.indices.filter { NumberIndex.isStrong(items[$0].name.no.text) }
        let index = NumberIndex(strong.map { items[$0].name.no.text })
        return lines.map { line in Set(line.texts.flatMap(index.found)).map { strong[$0] }.sorted() }
    }

    private func item(_ index: Int) -> MatchItem { index < items.count ? items[index] : others[index - items.count] }

    /// Whether a line names a payment that is none of these. A payment and what came back of it have one
    /// number.
    func namesStranger(_ line: Int, beside some: [Int]) -> Bool {
        let own = Set(some.map { items[$0].name.no.text.folded })
        return named[line].contains { !own.contains(item($0).name.no.text.folded) }
    }

    /// What the lines name and do not pay, in the order of the lines: of the same direction, of another
    /// amount, and not put together with it.
    var differences: [MatchDifference] {
        var together: [LineID: Set<ItemName>] = [:]
        for proposal in proposals {
            for line in proposal.lines { together[line, default: []].formUnion(proposal.items) }
        }
        return lines.indices.flatMap { line in
            named[line].map(item).filter { item in
                item.effect != lines[line].effect && item.effect.isNegative == lines[line].effect.isNegative
                    && together[lines[line].id]?.contains(item.name) != true
            }.map {
                MatchDifference(line: lines[line].id, stated: lines[line].effect, item: $0.name, booked: $0.effect)
            }
        }
    }
}
