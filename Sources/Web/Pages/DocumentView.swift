import Desk
import Documents
import Journal
import Kernel
import Press
import Reports

/// A document as a part of a page: the same sections as on paper, with what can be pressed made something
/// to press.
struct DocumentView {
    let document: Document
    let visit: Visit
    /// What leads from a figure of a report to its rows.
    private let following: Following?
    /// The reports that those rows may be read in.
    private let readable: Set<String>
    var language: Language { visit.language }

    init(document: Document, visit: Visit, following: Following? = nil) {
        (self.document, self.visit, self.following) = (document, visit, following)
        let entries = following == nil ? [] : visit.visitor.map { ReportsPage.entries(for: $0.rights) } ?? []
        readable = Set(entries.map(\.name))
    }

    /// A long one in pages.
    var body: HTML {
        let pages = DocumentPages(document, wanted: visit.query[DocumentPages.name(document)])
        let sections = document.sections.enumerated().compactMap { pages.section($1, at: $0).map(section) }
        let (above, below) = (pages.links(document, visit), pages.links(document, visit, isSecond: true))
        return facts + above + HTML.list(sections) + below + end
    }

    /// Whose it is stands in the frame of every page.
    var facts: HTML { pairs(document.facts.filter { $0.key != "org" }) }

    func section(_ section: Section) -> HTML {
        var table: Table?
        var count = 0
        let parts = section.parts.map { part -> HTML in
            if case .table(let last) = part { (table, count) = (last, count + 1) }
            return self.part(part, after: table, called: label(section, table?.name, count))
        }
        let heading: HTML = section.heading.map { heading in "<div class=\"sh\"><h2>\(visit.say(heading))</h2></div>" } ?? .empty
        return "<section class=\"sheet\">\(heading)\(parts)</section>"
    }

    /// What a table is called to somebody who hears the page: each by another name.
    private func label(_ section: Section, _ name: Phrase?, _ count: Int) -> String {
        let heading = name ?? section.heading, number = name == nil && count > 1 ? String(count) : nil
        let words = [visit.say(document.title), heading.map(visit.say), number]
        return words.compactMap(\.self).joined(separator: visit.say("，", ", "))
    }

    private func part(_ part: Section.Part, after table: Table?, called label: String) -> HTML {
        switch part {
        case .pairs(let pairs): self.pairs(pairs)
        case .table(let table): self.table(table, called: label)
        case .chart(let chart): table.map { StackedBar(chart, $0, language).html } ?? .empty
        case .timeline(let entries): timeline(entries)
        case .list(let items): "<ul>\(items.map { item -> HTML in "<li>\(visit.say(item))</li>" })</ul>"
        case .text(let text): "<pre>\(visit.say(text))</pre>"
        }
    }

    func pairs(_ pairs: [Pair]) -> HTML {
        let shown = pairs.filter { $0.value != .blank }
        if shown.isEmpty { return .empty }
        return """
            <dl class="pairs">\(shown.map {
                pair -> HTML in "<div><dt>\(visit.say(pair.title))</dt><dd>\(cell(pair.value, .text))</dd></div>" })</dl>
            """
    }

    func table(_ table: Table, called label: String) -> HTML {
        let unit: HTML = table.columns.contains { $0.kind == .money }
            ? "<p class=\"unit\">\(visit.say("单位：", "in "))\(visit.say(table.unit.title))</p>" : .empty
        let heads = table.columns.map { column -> HTML in
            "<th scope=\"col\" class=\"\(column.kind.side)\">\(visit.say(column.title))</th>"
        }
        let none: HTML = "<tr><td colspan=\"\(table.columns.count)\" class=\"none\">\(visit.say("没有", "none"))</td></tr>"
        return """
            \(unit)<div class="wide" tabindex="0" role="region" aria-label="\(label)">\
            <table class="t\(isCards(table) ? " cards" : "")">\
            <thead><tr>\(heads)</tr></thead><tbody>\
            \(table.rows.isEmpty ? none : table.rows.map { row($0, of: table) }.joined())</tbody></table></div>
            """
    }

    /// Jobs with a few words each are cards on a phone, where their columns have no room beside each other.
    private func isCards(_ table: Table) -> Bool {
        guard case .link(.job) = table.rows.first?.cells.first else { return false }
        return table.columns.count <= 8
    }

    private func row(_ row: Table.Row, of table: Table) -> HTML {
        let cells = zip(table.columns, row.cells).enumerated().map { index, pair -> HTML in
            let (column, value) = pair
            let text = followed(cell(value, column.kind), following?.question(table, row, at: index))
            if index == 0 { return "<th scope=\"row\" class=\"\(column.kind.side)\">\(text)</th>" }
            let long = isLong(value) ? " long" : ""
            return "<td class=\"\(column.kind.side)\(long)\" data-t=\"\(visit.say(column.title))\">\(text)</td>"
        }
        return "<tr class=\"\(row.level.rawValue)\">\(cells)</tr>"
    }

    /// A sentence is not read from a column of single signs.
    private func isLong(_ cell: Cell) -> Bool {
        switch cell {
        case .text(let words): words.count > 20
        case .phrase(let phrase): visit.say(phrase).count > 20
        case .blank, .named, .list, .link, .money, .ratio, .count, .day, .instant, .duration, .flag: false
        }
    }

    /// A figure leads to its rows, if its reader may see them.
    private func followed(_ text: HTML, _ question: RowsQuestion?) -> HTML {
        guard let question, !question.isOfJobs, readable.contains(question.report) else { return text }
        var query = Fields(question.fields.map { ($0.name, $0.value) })
        for moment in ["as-of", "known-at"] { query.set(moment, visit.query[moment].flatMap { $0.isEmpty ? nil : $0 }) }
        return "<a class=\"rows\" href=\"\(visit.at("/reports/\(question.report)?\(query.query)"))\">\(text)</a>"
    }

    private func cell(_ cell: Cell, _ kind: Table.Kind) -> HTML {
        let text = cell.display(in: kind, language)
        switch cell {
        case .link(.job(let number)): return "<a href=\"\(visit.at("/jobs/" + Fields.encoded(number.text)))\">\(text)</a>"
        // Who may not read records gets the number alone.
        case .link(.record), .link(.voucher) where visit.visitor.map({ $0.rights[.records] < .part }) ?? true: return "\(text)"
        case .link(.record(let seq)): return "<a href=\"\(visit.at("/audit/records/\(seq)"))\">\(text)</a>"
        case .link(.voucher(let number)): return """
            <a href="\(visit.at("/audit/records/" + Fields.encoded(number.text)))">\(text)</a>
            """
        case .money: return "\(text.replacing("-", with: "−"))"
        case .link(.document), .blank, .text, .phrase, .named, .list, .ratio, .count, .day, .instant, .duration,
            .flag: return "\(text)"
        }
    }

    /// Newest day first.
    func timeline(_ entries: [Happening]) -> HTML {
        var days: [(day: Day, entries: [Happening])] = []
        for entry in entries.reversed() {
            if days.last?.day == entry.at.day { days[days.count - 1].entries.append(entry) } else {
                days.append((entry.at.day, [entry])) }
        }
        return HTML.list(days.map { day in
            "<h3 class=\"day\">\(visit.say(day.day.spoken))</h3><ol class=\"line\">\(day.entries.map(happening))</ol>"
        })
    }

    private func happening(_ entry: Happening) -> HTML {
        let isLinked = (visit.visitor?.rights[.records] ?? .nothing) >= .all
        let number: HTML = isLinked
            ? "<a href=\"\(visit.at("/audit/records/\(entry.record)"))\">#\(entry.record)</a>" : "#\(entry.record)"
        return """
            <li><time datetime="\(entry.at.text)">\(entry.at.short.suffix(5))</time> <span>\(visit.say(entry.text))</span> \
            <small>\(number)</small></li>
            """
    }

    private var end: HTML {
        let checks = document.checks.map { check -> HTML in
            let found = check.found.display(language)
            return check.holds
                ? "<li class=\"good\">✓ \(visit.say(check.title)) \(found)</li>"
                : "<li class=\"bad\">✗ \(visit.say(check.title)) \(check.expected.display(language)) ≠ \(found)</li>"
        }
        let notes = document.notes.map { note -> HTML in "<p class=\"note\">\(visit.say("注：", "Note: "))\(visit.say(note))</p>" }
        let stamps = document.stamps.map { stamp -> HTML in
            // On the screen the foot of the page says the same.
            let isPage = stamp.seq == visit.visitor?.head.seq
            return """
                <p class="note\(isPage ? " asof" : "")">\(visit.say("依据记录", "Computed from record")) \(stamp.seq)\
                \(visit.say("，哈希", ", hash")) <code>\(stamp.hash)</code></p>
                """
        }
        return (checks.isEmpty ? .empty : "<ul class=\"checks\">\(checks)</ul>") + HTML.list(notes + stamps)
    }
}

extension HTML {
    static func + (a: HTML, b: HTML) -> HTML { HTML(raw: a.text + b.text) }
    static func list(_ parts: [HTML]) -> HTML { parts.joined() }
}

extension Table.Kind {
    /// Figures stand on the right.
    var side: String {
        switch self {
        case .money, .percent, .count: "n"
        case .label, .name, .day: "k"
        case .text, .flag: ""
        }
    }
}
