import Desk
import Journal
import Kernel

/// A form that was recorded, gone back to, changed and sent again: what stands in the record, what was typed
/// now, and a way on. One form is one command, so a change needs a form of its own.
struct RecordedPage {
    let form: CommandForm
    let record: Record
    /// What was typed now, as a command would hold it, and as a browser sent it.
    let with: JSON
    let typed: Fields

    private var visit: Visit { form.visit }

    var page: Page {
        let title = visit.say("这张表已经记下", "This form was recorded")
        let fields = typed.pairs.filter { !["id", "seen", "go", CSRF.field].contains($0.name) }
        let hidden = [("id", CommandForm.newID()), ("seen", String(form.visitor.head.seq))] + fields
        let when = "\(record.recorded.short)"
        return Page(title, """
            \(visit.head(title, under: visit.say(
                "第 \(record.seq) 号记录，\(when)。同一张表只记一次，改动没有记下。",
                "Record \(record.seq), \(when). One form is recorded once: the change was not.")))
            \(HTML.sheet(form.title, table))
            <form method="post" class="foot">\(visit.hidden(hidden))
            <button class="b main" name="go" value="edit">\(visit.say("按新一步另填", "Fill in a new form with it"))</button>
            <a class="b" href="\(form.home(record.answer))">\(visit.say("不改，看记下的", "Leave it, show what was recorded"))</a></form>
            """, status: 409, place: form.place)
    }

    private var table: HTML {
        let recorded = record.command["with"] ?? .null
        let rows = form.spec.fields.compactMap { field -> HTML? in
            // The record holds digests of a caller, which say nothing to a person.
            let isCaller = field.name.hasPrefix("caller.")
            let (before, now) = (isCaller ? "…" : words(field, recorded), words(field, with))
            if before == now || isCaller && now == "—" { return nil }
            return """
                <tr><th scope="row">\(visit.say(field.title))</th>\
                <td data-t="\(visit.say("已记下", "recorded"))">\(before)</td>\
                <td data-t="\(visit.say("刚才填的", "typed now"))"><b>\(now)</b></td></tr>
                """
        }
        if rows.isEmpty { return "<p>\(visit.say("不同的只有发生时间。", "Only the time when it happened differs."))</p>" }
        let heads = [visit.say("事项", "what"), visit.say("已记下", "recorded"), visit.say("刚才填的", "typed now")]
        return """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead>\
            <tbody>\(rows)</tbody></table>
            """
    }

    /// `site.address` is a member of the member `site`.
    private func words(_ field: Field, _ with: JSON) -> String {
        let value = field.name.split(separator: ".").reduce(Optional(with)) { found, name in found?[String(name)] }
        return value.map { words($0, field) } ?? "—"
    }

    private func words(_ value: JSON, _ field: Field) -> String {
        switch value {
        case .null: "—"
        case .bool(let isSo): isSo ? visit.say("是", "yes") : visit.say("否", "no")
        case .number(let digits): digits
        case .string(let text): title(text, field)
        case .array(let items): items.map { words($0, field) }.joined(separator: visit.say("；", "; "))
        case .object(let members): members.map { words($0.value, field) }.joined(separator: " ")
        }
    }

    private func title(_ text: String, _ field: Field) -> String {
        let choices: [Field.Choice] = switch field.kind {
        case .choice(let list), .several(let list): list
        case .from(let list): form.lists[keyPath: list]
        case .people: form.lists.visitors
        case .label, .prose, .code, .digits, .money, .signedMoney, .quantity, .percent, .count, .day, .coordinate, .yesNo, .tick,
             .lines, .reviewed, .rows, .photos, .jobPhotos: []
        }
        return choices.first { $0.value == text }.map { visit.say($0.title) } ?? text
    }
}
