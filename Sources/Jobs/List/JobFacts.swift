package import Kernel
import Ledger

/// What a job's columns hold: facts that hold until its next step, whatever the clock says. Late and near are
/// comparisons of them with the moment of asking (``JobFilter``).
package struct JobFacts: Sendable {
    private let job: Job
    private let clocks: JobClocks
    private let deadlines: OpenDeadlines

    /// Where there is no deadline: after all of them.
    package static let noDeadline = Int64.max

    package init(_ job: Job) {
        self.job = job
        // At the end of time: what is open then is open now.
        clocks = JobClocks(job, asOf: Instant(milliseconds: .max))
        deadlines = OpenDeadlines(clocks)
    }

    package subscript(column: JobColumn) -> JobValue {
        switch column {
        case .number: .text(job.number.text)
        case .works: .text(job.works.rawValue)
        case .papers: .text(job.papers.rawValue)
        case .category: .text(job.category.text)
        case .urgency: .of(job.urgency?.rawValue)
        case .tenure: .of(job.tenure?.rawValue)
        case .community: .of(job.community?.text)
        case .estate: .of(job.estate?.text)
        case .contractor: .of(job.contractor?.text)
        case .calledAt: .number(job.calledAt.milliseconds)
        case .open: .number(clocks.isOpen ? 1 : 0)
        case .dueArrive: .of(deadlines.arrive?.due.milliseconds)
        case .dueFinish: .of(deadlines.finish?.due.milliseconds)
        case .duePaper: .of(deadlines.paper?.due.milliseconds)
        case .due: .number(deadlines.all.map(\.due.milliseconds).min() ?? Self.noDeadline)
        case .soon: .number(deadlines.all.map(\.near.milliseconds).min() ?? Self.noDeadline)
        case .address: .text(job.scope.address.text.comparedAddress)
        case .words: .text(words)
        case .flags: .tokens(job.marks(at: clocks.asOf).map(\.kind).filter(\.isFact).map(\.rawValue))
        case .people: .tokens(job.people.map(\.text))
        case .funds: .tokens(job.holdings.map(\.appropriation.text))
        case .phone: .of(job.call.caller?.phone?.text)
        case .estimate: .of(estimate?.value)
        case .approved: .of(approved?.value)
        case .paid: .of(paid?.value)
        case .amount: .number((approved ?? estimate ?? .zero).value)
        case .updated: .number(max(job.lastWorks, job.lastPapers ?? job.lastWorks).milliseconds)
        case .place: .number(job.number.place)
        }
    }

    /// What is signed; nothing any more for a job that left.
    package var estimate: Fen? { clocks.left ? nil : job.signedTotal }

    package var approved: Fen? { job.settlement?.approved }

    /// nil while nothing was paid.
    package var paid: Fen? {
        let paid = job.held(.paid)
        return paid == .zero ? nil : paid
    }

    private var words: String {
        let texts = [job.number.text, job.call.ref?.text, job.scope.address.text, job.community?.text]
        return (texts.compactMap { $0 } + [job.call.description.text]).joined(separator: " ").searched
    }
}

/// The deadlines that somebody still has to meet.
private struct OpenDeadlines {
    struct Open {
        let due: Instant
        let near: Instant
    }

    let arrive: Open?
    let finish: Open?
    let paper: Open?

    var all: [Open] { [arrive, finish, paper].compactMap { $0 } }

    init(_ clocks: JobClocks) {
        arrive = clocks.isUnfinished ? Self.open(clocks.arrival, from: clocks.start) : nil
        finish = clocks.isUnfinished ? Self.open(clocks.finish, from: clocks.start) : nil
        paper = clocks.isOpen ? Self.open(clocks.form, from: clocks.formStart) : nil
    }

    /// While a job is suspended its time stands still, so that a deadline not missed by then is none.
    private static func open(_ deadline: Deadline?, from start: Instant) -> Open? {
        guard let deadline, deadline.done == nil, !(deadline.stopped && deadline.standing == .running) else { return nil }
        return Open(due: deadline.due, near: deadline.near(from: start))
    }
}

extension Job {
    /// The users who had a part in the job: who took the call, surveyed, filed the survey, worked on it.
    fileprivate var people: [Code] {
        ([calledBy, survey?.by].compactMap { $0 } + surveyors + crew).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}

extension JobMark.Kind {
    /// It is there whatever the moment and the other jobs are.
    package var isFact: Bool {
        switch self {
        case .overdue, .missingForm, .split: false
        case .finishedLate, .disputed, .suspended, .unsolved, .reworked, .lateForm, .overdueForm, .returned, .revised,
             .aboveAgreed, .aboveRate, .uninvoiced, .releasedEarly, .withinWarranty, .reopened: true
        }
    }
}

extension Code {
    /// ``inOrder`` as one number.
    fileprivate var place: Int64 {
        let (year, count, _) = inOrder
        return (Int64(year) ?? 0) << 32 | Int64(UInt32(clamping: count))
    }
}

extension JobValue {
    static func of(_ text: String?) -> JobValue { text.map { .text($0) } ?? .none }
    static func of(_ number: Int64?) -> JobValue { number.map { .number($0) } ?? .none }

    /// Between blanks, so that each can be looked for whole; none when there are none.
    static func tokens(_ words: [String]) -> JobValue {
        words.isEmpty ? .none : .text(" " + words.joined(separator: " ") + " ")
    }
}
