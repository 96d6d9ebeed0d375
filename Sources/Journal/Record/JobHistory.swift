package import Jobs
package import Kernel

extension Sequence<Record> {
    /// A job as it stood after a record, from the records that touched it, in order; nil before its call.
    /// Throws `money.range`, for records that no version of the rules can have written.
    package func job(_ number: Code, upTo seq: Int) throws(Refusal) -> Job? {
        var state = State()
        for record in self where record.seq <= seq { try state.apply(record, hash: "") }
        return state.jobs[number]
    }
}
