import Desk
import Jobs
import Journal
import Kernel
import Press

/// The ways to look at the same jobs: as a list, as a board, on a plan, as a file. All of them take the
/// list's query.
enum JobShapes {
    static func links(_ visit: Visit, _ visitor: Visitor) -> HTML {
        var query = visit.query
        for name in ["after", "zoom", "at"] { query.set(name, nil) }
        let tail = query.query.isEmpty ? "" : "?" + query.query
        let shapes = [
            ("/jobs", visit.say("列表", "List")), ("/jobs/board", visit.say("看板", "Board")),
            ("/jobs/plan", visit.say("平面图", "Plan")),
        ].map { path, title -> HTML in
            let isHere = visit.path == visit.at(path)
            return "<a href=\"\(visit.at(path) + tail)\"\("aria-current", isHere ? "true" : nil)>\(title)</a>"
        }
        let files = visitor.rights[.exports] < .part ? [] : JobsFile.formats.map { format -> HTML in
            "<a href=\"\(visit.at("/jobs." + format.rawValue) + tail)\">\(format.rawValue.uppercased())</a>"
        }
        return "<nav class=\"views\" aria-label=\"\(visit.say("看法", "Ways to look"))\">\(shapes)\(files)</nav>"
    }
}

extension ListFilter {
    /// What the columns of the jobs are asked; a queue is none of it, since it looks at what its reader may
    /// do.
    var onColumns: JobFilter {
        var filter = JobFilter()
        filter.works = works.compactMap(Works.init(rawValue:))
        filter.papers = papers.compactMap(Papers.init(rawValue:))
        filter.categories = [category].compactMap { $0 }
        place(in: &filter)
        filter.text = words.isEmpty ? nil : words.joined(separator: " ")
        filter.open = queue == nil && !isAll && !isNarrow && words.isEmpty
        switch clock.flatMap(ClockChip.Tone.init(rawValue:)) {
        case .late: filter.clocks = [.late]
        case .soon: filter.clocks = [.soon]
        case .run: filter.clocks = [.ok]
        case .halt: filter.flags = [.disputed, .suspended]
        case .kept, .wait, nil: break
        }
        return filter
    }

    /// The order of the list, for the database.
    var listing: JobListing {
        var listing = JobListing(onColumns)
        listing.descending = sort.hasPrefix("-")
        listing.order = JobListing.Order(rawValue: listing.descending ? String(sort.dropFirst()) : sort) ?? .due
        return listing
    }
}
