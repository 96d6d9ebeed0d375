import Jobs
import Kernel
import Ledger

/// Forms, signatures and photos.
extension ExceptionChecks {
    func missingForm(_ trail: JobTrail) -> Suspicion? {
        let form = JobClocks(trail.job, asOf: snapshot.asOf).form
        guard let form, form.standing == .overdue, let allowed = trail.job.authorization else { return nil }
        return Suspicion([trail.job.number], on: form.due.day, allowed.ceiling, isOpen: true)
    }

    func overdueForm(_ trail: JobTrail) -> Suspicion? {
        guard let survey = trail.job.survey, survey.mark == .overdue else { return nil }
        return Suspicion([trail.job.number], on: survey.at.day, survey.total)
    }

    /// Settlements that stand; the amount is what lies above.
    func aboveSigned(_ trail: JobTrail) -> [Suspicion] {
        revisions(trail) { $0.reversedAt == nil && $0.aboveSigned.isPositive ? $0.aboveSigned : nil }
    }

    /// Of every revision, also one that was taken back.
    func aboveClaim(_ trail: JobTrail) -> [Suspicion] { revisions(trail) { $0.cut.isNegative ? -$0.cut : nil } }

    private func revisions(_ trail: JobTrail, _ amount: (JobTrail.Revision) -> Fen?) -> [Suspicion] {
        trail.revisions.compactMap { revision in
            amount(revision).map {
                Suspicion([trail.job.number], revision.document?.number.text, on: revision.settledAt.day, $0)
            }
        }
    }

    func slipsBehindWork(_ trail: JobTrail) -> [Suspicion] {
        trail.slips.filter(\.isBehindWork).compactMap { story in
            story.signedAt.map {
                Suspicion([trail.job.number], "#\(story.slip.number)", on: $0.day, story.slip.change.fen)
            }
        }
    }

    /// With neither signature nor authorisation by the first dispatch.
    func dispatchedUnsigned(_ trail: JobTrail) -> Suspicion? {
        guard let dispatched = trail.job.firstDispatchedAt else { return nil }
        let allowed = [trail.signed?.at, trail.job.firstAuthorizedAt].compactMap(\.self).min()
        if let allowed, allowed <= dispatched { return nil }
        return Suspicion([trail.job.number], on: dispatched.day, trail.amount)
    }

    func signedAtOnce(_ trail: JobTrail) -> Suspicion? {
        guard let surveyed = trail.job.firstSurveyed, let signed = trail.signed,
              signed.at - surveyed.at < 10 * Instant.minute else { return nil }
        return Suspicion([trail.job.number], on: signed.at.day, signed.total)
    }

    /// Passed without a photo of before (visit, survey form, start) or of after (finish, inspection).
    func photosMissing(_ trail: JobTrail) -> Suspicion? {
        guard let passed = trail.job.passedAt, trail.job.photosBefore == 0 || trail.job.photosAfter == 0 else { return nil }
        return Suspicion([trail.job.number], on: passed.day, trail.amount)
    }

    /// Claims in force; the amount is what the lines come to above the agreed prices.
    func aboveAgreedPrices(_ trail: JobTrail) -> Suspicion? {
        guard let claim = trail.job.claim, let claimed = trail.job.claimedAt else { return nil }
        let flags = (claim.above ?? []).filter { $0.agreement != nil }
        let above = flags.compactMap { flag in
            let line = claim.lines[flag.line - 1]
            return try? line.quantity.times(line.unitPrice - flag.agreed)
        }
        return flags.isEmpty ? nil : Suspicion([trail.job.number], on: claimed.day, above.sum)
    }
}
