package import Jobs
package import Kernel

/// Which jobs a list shows.
package struct JobFilter: Sendable {
    package var works: [Works]
    package var papers: [Papers]
    package var categories: [String]
    package var open: Bool
    package var overdue: Bool
    package var from: Day?
    package var to: Day?

    package init(
        works: [Works], papers: [Papers], categories: [String], open: Bool, overdue: Bool,
        from: Day? = nil, to: Day? = nil
    ) {
        self.works = works
        self.papers = papers
        self.categories = categories
        self.open = open
        self.overdue = overdue
        self.from = from
        self.to = to
    }

    package func admits(_ clocks: JobClocks) -> Bool {
        let job = clocks.job
        let day = job.calledAt.day
        return (works.isEmpty || works.contains(job.works))
            && (papers.isEmpty || papers.contains(job.papers))
            && (categories.isEmpty || categories.contains(job.category.text))
            && (!open || clocks.isOpen)
            && (!overdue || clocks.isOverdue)
            && (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}
