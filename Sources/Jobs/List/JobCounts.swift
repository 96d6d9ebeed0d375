/// How many jobs there are at each state of either track.
package struct JobCounts: Sendable, Equatable {
    package private(set) var all = 0
    private var works: [Works: Int] = [:]
    private var papers: [Papers: Int] = [:]

    package init() {}

    package mutating func add(_ works: Works, _ papers: Papers, _ count: Int) {
        all += count
        self.works[works, default: 0] += count
        self.papers[papers, default: 0] += count
    }

    package func at(_ works: Works) -> Int { self.works[works] ?? 0 }
    package func at(_ papers: Papers) -> Int { self.papers[papers] ?? 0 }
}
