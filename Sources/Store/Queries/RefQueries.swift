package import Jobs
package import Kernel
import SQL

/// What an outside number stands for already.
package enum KnownRef: Sendable {
    /// A job that goes on.
    case open(Code)
    /// A job that has ended.
    case ended(Job)

    package var job: Code {
        switch self {
        case .open(let number): number
        case .ended(let job): job.number
        }
    }
}

extension Queries {
    /// Which of these outside numbers are jobs already. Throws `store.damaged`.
    package func known(_ refs: [Code], of org: Code) throws(Refusal) -> [Code: KnownRef] {
        var known: [Code: KnownRef] = [:]
        for ref in refs { known[ref] = try self.known(ref, org) }
        return known
    }

    private func known(_ ref: Code, _ org: Code) throws(Refusal) -> KnownRef? {
        let row = try connection.first(
            """
            SELECT j.number, j.works, j.body FROM taken AS t JOIN job AS j ON j.org = t.org AND j.number = t.owner
            WHERE t.org = $1 AND t.kind = 'ref' AND t.value = $2
            """, [SQLValue(org.text), SQLValue(ref.text)])
        guard let row else { return nil }
        guard let works = Works(rawValue: try row.text(1)) else {
            throw Refusal(.storeDamaged, ["detail": "job.works"])
        }
        if !works.isEnd { return .open(try Code(try row.text(0))) }
        return .ended(try row.body(2) as Job)
    }
}
