package import Jobs
import Kernel
import Ledger

/// What the steps of a job tell beyond what it is now: every settled revision, every slip.
package final class JobTrail {
    /// A revision that was settled, with the papers that led to it.
    struct Revision {
        let claim: Claim
        let claimedAt: Instant
        let review: Review
        let reviewedAt: Instant
        let settledAt: Instant
        let settledBy: Code
        let approved: Fen
        let retention: Fen
        let document: SettlementDocument?
        /// The first signed total, and what signed slips had added to it by then.
        let signed: Fen
        let slips: Fen
        /// When it was taken back.
        fileprivate(set) var reversedAt: Instant?

        /// What the review took off the claim (核减).
        var cut: Fen { claim.total - approved }
        /// What was approved above the first signed total (超签认).
        var aboveSigned: Fen { max(.zero, approved - signed) }
    }

    /// A slip with what became of it.
    struct SlipStory {
        fileprivate(set) var slip: Slip
        let filedAt: Instant
        /// nil while it is not signed.
        fileprivate(set) var signedAt: Instant?
        fileprivate(set) var signedBy: Code?
        /// The signed total with it.
        fileprivate(set) var after: Fen?
        /// The work had been reported finished when it was signed (完工后签证).
        fileprivate(set) var isBehindWork = false

        var before: Fen? { after.map { $0 - slip.change.fen } }
    }

    package let job: Job
    /// What was recorded later and booked by then.
    let later: [StepBook.Step]
    private let read: () -> [StepBook.Step]
    /// Until the moment of asking, in the order of their records: they are read where they are asked for, and
    /// of most jobs nobody asks, since the job says enough.
    private(set) lazy var steps = read()
    /// Those that stand and those that were taken back, in their order.
    private(set) lazy var revisions = job.isStraight ? [Revision](standing: job) : papers.revisions
    private(set) lazy var slips = job.isStraight ? [] : papers.slips
    private lazy var papers = PaperTrail(steps, of: job)

    /// `steps` is asked once at most.
    package init(_ job: Job, later: [StepBook.Step] = [], steps: @escaping () -> [StepBook.Step]) {
        (self.job, self.later, read) = (job, later, steps)
    }

    package convenience init(_ job: Job, _ book: StepBook) {
        self.init(job, later: book.bookedLater[job.number] ?? []) { book.steps(of: job.number) }
    }

    /// The first signature: its total, when and by whom.
    var signed: (total: Fen, at: Instant, by: Code)? { job.firstSigned }
}

extension [JobTrail.Revision] {
    /// The settlement that stands, of a job where nothing was taken back, made anew or changed by a slip.
    fileprivate init(standing job: Job) {
        guard let settlement = job.settlement, let claim = job.claim, let review = job.review,
              let claimedAt = job.claimedAt, let reviewedAt = job.reviewedAt else { self = []; return }
        self = [JobTrail.Revision(
            claim: claim, claimedAt: claimedAt, review: review, reviewedAt: reviewedAt, settledAt: settlement.at,
            settledBy: settlement.by, approved: settlement.approved, retention: settlement.retention,
            document: settlement.document, signed: job.firstSigned?.total ?? .zero, slips: .zero)]
    }
}

/// Slips and settled revisions as the steps of a job tell them.
private struct PaperTrail {
    private(set) var revisions: [JobTrail.Revision] = []
    private(set) var slips: [JobTrail.SlipStory] = []
    private let signed: Fen
    private var isFinished = false
    private var claim: (Claim, at: Instant)?
    private var review: (Review, at: Instant)?

    init(_ steps: [StepBook.Step], of job: Job) {
        signed = job.firstSigned?.total ?? .zero
        for step in steps {
            takeWorks(step)
            takePapers(step)
            takeMoney(step)
        }
    }

    private mutating func takeWorks(_ step: StepBook.Step) {
        if case .finished = step.event { isFinished = true }
        if case .reworked = step.event { isFinished = false }
        if case .inspected(let form) = step.event, !form.pass { isFinished = false }
    }

    private mutating func takePapers(_ step: StepBook.Step) {
        if case .changed(let number, let form, let change, let above) = step.event {
            let slip = Slip(number: number, reason: form.reason, lines: form.lines, change: change, by: step.by, above: above)
            slips.append(JobTrail.SlipStory(slip: slip, filedAt: step.at))
        }
        if case .slipSigned(let number, _, let total, _) = step.event {
            for index in slips.indices where slips[index].slip.number == number {
                (slips[index].signedAt, slips[index].signedBy, slips[index].after) = (step.at, step.by, total)
                slips[index].isBehindWork = isFinished
            }
        }
        if case .returned(let form) = step.event, form.what == .slip {
            for index in slips.indices where slips[index].slip.number == form.slip { slips[index].returned(form.reason) }
        }
    }

    private mutating func takeMoney(_ step: StepBook.Step) {
        if case .claimed(_, let form, let amounts, let tax, let total, let above) = step.event {
            claim = (Claim(
                lines: form.lines, amounts: amounts, taxRate: form.taxRate, tax: tax, total: total, invoice: form.invoice,
                by: step.by, above: above), step.at)
            review = nil
        }
        if case .reviewed(let form, let tax, let approved) = step.event {
            review = (Review(lines: form.lines, tax: tax, approved: approved, by: step.by), step.at)
        }
        if case .settled(let approved, let retention, _, _, _, let document, _) = step.event {
            settle(step, approved, retention, document)
        }
        if case .reversed = step.event, !revisions.isEmpty {
            revisions[revisions.count - 1].reversedAt = step.at
            (claim, review) = (nil, nil)
        }
    }

    private mutating func settle(_ step: StepBook.Step, _ approved: Fen, _ retention: Fen, _ document: SettlementDocument?) {
        guard let (claim, claimedAt) = claim, let (review, reviewedAt) = review else { return }
        let added = slips.filter { $0.signedAt != nil }.reduce(Fen.zero) { $0 + $1.slip.change.fen }
        revisions.append(JobTrail.Revision(
            claim: claim, claimedAt: claimedAt, review: review, reviewedAt: reviewedAt, settledAt: step.at,
            settledBy: step.by, approved: approved, retention: retention, document: document, signed: signed, slips: added))
    }
}

extension JobTrail.SlipStory {
    fileprivate mutating func returned(_ reason: Prose) { slip.returned = reason }
}

extension JobTrail {
    /// A payment or release that stands.
    struct Transfer {
        let number: Label
        let kind: Payment.Kind
        let day: Day
        let amount: Fen
    }

    /// By the day of the books, in the order of their records.
    var transfers: [Transfer] {
        job.payments.filter { !$0.refunded }.map {
            Transfer(number: $0.paymentNo, kind: $0.kind, day: $0.day, amount: $0.amount)
        } + laterTransfers
    }

    /// What is still to be paid and to be released, by the day of the books.
    var payable: Fen { job.held(.payable) - laterTransfers.filter { $0.kind == .payment }.map(\.amount).sum }
    var retention: Fen { job.held(.retention) - laterTransfers.filter { $0.kind == .retention }.map(\.amount).sum }

    /// Payments and releases, by the day of the books.
    var paid: Fen { job.held(.paid) + laterTransfers.map(\.amount).sum }

    private var laterTransfers: [Transfer] {
        later.compactMap { step in
            if case .paid(let number, let day, let amount, _) = step.event {
                return Transfer(number: number, kind: .payment, day: day, amount: amount)
            }
            if case .released(let number, let day, let amount, _, _) = step.event {
                return Transfer(number: number, kind: .retention, day: day, amount: amount)
            }
            return nil
        }
    }

    /// The firm that a revision is paid to: the payee of its sheet.
    func payee(_ revision: Revision) -> Code? { revision.document?.payee.code ?? job.contractor }

    /// The words of the job's latest note that has one of these words in it: 拆分说明, 疑点说明.
    func note(with word: String) -> String? {
        guard job.isNoted else { return nil }
        return steps.last { step in
            if case .noted(let form) = step.event { form.text.text.contains(word) } else { false }
        }.flatMap { step in
            if case .noted(let form) = step.event { form.text.text } else { nil }
        }
    }
}
