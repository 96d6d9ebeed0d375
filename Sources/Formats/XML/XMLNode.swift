package import Kernel

/// An element of an XML document with everything in it: small parts of large documents are read as nodes,
/// one after another (``XMLParts``).
package struct XMLNode {
    package let name: String
    package let attributes: [String: String]
    /// Where it began, from 1.
    package let line: Int
    /// The text that stands directly in it, blanks at both ends cut.
    package fileprivate(set) var text = ""
    package fileprivate(set) var children: [XMLNode] = []

    /// The first element at the end of a path of names, `BookgDt/Dt`.
    package subscript(path: String) -> XMLNode? {
        var node = self
        for name in path.split(separator: "/") {
            guard let next = node.children.first(where: { $0.name == name }) else { return nil }
            node = next
        }
        return node
    }

    /// All children of a name.
    package func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    /// The text at the end of a path, or nil where there is none or nothing in it.
    package func text(_ path: String) -> String? {
        guard let text = self[path]?.text, !text.isEmpty else { return nil }
        return text
    }
}

/// Cuts the wanted elements out of a document while it is read, so that a document of any length costs the
/// memory of its largest part.
package struct XMLParts {
    /// Reads a document and hands over each outermost element of the names wanted, with the names of the
    /// elements around it; `entering` hears of each of those as it begins. Throws what
    /// ``XMLScanner/feed(_:last:)`` throws; a part of more than 20,000 elements is `input.limit`.
    package static func each(
        _ bytes: [UInt8], wanted: Set<String>, limits: XMLScanner.Limits = .init(),
        entering: @escaping (String) -> Void = { _ in },
        _ body: @escaping (XMLNode, [String]) throws(Refusal) -> Void
    ) throws(Refusal) {
        let builder = Builder(wanted: wanted, limits: limits, entering: entering, body)
        let (bytes, encoding) = try XMLEncoding.read(bytes)
        let scanner = try XMLScanner(limits, encoding: encoding)
        scanner.onStart = { (name, attributes) throws(Refusal) in
            try builder.start(name, attributes, line: scanner.line)
        }
        scanner.onText = { (text) throws(Refusal) in try builder.add(text) }
        scanner.onEnd = { () throws(Refusal) in try builder.end() }
        // The handlers hold the scanner; without this it would hold itself for ever.
        defer { (scanner.onStart, scanner.onText, scanner.onEnd) = ({ _, _ in }, { _ in }, {}) }
        for start in stride(from: 0, to: bytes.count, by: 65_536) {
            try scanner.feed(Array(bytes[start..<min(start + 65_536, bytes.count)]))
        }
        try scanner.feed([], last: true)
    }

    private final class Builder {
        private static let mostElements = 20_000

        private let wanted: Set<String>
        private let limits: XMLScanner.Limits
        private let entering: (String) -> Void
        private let body: (XMLNode, [String]) throws(Refusal) -> Void
        /// Names of the elements around the part.
        private var around: [String] = []
        /// The elements of the part that are open, each with the bytes of its text.
        private var open: [(node: XMLNode, text: [UInt8])] = []
        private var elements = 0

        init(
            wanted: Set<String>, limits: XMLScanner.Limits, entering: @escaping (String) -> Void,
            _ body: @escaping (XMLNode, [String]) throws(Refusal) -> Void
        ) {
            self.wanted = wanted
            self.limits = limits
            self.entering = entering
            self.body = body
        }

        func start(_ name: String, _ attributes: [String: String], line: Int) throws(Refusal) {
            if open.isEmpty && !wanted.contains(name) {
                entering(name)
                return around.append(name)
            }
            elements = open.isEmpty ? 1 : elements + 1
            if elements > Self.mostElements {
                throw Refusal(.inputLimit, ["part": "XML", "limit": "\(Self.mostElements) elements · 个元素"])
            }
            open.append((XMLNode(name: name, attributes: attributes, line: line), []))
        }

        func add(_ text: [UInt8]) throws(Refusal) {
            guard !open.isEmpty else { return }
            open[open.count - 1].text += text
            if open[open.count - 1].text.count > limits.text {
                throw Refusal(.inputLimit, ["part": "XML", "limit": "\(limits.text) bytes"])
            }
        }

        func end() throws(Refusal) {
            guard let part = open.popLast() else {
                _ = around.popLast()
                return
            }
            var node = part.node
            node.text = String(decoding: part.text, as: UTF8.self).oneLine
            if open.isEmpty { return try body(node, around) }
            open[open.count - 1].node.children.append(node)
        }
    }
}
