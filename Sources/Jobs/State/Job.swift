package import Kernel
package import Ledger

/// A job (工单) as its events have made it. Only ``apply(_:_:)`` and ``book(_:)`` change it.
package struct Job: Hashable, Sendable, Codable {
    package let number: Code
    @Boxed package private(set) var call: CallForm
    package let calledAt: Instant
    package let calledBy: Code

    package internal(set) var works = Works.registered
    package internal(set) var papers = Papers.none

    // Scope and deadlines, from the acceptance.
    package internal(set) var category: Code
    package internal(set) var tenure: Tenure?
    package internal(set) var estate: Code?
    package internal(set) var urgency: Urgency?
    package internal(set) var hazard: Code?
    @BoxedIfAny package internal(set) var due: Due?
    package internal(set) var acceptedAt: Instant?
    /// Where the job is, when that was corrected after the call.
    package internal(set) var address: Label?
    /// The estate's, or as given.
    package internal(set) var community: Label?
    /// The job of the same place and category whose warranty covered the call.
    package internal(set) var warrantyOf: Code?
    /// The later jobs whose calls came within the warranty of this one.
    package internal(set) var warrantyCalls: [Code]?
    /// The ended job whose outside number came again.
    package internal(set) var reopens: Code?
    /// The job that took this one's outside number over.
    package internal(set) var reopenedBy: Code?
    /// The jobs that were merged into this one.
    package internal(set) var absorbed: [Code]?

    // The work.
    package internal(set) var arrivedAt: Instant?
    @BoxedIfAny package internal(set) var dispatch: Dispatch?
    package internal(set) var crew: [Code] = []
    package internal(set) var startedAt: Instant?
    package internal(set) var finishedAt: Instant?
    package internal(set) var passedAt: Instant?
    package internal(set) var reworks = 0

    // The papers of the revision in force.
    package internal(set) var surveyors: [Code] = []
    @BoxedIfAny package internal(set) var survey: Survey?
    @BoxedIfAny package internal(set) var authorization: Authorization?
    package internal(set) var signedTotal: Fen?
    package internal(set) var signedAt: Instant?
    /// The paper that was sent back and not filed anew.
    @BoxedIfAny package internal(set) var returned: ReturnForm?
    package internal(set) var slips: [Slip] = []
    package internal(set) var revision = 1
    @BoxedIfAny package internal(set) var claim: Claim?
    @BoxedIfAny package internal(set) var review: Review?
    @BoxedIfAny package internal(set) var settlement: Settlement?
    package internal(set) var payments: [Payment] = []
    /// nil until the firm pays something back.
    package internal(set) var recoveries: [Recovery]?
    /// What was kept of the retention for defects, in all.
    package internal(set) var withheld: Fen?
    /// Whether the settlement to come replaces one that was taken back in a later year.
    package internal(set) var replacesEarlierYear: Bool?
    /// nil until the first is registered.
    package internal(set) var invoices: [RegisteredInvoice]?
    /// The number of the sheet that was taken back last.
    package internal(set) var reversedSettlement: Code?
    package internal(set) var holdings: [Holding] = []

    // Flags and the end.
    package internal(set) var disputed = false
    @BoxedIfAny package internal(set) var suspension: Suspension?
    package internal(set) var pauses: [Pause] = []
    package internal(set) var contacted = false
    package internal(set) var callbackAttempts = 0
    package internal(set) var solved: CallbackForm.Solved?
    package internal(set) var satisfied: Int?
    /// What the resident said without being asked; nil again when the work is taken up anew.
    @BoxedIfAny package internal(set) var rating: Rating?
    /// What is shown to the public, latest word.
    @BoxedIfAny package internal(set) var published: PublishForm?
    package internal(set) var settledAt: Instant?
    package internal(set) var closedAt: Instant?
    package internal(set) var mergedInto: Code?

    /// Latest step of each track, for the order of time.
    package internal(set) var lastWorks: Instant
    package internal(set) var lastPapers: Instant?
    /// The latest record that somebody who decides on the job must have seen (``JobEvent/moves``).
    package var moved: LatestMove?
    /// nil until there is something to keep.
    @BoxedIfAny var past: JobPast?

    package init(number: Code, call: CallForm, at: Instant, by: Code) {
        self.number = number
        _call = Boxed(wrappedValue: call)
        calledAt = at
        calledBy = by
        category = call.category
        estate = call.site.estate
        tenure = call.site.tenure
        community = call.site.community
        lastWorks = at
    }
}

extension Job {
    /// For how many days after the close its resident may rate the work.
    package static let ratingDays = 30

    /// What the job holds on an account, by appropriation, in the order in which it came to hold it;
    /// nothing that is zero.
    package func shares(of account: Account) -> [Share] {
        holdings.map { Share($0.appropriation, $0[account]) }.filter { $0.amount != .zero }
    }

    /// The sum of what the job holds on an account.
    package func held(_ account: Account) -> Fen { shares(of: account).total }

    /// What a job gives back when it ends before settlement.
    package var open: [Holding] {
        holdings.filter { $0.preEncumbered != .zero || $0.encumbered != .zero }
    }

    /// The signed total with all signed slips.
    package var currentTotal: Fen { signedTotal ?? .zero }

    /// The invoices of the review in force; those of an earlier claim or of another approved amount, and
    /// those taken out of force, count no longer.
    package var invoicesInForce: [RegisteredInvoice] {
        (invoices ?? []).filter { $0.revision == revision && $0.approved == review?.approved && $0.voided == nil }
    }

    /// What the invoices in force come to: at most what was approved.
    package var invoiced: Fen { invoicesInForce.reduce(.zero) { $0 + $1.invoice.total } }

    /// Invoices in force cover all that was approved.
    package var isInvoiced: Bool { review.map { !invoicesInForce.isEmpty && invoiced >= $0.approved } ?? false }

    /// The contractor that the current crew belongs to.
    package var contractor: Code? { dispatch?.form.contractor }

    /// What was approved and still stands: less what an audit took back.
    package var approvedInForce: Fen? { settlement.map { $0.approved - recovered } }

    /// What the firm paid back of the settlement in force.
    package var recovered: Fen { (recoveries ?? []).reduce(.zero) { $0 + $1.amount } }

    /// Where the job is now: as corrected, or as called.
    package var scope: JobScope {
        JobScope(
            category: category, tenure: tenure, estate: estate, urgency: urgency, hazard: hazard,
            address: address ?? call.site.address, community: community)
    }

    /// Books a line of this job into what it holds. Throws `money.range`.
    package mutating func book(_ line: Line) throws(Refusal) { try holdings.book(line) }

    /// Refuses lines that would make the job hold less than nothing: `funds.insufficient` (design §7,
    /// limits per job).
    package func check(_ lines: [Line]) throws(Refusal) {
        var after = holdings
        for line in lines { try after.book(line) }
        for holding in after {
            for account in Account.heldByJob where holding[account].isNegative {
                let held = shares(of: account).first { $0.appropriation == holding.appropriation }?.amount ?? .zero
                throw Refusal.insufficient(
                    available: held, asked: held - holding[account], appropriation: holding.appropriation)
            }
        }
    }
}

extension [Holding] {
    /// Throws `money.range`.
    fileprivate mutating func book(_ line: Line) throws(Refusal) {
        guard HeldStatus(line.account) != nil else { return }
        let index = firstIndex { $0.appropriation == line.appropriation } ?? count
        if index == count { append(Holding(line.appropriation)) }
        self[index][line.account] = try self[index][line.account].adding(line.effect)
    }
}
