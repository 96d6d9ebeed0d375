import Desk
import Jobs
import Kernel
import Ledger

/// A work queue: which jobs wait for one thing. The count on the desk and the list behind it are this one
/// predicate.
struct Queue: Sendable {
    let key: String
    let title: Phrase
    /// The step that it waits for, where it is one.
    let verb: Verb?
    let admits: @Sendable (JobLine) -> Bool

    func lines(of board: JobBoard) -> [JobLine] {
        board.lines.filter(admits).sorted { ClockChip($0.clocks).left < ClockChip($1.clocks).left }
    }

    /// Whether it waits for somebody; what is suspended waits for nobody.
    var isWaiting: Bool { verb != nil && verb != .resume }

    /// What the jobs of it are about in money.
    func amount(_ line: JobLine) -> Fen? { line.showsAmounts ? verb.flatMap { line.job.amount(for: $0) } ?? line.job.figure
        : nil }
}

extension Queue {
    private static func step(_ verb: Verb, _ zh: String, _ en: String,
        _ also: @escaping @Sendable (Job) -> Bool = { _ in true }) -> Queue {
        Queue(key: verb.rawValue, title: Phrase(zh, en), verb: verb) { $0.isOpen(verb) && also($0.job) }
    }

    /// Steps that people wait for, in the order in which a job meets them. A step that may be taken again is
    /// waited for only once.
    private static let steps: [Queue] = [
        step(.accept, "待受理", "To accept"),
        step(.visit, "待到场", "To visit") { $0.works == .accepted && $0.arrivedAt == nil },
        step(.survey, "待踏勘", "To survey") { $0.papers == .none || $0.waitingForNew == .survey },
        step(.sign, "待签认", "To sign") { $0.papers == .surveyed || $0.slips.contains(where: \.isWaiting) },
        step(.dispatch, "待派工", "To dispatch") { $0.works == .accepted },
        step(.start, "待开工", "To start"), step(.finish, "施工中", "Under way"), step(.inspect, "待验收", "To inspect"),
        step(.claim, "待送审", "To claim") { $0.papers == .signed || $0.waitingForNew == .claim },
        step(.review, "待审核", "To review"), step(.settle, "待审定", "To settle"),
        step(.invoice, "待登记发票", "To register invoices") { $0.papers == .settled && $0.invoicesInForce.isEmpty },
        step(.pay, "待支付", "To pay"), step(.release, "待返还质保金", "Retention to release") { $0.held(.retention).isPositive },
        step(.resolve, "争议待处理", "Disputes"), step(.callback, "待回访", "To call back") { !$0.contacted },
        step(.close, "待结案", "To close"), step(.resume, "挂账中", "Suspended"),
    ]

    /// What runs out of time, whoever has it.
    private static let watch = Queue(key: "watch", title: Phrase("盯着时限", "Watch the clock"), verb: nil) { line in
        guard line.clocks.isOpen, !line.clocks.isSuspended else { return false }
        let chip = ClockChip(line.clocks)
        return (chip.tone == .late || chip.tone == .soon) && line.clocks.isUnfinished || chip.tone == .wait
    }

    private static let watchers: Set<Role> = [.dispatcher, .head, .leader, .officer, .grid]

    /// Those of a user: what the user's roles may do, in order, and the clock for those who look after it.
    static func of(_ user: User) -> [Queue] {
        let verbs = Set(TransitionTable.rows.filter { $0.roles.contains(where: user.has) }.map(\.verb))
        let own = steps.filter { $0.verb.map(verbs.contains) ?? false }
        return own + (user.roles.contains(where: watchers.contains) ? [watch] : [])
    }

    /// The step that a job waits for, of those that lead on: what people do first.
    static func due(_ job: Job) -> NextSteps.Step? {
        let next = NextSteps.of(job)
        let order = steps.compactMap(\.verb)
        return order.compactMap { verb in next.first { $0.verb == verb } }.first { step in
            switch step.verb {
            // Once is enough, though it may be done again.
            case .survey: job.papers == .none || job.waitingForNew == .survey
            case .claim: job.papers == .signed || job.waitingForNew == .claim
            case .sign: job.papers == .surveyed || job.slips.contains(where: \.isWaiting)
            case .dispatch: job.works == .accepted
            case .invoice: job.papers == .settled && job.invoicesInForce.isEmpty
            case .callback: !job.contacted
            case .release: job.works == .closed
            case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .authorize, .start, .finish, .inspect, .rework,
                .change,
                 .sendBack, .review, .dispute, .resolve, .settle, .voidInvoice, .pay, .refund, .recover, .withhold, .reverse,
                     .rate,
                 .publish, .close, .cancel, .suspend, .resume, .note: true
            }
        }
    }

    /// By its key, also for a list that somebody else sent.
    static func named(_ key: String) -> Queue? { (steps + [watch]).first { $0.key == key } }
}

extension Job {
    /// What a job is about in money, as far as it has come.
    var figure: Fen? { settlement?.approved ?? review?.approved ?? claim?.total ?? signedTotal ?? survey?.total }

    /// What one step is about.
    func amount(for verb: Verb) -> Fen? {
        switch verb {
        case .sign: slips.first(where: \.isWaiting)?.change.fen ?? survey?.total
        case .review: claim?.total
        case .settle: review?.approved
        case .pay: held(.payable)
        case .release: held(.retention)
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start, .finish,
            .inspect,
             .rework, .change, .sendBack, .claim, .dispute, .resolve, .invoice, .voidInvoice, .refund, .recover, .withhold,
                 .reverse,
             .callback, .rate, .publish, .close, .cancel, .suspend, .resume, .note: nil
        }
    }
}
