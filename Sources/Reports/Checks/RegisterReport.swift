package import Documents
import Jobs
import Kernel
import Ledger

/// 工单台账 (audit.md B2): every job of a year's numbers from the call to the close, one row each.
package enum RegisterReport {
    /// The snapshot needs jobs, steps and registers. `year` nil: the jobs of every year.
    package static func make(_ snapshot: Snapshot, year: Int?) -> Document {
        let (alarms, estates) = (snapshot.alarms, snapshot.registers.estates)
        let rows = snapshot.trails.compactMap { trail -> Table.Row? in
            guard year.map({ String(trail.job.number.inOrder.0) == String($0) }) ?? true else { return nil }
            return RegisterRow(trail: trail, snapshot: snapshot, alarms: alarms, estates: estates).row
        }
        return snapshot.report(
            "register", Phrase("工单台账", "Register of jobs"), headings: snapshot.headings(year: year),
            columns: RegisterRow.columns, rows: rows + [total(rows)], notes: notes)
    }

    /// The sums of the columns of money.
    private static func total(_ rows: [Table.Row]) -> Table.Row {
        let columns = RegisterRow.columns.indices.map { index -> Cell in
            if index == 0 { return .phrase(Phrase("合计 \(rows.count) 件", "total: \(rows.count)")) }
            guard RegisterRow.columns[index].kind == .money, RegisterRow.columns[index].key != "ceiling" else { return .blank }
            return .money(rows.compactMap { if case .money(let amount) = $0.cells[index] { amount } else { nil } }.sum)
        }
        return Table.Row(.total, columns)
    }

    private static let notes = [
        Phrase("签认为首次签认额，签证累计为已签认签证的增减；未付含未返还的质保金。台账不载来电人。",
               "Signed is the first signed total, slips what signed ones changed; unpaid includes retention not released. "
                   + "No callers."),
    ]
}

/// A row of the register, with its columns.
struct RegisterRow {
    let trail: JobTrail
    let snapshot: Snapshot
    let alarms: Set<Code>
    let estates: [Code: Estate]

    private var job: Job { trail.job }
    private var names: ReportNames { snapshot.names }

    var row: Table.Row { Table.Row(.detail, place + way + papers + money + end) }

    private func instant(_ instant: Instant?) -> Cell { instant.map { .instant($0) } ?? .blank }

    private var place: [Cell] {
        let scope = job.scope
        return [
            .job(job.number), .text(job.call.ref?.text), .instant(job.calledAt), .text(job.call.channel.text),
            .text(scope.community?.text),
            .text(scope.estate.map { estates[$0]?.name.text ?? $0.text }), .text(scope.address.text),
            scope.tenure.map { .named($0.rawValue, $0.title) } ?? .blank, snapshot.policy.cell(category: scope.category),
            scope.urgency.map { .named($0.rawValue, $0.title) } ?? .blank,
            scope.hazard.map { code in
                .named(code.text, snapshot.policy.hazards.first { $0.code == code }?.name ?? Phrase(both: code.text))
            } ?? .blank,
        ]
    }

    private var way: [Cell] {
        [
            instant(job.acceptedAt), instant(job.arrivedAt), job.authorization.map { names.user($0.by) } ?? .blank,
            .money(job.authorization?.ceiling), instant(job.dispatch?.at), names.contractor(job.contractor),
            instant(job.startedAt), instant(job.finishedAt), instant(job.passedAt),
            job.reworks > 0 ? .count(job.reworks) : .blank,
        ]
    }

    private var papers: [Cell] {
        [
            instant(job.survey?.at), job.survey?.mark.kind.map { .named($0.rawValue, $0.title) } ?? .blank,
            trail.signed.map { names.user($0.by) } ?? .blank, .money(trail.signed?.total),
            trail.signed.map { .money(job.currentTotal - $0.total) } ?? .blank, .money(job.claim?.total),
            .money(job.settlement?.approved),
            job.settlement.flatMap { settlement in job.claim.map { .money($0.total - settlement.approved) } } ?? .blank,
        ]
    }

    private var money: [Cell] {
        let unpaid = trail.payable + trail.retention
        return [
            .money(job.settlement?.retention), .money(trail.paid == .zero ? nil : trail.paid),
            job.settlement == nil ? .blank : .money(unpaid),
            .joined(job.holdings.map(\.appropriation.text)), .joined(job.invoicesInForce.map(\.invoice.number.text)),
        ]
    }

    private var end: [Cell] {
        [
            job.solved.map { .named($0.rawValue, $0.title) } ?? .blank, job.satisfied.map { .count($0) } ?? .blank,
            instant(job.closedAt), .named(job.works.rawValue, job.works.title), .named(job.papers.rawValue, job.papers.title),
            .marks(job.marks(at: snapshot.asOf, split: alarms)),
        ]
    }

    static let columns: [Table.Column] = [
        .job,
        .init("ref", Phrase("外部编号", "outside number"), .label),
        .init("calledAt", Phrase("来电时间", "called at"), .day),
        .init("channel", Phrase("渠道", "channel"), .label),
        .init("community", Phrase("社区", "community"), .label),
        .init("estate", Phrase("小区", "estate"), .label),
        .init("address", Phrase("地址", "address"), .text),
        .init("tenure", Phrase("产权", "tenure"), .name),
        .init("category", Phrase("类别", "category"), .name),
        .init("urgency", Phrase("紧急程度", "urgency"), .name),
        .init("hazard", Phrase("隐患", "hazard"), .name),
        .init("acceptedAt", Phrase("受理", "accepted"), .day),
        .init("arrivedAt", Phrase("到场", "arrived"), .day),
        .init("authorizedBy", Phrase("应急授权人", "authorised by"), .name),
        .init("ceiling", Phrase("授权上限", "ceiling"), .money),
        .init("dispatchedAt", Phrase("派工", "dispatched"), .day),
        .firm,
        .init("startedAt", Phrase("开工", "started"), .day),
        .init("finishedAt", Phrase("完工", "finished"), .day),
        .init("passedAt", Phrase("验收", "passed"), .day),
        .init("reworks", Phrase("返工", "reworks"), .count),
        .init("surveyedAt", Phrase("踏勘表", "survey form"), .day),
        .init("form", Phrase("补单", "late form"), .name),
        .init("signedBy", Phrase("签认人", "signed by"), .name),
        .init("signed", Phrase("签认", "signed"), .money),
        .init("slips", Phrase("签证累计", "slips"), .money),
        .init("claimed", Phrase("送审", "claimed"), .money),
        .approved,
        .init("cut", Phrase("核减", "cut"), .money),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("paid", Phrase("已付", "paid"), .money),
        .init("unpaid", Phrase("未付", "unpaid"), .money),
        .init("appropriation", Phrase("指标", "appropriation"), .text),
        .init("invoices", Phrase("发票", "invoices"), .text),
        .init("solved", Phrase("回访", "call-back"), .name),
        .init("satisfied", Phrase("满意度", "satisfied"), .count),
        .init("closedAt", Phrase("结案", "closed"), .day),
        .init("works", Phrase("施工状态", "works"), .name),
        .init("papers", Phrase("单据状态", "papers"), .name),
        .init("marks", Phrase("备注", "remarks"), .name),
    ]
}
