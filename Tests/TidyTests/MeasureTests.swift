import Testing

/// Measures of the sources (design §13): what is longer is hard to read, and what has a default is not looked at again when
/// something new comes.
struct MeasureTests {
    private static func files() throws -> [Project.File] { try Project.sources() + Project.sources("Tools") }

    /// Every place that is at fault, told at once.
    private static func faults(_ find: (Project.File) -> [String]) throws -> [String] { try files().flatMap(find) }

    /// Help is kept as pairs of whole paragraphs, one of each language a line.
    @Test("comments keep to 110 columns, code to 130")
    func lines() throws {
        let faults = try Self.faults { file in
            if file.path.contains("/Help/HelpWords") { return [] }
            return file.lines.enumerated().compactMap { index, line in
                // The bytes of a line are at least as many as its columns: most need no counting.
                guard line.utf8.count > 110 else { return nil }
                let limit = line.drop { $0 == " " }.hasPrefix("//") ? 110 : 130
                return line.count > limit ? "\(file.path):\(index + 1): \(line.count)" : nil
            }
        }
        #expect(faults == [])
    }

    /// One switch over everything that can happen is longer, and belongs together.
    private static let switches: Set = ["JobStory", "JobAction", "JobRules", "JobApply", "Needs", "StateRows"]

    @Test("functions keep to 40 lines")
    func functions() throws {
        let faults = try Self.faults { file in
            let name = file.path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            return Self.switches.contains(name) ? [] : Self.functions(file.lines).filter { $0.length > 40 }
                .map { "\(file.path):\($0.start + 1): \($0.length)" }
        }
        #expect(faults == [])
    }

    /// Where a function begins, and how many lines it has.
    private static func functions(_ lines: [String]) -> [(start: Int, length: Int)] {
        var found: [(Int, Int)] = []
        for (start, line) in lines.enumerated() {
            let text = line.drop { $0 == " " }
            guard text.contains("func ") || text.contains("init"), !text.hasPrefix("//"),
                  line.contains(/^\s*(?:@\w+ )?(?:[a-z() ]+ )?(?:func \S|init[?(<])/) else { continue }
            var depth = 0, hasBegun = false
            for index in start..<lines.count {
                for sign in code(lines[index]) where sign == "{" || sign == "}" {
                    depth += sign == "{" ? 1 : -1
                    hasBegun = true
                }
                if hasBegun, depth <= 0 {
                    found.append((start, index - start + 1))
                    break
                }
                // A demand of a protocol has no body.
                if !hasBegun, index > start, ["func", "var", "init", "}"].contains(where: lines[index].drop { $0 == " " }.hasPrefix) { break }
            }
        }
        return found
    }

    /// A line without what stands in quotes or behind slashes.
    private static func code(_ line: String) -> String {
        guard line.contains("\"") || line.contains("//") else { return line }
        return line.replacing(/"(?:\\.|[^"\\])*"/, with: "").replacing(/\/\/.*/, with: "")
    }

    /// Those that look at pairs, or at enums that are not ours; and refusals, until they have kinds.
    private static let open: Set = [
        "Command.swift", "JSON.swift", "SQLValue.swift", "DisplayWidth.swift", "Question+Dossier.swift", "Exit.swift", "JournalWriter.swift",
    ]

    @Test("no default over our own enums: whoever adds a case is shown every place")
    func defaults() throws {
        let faults = try Self.faults { file in
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            if Self.open.contains(name) { return [] }
            return file.lines.indices.compactMap { index in
                let text = file.lines[index].drop { $0 == " " }
                guard text.hasPrefix("default:") || text.hasPrefix("case _") else { return nil }
                let isOurs = Self.siblings(file.lines, index).contains { $0.contains(/^case (?:let )?\(?\./) }
                return isOurs ? "\(file.path):\(index + 1)" : nil
            }
        }
        #expect(faults == [])
    }

    /// The other cases of the switch that ends at a line.
    private static func siblings(_ lines: [String], _ end: Int) -> [String] {
        let indent = lines[end].prefix { $0 == " " }.count
        var cases: [String] = []
        for line in lines[..<end].reversed() where !line.allSatisfy(\.isWhitespace) {
            let own = line.prefix { $0 == " " }.count
            let text = String(line.dropFirst(own))
            if own == indent, text.hasPrefix("case ") { cases.append(text) }
            if own < indent || (own == indent && text.contains("switch ")) { break }
        }
        return cases
    }
}
