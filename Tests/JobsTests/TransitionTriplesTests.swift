import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Command × (works, papers) × role: whatever the table says, and nothing else.
struct TransitionTriplesTests {
    /// A verb, the outcome asked for, and a form that nothing but state, role and guard can refuse.
    struct Attempt: Sendable {
        let verb: Verb
        var outcome: Transition.Outcome?
        var form = ""
    }

    static let attempts: [Attempt] = [
        Attempt(verb: .accept, form: "urgency=urgent"),
        Attempt(verb: .regrade, form: "urgency=critical hazard=collapse"), Attempt(verb: .reject), Attempt(verb: .transfer),
        Attempt(verb: .merge, form: "into=2026-0002"), Attempt(verb: .visit),
        Attempt(verb: .survey, form: "total=900.00"), Attempt(verb: .authorize, form: "ceiling=3000.00"),
        Attempt(verb: .sign, outcome: .form), Attempt(verb: .sign, outcome: .slip, form: "slip:=1"),
        Attempt(verb: .dispatch, form: "contractor=c2"), Attempt(verb: .start), Attempt(verb: .finish),
        Attempt(verb: .inspect, outcome: .pass), Attempt(verb: .inspect, outcome: .fail, form: "pass:=false"),
        Attempt(verb: .rework), Attempt(verb: .sendBack, outcome: .form, form: "what=survey"),
        Attempt(verb: .sendBack, outcome: .slip, form: "what=slip slip:=1"),
        Attempt(verb: .sendBack, outcome: .claim, form: "what=claim"),
        Attempt(verb: .voidInvoice, form: "number=26320000000000000001"),
        Attempt(verb: .recover, form: "amount=1.00"), Attempt(verb: .withhold, form: "amount=1.00"),
        Attempt(verb: .change, form: "delta=-10.00"), Attempt(verb: .claim, form: "total=900.00"),
        Attempt(verb: .review, form: "approved=800.00"), Attempt(verb: .dispute), Attempt(verb: .resolve),
        Attempt(verb: .settle), Attempt(verb: .invoice, form: "total=1000.00"),
        Attempt(verb: .pay, outcome: .part, form: "amount=1.00"),
        Attempt(verb: .pay, outcome: .full), Attempt(verb: .release),
        Attempt(verb: .refund, outcome: .payment, form: "paymentNo=P1"),
        Attempt(verb: .refund, outcome: .retention, form: "paymentNo=R1"), Attempt(verb: .reverse),
        Attempt(verb: .callback), Attempt(verb: .rate), Attempt(verb: .publish), Attempt(verb: .close, outcome: .plain),
        Attempt(verb: .close, outcome: .word, form: "reason=居民外出"), Attempt(verb: .cancel),
        Attempt(verb: .suspend, form: "until=2026-12-31"), Attempt(verb: .resume), Attempt(verb: .note),
    ]

    @Test("every verb by every role", arguments: JobRecipe.all)
    func triples(recipe: JobRecipe) {
        var street = MemoryStreet.funded
        street.play(recipe.script)
        #expect(street.status(1) == "\(recipe.works)/\(recipe.papers)")
        for attempt in Self.attempts {
            for role in Role.allCases {
                var copy = street
                let answer = copy.line("\(role)3 \(attempt.verb.does) #1 \(attempt.form)")
                let found = answer.refusal?.code.rawValue ?? copy.status(1)
                let expected = expectation(attempt, role, recipe)
                #expect(found == expected, "\(role) \(attempt.verb) \(attempt.form)")
            }
        }
    }

    /// The code of the refusal, or the state that the job comes to.
    private func expectation(_ attempt: Attempt, _ role: Role, _ recipe: JobRecipe) -> String {
        let rows = TransitionTable.rows.filter { $0.verb == attempt.verb }
        guard rows.contains(where: { $0.roles.contains(role) }) else { return "role.required" }
        // A payment that was never made cannot say which of the two refunds it would be.
        let unknownPayment = attempt.verb == .refund && !recipe.paid
        let here = rows.filter {
            $0.starts(at: recipe.works, recipe.papers) && (unknownPayment || $0.outcome == attempt.outcome)
        }
        guard !here.isEmpty else { return recipe.works.isEnd ? "job.ended" : "job.state" }
        guard let row = here.first(where: { $0.roles.contains(role) }) else { return "role.required" }
        if let code = row.guards.lazy.compactMap({ refusal($0, recipe) }).first { return code }
        if unknownPayment { return "payment.unknown" }
        if attempt.verb == .voidInvoice { return "invoice.unknown" }
        if attempt.verb == .recover, !recipe.paid { return "recover.exceeds" }
        return "\(row.worksTo ?? recipe.works)/\(row.papersTo ?? recipe.papers)"
    }

    /// Which guards the recipe breaks; people, amounts and crews satisfy the others by construction.
    private func refusal(_ condition: Guard, _ recipe: JobRecipe) -> String? {
        switch condition {
        case .notSuspended: recipe.suspended ? "job.suspended" : nil
        case .suspended: recipe.suspended ? nil : "job.notSuspended"
        case .undisputed: recipe.disputed ? "job.disputed" : nil
        case .disputed: recipe.disputed ? nil : "job.notDisputed"
        case .signedOrAuthorized: recipe.ordinary && recipe.papers != .signed ? "dispatch.unsigned" : nil
        case .urgent: recipe.ordinary ? "authorize.ordinary" : nil
        case .refunded: recipe.paid ? "reverse.paid" : nil
        case .nothingPayable: recipe.papers == .settled ? "close.payable" : nil
        case .otherCrew, .tier, .notSurveyor, .notSlipAuthor, .notCrew, .notClaimant, .notReviewer, .notSettler,
             .notPayee, .notReturned, .solved, .unrated, .inRatingTime: nil
        case .calledBack: recipe.reworked ? "close.callback" : nil
        }
    }

    @Test("a call is taken by its roles", arguments: Role.allCases)
    func calls(role: Role) {
        var street = MemoryStreet.funded
        let answer = street.line("\(role)3 call")
        let may: [Role] = [.resident, .grid, .dispatcher, .officer]
        #expect(answer.refusal?.code == (may.contains(role) ? nil : .roleRequired))
        if may.contains(role) { #expect(street.status(1) == "registered/none") }
    }

    @Test("the recipes reach every pair that the table can reach")
    func reachable() {
        struct Pair: Hashable {
            let works: Works
            let papers: Papers
        }
        var reached: Set<Pair> = [Pair(works: .registered, papers: .none)]
        var edge = Array(reached)
        while let pair = edge.popLast() {
            for row in TransitionTable.rows where row.starts(at: pair.works, pair.papers) {
                let next = Pair(works: row.worksTo ?? pair.works, papers: row.papersTo ?? pair.papers)
                if reached.insert(next).inserted { edge.append(next) }
            }
        }
        #expect(Set(JobRecipe.all.map { Pair(works: $0.works, papers: $0.papers) }) == reached)
        #expect(Set(Self.attempts.map(\.verb)).union([.call]) == Set(Verb.allCases))
    }
}
