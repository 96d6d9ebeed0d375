import Documents
import Jobs
import Kernel
import Press
import Reports

/// What a new policy changes, row by row, in the words of the policy's page.
struct PolicyDifference {
    struct Change: Equatable {
        let part: String
        let what: String
        /// nil: it was not there; it goes.
        let before: String?
        let after: String?
    }

    let before: Policy?
    let after: Policy
    let visit: Visit

    var html: HTML {
        let changes = changes
        if before == nil { return DocumentView(document: document(after), visit: visit).body }
        if changes.isEmpty {
            return "<p class=\"say\">\(visit.say("和现行制度没有差别。", "It says the same as the one in force."))</p>"
        }
        let none = visit.say("（无）", "(none)")
        let rows = changes.map { change -> HTML in
            """
            <tr><th scope="row">\(change.part)</th><td>\(change.what)</td><td data-t="\(visit.say("现行", "now"))">\
            \(change.before ?? none)</td><td data-t="\(visit.say("改为", "then"))"><b>\(change.after ?? none)</b></td></tr>
            """
        }
        let heads = [visit.say("部分", "part"), visit.say("事项", "what"), visit.say("现行", "now"), visit.say("改为", "then")]
        return """
            <h2>\(visit.say("改动 \(changes.count) 处", changes.count == 1 ? "One change" : "\(changes.count) changes"))</h2>
            <table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead>\
            <tbody>\(rows)</tbody></table>
            """
    }

    var changes: [Change] {
        guard let before else { return [] }
        let (old, new) = (document(before), document(after))
        let own = zip(old.sections, new.sections).flatMap { old, new in
            zip(old.parts, new.parts).flatMap { part(old.heading.map(visit.say) ?? "", $0, $1, keys: keys(old)) }
        }
        return own + unlisted(before)
    }

    private func document(_ policy: Policy) -> Document {
        PolicyDocument.make(policy, title: Phrase("制度", "Policy"), sandbox: false)
    }

    /// How many leading columns tell a row of a section from the others; 0: its place does.
    private func keys(_ section: Section) -> Int {
        switch section.heading?.en {
        case "Sources", "Categories and deadlines": 1
        case "The policy's rates": 3
        case _: 0
        }
    }

    private func part(_ title: String, _ old: Section.Part, _ new: Section.Part, keys: Int) -> [Change] {
        switch (old, new) {
        case (.pairs(let old), .pairs(let new)): pairs(title, old, new)
        case (.table(let old), .table(let new)): rows(title, old, new, keys: keys)
        case (.pairs, _), (.table, _), (.chart, _), (.timeline, _), (.list, _), (.text, _): []
        }
    }

    private func words(_ cell: Cell, _ kind: Table.Kind = .text) -> String { cell.display(in: kind, visit.language) }

    private func pairs(_ title: String, _ old: [Pair], _ new: [Pair]) -> [Change] {
        let gone = old.filter { pair in !new.contains { $0.key == pair.key } }
        return new.compactMap { pair in
            let before = old.first { $0.key == pair.key }
            if before?.value == pair.value { return nil }
            return Change(
                part: title, what: visit.say(pair.title), before: before.map { words($0.value) }, after: words(pair.value))
        } + gone.map { Change(part: title, what: visit.say($0.title), before: words($0.value), after: nil) }
    }

    private func rows(_ title: String, _ old: Table, _ new: Table, keys: Int) -> [Change] {
        let (old, after) = (named(old, keys), named(new, keys))
        let gone = old.filter { row in !after.contains { $0.name == row.name } }
        let whole = { (texts: [String]) in texts.joined(separator: visit.say("，", ", ")) }
        return after.flatMap { row -> [Change] in
            guard let before = old.first(where: { $0.name == row.name }) else {
                return [Change(part: title, what: row.name, before: nil, after: whole(row.texts))]
            }
            return zip(before.texts, row.texts).enumerated().compactMap { index, pair in
                if pair.0 == pair.1 { return nil }
                return Change(part: title, what: row.name + visit.say("，", ", ") + visit.say(new.columns[index].title),
                    before: pair.0, after: pair.1)
            }
        } + gone.map { Change(part: title, what: $0.name, before: whole($0.texts), after: nil) }
    }

    private func named(_ table: Table, _ keys: Int) -> [(name: String, texts: [String])] {
        table.rows.enumerated().map { index, row in
            let texts = zip(table.columns, row.cells).map { words($1, $0.kind) }
            let name = keys == 0 ? visit.say("第 \(index + 1) 级", "tier \(index + 1)") : texts.prefix(keys).joined(separator: " ")
            return (name, texts)
        }
    }

    /// What the policy's page does not spell out.
    private func unlisted(_ before: Policy) -> [Change] {
        let days = visit.say("节假日", "holidays"), calendar = visit.say("工作日历", "Working calendar")
        let (old, new) = (Set(before.calendar.holidays), Set(after.calendar.holidays))
        let gone = old.subtracting(new).sorted().map { Change(part: calendar, what: days, before: $0.text, after: nil) }
        let come = new.subtracting(old).sorted().map { Change(part: calendar, what: days, before: nil, after: $0.text) }
        let ranks = after.sources.compactMap { source -> Change? in
            guard let was = before.sources.first(where: { $0.code == source.code }), was.rank != source.rank else { return nil }
            return Change(
                part: visit.say("资金来源", "Sources"), what: source.code.text + visit.say("，付款次序", ", order of payment"),
                before: String(was.rank), after: String(source.rank))
        }
        return ranks + gone + come
    }
}
