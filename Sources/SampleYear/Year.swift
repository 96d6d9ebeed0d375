import Kernel

/// The calls of the year: how many a month, from where, about what.
struct Year {
    let script: Script

    /// Most calls come with the rains; December thins out.
    private static let calls = [8, 6, 7, 7, 8, 11, 12, 11, 8, 7, 7, 5]

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
                let kind = choose(month: at.day.month, features, used)
                used[kind] += 1
                story = Story(
                    script, key: index + 1, at: at, place(features), Trouble.all[kind], features,
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

    /// December's days are chosen, so that some jobs are still open at the year's end, each at another step.
    private static let december = [3, 10, 20, 24, 29]

    private func moments(month: Int, count: Int) -> [Instant] {
        let first = Day.first(of: 2026).adding(months: month - 1)
        return (0..<count).map { index in
            let day = month == 12 ? Self.december[index] : script.dice.int(month == 1 ? 6...29 : 0...27)
            return Instant(first + day, hour: script.dice.int(7...20), minute: script.dice.int(0...59))
        }.sorted()
    }

    /// The kind of trouble of this month that came up least.
    private func choose(month: Int, _ features: Set<Feature>, _ used: [Int]) -> Int {
        let pressing = ["drain", "septic", "water", "wall", "tree", "manhole"]
        let fitting = Trouble.all.indices.filter { index in
            let trouble = Trouble.all[index]
            return trouble.months.contains(month)
                && (!features.contains(.emergency) || pressing.contains(trouble.category))
                && (!features.contains(.large) || trouble.category == "road")
        }
        let fewest = fitting.map { used[$0] }.min() ?? 0
        return script.dice.pick(fitting.filter { used[$0] == fewest })
    }

    private func place(_ features: Set<Feature>) -> Place {
        if !features.isDisjoint(with: [.splitPercent, .splitAmount]) {
            return script.dice.pick(Place.transferred)
        }
        if features.contains(.emergency), script.dice.chance(50) { return script.dice.pick(Place.managed) }
        return script.dice.pick(script.dice.chance(33) ? Place.transferred : Place.unowned)
    }
}
