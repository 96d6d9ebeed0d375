import Jobs
import Kernel

/// Rows of a form: lines with prices, agreed prices, lines under review. A table on a desktop, a sheet a row
/// on a phone, by the style alone.
struct LinesView {
    let form: FormView
    let field: Field

    private func say(_ zh: String, _ en: String) -> String { form.say(zh, en) }

    private func value(_ name: String) -> String { form.values[name] ?? "" }

    /// Rows that were typed in, and some empty ones.
    private var count: Int {
        let prefix = field.name + "."
        let used = form.values.pairs.compactMap { pair -> Int? in
            guard pair.name.hasPrefix(prefix), !pair.value.isEmpty, !pair.name.hasSuffix(".kind") else { return nil }
            return pair.name.dropFirst(prefix.count).split(separator: ".").first.flatMap { Int($0) }
        }
        return min(Self.most, max(form.rows, (used.filter { (0..<Self.most).contains($0) }.max() ?? -1) + 1))
    }

    /// The most rows of a form.
    static let most = 200

    private func input(_ row: Int, _ column: String, _ title: String, number: Bool = false) -> HTML {
        let name = "\(field.name).\(row).\(column)", line = say("第 \(row + 1) 行", "line \(row + 1)")
        return """
            <td data-t="\(title)"><input id="f-\(name)" name="\(name)" value="\(value(name))" aria-label="\(line) \(title)" \
            class="\(number ? "n" : "")"\("inputmode", number ? "decimal" : nil) autocomplete="off"\
            \(form.described(name))>\(form.mistake(name))</td>
            """
    }

    private func table(_ heads: [(String, Bool)], _ rows: [HTML], more: Bool, kind: String = "rows") -> HTML {
        let head = heads.map { head -> HTML in "<th scope=\"col\" class=\"\(head.1 ? "n" : "")\">\(head.0)</th>" }
        let button: HTML = more
            ? "<button class=\"b\" name=\"go\" value=\"more\" formnovalidate>＋ \(say("再加三行", "three more lines"))</button>"
                : .empty
        return """
            <fieldset class="f lines" id="f-\(field.name)"><legend>\(form.say(field.title))</legend>\(form.mistake(field.name))
            <table class="\(kind)"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table>\(button)</fieldset>
            """
    }

    var lines: HTML {
        let heads = [(say("类别", "kind"), false), (say("项目", "item"), false), (say("数量", "quantity"), true),
            (say("单位", "unit"), false),
                     (say("单价（元）", "unit price"), true)]
        let rows = (0..<count).map { row -> HTML in
            let name = "\(field.name).\(row).kind"
            let options = LineKind.allCases.map { kind -> HTML in
                """
                    <option value="\(kind.rawValue)"\("selected", if: value(name) == kind.rawValue)>\(form.say(kind.title))\
                    </option>
                    """
            }
            return """
                <tr><td data-t="\(say("类别", "kind"))"><select name="\(name)" \
                aria-label="\(say("第 \(row + 1) 行类别", "kind of line \(row + 1)"))">\
                \(options)</select></td>\(input(row, "item", say("项目", "item")))\(input(row, "quantity",
                    say("数量", "quantity"), number: true))\
                \(input(row, "unit", say("单位", "unit")))\(input(row, "unitPrice", say("单价", "unit price"), number: true))</tr>
                """
        }
        return table(heads, rows, more: true, kind: "rows five")
    }

    /// Rows of the cells of a spec; where none is needed they are folded away until something is in them.
    func cells(_ columns: [Field.Column]) -> HTML {
        let rows = (0..<count).map { row -> HTML in
            "<tr>\(columns.map { column in cell(row, column) })</tr>"
        }
        let table = table(columns.map { (form.say($0.title), $0.isNumber) }, rows, more: true)
        guard field.isOptional else { return table }
        let isUsed = form.values.pairs.contains { $0.name.hasPrefix(field.name + ".") && !$0.value.isEmpty }
        return """
            <details class="f lines" \("open", if: isUsed)><summary>\(form.say(field.title))\(form.remark(field))</summary>\
            \(table)</details>
            """
    }

    private func cell(_ row: Int, _ column: Field.Column) -> HTML {
        guard case .from(let list) = column.kind else {
            return input(row, column.name, form.say(column.title), number: column.isNumber)
        }
        let name = "\(field.name).\(row).\(column.name)", chosen = value(name), title = form.say(column.title)
        let options = form.lists[keyPath: list].map { choice -> HTML in
            "<option value=\"\(choice.value)\"\("selected", if: choice.value == chosen)>\(form.say(choice.title))</option>"
        }
        return """
            <td data-t="\(title)"><select id="f-\(name)" name="\(name)" aria-label="\(say("第 \(row + 1) 行", "line \(row + 1)")) \
            \(title)"\(form.described(name))><option value="">—</option>\(options)</select>\(form.mistake(name))</td>
            """
    }

    /// One row a claimed line, with the amount claimed as a proposal and a box that says it was looked at.
    var reviewed: HTML {
        let heads = [(say("看过", "seen"), false), (say("项目", "item"), false), (say("送审（元）", "claimed"), true),
            (say("协议价", "agreed"), true),
                     (say("审定（元）", "approved"), true), (say("理由", "reason"), false)]
        let rows = form.lists.claimed.enumerated().map { index, line -> HTML in
            let name = "\(field.name).\(index).looked"
            return """
                <tr class="\(line.limit == nil ? "" : "above")"><td data-t="\(say("看过", "seen"))">\
                <input type="checkbox" id="f-\(name)" \
                name="\(name)" value="1"\("checked", if: form.values[name] != nil) \
                aria-label="\(say("第 \(index + 1) 行看过", "line \(index + 1) seen"))">\
                \(form.mistake(name))</td><th scope="row" data-t="\(say("项目", "item"))">\(line.item)<small>\(line.terms)\
                </small></th>\
                <td class="n" data-t="\(say("送审", "claimed"))">\(line.amount.shown)</td>\
                <td class="n" data-t="\(say("协议价", "agreed"))">\(line.limit.map { "⚠ " + $0.shown } ?? "—")</td>\
                \(input(index, "approved", say("审定", "approved"), number: true))\(input(index, "reason", say("理由", "reason")))\
                </tr>
                """
        }
        return table(heads, rows, more: false)
    }
}
