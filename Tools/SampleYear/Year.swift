import Kernel

/// The calls of the year: how many a month, from where, about what.
struct Year {
    let script: Script

    /// Most calls come with the rains.
    private static let calls = [8, 6, 7, 7, 8, 11, 12, 11, 8, 7, 7, 8]

    func write() {
        var used: [Int] = Array(repeating: 0, count: Trouble.all.count)
        var last: Story?
        let moments = Self.calls.enumerated().flatMap { self.moments(month: $0 + 1, count: $1) }
        for (index, at) in moments.enumerated() {
            let features = Plot.features[index + 1] ?? []
            let story: Story
            if features.contains(.merge), let last {
                story = again(last, key: index + 1)
            } else {
                let kind = choose(index + 1, month: at.day.month, features, used)
                used[kind] += 1
                story = Story(
                    script, key: index + 1, at: at, place(index + 1, features), Trouble.all[kind], features,
                    turn: used[kind] - 1)
            }
            story.play()
            last = story
        }
        Article(script: script).tell()
    }

    /// Another resident calls about the same thing two hours later.
    private func again(_ before: Story, key: Int) -> Story {
        let story = Story(
            script, key: key, at: before.calledAt + 2 * Instant.hour, before.place, before.trouble, [.merge],
            turn: before.turn + 1)
        story.mergeTarget = before.key
        return story
    }

    /// December's days are chosen, because most of its jobs are still open at the year's end (`Plot.stops`).
    private static let december = [0, 1, 6, 10, 17, 22, 28, 30]

    private func moments(month: Int, count: Int) -> [Instant] {
        let first = Day.first(of: 2026).adding(months: month - 1)
        return (0..<count).map { index in
            let day = month == 12 ? Self.december[index] : script.dice.int(month == 1 ? 6...29 : 0...27)
            let hour = script.dice.int(day == 30 ? 8...8 : 7...20)
            return Instant(first + day, hour: hour, minute: script.dice.int(0...59))
        }.sorted()
    }

    /// The kind of trouble of this month that came up least; a small one where the job stays open.
    private func choose(_ key: Int, month: Int, _ features: Set<Feature>, _ used: [Int]) -> Int {
        let pressing = ["drain", "septic", "water", "wall", "tree", "manhole"]
        let small = ["water", "manhole", "light", "tree", "other"]
        let fitting = Trouble.all.indices.filter { index in
            let trouble = Trouble.all[index]
            return trouble.months.contains(month)
                && (!features.contains(.emergency) || pressing.contains(trouble.category))
                && (features.contains(.large)
                    ? trouble.category == "road" : Plot.stops[key] == nil || small.contains(trouble.category))
        }
        let fewest = fitting.map { used[$0] }.min() ?? 0
        return script.dice.pick(fitting.filter { used[$0] == fewest })
    }

    private func place(_ key: Int, _ features: Set<Feature>) -> Place {
        if Plot.stops[key] != nil { return script.dice.pick(Place.unowned) }
        if !features.isDisjoint(with: [.splitPercent, .splitAmount]) {
            return script.dice.pick(Place.transferred)
        }
        if features.contains(.emergency), script.dice.chance(50) { return script.dice.pick(Place.managed) }
        return script.dice.pick(script.dice.chance(33) ? Place.transferred : Place.unowned)
    }
}
