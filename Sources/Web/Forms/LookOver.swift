import Jobs
import Kernel

/// What a form says, as it will be recorded: pairs, rows with their amounts, and the sum in capital figures.
struct LookOver {
    let spec: FormSpec
    let form: Fields
    let lists: FormLists
    let visit: Visit
    /// What it is about in money where it names no amount itself.
    var amount: Fen?

    var html: HTML {
        let pairs = spec.fields.compactMap(pair)
        let when = form["at"].flatMap { Typed.plain($0).isEmpty ? nil : $0 } ?? visit.say("刚才", "just now")
        return """
            \((sum ?? amount).map {
                fen -> HTML in """
                    <p class="capitals">\(fen.capitals)</p><p class="figure">\(fen.shown) \(visit.say("元", "yuan"))</p>
                    """ })\
            <dl class="pairs">\(pairs)<div><dt>\(visit.say("发生时间", "happened"))</dt><dd>\(when)</dd></div></dl>
            """
    }

    private func pair(_ field: Field) -> HTML? {
        guard let words = words(field) else { return nil }
        return "<div><dt>\(visit.say(field.title))</dt><dd>\(words)</dd></div>"
    }

    private func title(_ value: String, _ choices: [Field.Choice]) -> String { choices.first { $0.value == value }
        .map { visit.say($0.title) } ?? value }

    private func words(_ field: Field) -> HTML? {
        let text = form[field.name].flatMap { Typed.plain($0).isEmpty ? nil : $0 }
        switch field.kind {
        case .lines, .reviewed: return HTML.list(rows(field))
        case .rows(let columns):
            let rows = cells(field, columns)
            return rows.isEmpty ? nil : HTML.list(rows)
        case .photos: return lists.photos.isEmpty ? nil : "\(lists.photos.count)"
        case .jobPhotos:
            let count = lists.jobPhotos(in: form, field).count
            return count == 0 ? nil : "\(count)"
        case .tick: return text.map { _ in "✓" }
        case .several(let choices): 
            let chosen = form.all(field.name).map { title($0, choices) }
            return "\(chosen.joined(separator: visit.say("、", ", ")))"
        case .people:
            let listed = form.all(field.name).map { title($0, lists.visitors) }
                + [form[field.name + ".others"] ?? ""].filter { !$0.isEmpty }
            return "\(listed.joined(separator: visit.say("、", ", ")))"
        case .choice(let choices): return text.map { value in "\(title(value, choices))" }
        case .from(let list): return text.map { value in "\(title(value, lists[keyPath: list]))" }
        case .yesNo(let yes, let no): return text.map { value in "\(visit.say(value == "yes" ? yes : no))" }
        case .money, .signedMoney: return text.flatMap { money($0) }.map { fen in "\(fen.shown)" }
        case .label, .prose, .code, .digits, .quantity, .percent, .count, .day, .coordinate:
            return text.map { value in "\(value)" }
        }
    }

    private func money(_ text: String) -> Fen? { (try? Typed.money(text, signed: true).get())
        .flatMap { try? Fen(yuan: $0, signed: true) } }

    /// A line a row: what, how many at which price, and what that comes to.
    private func rows(_ field: Field) -> [HTML] {
        (0..<200).compactMap { index -> HTML? in
            let cell = { (name: String) in form["\(field.name).\(index).\(name)"].flatMap { Typed.plain($0).isEmpty ? nil : $0 } }
            if case .reviewed = field.kind {
                guard let approved = cell("approved").flatMap(money), index < lists.claimed.count else { return nil }
                let line = lists.claimed[index], cut = line.amount - approved
                let less = cut == .zero
                    ? "" : visit.say("，核减 \(cut.shown)：\(cell("reason") ?? "")", ", cut \(cut.shown): \(cell("reason") ?? "")")
                return "<div class=\"row\"><span>\(line.item)\(less)</span><b class=\"n\">\(approved.shown)</b></div>"
            }
            guard let item = cell("item") else { return nil }
            // As it was understood, however it was typed: ２４０ is 240.00.
            let quantity = cell("quantity").map { text in (try? Typed.quantity(text, signed: true).get()) ?? text }
            let price = cell("unitPrice").map { text in money(text)?.shown ?? text } ?? ""
            let terms = [quantity, cell("unit")].compactMap(\.self).joined(separator: " ") + " × " + price
            return """
                <div class="row"><span>\(item) <small>\(terms)</small></span><b class="n">\(value(field, index)?.shown ?? "")\
                </b></div>
                """
        }
    }

    /// A row a line, its cells one after the other.
    private func cells(_ field: Field, _ columns: [Field.Column]) -> [HTML] {
        (0..<LinesView.most).compactMap { index -> HTML? in
            let words = columns.compactMap { column -> String? in
                guard let text = form["\(field.name).\(index).\(column.name)"], !Typed.plain(text).isEmpty else { return nil }
                if case .from(let list) = column.kind { return title(text, lists[keyPath: list]) }
                return column.isNumber ? "\(visit.say(column.title)) \(Typed.plain(text))" : Typed.plain(text)
            }
            return words.isEmpty ? nil : "<div class=\"row\"><span>\(words.joined(separator: visit.say("，", ", ")))</span></div>"
        }
    }

    private func value(_ field: Field, _ index: Int) -> Fen? {
        let cell = { (name: String) in form["\(field.name).\(index).\(name)"] ?? "" }
        if case .reviewed = field.kind { return money(cell("approved")) }
        guard case .lines = field.kind, let quantity = try? Typed.quantity(cell("quantity"), signed: true).get(),
            let price = money(cell("unitPrice"))
        else { return nil }
        return try? Quantity(quantity).times(price)
    }

    /// What the form is about in money: its one amount, or the sum of its lines, without tax on top.
    private var sum: Fen? {
        for field in spec.fields {
            switch field.kind {
            case .lines, .reviewed: return try? Fen.sum((0..<200).compactMap { value(field, $0) })
            case .money, .signedMoney: if let fen = money(form[field.name] ?? "") { return fen }
            case .label, .prose, .code, .digits, .quantity, .percent, .count, .day, .coordinate, .choice, .from, .yesNo, .tick,
                 .several, .people, .rows, .photos, .jobPhotos: continue
            }
        }
        return nil
    }
}
