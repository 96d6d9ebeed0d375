package import Documents
import Jobs
import Kernel
import Ledger

/// 审计疑点汇总 (audit.md B2 §3): how often each check fires in a year, for how much, and where.
package enum ExceptionsReport {
    /// The snapshot needs jobs, steps, funds and the bank. It proves from the records what the rules keep
    /// out.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let checks = ExceptionChecks(snapshot, year: year)
        let found = ExceptionCode.allCases.map { (code: $0, hits: checks.found(by: $0)) }
        let rows = found.map { code, hits in
            Table.Row(.detail, [
                .text(code.rawValue), .phrase(code.title), .phrase(code.condition), .count(hits.count),
                .money(hits.map(\.amount).sum), .phrase(handling(code, hits, checks)),
            ])
        }
        let details = found.flatMap { code, hits in hits.map { detail(code, $0) } }
        return snapshot.report(
            "exceptions", Phrase("审计疑点汇总", "Exceptions for auditors"), headings: snapshot.headings(year: year),
            sections: [
                Section(Phrase("疑点汇总", "Checks"), [.table(Table(columns, lead: 2, rows))]),
                Section(Phrase("明细", "What was found"), [.table(Table(detailColumns, lead: 2, details))]),
            ], notes: notes,
            checks: found.filter(\.code.mustBeNone).map { code, hits in
                Check(code.rawValue, code.title, expected: .count(0), found: .count(hits.count))
            })
    }

    /// What can be said of how they were dealt with.
    private static func handling(_ code: ExceptionCode, _ hits: [Suspicion], _ checks: ExceptionChecks) -> Phrase? {
        if code.mustBeNone {
            return hits.isEmpty ? Phrase("系统控制，记录证明为零", "enforced; the records show none") : Phrase("须查明", "to be looked into")
        }
        let explained = checks.explained(hits)
        return explained == 0 ? nil : Phrase("已说明 \(explained) 笔", "explained: \(explained)")
    }

    private static func detail(_ code: ExceptionCode, _ hit: Suspicion) -> Table.Row {
        let jobs: Cell = hit.jobs.count == 1 ? .job(hit.jobs[0]) : .joined(hit.jobs.map(\.text))
        return Table.Row(.detail, [
            .text(code.rawValue), .phrase(code.title), jobs, .text(hit.what), .day(hit.day), .money(hit.amount),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("code", Phrase("编号", "code"), .label),
        .init("title", Phrase("疑点", "exception"), .text),
        .init("condition", Phrase("判定条件", "condition"), .text),
        .init("count", Phrase("笔数", "count"), .count),
        .init("amount", Phrase("金额", "amount"), .money),
        .init("handling", Phrase("处理说明", "handling"), .text),
    ]

    private static let detailColumns: [Table.Column] = [
        .init("code", Phrase("编号", "code"), .label),
        .init("title", Phrase("疑点", "exception"), .text),
        .init("jobs", Phrase("工单", "jobs"), .text),
        .init("what", Phrase("对象", "what"), .text),
        .init("day", Phrase("日期", "day"), .day),
        .init("amount", Phrase("金额", "amount"), .money),
    ]

    private static let notes = [
        Phrase("E04、E11、E17、E18、E23 由制度和程序禁止，本表从记录重新核对，应为零。未办结的（E01、E09、E10、E22）不论年度均列。",
               "E04, E11, E17, E18 and E23 are forbidden by the rules; here the records are looked at anew. What is still "
                   + "open (E01, E09, E10, E22) is listed whatever its year."),
        Phrase("金额：E03、E24 为超出部分，E21 为组合计，E20 为可用数，其余为该笔金额。处理说明计含“疑点说明”的工单备注。",
               "Amounts: E03, E24 what lies above, E21 sums of groups, E20 what was available, else that of the item. "
                   + "Handling counts those of a job with a note that has 疑点说明 in it."),
    ]
}
