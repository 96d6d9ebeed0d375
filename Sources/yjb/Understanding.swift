import Desk
import Reports
import Intake
import Jobs
import Journal
import Kernel

extension Session {
    /// A form and its time with what was written short written out, and shown back. Throws `org.unknown`,
    /// `store.…`.
    func understand(_ form: JSON, at: String?) async throws(Refusal) -> (form: JSON, at: String?) {
        var shorthand = Shorthand(try await known())
        let read = (form: shorthand.form(form), at: at.map { shorthand.time($0) })
        try show(shorthand.readings)
        return read
    }

    /// Codes by what they are codes of, with names in their places. Throws `org.unknown`, `store.…`.
    func understand(_ codes: [String: [String]]) async throws(Refusal) -> [String: [String]] {
        guard codes.values.contains(where: { !$0.isEmpty }) else { return codes }
        var shorthand = Shorthand(try await known())
        let read = codes.keys.sorted().map { field in
            (field, (codes[field] ?? []).map { shorthand.code($0, of: field) })
        }
        try show(shorthand.readings)
        return Dictionary(uniqueKeysWithValues: read)
    }

    /// A job as a person names it: `9`, `2026-0009`, `ref:12345-778`. Throws `input.…`.
    func job(_ text: String) async throws(Refusal) -> JobName {
        var shorthand = Shorthand(try await known())
        let name = shorthand.job(text)
        try show(shorthand.readings)
        return try JobName(option: name)
    }

    /// What the forms of the street may name, for anyone who acts in it.
    private func known() async throws(Refusal) -> Shorthand.Known {
        try await desk.ask(.names, of: try await org(), as: .owner)
    }

    /// `--amount 600,000 → 600000.00`, on stderr: nothing is taken for something else in silence.
    private func show(_ readings: [Shorthand.Reading]) throws(Refusal) {
        let words = readings.map { "\(OptionName.of($0.field)) \($0.given) → \($0.taken)" }
            + Heard.take().map { "\($0.given) → \($0.taken)" }
        guard !words.isEmpty else { return }
        let language = try options.language()
        Console.message(Phrase("理解为：", "Taken as: ")(language) + words.joined(separator: language == .zh ? "；" : "; "))
    }
}

/// What a person calls the field of a form at the terminal.
enum OptionName {
    /// `with.paymentNo` is `--payment-no`, `with.lines.0.unitPrice` the first `--line`; a field that is no
    /// option stays.
    static func of(_ field: String) -> String {
        if let own = envelope[field] { return own }
        guard field.hasPrefix("with.") else { return field }
        let parts = field.dropFirst(5).split(separator: ".").map(String.init)
        guard let first = parts.first else { return field }
        if let place = parts.dropFirst().first.flatMap({ Int($0) }) {
            return ([option(first), "#\(place + 1)"] + parts.dropFirst(2)).joined(separator: " ")
        }
        return option(parts.count > 1 && groups.contains(first) ? parts[1] : first)
    }

    private static let envelope = ["at": "--at", "by": "--as", "org": "--org", "id": "--id"]
    /// Forms within a form whose fields are options of their own.
    private static let groups: Set = ["site", "caller", "seller", "buyer", "bank"]
    private static let arguments: Set = ["job", "appropriation", "code", "user", "match", "record"]
    private static let others = [
        "documentNo": "--document", "receiptNo": "--receipt", "visitors": "--visitor", "lines": "--line",
        "photos": "--photo", "vehicles": "--vehicle", "roles": "--role", "payments": "--payment", "agreement": "--number",
    ]

    private static func option(_ field: String) -> String {
        if let other = others[field] { return other }
        let words = field.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
        return arguments.contains(field) ? "<\(words)>" : "--" + words
    }
}

extension Refusal {
    /// The refusal in the words of a terminal: its field is an option.
    var atTerminal: Refusal {
        var copy = self
        for index in copy.facts.indices where copy.facts[index].name == "field" {
            copy.facts[index] = Fact(name: "field", value: OptionName.of(copy.facts[index].value), words: nil)
        }
        return copy
    }
}
