import Jobs
import Testing

/// How to bring a job into a state by real commands. Users numbered 1 and 2 do it, so that those numbered 3
/// are free of any duty.
struct JobRecipe: Sendable, CustomTestStringConvertible {
    let works: Works
    let papers: Papers
    let script: String
    var suspended = false
    var disputed = false
    /// Urgent and authorised unless it is ordinary.
    var ordinary = false
    /// Settled with one part and one release paid, unless it is unpaid.
    var paid = false
    /// Back with the crew after it had passed; nobody has called back since.
    var reworked = false

    var testDescription: String {
        let flags = [(suspended, "suspended"), (disputed, "disputed"), (ordinary, "ordinary"), (paid, "paid"), (reworked, "reworked")]
        return (["\(works)/\(papers)"] + flags.filter(\.0).map(\.1)).joined(separator: " ")
    }

    private static let worksSteps: [(Works, String)] = [
        (.accepted, ""), (.dispatched, "dispatcher1 dispatch #1"), (.started, "crew1 start #1"),
        (.finished, "crew1 finish #1"), (.passed, "inspector1 inspect #1 \n grid1 callback #1"),
    ]

    private static let earlyPapers: [(Papers, String)] = [
        (.none, ""), (.surveyed, "officer1 survey #1 total=1000.00"),
        (.signed, "head2 sign #1 \n officer1 change #1 delta=100.00"),
    ]

    private static let latePapers: [(Papers, String)] = [
        (.claimed, "officer1 claim #1 total=1000.00"), (.reviewed, "finance1 review #1 approved=1000.00"),
        (.settled, "head1 settle #1 retentionRate=3"),
    ]

    private static let part = """
        cashier1 pay     #1 amount=100.00 paymentNo=P1
        cashier1 release #1 amount=1.00 paymentNo=R1
        """
    private static let ends: [(Works, String)] = [
        (.rejected, "dispatcher1 reject #1"), (.transferred, "dispatcher1 transfer #1"),
        (.merged, "dispatcher1 merge #1 into=2026-0002"), (.cancelled, "head1 cancel #1"),
    ]

    /// Job #2 is there to be merged into.
    private static let call = "grid1 call \n grid1 call"
    private static let urgent = "grid1 accept #1 urgency=urgent \n head1 authorize #1 ceiling=2000.00"

    /// Every reachable pair, and the pairs where a flag matters.
    static let all: [JobRecipe] = {
        var list = [JobRecipe(works: .registered, papers: .none, script: call)]
        list += ends.map { JobRecipe(works: $0.0, papers: .none, script: join(call, $0.1)) }
        for (papers, paper) in upTo(earlyPapers) {
            let steps = upTo(worksSteps) + (papers == .none ? [] : ends)
            list += steps.map {
                JobRecipe(works: $0.0, papers: papers, script: join(call, urgent, paper, $0.1))
            }
            list.append(JobRecipe(
                works: .accepted, papers: papers, script: join(call, "grid1 accept #1", paper), ordinary: true))
        }
        list += late + late.filter { $0.works == .passed && !$0.paid }.flatMap(\.reworkedSteps)
        list += late.filter { $0.papers == .paid }.flatMap(\.reworkedSteps)
        let disputable = late.filter { [.claimed, .reviewed, .settled].contains($0.papers) }
        return list + list.filter { !$0.works.isEnd }.map(\.whenSuspended) + disputable.map(\.whenDisputed)
    }()

    private static let late: [JobRecipe] = {
        let signed = join(call, urgent, upTo(earlyPapers)[2].1, upTo(worksSteps)[4].1)
        var list = upTo(latePapers).map { JobRecipe(works: .passed, papers: $0.0, script: join(signed, $0.1)) }
        let settled = join(list[2].script, part)
        let paid = join(settled, "cashier1 pay #1 paymentNo=P2")
        list.append(JobRecipe(works: .passed, papers: .settled, script: settled, paid: true))
        list.append(JobRecipe(works: .passed, papers: .paid, script: paid, paid: true))
        let closed = join(paid, "dispatcher1 close #1")
        list.append(JobRecipe(works: .closed, papers: .closed, script: closed, paid: true))
        return list
    }()

    /// Sent back after the inspection, and every step until it passes again.
    private var reworkedSteps: [JobRecipe] {
        let again: [(Works, String)] = [
            (.dispatched, "dispatcher1 rework #1"), (.started, "crew1 start #1"), (.finished, "crew1 finish #1"),
        ]
        return Self.upTo(again).map { step in
            JobRecipe(
                works: step.0, papers: papers, script: Self.join(script, step.1), paid: paid, reworked: true)
        }
    }

    private var whenSuspended: JobRecipe {
        var copy = self
        copy.suspended = true
        return copy.adding("head1 suspend #1 until=2026-12-31")
    }

    private var whenDisputed: JobRecipe {
        var copy = self
        copy.disputed = true
        return copy.adding("crew1 dispute #1")
    }

    private func adding(_ line: String) -> JobRecipe {
        JobRecipe(
            works: works, papers: papers, script: Self.join(script, line), suspended: suspended,
            disputed: disputed, ordinary: ordinary, paid: paid, reworked: reworked)
    }

    private static func join(_ parts: String...) -> String { parts.joined(separator: "\n") }

    /// Each step with all the steps before it.
    private static func upTo<State>(_ steps: [(State, String)]) -> [(State, String)] {
        steps.indices.map { (steps[$0].0, steps[...$0].map(\.1).joined(separator: "\n")) }
    }
}
