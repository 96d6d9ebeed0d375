import Jobs
import Kernel

/// Reads a posted form by its spec: the command's `with`, or every fault at once, each beside its field.
struct FormReader {
    struct Fault: Sendable, Equatable {
        /// The name of the input that it stands beside.
        let field: String
        let text: Phrase
    }

    let spec: FormSpec
    let form: Fields
    let lists: FormLists
    private(set) var faults: [Fault] = []
    private var with: [(path: String, value: JSON)] = []

    /// The `with`, without the job; it is only of use where there are no faults.
    static func read(_ spec: FormSpec, _ form: Fields, _ lists: FormLists) -> (with: JSON, faults: [Fault]) {
        var reader = FormReader(spec: spec, form: form, lists: lists)
        for field in spec.fields { reader.read(field) }
        return (reader.object, reader.faults)
    }

    private init(spec: FormSpec, form: Fields, lists: FormLists) {
        (self.spec, self.form, self.lists) = (spec, form, lists)
    }

    /// What was typed; nil where nothing was.
    private func typed(_ name: String) -> String? {
        guard let text = form[name], !Typed.plain(text).isEmpty else { return nil }
        return text
    }

    private mutating func read(_ field: Field) {
        switch field.kind {
        case .tick: if form[field.name] != nil { take(field, .bool(true)) }
        case .several(let choices):
            let chosen = form.all(field.name).filter { value in choices.contains { $0.value == value } }
            if chosen.isEmpty { missing(field) } else { take(field, .array(chosen.map { .string($0) })) }
        case .people(let least): readPeople(field, least)
        case .lines(let signed): readLines(field, signed: signed)
        case .reviewed: readReviewed(field)
        case .rows(let columns): readRows(field, columns)
        case .photos: readPhotos(field)
        case .jobPhotos: readJobPhotos(field)
        case .label, .prose, .code, .digits, .money, .signedMoney, .quantity, .percent, .count, .day, .coordinate, .choice,
             .from, .yesNo:
            guard let text = typed(field.name) else {
                if !field.isOptional { missing(field) }
                return
            }
            readOne(field, text)
        }
    }

    private mutating func readOne(_ field: Field, _ text: String) {
        switch field.kind {
        case .money: take(field, Typed.money(text))
        case .signedMoney: take(field, Typed.money(text, signed: true))
        case .quantity: take(field, Typed.quantity(text, signed: false))
        case .percent: take(field, Typed.percent(text))
        case .day: take(field, Typed.day(text))
        case .coordinate: take(field, Typed.coordinate(text))
        case .digits(let count): take(field, Typed.digits(text, count))
        case .count:
            switch Typed.count(text) {
            case .success(let number): take(field, .int(number))
            case .failure(let fault): fail(field.name, fault.text)
            }
        case .choice(let choices): readChoice(field, text, among: choices)
        // A slip is named by its number.
        case .from(let list):
            if list == \.slips, let number = Int(text), lists.slips.contains(where: { $0.value == text }) {
                take(field, .int(number))
            } else {
                readChoice(field, text, among: lists[keyPath: list])
            }
        case .yesNo:
            if text == "yes" || text == "no" { take(field, .bool(text == "yes")) } else { missing(field) }
        case .prose: readText(field, Self.trimmed(text), check: { (text) throws(Refusal) in _ = try Prose(text) })
        case .code: readText(field, Typed.plain(text), check: { (text) throws(Refusal) in _ = try Code(text) })
        case .label, .tick, .several, .people, .lines, .reviewed, .rows, .photos, .jobPhotos:
            readText(field, Self.trimmed(text), check: { (text) throws(Refusal) in _ = try Label(text) })
        }
    }

    private mutating func readText(_ field: Field, _ text: String, check: (String) throws(Refusal) -> Void) {
        do throws(Refusal) {
            try check(text)
            take(field, .string(text))
        } catch {
            let named = error.adding("field", field.name, field.title)
            fail(field.name, Phrase(named.message(.zh), named.message(.en)))
        }
    }

    private mutating func readChoice(_ field: Field, _ text: String, among choices: [Field.Choice]) {
        if choices.contains(where: { $0.value == text }) { return take(field, .string(text)) }
        fail(field.name, Phrase("从列表中选一项", "choose one of the list"))
    }

    private mutating func readPeople(_ field: Field, _ least: Int) {
        let listed = form.all(field.name).filter { !$0.isEmpty }
        let others = (form[field.name + ".others"] ?? "").split { "、,，;；\n".contains($0) }.map { Typed.plain(String($0)) }
            .filter { !$0.isEmpty }
        let people = listed + others
        if people.count < least {
            return fail(field.name, least > 1 ? Phrase("至少 \(least) 人", "at least \(least) people")
                : Phrase("至少一人", "at least one person"))
        }
        take(field, .array(people.map { .string($0) }))
    }

    /// What a picture says of itself is recorded only where that is ticked beside it.
    private mutating func readPhotos(_ field: Field) {
        let (times, places) = (form.all(PhotoField.time), form.all(PhotoField.place))
        let chosen = lists.photos.filter { form.all(field.name).contains($0.photo.hash.text) }
        let photos = chosen.compactMap { kept -> JSON? in
            let photo = kept.photo, hasPlace = places.contains(photo.hash.text)
            let taken = times.contains(photo.hash.text) ? photo.takenAt : nil
            return (try? Photo(
                hash: photo.hash, type: photo.type, size: photo.size, takenAt: taken, lat: hasPlace ? photo.lat : nil,
                lon: hasPlace ? photo.lon : nil)).map { JSON($0) }
        }
        if !photos.isEmpty { take(field, .array(photos)) }
    }

    /// When and where each was taken stays inside.
    private mutating func readJobPhotos(_ field: Field) {
        let photos = lists.jobPhotos(in: form, field).compactMap {
            try? Photo(hash: $0.hash, type: $0.type, size: $0.size, takenAt: nil, lat: nil, lon: nil)
        }
        if !photos.isEmpty { take(field, .array(photos.map { JSON($0) })) }
    }

    /// Line breaks as the journal has them, no blanks at either end.
    private static func trimmed(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(lines.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// Rows.
extension FormReader {
    private struct Row {
        let prefix: String
        let values: [String: String]
    }

    /// Rows in which anything was typed.
    private func rows(_ field: Field, _ columns: [String]) -> [Row] {
        (0..<200).compactMap { index in
            let prefix = "\(field.name).\(index)."
            let values = columns.compactMap { column in typed(prefix + column).map { (column, $0) } }
            return values.isEmpty ? nil : Row(prefix: prefix, values: Dictionary(values) { first, _ in first })
        }
    }

    private mutating func readLines(_ field: Field, signed: Bool) {
        // The kind is always chosen: it does not make a line.
        let rows = rows(field, ["item", "quantity", "unit", "unitPrice"])
        if rows.isEmpty { return fail(field.name, Phrase("至少一行", "at least one line")) }
        take(field, .array(rows.map { row in
            .object([
                .init("kind", .string(form[row.prefix + "kind"] ?? "other")), .init("item", text(row, "item")),
                .init("quantity", value(row, "quantity") { Typed.quantity($0, signed: signed) }),
                    .init("unit", text(row, "unit")),
                .init("unitPrice", value(row, "unitPrice") { Typed.money($0) }),
            ])
        }))
    }

    private mutating func readRows(_ field: Field, _ columns: [Field.Column]) {
        let rows = rows(field, columns.map(\.name))
        if rows.isEmpty {
            if !field.isOptional { fail(field.name, Phrase("至少一行", "at least one line")) }
            return
        }
        take(field, .array(rows.map { row in
            .object(columns.compactMap { column in
                if column.isOptional, row.values[column.name] == nil { return nil }
                return .init(column.name, cell(row, column))
            })
        }))
    }

    private mutating func cell(_ row: Row, _ column: Field.Column) -> JSON {
        switch column.kind {
        case .label: text(row, column.name)
        case .money: value(row, column.name) { Typed.money($0) }
        case .signedMoney: value(row, column.name) { Typed.money($0, signed: true) }
        case .percent: value(row, column.name, Typed.percent)
        case .count: value(row, column.name, Typed.count, JSON.int)
        case .from(let list):
            value(row, column.name) { [choices = lists[keyPath: list]] text in
                choices.contains { $0.value == text } ? .success(text) : .failure(.init("从列表中选一项", "choose one of the list"))
            }
        }
    }

    /// Every line wants an amount, and a reason where it was cut or stands above a price that was agreed.
    private mutating func readReviewed(_ field: Field) {
        var lines: [JSON] = []
        for (index, line) in lists.claimed.enumerated() {
            let prefix = "\(field.name).\(index)."
            guard let text = typed(prefix + "approved") else {
                fail(prefix + "approved", Phrase("写上审定金额", "say what is approved"))
                continue
            }
            // Nothing is approved by silence.
            if form[prefix + "looked"] == nil { fail(prefix + "looked", Phrase("这一行还没看过", "this line was not looked at")) }
            let reason = typed(prefix + "reason").map(Self.trimmed)
            switch Typed.money(text) {
            case .failure(let fault): fail(prefix + "approved", fault.text)
            case .success(let yuan):
                let isCut = (try? Fen(yuan: yuan)).map { $0 < line.amount } ?? false
                if reason == nil, isCut || line.limit != nil {
                    fail(prefix + "reason", isCut
                        ? Phrase("核减须写理由", "a cut needs a reason")
                            : Phrase("高于协议价，须写理由", "above the agreed price: a reason is needed"))
                }
                lines.append(.members(["line": .int(index + 1), "approved": .string(yuan), "reason": reason.map { .string($0) }]))
            }
        }
        take(field, .array(lines))
    }

    private mutating func text(_ row: Row, _ column: String) -> JSON {
        value(row, column) { text in
            let plain = Typed.plain(text)
            do throws(Refusal) {
                return .success(try Label(plain).text)
            } catch {
                let named = error.adding("field", column, Phrase("这一格", "this cell"))
                return .failure(.init(named.message(.zh), named.message(.en)))
            }
        }
    }

    private mutating func value(_ row: Row, _ column: String, _ read: (String) -> Result<String, Typed.Fault>) -> JSON {
        value(row, column, read, JSON.string)
    }

    private mutating func value<Value>(
        _ row: Row, _ column: String, _ read: (String) -> Result<Value, Typed.Fault>, _ json: (Value) -> JSON
    ) -> JSON {
        guard let typed = row.values[column] else {
            fail(row.prefix + column, Phrase("这一行还缺这一格", "this line lacks it"))
            return .null
        }
        switch read(typed) {
        case .success(let value): return json(value)
        case .failure(let fault):
            fail(row.prefix + column, fault.text)
            return .null
        }
    }
}

/// What was read.
extension FormReader {
    private mutating func missing(_ field: Field) { fail(field.name, Phrase("没有填", "this is not filled in")) }

    private mutating func fail(_ name: String, _ text: Phrase) { faults.append(Fault(field: name, text: text)) }

    private mutating func take(_ field: Field, _ result: Result<String, Typed.Fault>) {
        switch result {
        case .success(let text): take(field, .string(text))
        case .failure(let fault): fail(field.name, fault.text)
        }
    }

    private mutating func take(_ field: Field, _ value: JSON) { with.append((field.name, value)) }

    /// `site.address` is a member of the member `site`.
    private var object: JSON {
        with.reduce(.object([])) { Self.putting($1.value, at: $1.path.split(separator: ".")[...], into: $0) }
    }

    private static func putting(_ value: JSON, at path: ArraySlice<Substring>, into object: JSON) -> JSON {
        guard case .object(let members) = object, let first = path.first.map(String.init) else { return value }
        let inner = members.first { $0.name == first }?.value ?? .object([])
        return object.with(first, putting(value, at: path.dropFirst(), into: inner))
    }
}
