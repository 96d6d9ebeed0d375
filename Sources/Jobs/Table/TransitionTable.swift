/// The one declared table of design §6. It decides which steps are legal, it draws docs/SPEC-job.md, and it
/// is the tests' table; nothing else says what may follow what.
package enum TransitionTable {
    private static let early: Set<Works> = [.registered, .accepted]
    private static let open: Set<Works> = [.registered, .accepted, .dispatched, .started, .finished, .passed]
    private static let taken: Set<Works> = [.accepted, .dispatched, .started, .finished, .passed]
    private static let unsigned: Set<Papers> = [.none, .surveyed]
    private static let upToSigned: Set<Papers> = [.none, .surveyed, .signed]
    private static let cleared: Set<Papers> = [.settled, .paid, .closed]
    /// Where work that passed once is or was: after a rework it is under way again, and the bank goes on
    /// meanwhile.
    private static let afterPass: Set<Works> = [.dispatched, .started, .finished, .passed, .closed]
    private static let unclosed: Set<Works> = [.dispatched, .started, .finished, .passed]
    /// An invoice stays where it was registered, also when the settlement that it was for was taken back.
    private static let invoiced: Set<Papers> = [.signed, .claimed, .reviewed, .settled, .paid, .closed]
    private static let any = Set(Papers.allCases)
    /// Everybody of the street: those who only read, and the server itself, add no note to a job.
    package static let everybody: [Role] = [
        .admin, .leader, .head, .committee, .officer, .finance, .cashier, .dispatcher, .grid, .crew, .inspector, .resident,
    ]
    private static let signers: [Role] = [.head, .leader, .committee]

    package static let declared: [Transition] = intake + works + papers + money + ends

    /// The rows that permit: those declared, unless a task narrows them. Nothing that replays a journal
    /// asks here.
    @TaskLocal package static var rows: [Transition] = declared

    /// `call` has no state to start from: it makes the job, registered and without papers.
    private static let intake: [Transition] = [
        Transition(.call, works: [], .registered, papers: [], Papers.none, by: [.resident, .grid, .dispatcher, .officer]),
        Transition(.accept, works: [.registered], .accepted, papers: any, by: [.grid, .dispatcher], [.notSuspended]),
        Transition(.regrade, works: open, papers: any, by: [.grid, .dispatcher], [.notSuspended]),
        Transition(.reject, works: early, .rejected, papers: upToSigned, by: [.dispatcher], [.notSuspended]),
        Transition(.transfer, works: early, .transferred, papers: upToSigned, by: [.dispatcher], [.notSuspended]),
        Transition(.merge, works: early, .merged, papers: upToSigned, by: [.dispatcher], [.notSuspended]),
    ]

    private static let works: [Transition] = [
        Transition(.visit, works: open, papers: any, by: [.grid, .officer]),
        Transition(
            .dispatch, works: [.accepted, .dispatched], .dispatched, papers: upToSigned, by: [.dispatcher],
            [.notSuspended, .signedOrAuthorized, .otherCrew]),
        Transition(.start, works: [.dispatched], .started, papers: any, by: [.crew, .dispatcher], [.notSuspended]),
        Transition(.finish, works: [.started], .finished, papers: any, by: [.crew, .dispatcher], [.notSuspended]),
        Transition(
            .inspect, .pass, works: [.finished], .passed, papers: any, by: [.inspector], [.notSuspended, .notCrew]),
        Transition(
            .inspect, .fail, works: [.finished], .started, papers: any, by: [.inspector], [.notSuspended, .notCrew]),
        Transition(
            .rework, works: [.passed], .dispatched, papers: any, by: [.dispatcher, .inspector], [.notSuspended]),
        Transition(.callback, works: [.passed], papers: any, by: [.grid, .dispatcher], [.notSuspended]),
        Transition(.rate, works: [.passed, .closed], papers: any, by: [.resident], [.unrated, .inRatingTime]),
        Transition(.publish, works: [.passed, .closed], papers: any, by: [.dispatcher, .officer], [.notCrew]),
    ]

    private static let papers: [Transition] = [
        Transition(.survey, works: taken, papers: unsigned, .surveyed, by: [.officer], [.notSuspended]),
        Transition(.authorize, works: taken, papers: unsigned, by: [.head], [.notSuspended, .urgent]),
        Transition(
            .sign, .form, works: taken, papers: [.surveyed], .signed, by: signers,
            [.notSuspended, .notReturned, .notSurveyor, .tier]),
        Transition(
            .sign, .slip, works: taken, papers: [.signed], by: signers,
            [.notSuspended, .notReturned, .notSlipAuthor, .tier]),
        Transition(
            .sendBack, .form, works: taken, papers: [.surveyed], by: signers,
            [.notSuspended, .notReturned, .notSurveyor, .tier]),
        Transition(
            .sendBack, .slip, works: taken, papers: [.signed], by: signers, [.notSuspended, .notSlipAuthor, .tier]),
        Transition(
            .sendBack, .claim, works: [.passed], papers: [.claimed], by: [.finance],
            [.notSuspended, .undisputed, .notReturned, .notClaimant]),
        Transition(.change, works: taken, papers: [.signed], by: [.officer], [.notSuspended]),
        Transition(
            .claim, works: [.passed], papers: [.signed, .claimed], .claimed, by: [.officer],
            [.notSuspended, .undisputed]),
        Transition(
            .review, works: [.passed], papers: [.claimed], .reviewed, by: [.finance],
            [.notSuspended, .undisputed, .notReturned, .notClaimant]),
        Transition(
            .dispute, works: [.passed], papers: [.claimed, .reviewed, .settled], by: [.crew, .finance, .officer],
            [.notSuspended, .undisputed]),
        Transition(
            .resolve, works: [.passed], papers: [.claimed, .reviewed], .claimed, by: [.head, .leader],
            [.notSuspended, .disputed]),
        Transition(
            .resolve, works: [.passed], papers: [.settled], by: [.head, .leader], [.notSuspended, .disputed]),
        Transition(
            .settle, works: [.passed], papers: [.reviewed], .settled, by: signers,
            [.notSuspended, .undisputed, .notClaimant, .notReviewer, .tier]),
    ]

    private static let money: [Transition] = [
        Transition(
            .invoice, works: [.passed, .closed], papers: [.reviewed, .settled, .paid, .closed], by: [.officer, .finance],
            [.notSuspended, .undisputed]),
        Transition(
            .voidInvoice, works: afterPass, papers: invoiced, by: [.finance], [.notSuspended]),
        Transition(
            .pay, .part, works: [.passed], papers: [.settled], by: [.cashier],
            [.notSuspended, .undisputed, .notReviewer, .notSettler, .notPayee]),
        Transition(
            .pay, .full, works: [.passed], papers: [.settled], .paid, by: [.cashier],
            [.notSuspended, .undisputed, .notReviewer, .notSettler, .notPayee]),
        Transition(
            .release, works: [.passed, .closed], papers: cleared, by: [.cashier],
            [.notSuspended, .notReviewer, .notSettler, .notPayee]),
        Transition(.withhold, works: [.passed, .closed], papers: cleared, by: [.head, .leader], [.notSuspended]),
        Transition(.recover, works: afterPass, papers: cleared, by: [.cashier], [.notSuspended]),
        Transition(
            .refund, .payment, works: unclosed, papers: [.settled, .paid], .settled, by: [.cashier], [.notSuspended]),
        Transition(
            .refund, .payment, works: [.closed], .passed, papers: [.closed], .settled, by: [.cashier], [.notSuspended]),
        Transition(
            .refund, .retention, works: afterPass, papers: cleared, by: [.cashier], [.notSuspended]),
        Transition(
            .reverse, works: [.passed, .closed], .passed, papers: [.settled, .paid, .closed], .signed, by: [.leader],
            [.notSuspended, .undisputed, .refunded]),
    ]

    private static let ends: [Transition] = [
        Transition(
            .close, .plain, works: [.passed], .closed, papers: [.settled, .paid], .closed, by: [.dispatcher],
            [.notSuspended, .undisputed, .nothingPayable, .calledBack, .solved]),
        Transition(
            .close, .word, works: [.passed], .closed, papers: [.settled, .paid], .closed, by: [.leader],
            [.notSuspended, .undisputed, .nothingPayable, .calledBack]),
        Transition(
            .cancel, works: [.registered, .accepted, .dispatched], .cancelled, papers: upToSigned,
            by: [.dispatcher, .head]),
        Transition(
            .cancel, works: [.started, .finished, .passed], .cancelled, papers: upToSigned, by: [.head]),
        Transition(.suspend, works: open, papers: any, by: [.head], [.notSuspended]),
        Transition(.resume, works: open, papers: any, by: [.head], [.suspended]),
        Transition(.note, works: Set(Works.allCases), papers: any, by: everybody),
    ]
}
