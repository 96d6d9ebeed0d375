package import Kernel

/// What the clocks of a job look at (``JobClocks``): a twentieth of it. Reports over all the jobs of a street
/// read it straight from the stored job and pass over the rest, which is most of it: papers and their lines.
package struct JobTimes: Sendable, Equatable {
    package let number: Code
    package private(set) var calledAt: Instant
    package private(set) var category: Code
    package private(set) var works = Works.registered
    package private(set) var outside: OutsideFacts?
    package private(set) var due: Due?
    package private(set) var arrivedAt: Instant?
    package private(set) var finishedAt: Instant?
    package private(set) var settledAt: Instant?
    package private(set) var reworks = 0
    package private(set) var authorization: Authorization?
    package private(set) var survey: Filed?
    package private(set) var disputed = false
    package private(set) var suspension: Suspension?
    package private(set) var pauses: [Pause] = []

    /// When a survey form was filed, and how late.
    package struct Filed: Sendable, Equatable {
        package let mark: Survey.Mark
        package let at: Instant
    }
}

extension JobTimes: JobView {
    package init(_ job: Job) {
        (number, calledAt, category, works) = (job.number, job.calledAt, job.category, job.works)
        (outside, due, reworks) = (job.call.outside, job.due, job.reworks)
        (arrivedAt, finishedAt, settledAt) = (job.arrivedAt, job.finishedAt, job.settledAt)
        (authorization, disputed) = (job.authorization, job.disputed)
        survey = job.survey.map { Filed(mark: $0.mark, at: $0.at) }
        (suspension, pauses) = (job.suspension, job.pauses)
    }

    /// A job as it is stored begins with its number, and its category comes after its call.
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        (calledAt, category) = (Instant(milliseconds: 0), number)
        var named = 0
        while let name = try scan.member() {
            if scan.spells(name, "calledAt") || scan.spells(name, "category") || scan.spells(name, "works") { named += 1 }
            try take(name, &scan)
        }
        if named < 3 { throw JSONScan.Foreign() }
    }

    private mutating func take(_ name: Range<Int>, _ scan: inout JSONScan) throws(JSONScan.Foreign) {
        switch true {
        case scan.spells(name, "call"): outside = try scan.part("outside")
        case scan.spells(name, "calledAt"): calledAt = try Instant(scan: &scan)
        case scan.spells(name, "works"): works = try Works(scan: &scan)
        case scan.spells(name, "category"): category = try Code(scan: &scan)
        case scan.spells(name, "due"): due = try Due(scan: &scan)
        case scan.spells(name, "arrivedAt"): arrivedAt = try Instant(scan: &scan)
        case scan.spells(name, "finishedAt"): finishedAt = try Instant(scan: &scan)
        case scan.spells(name, "reworks"): reworks = try Int(scan: &scan)
        case scan.spells(name, "survey"): survey = try Filed(scan: &scan)
        case scan.spells(name, "authorization"): authorization = try Authorization(scan: &scan)
        case scan.spells(name, "disputed"): disputed = try Bool(scan: &scan)
        case scan.spells(name, "suspension"): suspension = try Suspension(scan: &scan)
        case scan.spells(name, "pauses"): pauses = try scan.list()
        case scan.spells(name, "settledAt"): settledAt = try Instant(scan: &scan)
        case _: try scan.skip()
        }
    }
}

extension JobTimes.Filed {
    fileprivate init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        var (mark, at): (Survey.Mark?, Instant?) = (nil, nil)
        try scan.open()
        while let name = try scan.member() {
            if scan.spells(name, "mark") {
                mark = try Survey.Mark(scan: &scan)
            } else if scan.spells(name, "at") {
                at = try Instant(scan: &scan)
            } else {
                try scan.skip()
            }
        }
        guard let mark, let at else { throw JSONScan.Foreign() }
        (self.mark, self.at) = (mark, at)
    }
}
