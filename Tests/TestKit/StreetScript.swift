import Jobs
package import Journal
package import Kernel
package import Testing

/// Streets are played from scripts, one command a line:
///
///     03-05T09:12  grid1  call  category=drain
///     +2h          head1  sign  #1  slip:=1     ! slip.unknown
///
/// First the time, which may be left out: a date of 2026 with or without a time of day, a step after the
/// latest command (`+5m`, `+2h`, `+3d`; one minute unless given), or `~` for a command without `at`. Then
/// who, and what: a command's name, or a job's verb alone. `#1` names the job 2026-0001; `key=text` and
/// `key:=json` are fields of the form, `-key` takes a default away, `id=` and `org=` are the envelope's.
/// After `!` stands the refusal that must come; without it the command must be accepted.
extension MemoryStreet {
    /// Plays a script; whatever is not answered as the script says is a failure of the test.
    @discardableResult
    package mutating func play(
        _ script: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> [Answer] {
        script.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }.map { text in
            let expected = text.firstIndex(of: "!").map {
                text[text.index(after: $0)...].split(separator: " ").joined()
            }
            let answer = line(text)
            let found = answer.refusal?.code.rawValue
            if found != expected {
                let message = answer.refusal?.message(.en) ?? "accepted"
                Issue.record("\(text)\n  → \(found ?? "ok"): \(message)", sourceLocation: sourceLocation)
            }
            return answer
        }
    }

    /// Runs one line and answers what the street answers.
    package mutating func line(_ text: String) -> Answer { run(envelope(text)) }

    /// The command that a line stands for.
    package mutating func envelope(_ text: String) -> JSON {
        lines += 1
        let words = text.prefix { $0 != "!" }.split(separator: " ").map(String.init)
        let (at, rest) = time(words)
        guard rest.count >= 2 else { preconditionFailure("a script's line is too short: \(text)") }
        let (by, verb) = (rest[0], rest[1])
        let does = verb.contains(".") ? verb : Verb(rawValue: verb)?.does ?? "job." + verb
        var fields = rest.dropFirst(2).map(field)
        let id = take("id", &fields) ?? .string("c\(lines)")
        let seen = take("seen", &fields)
        let opened = does == "org.open" ? fields.first { $0.0 == "code" }?.1?.string : state.street?.code.text
        let org = take("org", &fields) ?? .string(opened ?? "NHL")
        let day = (at ?? state.head.latest)?.day ?? Day.first(of: 2026)
        return .members([
            "id": id, "org": org, "by": .string(by), "at": at.map { JSON($0) }, "seen": seen,
            "do": .string(does),
            "with": StreetForms.with(does, fields, day: day, number: lines),
        ])
    }

    private func time(_ words: [String]) -> (Instant?, [String]) {
        let latest = state.head.latest ?? Instant(Day.first(of: 2026), hour: 9)
        let word = words[0]
        if word == "~" { return (nil, Array(words.dropFirst())) }
        if word.hasPrefix("+") || word.hasPrefix("−"), let count = Int64(word.dropFirst().dropLast()) {
            let units: [Character: Int64] = ["m": Instant.minute, "h": Instant.hour, "d": Instant.dayLength]
            let step = count * (units[word.last ?? "m"] ?? 0)
            return (latest + (word.hasPrefix("+") ? step : -step), Array(words.dropFirst()))
        }
        guard word.first?.isNumber == true else { return (latest + Instant.minute, words) }
        let parts = word.split(separator: "T")
        let date = parts[0].count == 5 ? "2026-" + parts[0] : String(parts[0])
        let clock = parts.count > 1 ? String(parts[1]) : "10:00"
        return (try? Instant("\(date)T\(clock):00+08:00"), Array(words.dropFirst()))
    }

    private func field(_ word: String) -> (String, JSON?) {
        if word.hasPrefix("#") {
            let name = word.dropFirst()
            guard let number = Int(name) else { return ("job", .string(String(name))) }
            let digits = String(number)
            return ("job", .string("2026-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits))
        }
        if word.hasPrefix("-") { return (String(word.dropFirst()), nil) }
        guard let equals = word.firstIndex(of: "=") else {
            preconditionFailure("a script's word is wrong: \(word)")
        }
        let value = String(word[word.index(after: equals)...])
        let name = word[..<equals]
        return name.hasSuffix(":") ? (String(name.dropLast()), quoted(value)) : (String(name), .string(value))
    }

    private func take(_ name: String, _ fields: inout [(String, JSON?)]) -> JSON? {
        guard let index = fields.firstIndex(where: { $0.0 == name }) else { return nil }
        return fields.remove(at: index).1
    }
}
