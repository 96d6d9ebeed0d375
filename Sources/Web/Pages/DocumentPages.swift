import Documents
import Kernel

/// A long document cut to pages of rows: the rows of all its tables, counted through. Files have it whole.
struct DocumentPages {
    /// Rows of a page; of a wide table fewer, so that a page stays some 60 KB (web.md 2.0).
    private static let rows = 75, cells = 900

    /// From 1.
    let page: Int
    let count: Int
    /// Rows of the whole document.
    let total: Int
    private let window: Range<Int>
    /// Where the rows of each table begin, section by section.
    private let starts: [[Int]]

    /// `wanted` is what an address says; what it cannot be is the first or the last page.
    init(_ document: Document, wanted: String?) {
        var total = 0
        starts = document.sections.map { section in
            section.parts.map { part in
                let start = total
                if case .table(let table) = part { total += Self.body(table).count }
                return start
            }
        }
        self.total = total
        let widest = max(1, document.tables.map(\.columns.count).max() ?? 1)
        let rows = max(1, min(Self.rows, Self.cells / widest))
        count = max(1, (total + rows - 1) / rows)
        page = min(count, max(1, wanted.flatMap { Int($0) } ?? 1))
        window = (page - 1) * rows..<page * rows
    }

    /// The parameter of a document's page: a page may show several.
    static func name(_ document: Document) -> String { "page-" + document.name }

    /// Sums at the end stand under every page.
    private static func body(_ table: Table) -> Slice<TableRows> {
        table.rows[..<((table.rows.lastIndex { $0.level != .total } ?? -1) + 1)]
    }

    /// What of a section stands on this page; nil: nothing.
    func section(_ section: Section, at index: Int) -> Section? {
        if count == 1 { return section }
        let starts = starts[index]
        // What is no table goes with the first rows of its section.
        let first = section.parts.indices.first { if case .table = section.parts[$0] { true } else { false } }
        let lead = first.map { starts[$0] } ?? starts.first ?? 0
        let parts = section.parts.enumerated().compactMap { place, part -> Section.Part? in
            guard case .table(let table) = part else { return window.contains(min(lead, total - 1)) ? part : nil }
            let body = Self.body(table), own = window.clamped(to: starts[place]..<starts[place] + body.count)
            if own.isEmpty { return body.isEmpty && window.contains(min(starts[place], total - 1)) ? part : nil }
            var cut = table
            cut.rows = TableRows(body[(own.lowerBound - starts[place])..<(own.upperBound - starts[place])])
            cut.rows += table.rows[body.endIndex...]
            return .table(cut)
        }
        return parts.isEmpty ? nil : Section(section.heading, parts)
    }

    /// To the other pages.
    func links(_ document: Document, _ visit: Visit, isSecond: Bool = false) -> HTML {
        if count == 1 { return .empty }
        let link = { (to: Int, title: String) -> HTML in
            guard (1...count).contains(to) else { return .empty }
            var query = visit.query
            query.set(Self.name(document), String(to))
            return "<a class=\"b\" href=\"\(visit.path)?\(query.query)\">\(title)</a>"
        }
        let place = isSecond ? visit.say("，翻页（表后）", ", pages, below") : visit.say("，翻页", ", pages")
        let label = visit.say(document.title) + place
        return """
            <nav class="pages" aria-label="\(label)">\(link(page - 1, visit.say("‹ 上一页", "‹ Previous")))\
            <span>\(visit.say("第 \(page) / \(count) 页，共 \(total) 行", "page \(page) of \(count), \(total) rows"))</span>\
            \(link(page + 1, visit.say("下一页 ›", "Next ›")))</nav>
            """
    }
}
