package import Kernel
import Yams

/// Reads a YAML text as JSON, so that policies and mappings go through the same strict decoding as commands.
///
/// Plain scalars: `true` and `false` are booleans, whole numbers are numbers, nothing, `~` and `null` are
/// null; everything else is a string, letter for letter. So `12000.00` stays text and money never passes
/// through floating point, and a date stays a date. Anchors and aliases are read; merge keys (`<<`), tags and
/// several documents are not.
package enum YAMLDocument {
    /// Bytes of text, and values after aliases have been put in: enough for any policy, too little for a
    /// bomb.
    static let longest = 1 << 20
    static let mostValues = 100_000
    static let deepest = 64

    /// Throws, with the facts `file`, `line`, `column` (from 1): `input.malformed`, `input.truncated`,
    /// `input.encoding`, `input.control`, `input.duplicateKey` (at the first of the two), `input.tooLong`,
    /// `input.empty`.
    package static func json(text: String, file: String?) throws(Refusal) -> JSON {
        guard text.utf8.count <= longest else {
            throw Refusal(.inputTooLong, ["limit": String(longest)])
                .placed(file: file, line: nil, column: nil)
        }
        let root: Node?
        do {
            // The basic resolver leaves every scalar a string, so that Yams itself finds `1` and `"1"` to be
            // one key.
            root = try compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw YAMLFault.refusal(error, text: text, file: file)
        }
        guard let root else { throw Refusal(.inputEmpty).placed(file: file, line: nil, column: nil) }
        var converter = Converter(file: file)
        return try converter.value(root, depth: 0)
    }

    private struct Converter {
        let file: String?
        var left = YAMLDocument.mostValues

        mutating func value(_ node: Node, depth: Int) throws(Refusal) -> JSON {
            left -= 1
            if left < 0 { throw fault(.inputTooLong, node).adding("limit", String(YAMLDocument.mostValues)) }
            if depth > YAMLDocument.deepest { throw fault(.inputMalformed, node) }
            switch node {
            case .scalar(let scalar): return try self.scalar(scalar, node)
            case .sequence(let sequence):
                try plainTag(sequence.tag, .seq, node)
                var items: [JSON] = []
                for item in sequence { items.append(try value(item, depth: depth + 1)) }
                return .array(items)
            case .mapping(let mapping): return try object(mapping, node, depth)
            case .alias: throw fault(.inputMalformed, node)
            }
        }

        private mutating func object(
            _ mapping: Node.Mapping, _ node: Node, _ depth: Int
        ) throws(Refusal) -> JSON {
            try plainTag(mapping.tag, .map, node)
            var members: [JSON.Member] = []
            for (key, item) in mapping {
                guard let name = key.scalar?.string, name != "<<" else { throw fault(.inputMalformed, key) }
                members.append(JSON.Member(name, try value(item, depth: depth + 1)))
            }
            return .object(members)
        }

        private func scalar(_ scalar: Node.Scalar, _ node: Node) throws(Refusal) -> JSON {
            try plainTag(scalar.tag, .str, node)
            guard scalar.style == .plain, scalar.tag.rawValue != Tag.Name.str.rawValue else {
                return .string(scalar.string)
            }
            switch scalar.string {
            case "true": return .bool(true)
            case "false": return .bool(false)
            case "", "~", "null": return .null
            case let text: return Self.isWholeNumber(text) ? .number(text) : .string(text)
            }
        }

        /// Nothing but the tags that a text has anyway.
        private func plainTag(_ tag: Tag, _ own: Tag.Name, _ node: Node) throws(Refusal) {
            let name = tag.rawValue
            guard name.isEmpty || name == "!" || name == own.rawValue else {
                throw fault(.inputMalformed, node).adding("value", name.excerpt)
            }
        }

        /// A whole number as JSON writes it; `007` and `+5` are strings.
        private static func isWholeNumber(_ text: String) -> Bool {
            let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
            let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
            guard isNumber, let first = digits.first else { return false }
            return digits.count == 1 ? text != "-0" : first != 0x30
        }

        private func fault(_ code: RefusalCode, _ node: Node) -> Refusal {
            Refusal(code).placed(file: file, line: node.mark?.line, column: node.mark?.column)
        }
    }
}
