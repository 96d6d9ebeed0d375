package import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger

/// One appropriation: what stands on each of its statuses, as figures and as one bar, and the jobs that hold
/// money of it.
package enum FundDocument {
    private static let statuses: [Account] = [.paid, .payable, .retention, .encumbered, .preEncumbered, .available]
    private static let held: [Account] = [.preEncumbered, .encumbered, .payable, .retention]

    /// `jobs`: those that hold or held money of it. Throws `appropriation.unknown`, `org.unknown`.
    package static func make(_ code: Code, _ jobs: [Job], _ state: State, on day: Day) throws(Refusal) -> Document {
        guard let street = state.street else { throw Refusal(.orgUnknown) }
        guard let fund = state.ledger.appropriation(code) else {
            throw Refusal(.appropriationUnknown, ["appropriation": code.text])
        }
        let sources = (try? state.policy(on: day))?.sources ?? []
        let source = sources.first { $0.code == fund.source }?.name ?? Phrase(both: fund.source.text)
        let standing = state.ledger.standing(of: code)
        var table = Table([.init("fund", Phrase("指标", "appropriation"), .label), .init("net", Phrase("净额", "net"), .money)]
            + statuses.map { .init("\($0)", $0.title, .money) })
        table.add([.text(code.text), .money(standing.net)] + statuses.map { .money(standing[$0]) })
        var document = Document(
            name: "fund", title: Phrase("指标 \(code.text)", "Appropriation \(code.text)"), facts: [
                Pair("source", Phrase("资金来源", "source"), .phrase(source)),
                Pair("originYear", Phrase("年度", "year"), .text(String(fund.originYear))),
                Pair("documentNo", Phrase("指标文号", "document"), .text(fund.documentNo.text)),
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
            ], sections: [
                Section(Phrase("五种状态", "Where it stands"), [.table(table), .chart(chart)]), holders(code, jobs),
            ], sandbox: street.sandbox)
        document.stamps = [Stamp(seq: state.head.seq, hash: state.head.hash)]
        return document
    }

    private static let chart = Chart(
        .stacked, Phrase("净额去向", "Where the net is"), level: .detail, category: "fund", series: statuses.map { "\($0)" })

    private static func holders(_ code: Code, _ jobs: [Job]) -> Section {
        var table = Table([.init("job", Phrase("工单", "job"), .label), .text("地点", "site"), .text("状态", "state")]
            + held.map { .init("\($0)", $0.title, .money) })
        var sums = held.map { _ in Fen.zero }
        for job in jobs {
            let own = held.map { account in job.shares(of: account).first { $0.appropriation == code }?.amount ?? .zero }
            guard own.contains(where: { $0 != .zero }) else { continue }
            for index in own.indices { sums[index] += own[index] }
            let state = Phrase("\(job.works.title.zh)，\(job.papers.title.zh)", "\(job.works.title.en), \(job.papers.title.en)")
            table.add([.job(job.number), .text(job.scope.address.text), .phrase(state)] + own.map { .money($0) })
        }
        let count = table.rows.count
        if count > 0 {
            table.total([.phrase(Phrase("合计 \(count) 件", "total of \(count)")), .blank, .blank] + sums.map { .money($0) })
        }
        return Section(Phrase("占着它的工单", "Jobs that hold money of it"), [.table(table)])
    }
}
