import Desk
import Jobs
import Journal
import Kernel
import Ledger
import Reports

/// Somebody else was faster: what stood there when the form was opened, what stands there now, and what was
/// typed (web.md 2.7). Nothing is sent by itself.
struct MovedPage {
    let form: CommandForm
    let dossier: JobDossier
    /// The record that the form was opened on.
    let seen: Int
    let id: String
    let typed: Fields

    private var visit: Visit { form.visit }
    private var now: Job { dossier.job }

    /// Throws `money.range`, for records that no version of the rules can have written.
    func page(_ refusal: Refusal) throws(Refusal) -> Page {
        guard let before = try dossier.records.job(now.number, upTo: seen) else { throw refusal }
        let path = visit.at("/jobs/" + Fields.encoded(now.number.text)), title = visit.say("工单已经动过", "The job has moved")
        let kept = fitting(typed, before).pairs.filter { !["id", "seen", "go", CSRF.field].contains($0.name) }
        let hidden = [("id", id), ("seen", String(form.visitor.head.seq))] + kept
        let summary = LookOver(spec: form.spec, form: typed, lists: form.lists, visit: visit)
        return Page(title, """
            \(visit.head(title, over: "<a href=\"\(path)\">‹ \(now.number.text)</a>", under: refusal.message(visit.language)))
            \(HTML.sheet(form.title, changes(before)))\(HTML.sheet(visit.say("您填的", "What you typed"), summary.html))
            <form method="post" class="foot">\(visit.hidden(hidden))
            <button class="b main" name="go" value="edit">\(visit.say("按现在的内容重填", "Fill it in again for the job as it is now"))\
            </button><a class="b" href="\(path)">\(visit.say("看现在的工单", "See the job as it is now"))</a></form>
            """, status: 409, place: form.place)
    }

    private func changes(_ before: Job) -> HTML {
        let rows = facts.compactMap { fact -> HTML? in
            let (was, is_) = (fact.words(before) ?? "—", fact.words(now) ?? "—")
            if was == is_ { return nil }
            return """
                <tr><th scope="row">\(visit.say(fact.title))</th><td data-t="\(opened)">\(was)</td>\
                <td data-t="\(latest)"><b>\(is_)</b></td></tr>
                """
        }
        let none: HTML = "<p>\(visit.say("状态和金额没有变，经过里多了一步。", "State and amounts are the same; there is one step more."))</p>"
        let heads = [visit.say("事项", "what"), opened, latest]
        return rows.isEmpty ? none : """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var opened: String { visit.say("您打开时（记录 \(seen)）", "when you opened it (record \(seen))") }

    /// `现在（记录 641，钱玉，送审，14:20）`.
    private var latest: String {
        guard let last = dossier.records.last(where: { $0.seq == now.moved?.seq }) else { return visit.say("现在", "now") }
        let who = form.lists.users.first { $0.value == last.by.text }.map { visit.say($0.title) } ?? last.by.text
        let what = visit.say(CommandTitle.of(last.command)), time = String(last.recorded.short.suffix(5))
        return visit.say("现在（记录 \(last.seq)，\(who)，\(what)，\(time)）", "now (record \(last.seq), \(who), \(what), \(time))")
    }

    private struct Fact {
        let title: Phrase
        let words: (Job) -> String?
    }

    private var facts: [Fact] {
        let state = [
            Fact(title: Phrase("施工", "works")) { visit.say($0.works.title) },
            Fact(title: Phrase("单据", "papers")) { visit.say($0.papers.title) },
            Fact(title: Phrase("产权", "tenure")) { $0.tenure.map { visit.say($0.title) } },
            Fact(title: Phrase("紧急程度", "urgency")) { $0.urgency.map { visit.say($0.title) } },
            Fact(title: Phrase("签证单", "change slips")) { $0.slips.isEmpty ? nil : String($0.slips.count) },
            Fact(title: Phrase("争议", "dispute")) { $0.disputed ? visit.say("有", "yes") : nil },
        ]
        guard dossier.showsAmounts else { return state }
        return state + [
            Fact(title: Phrase("踏勘合计", "surveyed")) { $0.survey?.total.shown },
            Fact(title: Phrase("踏勘明细", "lines of the survey")) { $0.survey.map { words($0.form.lines) } },
            Fact(title: Phrase("签认合计", "signed")) { $0.signedTotal?.shown },
            Fact(title: Phrase("送审合计", "claimed")) { $0.claim?.total.shown },
            Fact(title: Phrase("送审明细", "lines of the claim")) { $0.claim.map { words($0.lines) } },
            Fact(title: Phrase("审定", "approved")) { $0.review?.approved.shown },
            Fact(title: Phrase("应付", "payable")) { $0.held(.payable).shown },
            Fact(title: Phrase("质保金", "retention")) { $0.held(.retention).shown },
        ]
    }

    private func words(_ lines: [PricedLine]) -> String {
        lines.map { "\($0.item.text) \($0.quantity.text) \($0.unit.text) × \($0.unitPrice.shown)" }
            .joined(separator: visit.say("；", "; "))
    }

    /// What was said of a claimed line is kept where the same line stands there still; else it is proposed
    /// anew and wants another look.
    private func fitting(_ typed: Fields, _ before: Job) -> Fields {
        guard form.spec.does == Verb.review.does else { return typed }
        let (was, lines) = (before.claim?.lines ?? [], now.claim?.lines ?? [])
        var fields = typed
        fields.pairs.removeAll { pair in
            let parts = pair.name.split(separator: ".")
            guard parts.count == 3, parts[0] == "lines", let row = Int(parts[1]) else { return false }
            return !(was.indices.contains(row) && lines.indices.contains(row) && was[row] == lines[row])
        }
        for (row, amount) in (now.claim?.amounts ?? []).enumerated() where fields["lines.\(row).approved"] == nil {
            fields.set("lines.\(row).approved", amount.yuan)
        }
        return fields
    }
}
