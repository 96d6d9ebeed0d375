package import Kernel

/// A job, or what a report over all jobs needs of one, as it is read from a stored job. What a view does not
/// have cannot be asked for.
package protocol JobView: Sendable {
    init(_ job: Job)

    /// Throws `store.damaged` and what strict reading refuses.
    init(body: String) throws(Refusal)

    /// Takes back what was told by calls that came later.
    mutating func forget(_ calls: Set<Code>)
}

extension JobView {
    package mutating func forget(_ calls: Set<Code>) {}
}

extension Job: JobView {
    package init(_ job: Job) { self = job }

    package init(body: String) throws(Refusal) { try self.init(storedText: body) }

    package mutating func forget(_ calls: Set<Code>) {
        warrantyCalls = warrantyCalls?.filter { !calls.contains($0) }
        if warrantyCalls?.isEmpty == true { warrantyCalls = nil }
        if let again = reopenedBy, calls.contains(again) { reopenedBy = nil }
    }

    /// What calls told a job, which its own records do not say.
    package mutating func recall(_ other: Job) { (warrantyCalls, reopenedBy) = (other.warrantyCalls, other.reopenedBy) }
}
