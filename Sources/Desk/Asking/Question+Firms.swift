package import Documents
import Jobs
import Journal
package import Kernel
import Reports
import Store

extension Question where Answer == Document {
    /// One contractor as far as the reader may see it: a crew finds its own firm alone, with its account.
    /// Throws `contractor.unknown`.
    package static func contractor(_ code: Code) -> Question {
        Question("contractor.show", [:]) { (asked) throws(Refusal) in
            let rights = asked.rights, isOwn = rights.firm == code
            let known = try asked.registers().contractors.first { $0.code == code }
            guard let firm = known, rights[.jobs] != .own || isOwn else {
                throw Refusal(.contractorUnknown, ["contractor": code.text])
            }
            let extent = { (data: DataClass) in rights[data] == .own && isOwn ? Extent.all : rights[data] }
            let sight = ContractorDocument.Sight(
                account: extent(.accounts), jobs: extent(.jobs) == .all, amounts: extent(.amounts) == .all)
            let state = try asked.state(), now = try state.now(asked.clock)
            var figures = ContractorDocument.Figures(), latest: [Job] = []
            if sight.jobs {
                var listing = JobListing()
                (listing.order, listing.descending) = (.called, true)
                let query = JobQuery(asked.connection, org: asked.org, [.oneOf(.contractor, [code.text])])
                try query.each(listing, limit: nil) { job in
                    figures.add(job, at: now)
                    if latest.count < 50, rights.sees(job, on: now.day) { latest.append(job) }
                }
            }
            let prices = sight.amounts ? [try asked.queries.agreements(asked.org, of: code)] : []
            return try ContractorDocument.make(firm, prices.flatMap { $0 }, figures, latest: latest, sight, state)
        }
    }

    /// One appropriation with the jobs that hold money of it. Throws `appropriation.unknown`.
    package static func fund(_ code: Code) -> Question {
        Question("fund.show", [.funds: .all, .jobs: .all]) { (asked) throws(Refusal) in
            let state = try asked.state(), day = try state.now(asked.clock).day
            var jobs: [Job] = []
            try JobQuery(asked.connection, org: asked.org, [.names(.funds, code.text)])
                .each(JobListing(), limit: nil) { jobs.append($0) }
            return try FundDocument.make(code, jobs, state, on: day)
        }
    }
}
