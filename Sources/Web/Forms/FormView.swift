import Jobs
import Kernel

/// A form as HTML: its fields by their spec, what was typed, and each fault beside its field. Nothing is
/// checked by the browser: one wording, from ``FormReader``.
struct FormView {
    let spec: FormSpec
    let values: Fields
    let lists: FormLists
    let faults: [FormReader.Fault]
    let language: Language
    /// Rows of lines that are shown at least.
    var rows = 3
    /// Where photos are shown from: `/NHL/photos/`.
    var photos = ""
    /// Whose they are.
    var job: Code?

    func say(_ phrase: Phrase) -> String { phrase(language) }
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var fields: HTML { spec.fields.map(field).joined() }

    /// On top of the page: how many, and a link to each.
    var summary: HTML {
        guard !faults.isEmpty else { return .empty }
        let items = faults.map { fault -> HTML in
            let words = title(fault.field) + say("：", ": ") + say(fault.text)
            return "<li><a href=\"#f-\(fault.field)\">\(words)</a></li>"
        }
        return """
            <div class="say late" role="alert" tabindex="-1" id="faults">
            <h2>\(say("有 \(faults.count) 处要改", faults.count == 1 ? "One thing to mend" : "\(faults.count) things to mend"))</h2>
            <ul>\(items)</ul></div>
            """
    }

    /// Of a field, or of a cell of its rows.
    private func title(_ name: String) -> String {
        if let field = spec.fields.first(where: { $0.name == name }) { return say(field.title) }
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 3, let row = Int(parts[1]) else { return name }
        return say("第 \(row + 1) 行", "Line \(row + 1)")
    }

    func fault(_ name: String) -> String? { faults.first { $0.field == name }.map { say($0.text) } }

    func mistake(_ name: String) -> HTML {
        guard let text = fault(name) else { return .empty }
        return "<p class=\"fault\" id=\"e-\(name)\"><b>⚠ \(say("错误：", "Error: "))</b>\(text)</p>"
    }

    private func field(_ field: Field) -> HTML {
        switch field.kind {
        case .choice(let choices): pills(field, choices)
        case .yesNo(let yes, let no): pills(field, [.init("yes", yes), .init("no", no)])
        case .from(let list): choose(field, lists[keyPath: list])
        case .tick: tick(field)
        case .several(let choices): several(field, choices)
        case .people: people(field)
        case .lines: LinesView(form: self, field: field).lines
        case .rows(let columns): LinesView(form: self, field: field).cells(columns)
        case .reviewed: LinesView(form: self, field: field).reviewed
        case .photos: PhotoField(form: self, field: field).html
        case .jobPhotos: PhotoField(form: self, field: field).choice
        case .prose: labelled(field) { described in
            """
                <textarea id="f-\(field.name)" name="\(field.name)" rows="3"\(described)>\n\(values[field.name] ?? "")</textarea>
                """
        }
        case .label, .code, .digits, .money, .signedMoney, .quantity, .percent, .count, .day, .coordinate:
            labelled(field) { described in
            """
            <input id="f-\(field.name)" name="\(field.name)" value="\(values[field.name] ?? "")"\("inputmode", mode(field)) \
            class="\(field.kind.isNumber ? "n" : "")" autocomplete="off"\(described)>
            """
        }
        }
    }

    private func mode(_ field: Field) -> String? { field.kind.isNumber ? "decimal" : nil }

    private func labelled(_ field: Field, _ input: (HTML) -> HTML) -> HTML {
        """
        <div class="f\(fault(field.name) == nil ? "" : " bad")">\
        <label for="f-\(field.name)">\(say(field.title))\(remark(field))</label>
        \(input(described(field.name)))\(mistake(field.name))</div>
        """
    }

    func remark(_ field: Field) -> HTML {
        let parts = [field.isOptional ? say("选填", "optional") : nil, field.hint.map(say)].compactMap(\.self)
        return parts.isEmpty ? .empty : " <small>\(parts.joined(separator: say("，", ", ")))</small>"
    }

    func described(_ name: String) -> HTML {
        fault(name) == nil ? .empty : " aria-invalid=\"true\" aria-describedby=\"e-\(name)\""
    }

    func group(_ field: Field, _ content: HTML) -> HTML {
        """
        <fieldset class="f\(fault(field.name) == nil ? "" : " bad")" id="f-\(field.name)">\
        <legend>\(say(field.title))\(remark(field))</legend>
        \(content)\(mistake(field.name))</fieldset>
        """
    }

    private func pills(_ field: Field, _ choices: [Field.Choice]) -> HTML {
        let chosen = values[field.name]
        let none: [Field.Choice] = field.isOptional ? [.init("", Phrase("不选", "none"))] : []
        let isChosen = { (choice: Field.Choice) in choice.value == chosen ?? (field.isOptional ? "" : nil) }
        return group(field, "<div class=\"pills\">\((none + choices).map { choice -> HTML in """
            <label><input type="radio" name="\(field.name)" value="\(choice.value)"\
            \("checked", if: isChosen(choice))><span>\(say(choice.title))</span></label>
            """ })</div>")
    }

    private func choose(_ field: Field, _ choices: [Field.Choice]) -> HTML {
        let chosen = values[field.name], first = field.isOptional ? say("不选", "none") : say("请选择", "choose")
        return labelled(field) { described in
            """
            <select id="f-\(field.name)" name="\(field.name)"\(described)><option value="">\(first)\
            </option>\(choices.map { choice -> HTML in
                "<option value=\"\(choice.value)\"\("selected", if: choice.value == chosen)>\(say(choice.title))</option>" })\
            </select>
            """
        }
    }

    private func tick(_ field: Field) -> HTML {
        """
        <div class="f"><label class="tick"><input type="checkbox" id="f-\(field.name)" name="\(field.name)" value="1"\
        \("checked", if: values[field.name] != nil)> \(say(field.title))</label></div>
        """
    }

    private func several(_ field: Field, _ choices: [Field.Choice]) -> HTML {
        let chosen = Set(values.all(field.name))
        return group(field, "<div class=\"pills\">\(choices.map { choice -> HTML in """
            <label><input type="checkbox" name="\(field.name)" value="\(choice.value)"\
            \("checked", if: chosen.contains(choice.value))>\
            <span>\(say(choice.title))</span></label>
            """ })</div>")
    }

    /// Users of the street by a list, others by name.
    private func people(_ field: Field) -> HTML {
        let chosen = Set(values.all(field.name))
        return group(field, """
            <div class="pills">\(lists.visitors.map { choice -> HTML in """
                <label><input type="checkbox" name="\(field.name)" \
                value="\(choice.value)"\
                \("checked", if: chosen.contains(choice.value))>\
                <span>\(say(choice.title))</span></label>
                """ })</div>
            <label for="f-\(field.name).others">\(say("其他人（姓名，用顿号分开）", "others, by name"))</label>
            <input id="f-\(field.name).others" name="\(field.name).others" value="\(values[field.name + ".others"] ?? "")" \
            autocomplete="off">
            """)
    }
}

extension Field.Kind {
    /// Typed on a number pad, shown on the right.
    var isNumber: Bool {
        switch self {
        case .money, .signedMoney, .quantity, .percent, .count, .coordinate, .digits: true
        case .label, .prose, .code, .day, .choice, .from, .yesNo, .tick, .several, .people, .lines, .reviewed, .rows,
             .photos, .jobPhotos: false
        }
    }
}
