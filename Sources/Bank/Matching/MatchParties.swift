import Kernel

extension MatchDesk {
    /// Amount, party and days. Unique both ways it is worth what the party is worth; where several could be
    /// meant, they are put together in the order of their days, and none of them is more than possible.
    mutating func byParty(_ party: Party) {
        var groups: [String: (lines: [Int], items: [Int])] = [:]
        for item in freeItems {
            guard let key = party.key(name: items[item].payee, account: items[item].account) else { continue }
            groups["\(items[item].effect.value)|" + key, default: ([], [])].items.append(item)
        }
        for line in freeLines {
            guard let key = party.key(name: lines[line].name, account: lines[line].account) else { continue }
            groups["\(lines[line].effect.value)|" + key]?.lines.append(line)
        }
        let full = groups.values.filter { !$0.lines.isEmpty }.sorted { $0.items[0] < $1.items[0] }
        for group in full { pair(group.lines, group.items, party) }
    }

    /// Both lists are in the order of days, so that what is near stands together.
    private mutating func pair(_ some: [Int], _ others: [Int], _ party: Party) {
        var choices = [Int](repeating: 0, count: some.count + 1)
        var near: [Range<Int>] = []
        for item in others {
            let places = places(in: some, near: item)
            near.append(places)
            // How many items each line could mean, as steps up and down.
            choices[places.lowerBound] += 1
            choices[places.upperBound] -= 1
        }
        for place in 1..<choices.count { choices[place] += choices[place - 1] }
        for (item, places) in zip(others, near) where places.count == 1 && choices[places.lowerBound] == 1 {
            put([some[places.lowerBound]], [item], party.rule, worth(party, some[places.lowerBound], item))
        }
        var next = 0
        for (item, places) in zip(others, near) where itemIsFree[item] {
            next = max(next, places.lowerBound)
            while next < places.upperBound, !lineIsFree[some[next]] { next += 1 }
            if next < places.upperBound { put([some[next]], [item], party.rule, .possible) }
        }
    }

    /// Which of these lines, in the order of days, are near an item: by halving.
    func places(in some: [Int], near item: Int) -> Range<Int> {
        let day = items[item].day
        let from = some.firstPlace { lines[$0].day - day >= window.lowerBound }
        return from..<max(from, some.firstPlace { lines[$0].day - day > window.upperBound })
    }

    /// Which of these items, in the order of days, are near a line.
    func places(of line: Int, in some: [Int]) -> Range<Int> {
        let day = lines[line].day
        let from = some.firstPlace { day - items[$0].day <= window.upperBound }
        return from..<max(from, some.firstPlace { day - items[$0].day < window.lowerBound })
    }

    /// A payee of that name with another account than the line's is another one, or has changed its bank: a
    /// person looks. So is a line that names another payment.
    private func worth(_ party: Party, _ line: Int, _ item: Int) -> Confidence {
        if namesStranger(line, beside: [item]) { return .possible }
        switch party {
        case .account: return party.confidence
        case .name: return areOfOneAccount(line, item) ? party.confidence : .possible
        }
    }

    /// Whether neither the account nor the day of a line speak against a payment.
    func agree(_ line: Int, _ item: Int) -> Bool {
        areOfOneAccount(line, item) && window.contains(lines[line].day - items[item].day)
    }

    /// Where one side tells no account, nothing speaks against it.
    private func areOfOneAccount(_ line: Int, _ item: Int) -> Bool {
        let mine = Party.account.key(name: nil, account: lines[line].account)
        let theirs = Party.account.key(name: nil, account: items[item].account)
        return mine == nil || theirs == nil || mine == theirs
    }
}

extension [Int] {
    /// The first place from which on a condition holds, in a list where it holds from somewhere on.
    fileprivate func firstPlace(where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
