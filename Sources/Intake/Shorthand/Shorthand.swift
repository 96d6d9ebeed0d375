package import Kernel

/// How a person at a terminal may write amounts, times, jobs and names: `600,000`, `10:20`, `9`, `化粪池`.
/// Each becomes what a form holds, and is noted, so that it can be shown back. What is not understood stays
/// as it is, for the rules to judge.
package struct Shorthand: Sendable {
    /// What names and short numbers are read by.
    package struct Known: Sendable {
        package let today: Day
        /// For each field that holds a code: the names behind the codes.
        package var codes: [String: [(code: Code, name: Phrase)]] = [:]

        package init(today: Day) { self.today = today }
    }

    /// A value that was written short.
    package struct Reading: Sendable, Equatable {
        package let field: String
        package let given: String
        package let taken: String
    }

    package private(set) var readings: [Reading] = []
    private let known: Known

    package init(_ known: Known) { self.known = known }

    /// A form with its short values written out.
    package mutating func form(_ json: JSON) -> JSON { read(json, "with", name: "") }

    /// A time for `--at`: `10:20` is today's, `2026-11-19 10:20` needs no zone.
    package mutating func time(_ text: String) -> String {
        guard let instant = Self.time(text, on: known.today) else { return text }
        return note("at", text, instant.text)
    }

    /// A job named by the number of its count: `9` is this year's ninth.
    package mutating func job(_ text: String) -> String { value(text, "with.job", name: "job") }

    /// A code, or the name behind one.
    package mutating func code(_ text: String, of field: String) -> String { value(text, "with." + field, name: field) }

    private mutating func read(_ json: JSON, _ path: String, name: String) -> JSON {
        switch json {
        case .string(let text): return .string(value(text, path, name: name))
        case .array(let items):
            var read: [JSON] = []
            for (index, item) in items.enumerated() { read.append(self.read(item, "\(path).\(index)", name: name)) }
            return .array(read)
        case .object(let members):
            var read: [JSON.Member] = []
            for member in members {
                let value = self.read(member.value, path + "." + member.name, name: member.name)
                read.append(JSON.Member(member.name, value))
            }
            return .object(read)
        case .null, .bool, .number: return json
        }
    }

    private mutating func value(_ text: String, _ path: String, name: String) -> String {
        let taken: String? = switch name {
        case "amount", "ceiling", "approved", "unitPrice", "tax", "total": Self.amount(text)
        case "job", "into": Self.job(text, year: known.today.year)
        case "means": Self.word(text, ["phone": "电话", "written": "书面"])
        case "solved": Self.word(text, ["yes": "已解决", "partly": "部分解决", "no": "未解决"])
        case _: code(by: text, of: name)
        }
        guard let taken, taken != text else { return text }
        return note(path, text, taken)
    }

    private mutating func note(_ field: String, _ given: String, _ taken: String) -> String {
        readings.append(Reading(field: field, given: given, taken: taken))
        return taken
    }

    /// A code by the name behind it; a code that is one stays.
    private func code(by text: String, of field: String) -> String? {
        guard let list = known.codes[field], !list.contains(where: { $0.code.text == text }) else { return nil }
        let found = list.filter { $0.name.names(text) }
        return found.count == 1 ? found[0].code.text : nil
    }

    private static func word(_ text: String, _ words: KeyValuePairs<String, String>) -> String? {
        words.first { $0.value == text }?.key
    }
}

extension Shorthand {
    /// `600,000`, `１，２００．５`: thousands in threes, full-width signs. nil for what is no such number.
    static func amount(_ text: String) -> String? {
        let half = text.halfWidth
        let parts = half.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let digits = groups.joined() + parts.dropFirst().joined()
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), !digits.isEmpty else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// `9` and `0009` are `2026-0009` in 2026.
    package static func job(_ text: String, year: Int) -> String? {
        guard !text.isEmpty, text.utf8.count <= 6, text.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(text) else {
            return nil
        }
        let digits = String(count)
        return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// `2026/3/5` as `2026-03-05`; anything else as it is.
    private static func day(_ text: String) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return text }
        return parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    }

    /// A time of day, or a day with one, at +08:00. nil for anything else, also for a whole RFC 3339 time.
    static func time(_ text: String, on today: Day) -> Instant? {
        let half = text.halfWidth
        let parts = half.split(whereSeparator: { $0 == " " || $0 == "T" }).map(String.init)
        guard (1...2).contains(parts.count), let clock = parts.last else { return nil }
        let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(numbers.count), numbers[0].count <= 2, numbers.dropFirst().allSatisfy({ $0.count == 2 }),
              numbers.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        let seconds = numbers.count == 3 ? String(numbers[2]) : "00"
        let hour = numbers[0].count == 1 ? "0" + numbers[0] : String(numbers[0])
        let day = parts.count == 2 ? Self.day(parts[0]) : today.text
        return try? Instant("\(day)T\(hour):\(numbers[1]):\(seconds)+08:00")
    }
}

extension Phrase {
    /// Whether a text is this name in one of its languages; 其它 is 其他.
    package func names(_ text: String) -> Bool {
        let given = text.replacing("其它", with: "其他")
        return zh == given || en.lowercased() == given.lowercased()
    }
}
