import Jobs
import Kernel

/// docs/SPEC-job.md, drawn from the one transition table so that the two cannot differ.
package enum TransitionDocument {
    package static var markdown: String {
        head + "## The table\n\n" + table + "\n## Guards\n\n" + guards + "\n## The works\n\n" + diagram(\.worksTo, \.works)
            + "\n## The papers\n\n" + diagram(\.papersTo, \.papers) + "\n## States and words\n\n" + words
    }

    private static let head = """
        # A job: two tracks, one table

        A job moves on two tracks at once, because in an emergency the work runs ahead of the paper. One declared table
        (`Sources/Jobs/Table/TransitionTable.swift`) says for each command from where, to where, who, and under which guards;
        nothing else decides. This page is drawn from it (`make docs`); a test fails when it differs. A `–` leaves the track
        where it is. A row with an outcome applies where the command's own form, or what it comes to, says so.


        """

    private static var table: String {
        let rows = TransitionTable.rows.map { row in
            let name = "`\(row.verb.does)`" + (row.outcome.map { " (\($0.rawValue))" } ?? "")
            let cells = [
                name, states(row.works, of: Works.allCases), row.worksTo?.rawValue ?? "–",
                states(row.papers, of: Papers.allCases), row.papersTo?.rawValue ?? "–",
                row.roles.count == Role.allCases.count ? "any" : row.roles.map(\.rawValue).joined(separator: ", "),
                row.guards.map(\.rawValue).joined(separator: ", "),
            ]
            return "| " + cells.joined(separator: " | ") + " |\n"
        }
        return "| command | works from | works to | papers from | papers to | who | guards |\n|---|---|---|---|---|---|---|\n"
            + rows.joined()
    }

    private static func states<State: RawRepresentable & Hashable>(
        _ states: Set<State>, of all: [State]
    ) -> String where State.RawValue == String {
        if states.isEmpty { return "(new)" }
        if states.count == all.count { return "any" }
        return all.filter(states.contains).map(\.rawValue).joined(separator: ", ")
    }

    private static var guards: String {
        let rows = Guard.allCases.map { "| `\($0.rawValue)` | \($0.title.en) | \($0.title.zh) |\n" }
        return "| guard | holds when | 条件 |\n|---|---|---|\n" + rows.joined()
    }

    /// A Mermaid state diagram of one track: an arrow for each pair of states that a command leads between.
    private static func diagram<State: RawRepresentable & CaseIterable & Hashable>(
        _ target: (Transition) -> State?, _ sources: (Transition) -> Set<State>
    ) -> String where State.RawValue == String {
        var arrows: [String] = []
        for row in TransitionTable.rows {
            guard let to = target(row) else { continue }
            let from = State.allCases.filter { sources(row).contains($0) && $0 != to }.map(\.rawValue)
            let starts = sources(row).isEmpty ? ["[*]"] : from
            for start in starts {
                let arrow = "    \(start) --> \(to.rawValue): \(row.verb.rawValue)"
                if !arrows.contains(arrow) { arrows.append(arrow) }
            }
        }
        return "```mermaid\nstateDiagram-v2\n" + arrows.joined(separator: "\n") + "\n```\n"
    }

    private static var words: String {
        let row = { (name: String, title: Phrase) in "| `\(name)` | \(title.zh) | \(title.en) |\n" }
        let works = Works.allCases.map { row($0.rawValue, $0.title) }.joined()
        let papers = Papers.allCases.map { row($0.rawValue, $0.title) }.joined()
        let head = "| code | 中文 | English |\n|---|---|---|\n"
        return "Works:\n\n" + head + works + "\nPapers:\n\n" + head + papers
    }
}
