import Documents
import Jobs
import Kernel
import Ledger

/// The lists below the forecast: holds that lie idle, and the days on which money lapses (books.md B4).
enum PacingLists {
    /// The longest idle first.
    static func idle(_ snapshot: Snapshot, _ terms: PacingTerms) -> Table {
        let jobs = terms.open.filter(terms.isIdle)
            .sorted { ($0.lastStep.number, $0.number.text) < ($1.lastStep.number, $1.number.text) }
        var total = Fen.zero
        var rows: [Table.Row] = []
        for job in jobs {
            for holding in job.open {
                let amount = holding.preEncumbered + holding.encumbered
                total += amount
                rows.append(Table.Row(.detail, [
                    .job(job.number), .named(job.works.rawValue, job.works.title), .named(job.papers.rawValue, job.papers.title),
                    .text(holding.appropriation.text), .money(amount), .count(terms.day - job.lastStep), .day(job.lastStep),
                    .phrase(NextSteps.words(NextSteps.of(job))),
                ]))
            }
        }
        let blanks = [Cell](repeating: .blank, count: 3)
        rows.append(Table.Row(.total, [.phrase(Phrase("合计", "total"))] + blanks + [.money(total)] + blanks))
        return Table([
            .init("job", Phrase("工单", "job"), .label), .init("works", Phrase("工程", "works"), .name),
            .init("papers", Phrase("单据", "papers"), .name), .init("appropriation", Phrase("指标", "appropriation"), .label),
            .init("amount", Phrase("占用", "held"), .money), .init("days", Phrase("天数", "days"), .count),
            .init("lastStep", Phrase("最后办理", "last step"), .day), .init("next", Phrase("待办", "next"), .text),
        ], rows)
    }

    /// Appropriations with something free, in their order. From 90 days before it is a warning, from 30 on an
    /// alarm.
    static func lapses(_ snapshot: Snapshot, _ terms: PacingTerms, _ figures: [Code: FundFigures]) -> Table {
        let shown = snapshot.ledger.appropriations.filter { figures[$0.code].map { $0.open != .zero } ?? false }
        return Table([
            .init("appropriation", Phrase("指标", "appropriation"), .label),
            .init("available", Account.available.title, .money), .init("held", Phrase("已承诺", "held"), .money),
            .init("day", Phrase("到期日", "lapses on"), .day), .init("daysLeft", Phrase("剩余天数", "days left"), .count),
            .init("alarm", Phrase("提醒", "alarm"), .name),
        ], shown.map { appropriation in
            let own = figures[appropriation.code] ?? FundFigures()
            let last = snapshot.policy.lastDay(of: appropriation)
            let left = last.map { $0 - terms.day }
            return Table.Row(.detail, [
                .text(appropriation.code.text), .money(own.standing[.available]), .money(own.held), .day(last),
                left.map { .count($0) } ?? .blank, left.map(alarm) ?? .blank,
            ])
        })
    }

    private static func alarm(_ left: Int) -> Cell {
        if left < 0 { return .named("lapsed", Phrase("已到期", "lapsed")) }
        if left <= 30 { return .named("red", Phrase("紧急", "urgent")) }
        return left <= 90 ? .named("warning", Phrase("提醒", "soon")) : .blank
    }
}
