package import Documents
package import Jobs
import Kernel

/// The steps that a job takes now, and those that it does not with what stands in their way.
package enum StepsDocument {
    package static func make(_ steps: JobSteps) -> Document {
        let job = steps.job
        let rows = steps.steps.map { step in
            Table.Row(.detail, [
                .named(step.verb.does, step.verb.title), .flag(step.isOpen),
                .list(roles(step.roles)),
                .phrase(step.blocks.isEmpty ? nil : step.blocks.map(\.title).joined(Phrase("；", "; "))),
            ])
        }
        return Document(
            name: "steps", title: Phrase("工单 \(job.number.text) 可办理事项", "Next steps of job \(job.number.text)"),
            facts: [
                Pair("works", Phrase("施工", "works"), .named(job.works.rawValue, job.works.title)),
                Pair("papers", Phrase("单据", "papers"), .named(job.papers.rawValue, job.papers.title)),
            ],
            sections: [Section(nil, [.table(Table(columns, rows))])], sandbox: steps.sandbox)
    }

    /// A dozen roles one behind the other tell nobody that everybody may.
    private static func roles(_ roles: [Role]) -> [Cell.Named] {
        if roles == TransitionTable.everybody { return [Cell.Named("everybody", Phrase("全体人员", "everybody"))] }
        return roles.map { Cell.Named($0.rawValue, $0.title) }
    }

    private static let columns: [Table.Column] = [
        .init("step", Phrase("事项", "step"), .name), .init("open", Phrase("可办", "open"), .flag),
        .init("roles", Phrase("角色", "roles"), .name), .init("blocked", Phrase("受阻于", "blocked by"), .text),
    ]
}
