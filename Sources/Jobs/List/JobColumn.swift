/// What lists of jobs filter, sort and sum by, kept as columns beside each job (web.md C6). A new column is a
/// case here, its value (``JobFacts``), and a step of the schema.
package enum JobColumn: String, Sendable, CaseIterable {
    case number, works, papers, category, urgency, tenure, community, estate, contractor
    case calledAt = "called_at"
    /// 1 while somebody has to act on the job.
    case open
    /// The deadlines that still run or ran out, each none once it was met.
    case dueArrive = "due_arrive"
    case dueFinish = "due_finish"
    case duePaper = "due_paper"
    /// The earliest of them, and the moment from which one of them is near; without any,
    /// ``JobFacts/noDeadline``.
    case due, soon
    /// The address as it is compared: half-width, lower case, without blanks.
    case address
    /// What a search looks through, folded alike but with its blanks.
    case words
    /// Marks that no clock moves, users who had a part, appropriations, each between blanks.
    case flags, people, funds
    /// The caller's phone as its keyed digest.
    case phone
    /// Signed, approved and paid in fen; none where nothing was.
    case estimate, approved, paid
    /// What a list of amounts sorts by: what was approved, else signed, else 0.
    case amount
    /// Of the latest step.
    case updated
    /// The order of the numbers, also past 9999 in a year.
    case place
}

/// A value of a column: amounts in fen, moments in milliseconds.
package enum JobValue: Equatable, Sendable {
    case none
    case text(String)
    case number(Int64)
}
