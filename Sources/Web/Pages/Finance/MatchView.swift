import Bank
import Desk
import Jobs
import Journal
import Kernel
import Reports
import Ledger

/// Both sides of the desk, and the proposals between them.
struct MatchView {
    /// Rows that a page shows: more are reached by the filter, or when these are done.
    static let mostProposals = 25
    static let mostRows = 40
    static let mostMatches = 20

    let table: MatchTable
    let custody: Custody
    let visit: Visit
    let visitor: Visitor

    private func say(_ zh: String, _ en: String) -> String { visit.say(zh, en) }
    private var may: Bool { visitor.may(.makeMatch) }
    private var choice: MatchChoice { MatchChoice(visit.form) }

    var under: String {
        say("未勾：清单 \(table.lines.count) 条，账上 \(table.items.count) 笔",
            "not matched: \(table.lines.count) lines, \(table.items.count) payments")
    }

    var custodies: HTML {
        let links = Custody.allCases.map { each -> HTML in
            let current: String? = each == custody ? "true" : nil
            return """
                <a href="\(visit.path)?custody=\(each.rawValue)"\("aria-current", current)>\(visit.say(each.title))</a>
                """
        }
        return "<nav class=\"views\" aria-label=\"\(say("资金", "Whose money"))\">\(links)</nav>"
    }

    var html: HTML { proposals + hand + matches }

    private var action: String { visit.path + (visit.query.pairs.isEmpty ? "" : "?" + kept.query) }

    private var kept: Fields {
        var query = visit.query
        query.set("done", nil)
        return query
    }
}

/// What is proposed.
extension MatchView {
    private var proposals: HTML {
        let shown = Array(table.proposals.prefix(Self.mostProposals))
        let sure = shown.filter { $0.confidence == .sure }.count, more = table.proposals.count - shown.count
        let all: HTML = may && sure > 0 ? """
            <button class="b main" name="go" value="sure">\(say("确认“确定” \(sure) 条", "Confirm the \(sure) sure ones"))</button>
            """ : .empty
        let rows = shown.enumerated().map { row($0, $1) }
        let rest: HTML = more > 0 ? "<p class=\"note\">\(say("另有 \(more) 条", "and \(more) more"))</p>" : .empty
        let none: HTML = "<p class=\"none\">\(say("没有建议", "nothing proposed"))</p>"
        let heads = [say("对账单", "statement"), say("账上", "books"), say("规则", "rule"), say("把握", "how sure")]
        let content: HTML = shown.isEmpty ? none : """
            <form method="post" action="\(action)">\(visit.hidden([("id", CommandForm.newID())]))
            <p class="all">\(all)</p><table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead>\
            <tbody>\(rows)</tbody></table>\(rest)</form>
            """
        return HTML.sheet(say("建议 \(table.proposals.count)", "Proposed: \(table.proposals.count)"), content + strange)
    }

    private func row(_ place: Int, _ proposal: MatchProposal) -> HTML {
        let hidden = proposal.lines.map { ("p.\(place).line", $0.text) }
            + proposal.items.map { ("p.\(place).item", MatchChoice.value($0)) }
            + [("p.\(place).rule", proposal.rule.rawValue), ("p.\(place).confidence", proposal.confidence.rawValue)]
        let inputs = hidden.map { pair -> HTML in "<input type=\"hidden\" name=\"\(pair.0)\" value=\"\(pair.1)\">" }
        let lines = table.lines.filter { proposal.lines.contains($0.id) }
        let items = table.items.filter { proposal.items.contains($0.name) }
        let name = proposal.lines.map(\.text).joined(separator: ", ")
        let button: HTML = may ? """
            <button class="quiet" name="one" value="\(place)" aria-label="\(say("确认", "Confirm")) \(name)">\
            \(say("确认", "Confirm"))</button>
            """ : .empty
        let words = table.differences.filter { proposal.lines.contains($0.line) }.map { difference -> HTML in
            "<p class=\"fault\">⚠ \(visit.say(difference.words))</p>"
        }
        return """
            <tr><td data-t="\(say("对账单", "statement"))">\(lines.map(line))</td>\
            <td data-t="\(say("账上", "books"))">\(items.map(item))\(words)</td>\
            <td class="k" data-t="\(say("规则", "rule"))">\(visit.say(proposal.rule.title))</td>\
            <td data-t="\(say("把握", "how sure"))"><span class="tag">\(visit.say(proposal.confidence.title))</span></td>\
            <td>\(may ? HTML.list(inputs) : .empty)\(button)</td></tr>
            """
    }

    /// Lines that name a payment of another amount: nobody proposes them, and they are what to look at first.
    private var strange: HTML {
        let proposed = Set(table.proposals.flatMap(\.lines))
        let left = table.differences.filter { !proposed.contains($0.line) }
        let items = left.prefix(Self.mostProposals).map { difference -> HTML in
            "<li>⚠ \(difference.line.text) \(visit.say(difference.words))</li>"
        }
        if items.isEmpty { return .empty }
        return "<h3>\(say("金额不符，请核对", "Another amount: look at these"))</h3><ul>\(Array(items))</ul>"
    }

    private func line(_ entry: BankEntry) -> HTML {
        let texts = [entry.line.name?.text, entry.line.reference?.text, entry.line.summary?.text, entry.line.purpose?.text]
        return """
            <p><b class="n">\(entry.line.effect.shown)</b> \(entry.line.day.text) <small>\(entry.id.text) \
            \(texts.compactMap(\.self).joined(separator: " "))</small></p>
            """
    }

    private func item(_ item: BookItem) -> HTML {
        let payee = item.contractor.flatMap { table.payees[$0] } ?? ""
        let jobs = item.jobs.map { job -> HTML in
            "<a href=\"\(visit.at("/jobs/" + Fields.encoded(job.text)))\">\(job.text)</a> "
        }
        return """
            <p><b class="n">\(item.effect.fen.shown)</b> \(item.day.text) <small>\(item.name.text) \(payee)</small> \(jobs)</p>
            """
    }
}

/// What a person puts together, and what was put together.
extension MatchView {
    private var hand: HTML {
        let lines = narrow(table.lines, \.line.day) { line in
            [line.id.text, line.line.amount.yuan, line.line.name?.text, line.line.reference?.text, line.line.summary?.text,
             line.line.purpose?.text]
        }
        let items = narrow(table.items, \.day) { item in
            [item.name.text, item.effect.fen.yuan, item.contractor.flatMap { table.payees[$0] }] + item.jobs.map(\.text)
        }
        let button: HTML = may ? """
            <div class="f"><label for="note">\(say("说明", "note")) <small>\(say("选填", "optional"))</small></label>\
            <input id="note" name="note" value="\(visit.form["note"] ?? "")" autocomplete="off"></div>
            <div class="foot"><button class="b" name="go" value="sum">\(say("算差额", "Add up"))</button>\
            <button class="b main" name="go" value="hand">\(say("勾对", "Match"))</button></div>
            """ : .empty
        return HTML.sheet(say("逐条勾对", "By hand"), """
            \(filter)<form method="post" action="\(action)">\(visit.hidden([("id", CommandForm.newID())]))\(sums)
            <div class="halves">\(side(say("对账单", "Statement"), lines, "line", { $0.id.text }, choice.lines, line))\
            \(side(say("账上", "Books"), items, "item", { MatchChoice.value($0.name) }, choice.items, item))</div>\(button)</form>
            """)
    }

    /// What was ticked comes to, on each side.
    private var sums: HTML {
        let lines = table.lines.filter { choice.lines.contains($0.id.text) }
        let items = table.items.filter { choice.items.contains(MatchChoice.value($0.name)) }
        guard !lines.isEmpty || !items.isEmpty, let mine = try? Fen.sum(lines.map(\.line.effect)),
              let theirs = try? Fen.sum(items.map(\.effect.fen)) else { return .empty }
        let difference = mine - theirs
        return """
            <p class="say\(difference == .zero ? " ok" : " soon")" role="status">\(say("选中", "ticked")) \(mine.shown)\
            \(say("，账上", ", books")) \(theirs.shown)\(say("，差", ", difference")) <b>\(difference.shown)</b></p>
            """
    }

    private func side<Row>(
        _ title: String, _ rows: [Row], _ name: String, _ value: (Row) -> String, _ chosen: Set<String>, _ words: (Row) -> HTML
    ) -> HTML {
        // What was ticked stays in sight.
        let first = rows.filter { chosen.contains(value($0)) }, rest = rows.filter { !chosen.contains(value($0)) }
        let shown = (first + rest).prefix(Self.mostRows), more = rows.count - shown.count
        let items = shown.map { row -> HTML in
            """
            <li><label class="tick"><input type="checkbox" name="\(name)" value="\(value(row))"\
            \("checked", if: chosen.contains(value(row)))> <span>\(words(row))</span></label></li>
            """
        }
        let note: HTML = more > 0
            ? "<p class=\"note\">\(say("另有 \(more) 条，用上面的条件找", "and \(more) more: narrow them down above"))</p>" : .empty
        let none: HTML = rows.isEmpty ? "<p class=\"none\">\(say("没有", "none"))</p>" : .empty
        return "<fieldset><legend>\(title) \(rows.count)</legend><ul>\(Array(items))</ul>\(note)\(none)</fieldset>"
    }

    private func narrow<Row>(_ rows: [Row], _ day: (Row) -> Day, _ texts: (Row) -> [String?]) -> [Row] {
        let from = bound("from"), to = bound("to"), words = Typed.plain(visit.query["q"] ?? "").lowercased()
        return rows.filter { row in
            let own = day(row)
            if let from, own < from { return false }
            if let to, own > to { return false }
            return words.isEmpty || texts(row).contains { $0?.lowercased().contains(words) ?? false }
        }
    }

    /// A day that is none bounds nothing; it stays in its field to be seen.
    private func bound(_ name: String) -> Day? { (try? Typed.day(visit.query[name] ?? "").get()).flatMap { try? Day($0) } }

    private var filter: HTML {
        let fields = [("from", say("自", "from")), ("to", say("至", "to")), ("q", say("户名、号码、金额", "name, number, amount"))]
        return """
            <form method="get" class="choose"><input type="hidden" name="custody" value="\(custody.rawValue)">\
            \(fields.map { field -> HTML in """
                <div><label for="m-\(field.0)">\(field.1)</label><input id="m-\(field.0)" name="\(field.0)" \
                value="\(visit.query[field.0] ?? "")" autocomplete="off"></div>
                """ })<button class="b">\(say("找", "Find"))</button></form>
            """
    }

    private var matches: HTML {
        let rows = table.matches.prefix(Self.mostMatches).map { match -> HTML in
            let undo: HTML = visitor.may(.undoMatch)
                ? "<a href=\"\(visit.at("/do/match.undo?match=\(match.number)"))\">\(say("取消", "Undo"))</a>" : .empty
            return """
                <tr><th scope="row">\(match.number)</th>\
                <td data-t="\(say("对账单", "statement"))">\(match.form.lines.map(\.text).joined(separator: " "))</td>\
                <td data-t="\(say("账上", "books"))">\(match.form.payments.map(\.text).joined(separator: " "))</td>\
                <td class="k" data-t="\(say("规则", "rule"))">\(visit.say((match.form.rule ?? .hand).title))</td>\
                <td data-t="\(say("时间", "when"))">\(match.at.short)</td><td>\(undo)</td></tr>
                """
        }
        if rows.isEmpty { return .empty }
        let heads = [say("勾对号", "match"), say("对账单", "statement"), say("账上", "books"), say("规则", "rule"), say("时间", "when")]
        return HTML.sheet(say("已勾对 \(table.matches.count)", "Matched: \(table.matches.count)"), """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead>\
            <tbody>\(Array(rows))</tbody></table>
            """)
    }
}
