package import Kernel

/// A job, or what a report over all jobs needs of one, as it is read from a stored job. What a view does not
/// have cannot be asked for.
package protocol JobView: Sendable {
    init(_ job: Job)

    /// What ``Job`` writes. Throws ``JSONScan/Foreign`` for any other text.
    init(scan: inout JSONScan) throws(JSONScan.Foreign)

    /// Whether details are passed over.
    static var isBrief: Bool { get }

    /// Takes back what was told by calls that came later.
    mutating func forget(_ calls: Set<Code>)
}

extension JobView {
    package static var isBrief: Bool { false }

    /// Throws `store.damaged` and what strict reading refuses.
    package init(body: [UInt8]) throws(Refusal) {
        do throws(JSONScan.Foreign) {
            self = try JSONScan.whole(body, brief: Self.isBrief) { (scan) throws(JSONScan.Foreign) in try Self(scan: &scan) }
        } catch {
            self.init(try Job(storedText: try String(storedBytes: body)))
        }
    }

    package mutating func forget(_ calls: Set<Code>) {}
}

extension String {
    fileprivate init(storedBytes bytes: [UInt8]) throws(Refusal) {
        guard let text = String(utf8Bytes: bytes[...]) else { throw Refusal(.storeDamaged, ["detail": "job: no UTF-8"]) }
        self = text
    }
}

extension Job: JobView {
    package init(_ job: Job) { self = job }

    package mutating func forget(_ calls: Set<Code>) {
        warrantyCalls = warrantyCalls?.filter { !calls.contains($0) }
        if warrantyCalls?.isEmpty == true { warrantyCalls = nil }
        if let again = reopenedBy, calls.contains(again) { reopenedBy = nil }
    }

    /// What calls told a job, which its own records do not say.
    package mutating func recall(_ other: Job) { (warrantyCalls, reopenedBy) = (other.warrantyCalls, other.reopenedBy) }
}

/// A job without its ``Detail``s: the lines of its papers, what was booked, its words. They are most of what
/// is stored of it, and few reports ask for them.
package struct BriefJob: JobView {
    package private(set) var job: Job

    package static var isBrief: Bool { true }

    package init(_ job: Job) { self.job = job }
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) { job = try Job(scan: &scan) }

    package mutating func forget(_ calls: Set<Code>) { job.forget(calls) }
}
