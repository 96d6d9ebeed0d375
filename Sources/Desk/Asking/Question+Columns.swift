package import Jobs
import Journal
package import Kernel
import Reports
import Store

/// The two tracks of a job, each with a board of its own.
package enum BoardTrack: String, Sendable, CaseIterable {
    case works, papers

    /// The states of the track in their order, those on the way first.
    package var states: [(name: String, title: Phrase, isEnd: Bool)] {
        switch self {
        case .works: Works.allCases.map { ($0.rawValue, $0.title, $0.isEnd) }
        case .papers: Papers.allCases.map { ($0.rawValue, $0.title, $0 == .closed) }
        }
    }

    /// Where a job stands on it.
    package func state(of job: Job) -> String {
        switch self {
        case .works: job.works.rawValue
        case .papers: job.papers.rawValue
        }
    }

    /// The states that a filter lets through; all where it names none.
    fileprivate func chosen(_ filter: JobFilter) -> Set<String> {
        switch self {
        case .works: Set(filter.works.map(\.rawValue))
        case .papers: Set(filter.papers.map(\.rawValue))
        }
    }

    fileprivate func narrow(_ filter: inout JobFilter, to state: String) {
        switch self {
        case .works: filter.works = [state].compactMap(Works.init(rawValue:))
        case .papers: filter.papers = [state].compactMap(Papers.init(rawValue:))
        }
    }
}

/// The jobs at one state of a track: the first of them, and how many there are.
package struct BoardColumn: Sendable {
    package let state: String
    package let title: Phrase
    package let lines: [JobLine]
    package let count: Int

    package init(_ state: String, _ title: Phrase, _ lines: [JobLine], count: Int) {
        (self.state, self.title, self.lines, self.count) = (state, title, lines, count)
    }
}

extension Question where Answer == [BoardColumn] {
    /// The board of a track: of each state at most `limit` jobs, the one that is due first on top. Only those
    /// are read, and an end that no job is at is no column.
    package static func columns(_ track: BoardTrack, _ filter: JobFilter, limit: Int) -> Question {
        Question("job.list", [.jobs: .own]) { (asked) throws(Refusal) in
            let now = try asked.state().now(asked.clock), policy = try asked.state().policy(on: now.day)
            let chosen = track.chosen(filter)
            var columns: [BoardColumn] = []
            for state in track.states where chosen.isEmpty || chosen.contains(state.name) {
                var listing = JobListing(filter)
                track.narrow(&listing.filter, to: state.name)
                (listing.order, listing.descending, listing.limit) = (state.isEnd ? .updated : .due, state.isEnd, limit)
                let page = try JobLister(asked, listing, policy, at: now).page()
                if page.sums.count == 0, state.isEnd { continue }
                var lines: [JobLine] = []
                for job in page.jobs { lines.append(try asked.line(job, at: now, page.split)) }
                columns.append(BoardColumn(state.name, state.title, lines, count: page.sums.count))
            }
            return columns
        }
    }
}
