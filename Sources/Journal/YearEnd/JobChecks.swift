import Jobs
import Kernel
import Ledger

/// The checks that jobs answer, each as it stood when the year ended.
struct JobChecks {
    /// In the order of their numbers.
    let jobs: [Job]
    let policy: Policy
    let moment: Instant

    var findings: [YearFinding] {
        [
            YearFinding(.unsettled, unsettled), YearFinding(.papers, papers), YearFinding(.forms, forms),
            YearFinding(.overduePayables, overdue(.payable) { $0.payment(policy, asOf: moment) }),
            YearFinding(.stopped, stopped), YearFinding(.overdueRetention, overdue(.retention) { $0.retention(asOf: moment) }),
            YearFinding(.uninvoiced, uninvoiced),
        ]
    }

    /// W3: signed, less what has been settled.
    private var unsettled: Tally {
        jobs.reduce(into: Tally()) { tally, job in
            guard job.passedAt != nil, !JobClocks(job, asOf: moment).left, job.settlement == nil else { return }
            tally.add(job.number.text, job.currentTotal)
        }
    }

    /// W4: every paper that somebody has to sign, review or settle.
    private var papers: Tally {
        jobs.filter { !$0.works.isEnd || $0.papers == .claimed || $0.papers == .reviewed }
            .reduce(into: Tally()) { tally, job in
                for slip in job.slips where slip.isWaiting { tally.add(job.number.text, slip.change.fen.size) }
                if job.papers == .claimed, let claim = job.claim { tally.add(job.number.text, claim.total) }
                if job.papers == .reviewed, let review = job.review { tally.add(job.number.text, review.approved) }
            }
    }

    /// W5: with the ceiling that was authorised.
    private var forms: Tally {
        jobs.reduce(into: Tally()) { tally, job in
            guard JobClocks(job, asOf: moment).form?.standing == .overdue else { return }
            tally.add(job.number.text, job.authorization?.ceiling ?? .zero)
        }
    }

    /// W6 and W8.
    private func overdue(_ account: Account, _ due: (Job) -> MoneyDue?) -> Tally {
        jobs.reduce(into: Tally()) { tally, job in
            guard due(job)?.isOverdue == true else { return }
            tally.add(job.number.text, job.held(account))
        }
    }

    /// W7: with what the job holds.
    private var stopped: Tally {
        jobs.filter { $0.disputed || $0.suspension != nil }.reduce(into: Tally()) { tally, job in
            tally.add(job.number.text, Account.heldByJob.reduce(.zero) { $0 + job.held($1) })
        }
    }

    /// W11: what was approved and no invoice in force names.
    private var uninvoiced: Tally {
        jobs.reduce(into: Tally()) { tally, job in
            guard let approved = job.approvedInForce, approved.isPositive, job.invoicesInForce.isEmpty else { return }
            tally.add(job.number.text, approved)
        }
    }

    /// How many stand where.
    var counts: [YearClose.JobCount] {
        Works.allCases.flatMap { works in
            Papers.allCases.compactMap { papers in
                let count = jobs.count { $0.works == works && $0.papers == papers }
                return count == 0 ? nil : YearClose.JobCount(works: works, papers: papers, count: count)
            }
        }
    }
}
