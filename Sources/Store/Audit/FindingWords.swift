package import Journal
package import Kernel
import SQL

extension Finding {
    /// Expected and found as far as a person can compare them: of long texts the part around their first
    /// difference, since two texts that are cut at the same place may look alike.
    package var window: (expected: String, found: String) {
        let (mine, theirs) = (Array(expected), Array(found))
        let common = zip(mine, theirs).prefix { $0 == $1 }.count
        return (Self.window(mine, around: common), Self.window(theirs, around: common))
    }

    private static func window(_ text: [Character], around place: Int) -> String {
        let (before, most) = (24, 160)
        if text.count <= most { return String(text) }
        let start = max(0, min(place - before, text.count - most))
        let end = min(text.count, start + most)
        return (start > 0 ? "…" : "") + String(text[start..<end]) + (end < text.count ? "…" : "")
    }

    /// The finding in one sentence.
    package var words: Phrase {
        let (record, shown) = (seq.map(String.init) ?? "—", window)
        return Phrase(
            "第 \(record) 条记录，\(field)，应为 \(shown.expected)，实为 \(shown.found)",
            "record \(record), \(field), expected \(shown.expected), found \(shown.found)")
    }

    /// A column in which a row differs: of JSON, the first field in which it differs.
    static func column(
        _ field: String, _ expected: SQLValue, _ found: SQLValue, seq: Int? = nil
    ) -> Finding {
        if case .text(let mine) = expected, case .text(let theirs) = found,
           let left = try? JSONParser.parse(Array(mine.utf8)), let right = try? JSONParser.parse(Array(theirs.utf8)),
           let path = Command.difference(left, right), !path.isEmpty {
            return Finding(
                seq: seq, field: field + "." + path, expected: left.text(at: path), found: right.text(at: path))
        }
        return Finding(seq: seq, field: field, expected: expected.words, found: found.words)
    }
}

extension JSON {
    /// What stands at the end of a path, `—` where there is nothing.
    fileprivate func text(at path: String) -> String {
        var value = self
        for name in path.split(separator: ".") {
            var next = value[String(name)]
            if next == nil, case .array(let items) = value, let index = Int(name), items.indices.contains(index) {
                next = items[index]
            }
            guard let next else { return "—" }
            value = next
        }
        return value.string ?? value.text
    }
}
