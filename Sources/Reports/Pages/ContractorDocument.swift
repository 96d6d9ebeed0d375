package import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger

/// One contractor: who it is, its agreed prices, how its jobs went, and the latest of them.
package struct ContractorDocument {
    /// What a reader may see of it.
    package struct Sight: Sendable {
        /// Of its bank account.
        package let account: Extent
        package let jobs: Bool
        package let amounts: Bool

        package init(account: Extent, jobs: Bool, amounts: Bool) {
            (self.account, self.jobs, self.amounts) = (account, jobs, amounts)
        }
    }

    /// How the jobs of a firm went.
    package struct Figures: Sendable {
        package private(set) var (jobs, open, finished, onTime, reworked, settled) = (0, 0, 0, 0, 0, 0)
        package private(set) var (claimed, approved) = (Fen.zero, Fen.zero)

        package init() {}

        /// On time is a finish by its deadline; the cut is of the settlements that stand.
        package mutating func add(_ job: Job, at moment: Instant) {
            let clocks = JobClocks(job, asOf: moment)
            jobs += 1
            if clocks.isOpen { open += 1 }
            if let finish = clocks.finish, finish.done != nil {
                finished += 1
                if !finish.isLate { onTime += 1 }
            }
            if job.reworks > 0 { reworked += 1 }
            guard let settlement = job.settlement, let claim = job.claim else { return }
            settled += 1
            claimed += claim.total
            approved += settlement.approved
        }
    }

    private let firm: Contractor
    private let agreements: [RateAgreement]
    private let figures: Figures
    private let latest: [Job]
    private let sight: Sight

    /// `latest`: the jobs that are shown, of those that the figures are of. Throws `org.unknown`.
    package static func make(
        _ firm: Contractor, _ agreements: [RateAgreement], _ figures: Figures, latest: [Job], _ sight: Sight, _ state: State
    ) throws(Refusal) -> Document {
        guard let street = state.street else { throw Refusal(.orgUnknown) }
        let made = ContractorDocument(firm: firm, agreements: agreements, figures: figures, latest: latest, sight: sight)
        let prices = sight.amounts ? try RegisterDocuments.agreements(agreements, [firm], state).tables : []
        var document = Document(
            name: "contractor", title: Phrase(both: firm.name.text), facts: made.facts,
            sections: (sight.jobs ? [made.work] : [])
                + prices.map { Section(Phrase("协议单价", "Agreed prices"), [.table($0)]) } + (sight.jobs ? [made.jobs] : []),
            sandbox: street.sandbox)
        document.stamps = [Stamp(seq: state.head.seq, hash: state.head.hash)]
        return document
    }

    private var facts: [Pair] {
        [
            Pair("代码", "code", .text(firm.code.text)), Pair("统一社会信用代码", "credit code", .text(firm.creditCode.text)),
            Pair("开户行及账号", "bank account", .text(RegisterDocuments.account(firm.bank?.text, sight.account))),
        ]
    }

    private func ratio(_ part: Int, of whole: Int) -> Cell { whole == 0 ? .blank : .ratio(Ratio(Int64(part), of: Int64(whole))) }

    private var work: Section {
        let pairs = [
            Pair("工单", "jobs", .count(figures.jobs)), Pair("在办", "open", .count(figures.open)),
            Pair("已完工", "finished", .count(figures.finished)),
            Pair("按期率（%）", "finished in time (%)", ratio(figures.onTime, of: figures.finished)),
            Pair("返工率（%）", "rework rate (%)", ratio(figures.reworked, of: figures.jobs)),
        ]
        let money = sight.amounts && figures.settled > 0 ? [
            Pair("送审金额（元）", "claimed (yuan)", .money(figures.claimed)),
            Pair("审定金额（元）", "approved (yuan)", .money(figures.approved)),
            Pair("核减率（%）", "cut rate (%)", .ratio(Ratio(figures.claimed - figures.approved, of: figures.claimed))),
        ] : []
        return Section(Phrase("承修情况", "Its work"), [.pairs(pairs + money)])
    }

    private var jobs: Section {
        var columns: [Table.Column] = [
            .init("job", Phrase("工单", "job"), .label), .text("地点", "site"), .text("施工", "works"), .text("单据", "papers"),
        ]
        if sight.amounts { columns.append(.money("审定额", "approved")) }
        var table = Table(columns)
        for job in latest {
            let cells: [Cell] = [
                .job(job.number), .text(job.scope.address.text), .phrase(job.works.title), .phrase(job.papers.title),
            ]
            table.add(cells + (sight.amounts ? [.money(job.settlement?.approved)] : []))
        }
        return Section(Phrase("最近的工单", "Its latest jobs"), [.table(table)])
    }
}
