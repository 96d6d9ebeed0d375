package import Documents
package import Kernel

/// Writes a document as a page that stands alone: one file, no script, nothing fetched from anywhere, ready
/// to print on A4. The same document gives the same bytes.
package struct HTMLWriter {
    private let language: Language

    package static func text(_ document: Document, _ language: Language = .zh) -> String {
        var text = ""
        each(of: document, language) { text += $0 }
        return text
    }

    /// The page piece by piece: a table may be long.
    static func each<Fault: Error>(
        of document: Document, _ language: Language, _ take: (String) throws(Fault) -> Void
    ) throws(Fault) {
        let writer = HTMLWriter(language: language)
        try take(writer.opening(document) + writer.head(document))
        for section in document.sections { try writer.each(of: section, isForm: document.form != nil, take) }
        try take(writer.foot(document) + "</main>\n</body>\n</html>\n")
    }

    private func opening(_ document: Document) -> String {
        let title = HTMLText.escaped(document.title(language))
        return """
            <!DOCTYPE html>
            <html lang="\(Phrase("zh-CN", "en")(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(HTMLStyle.sheet(document.orientation))
            </style>
            </head>
            <body>
            <main\(document.form == nil ? "" : " class=\"form\"")>

            """
    }

    private func head(_ document: Document) -> String {
        let banner = document.sandbox ? line("p", [("class", "practice")], Document.practice(language)) : ""
        let title = line("h1", [], document.title(language))
        guard let form = document.form else { return banner + title + pairs(document.facts) }
        let number = Phrase("编号：\(form.number)", "No. \(form.number)")(language)
        return banner + line("p", [("class", "office")], form.office(language)) + title + line("p", [("class", "number")], number)
            + pairs(document.facts, isForm: true)
    }

    private func each<Fault: Error>(
        of section: Section, isForm: Bool, _ take: (String) throws(Fault) -> Void
    ) throws(Fault) {
        try take("<section>\n" + (section.heading.map { line("h2", [], $0(language)) } ?? ""))
        var table: Table?
        for part in section.parts {
            if case .table(let last) = part {
                table = last
                try HTMLTable(last, language).each(take)
            } else {
                try take(self.part(part, after: table, isForm: isForm))
            }
        }
        try take("</section>\n")
    }

    /// What is no table.
    private func part(_ part: Section.Part, after table: Table?, isForm: Bool) -> String {
        switch part {
        case .pairs(let pairs): return self.pairs(pairs, isForm: isForm)
        case .chart(let chart): return table.map { SVGWriter.element(ChartFigures(chart, $0, language).picture) } ?? ""
        case .timeline(let entries):
            return list("ol", entries.map(happening))
        case .list(let items): return list("ul", items.map { HTMLText.escaped($0(language)) })
        case .text(let text): return line("pre", [], text(language))
        case .table: return ""
        }
    }

    private func foot(_ document: Document) -> String {
        let (mark, remarks) = document.remarks(language)
        let notes = remarks.map { line("p", [("class", "note")], mark + $0) }
        let checks = document.checks.map { HTMLText.escaped($0.words(language)) }
        let signatures = document.signatures.map { signature in
            HTMLText.escaped(signature.title(language)) + HTMLText.element("span", [], HTMLText.escaped(signature.who))
        }
        let stamps = document.stamps.map { line("footer", [], $0.words(language)) }
        return notes.joined() + list("ul", checks, "checks") + list("ul", signatures, "signatures") + stamps.joined()
    }

    private func happening(_ entry: Happening) -> String {
        let time = HTMLText.element("time", [("datetime", entry.at.text)], entry.at.short)
        return "\(time) #\(entry.record) " + HTMLText.escaped(entry.text(language))
    }

    /// A pair without a value is left out.
    private func pairs(_ pairs: [Pair], isForm: Bool = false) -> String {
        let shown = isForm ? Pair.boxes(pairs) : pairs.filter { $0.value != .blank }
        if shown.isEmpty { return "" }
        let items = shown.map { pair in
            if pair.room == .amount, case .money(let amount) = pair.value { return box(pair.title(language), amount) }
            return (pair.room == .line && isForm ? "<div class=\"line\">" : "<div>")
                + HTMLText.element("dt", [], HTMLText.escaped(pair.title(language)))
                + HTMLText.element("dd", [], HTMLText.escaped(pair.value.display(language))) + "</div>"
        }
        return "<dl>\n" + items.joined(separator: "\n") + "\n</dl>\n"
    }

    /// An amount in capital figures and in digits.
    private func box(_ title: String, _ amount: Fen) -> String {
        let label = title + Phrase("（大写）", " (in capitals)")(language)
        let figures = HTMLText.escaped(amount.capitals) + HTMLText.element("b", [], "¥" + amount.grouped)
        return "<div class=\"amount\">" + HTMLText.element("dt", [], HTMLText.escaped(label))
            + HTMLText.element("dd", [], figures) + "</div>"
    }

    private func list(_ name: String, _ items: [String], _ kind: String = "") -> String {
        if items.isEmpty { return "" }
        let content = items.map { "<li>\($0)</li>" }.joined(separator: "\n")
        return HTMLText.element(name, kind.isEmpty ? [] : [("class", kind)], "\n\(content)\n") + "\n"
    }

    private func line(_ name: String, _ attributes: [(String, String)], _ text: String) -> String {
        HTMLText.element(name, attributes, HTMLText.escaped(text)) + "\n"
    }
}
