package import Kernel

/// A page about one thing, for a terminal: a title, labelled values, sections, lists and a timeline. The
/// CLI's `job show` is one.
package struct Page: Sendable {
    private enum Part {
        case section(String)
        case pairs([(label: String, value: String)])
        case bullets([String])
        case timeline([(time: String, text: String)])
        case paragraph(String)
        case grid(Grid, Language)
        case banner(String)
    }

    private let title: String
    private var parts: [Part] = []

    package init(_ title: String) { self.title = title }

    /// A line that must not be overlooked, under the title or a section.
    package mutating func banner(_ text: String) { parts.append(.banner(text)) }

    /// A heading with an empty line above it.
    package mutating func section(_ heading: String) { parts.append(.section(heading)) }

    /// Labels and values, aligned by display width among themselves. A pair without a value is left out.
    package mutating func pairs(_ pairs: [(label: String, value: String?)]) {
        parts.append(.pairs(pairs.compactMap { pair in pair.value.map { (pair.label, $0) } }))
    }

    package mutating func bullets(_ items: [String]) { parts.append(.bullets(items)) }

    /// What happened when, in the order given.
    package mutating func timeline(_ entries: [(time: String, text: String)]) {
        parts.append(.timeline(entries))
    }

    /// Words with their own line breaks.
    package mutating func paragraph(_ text: String) { parts.append(.paragraph(text)) }

    package mutating func grid(_ grid: Grid, _ language: Language) { parts.append(.grid(grid, language)) }

    /// The page. Words go over several lines where a width in columns is given; nothing is cut.
    package func text(style: TextStyle = .plain, width: Int? = nil) -> String {
        let writer = Writer(style: style, width: width)
        let lines = writer.words(title, .title) + parts.flatMap(writer.lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Writer {
        let style: TextStyle
        let width: Int?

        func lines(_ part: Part) -> [String] {
            switch part {
            case .section(let heading): [""] + words(heading, .heading)
            case .banner(let text): words("※ " + text + " ※", .warning)
            case .pairs(let pairs): columns(pairs.map { ($0.label, $0.value) }, mark: "  ")
            case .timeline(let entries): columns(entries.map { ($0.time, $0.text) }, mark: "  • ")
            case .bullets(let items): items.flatMap { hung($0, after: "  • ", painted: "  • ") }
            case .paragraph(let text): hung(text, after: "  ", painted: "  ")
            case .grid(let grid, let language): grid.lines(language, width.map { $0 - 2 }).map { "  " + $0 }
            }
        }

        /// Two columns, the first as wide as its widest text.
        private func columns(_ pairs: [(String, String)], mark: String) -> [String] {
            let wide = pairs.map { $0.0.forTerminal.displayWidth }.max() ?? 0
            return pairs.flatMap { first, second in
                let label = first.forTerminal.padded(to: wide)
                let painted = mark + style.paint(label, .faint) + "  "
                return hung(second, after: mark + label + "  ", painted: painted)
            }
        }

        /// A text with line breaks of its own behind a lead.
        private func hung(_ text: String, after lead: String, painted: String) -> [String] {
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let indent = String(repeating: " ", count: lead.displayWidth)
            return lines.enumerated().flatMap { index, line in
                String(line).forTerminal.hung(
                    behind: index == 0 ? lead : indent, painted: index == 0 ? painted : indent, width)
            }
        }

        func words(_ text: String, _ role: TextStyle.Role) -> [String] {
            text.forTerminal.hung(behind: "", width).map { style.paint($0, role) }
        }
    }
}
