package import Kernel

/// A table of an export whose columns somebody else has named: its rows by keys of ours, which a list of
/// names (``FieldList``) puts in order. What a row does not say is empty.
package struct KeyedTable {
    package typealias Row = [String: ExportCell]
    package typealias Take = (Row) throws(Refusal) -> Void

    package let key: String
    /// Made while they are written: a table may be longer than memory.
    package let rows: (Take) throws(Refusal) -> Void

    init(_ key: String, rows: @escaping (Take) throws(Refusal) -> Void) { (self.key, self.rows) = (key, rows) }

    init(_ key: String, _ rows: [Row]) {
        self.init(key) { (take) throws(Refusal) in for row in rows { try take(row) } }
    }
}

/// The fields of one table of a standard, in its order.
package struct FieldList: Sendable {
    package struct Field: Sendable {
        /// Our key for it.
        package let key: String
        package let name: String
        /// A letter of the list for how it is written; nil: as its value is.
        package let mark: Character?
    }

    package let key: String
    package let name: String
    package let fields: [Field]

    /// Reads one line `key=Name: key=Name!D …`: a table and its fields, `!D` a mark, `x*30=辅助项*编号` thirty
    /// fields. Without `key=` the name is the key.
    init?(_ line: Substring) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let head = Self.field(parts[0]).first else { return nil }
        (key, name) = (head.key, head.name)
        fields = parts[1].split(separator: " ").flatMap(Self.field)
    }

    private static func field(_ text: Substring) -> [Field] {
        let marked = text.split(separator: "!", maxSplits: 1)
        guard let named = marked.first else { return [] }
        let mark = marked.count == 2 ? marked[1].first : nil
        let parts = named.split(separator: "=", maxSplits: 1).map { $0.trimmed }
        let (key, name) = (parts[0], parts[parts.count - 1])
        let repeated = key.split(separator: "*")
        guard repeated.count == 2, let count = Int(repeated[1]) else { return [Field(key: key, name: name, mark: mark)] }
        return (1...count).map { n in
            Field(key: "\(repeated[0])\(n)", name: name.replacing("*", with: String(n)), mark: mark)
        }
    }

    /// The tables of a text, a line each.
    static func read(_ text: String) -> [FieldList] { text.split(separator: "\n").compactMap { FieldList($0) } }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
