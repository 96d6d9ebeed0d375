import Kernel

/// Two to four of a few amounts that make a sum, sought exhaustively: sixteen candidates are 2,500
/// combinations.
struct PartSearch {
    private let amounts: [Int64]
    private let order: [Int]
    private var chosen: [Int] = []
    private(set) var first: [Int]?
    private(set) var isUnique = true

    /// Amounts and sum are positive, in fen.
    init(_ amounts: [Int64], sum: Int64) {
        self.amounts = amounts
        order = amounts.indices.sorted { amounts[$0] > amounts[$1] }
        search(from: 0, left: sum)
    }

    private mutating func search(from start: Int, left: Int64) {
        if left == 0 {
            guard chosen.count > 1 else { return }
            if first == nil { first = chosen.sorted() } else { isUnique = false }
            return
        }
        guard chosen.count < Matching.mostParts else { return }
        let places = Int64(Matching.mostParts - chosen.count)
        for place in start..<order.count where isUnique {
            let amount = amounts[order[place]]
            if amount > left { continue }
            // Largest first: what follows cannot reach the sum any more.
            if amount < (left + places - 1) / places { return }
            chosen.append(order[place])
            search(from: place + 1, left: left - amount)
            chosen.removeLast()
        }
    }
}

extension MatchDesk {
    /// One payment in several lines, then several payments in one line, of one payee within the window.
    mutating func bySums() {
        for party in [Party.account, .name] {
            let lineGroups = Dictionary(grouping: freeLines) {
                party.key(name: lines[$0].name, account: lines[$0].account)
            }
            for item in freeItems {
                guard let key = party.key(name: items[item].payee, account: items[item].account),
                      let group = lineGroups[key] else { continue }
                severalLines(group, item)
            }
        }
        for party in [Party.account, .name] {
            let itemGroups = Dictionary(grouping: freeItems) {
                party.key(name: items[$0].payee, account: items[$0].account)
            }
            for line in freeLines {
                guard let key = party.key(name: lines[line].name, account: lines[line].account),
                      let group = itemGroups[key] else { continue }
                severalItems(group, line)
            }
        }
    }

    private mutating func severalLines(_ group: [Int], _ item: Int) {
        let near = group[places(in: group, near: item)].prefix(Matching.mostLooked)
            .filter { lineIsFree[$0] && areOfOneSign($0, item) }
        let day = items[item].day
        let some = nearest(near, by: { abs(lines[$0].day - day) }, size: { lines[$0].effect }, below: items[item].effect)
        guard let (parts, isUnique) = parts(of: some, size: { lines[$0].effect }, sum: items[item].effect) else { return }
        let plain = isUnique && !parts.contains { namesStranger($0, beside: [item]) }
        put(parts, [item], .severalLines, plain ? .likely : .possible)
    }

    private mutating func severalItems(_ group: [Int], _ line: Int) {
        let near = group[places(of: line, in: group)].prefix(Matching.mostLooked)
            .filter { itemIsFree[$0] && areOfOneSign(line, $0) }
        let day = lines[line].day
        let some = nearest(near, by: { abs(items[$0].day - day) }, size: { items[$0].effect }, below: lines[line].effect)
        guard let (parts, isUnique) = parts(of: some, size: { items[$0].effect }, sum: lines[line].effect) else { return }
        let plain = isUnique && !namesStranger(line, beside: parts)
        put([line], parts, .severalPayments, plain ? .likely : .possible)
    }

    /// The nearest in days of those that are smaller than the whole, in the order of the table.
    private func nearest(_ all: [Int], by distance: (Int) -> Int, size: (Int) -> Fen, below whole: Fen) -> [Int] {
        let smaller = all.filter { size($0).value.magnitude < whole.value.magnitude }
        guard smaller.count > Matching.mostCandidates else { return smaller }
        let sorted = smaller.sorted { (distance($0), $0) < (distance($1), $1) }
        return sorted.prefix(Matching.mostCandidates).sorted()
    }

    private func parts(of some: [Int], size: (Int) -> Fen, sum: Fen) -> ([Int], isUnique: Bool)? {
        guard some.count > 1 else { return nil }
        let search = PartSearch(some.map { Int64(size($0).value.magnitude) }, sum: Int64(sum.value.magnitude))
        return search.first.map { ($0.map { some[$0] }, search.isUnique) }
    }
}
