import Journal
import Kernel
import SQL

extension Finding {
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
