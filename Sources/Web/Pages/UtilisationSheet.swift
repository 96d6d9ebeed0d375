import Desk
import Documents
import Journal
import Kernel
import Reports

/// The utilisation of the year as a gauge: the rate that decides about the target, the share that was paid as
/// a thin ring, the target as a tick.
struct UtilisationSheet {
    let visit: Visit
    let row: [String: Cell]
    let target: Cell?

    /// Nothing for whoever may not see the funds, and for a street without a policy.
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> HTML {
        guard visitor.rights[.funds] >= .all else { return .empty }
        let entry = try Catalogue.entry("utilisation")
        guard let document = try? await visit.ask(.report(entry, ReportChoice(), .init()), as: visitor),
            let table = document.tables.first,
              let total = table.rows.last(where: { $0.level == .total }) else { return .empty }
        let row = Dictionary(zip(table.columns.map(\.key), total.cells)) { first, _ in first }
        return UtilisationSheet(visit: visit, row: row, target: document.facts.first { $0.key == "target" }?.value).html
    }

    private func percent(_ cell: Cell?) -> String? { if case .ratio(let ratio) = cell { ratio.percent } else { nil } }

    private func money(_ key: String) -> Fen { if case .money(let fen) = row[key] { fen } else { .zero } }

    /// Of a hundred, for the length of an arc.
    private func bounded(_ text: String?) -> String {
        guard let text, let fen = try? Fen(yuan: text, signed: true) else { return "0" }
        return max(.zero, min(fen, Fen(10_000))).yuan
    }

    private var html: HTML {
        let rate = percent(row["utilisationRateGross"]), goal = percent(target)
        let pairs = [
            (visit.say("目标", "target"), (goal ?? "—") + " %"), (visit.say("净额", "net"), money("net").shown),
            (visit.say("可安排", "free"), money("available").shown),
            (visit.say("占用和预占", "held"), (money("encumbered") + money("preEncumbered")).shown),
            (visit.say("已付", "paid"), money("paid").shown),
        ]
        let link: HTML = "<a href=\"\(visit.at("/reports/utilisation"))\">\(visit.say("看报表", "Report"))</a>"
        return HTML.sheet(visit.say("资金使用率", "Utilisation"), """
            \(gauge(rate, goal, percent(row["executionRate"])))<dl class="pairs tight">\(pairs.map { pair -> HTML in
                "<div><dt>\(pair.0)</dt><dd>\(pair.1)</dd></div>" })</dl>
            """, right: link)
    }

    private func gauge(_ rate: String?, _ goal: String?, _ paid: String?) -> HTML {
        let arc = "M70.3 166A92 92 0 1 1 229.7 166", inner = "M81.6 159.5A79 79 0 1 1 218.4 159.5"
        let said = visit.say("使用率 \(rate ?? "—") %，目标 \(goal ?? "—") %，执行率 \(paid ?? "—") %",
            "utilisation \(rate ?? "—") %, target \(goal ?? "—") %, paid \(paid ?? "—") %")
        return """
            <svg class="gauge" viewBox="0 0 300 190" role="img" aria-label="\(said)">\
            <path d="\(arc)" pathLength="100" class="g0"/>\
            <path d="\(arc)" pathLength="100" class="g1" stroke-dasharray="\(bounded(rate)) 200"/>\
            <path d="\(inner)" pathLength="100" class="g2" stroke-dasharray="\(bounded(paid)) 200"/>\
            <path d="\(arc)" pathLength="100" class="g3" stroke-dasharray="0 \(bounded(goal)) 0.8 200"/>\
            <text x="150" y="128" text-anchor="middle" class="fig">\(rate ?? "—")</text>\
            <text x="150" y="152" text-anchor="middle" font-size="15">\(visit.say("使用率 %",
            "utilisation %"))</text></svg>
            """
    }
}
